"""Scrolling a long timeline: what it reads and lays out, counted, and that what is read arrives."""

from collections.abc import Iterator
from threading import Semaphore
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.gesture import Gesture
from relationship_journal.ui.context import Context
from relationship_journal.ui.timeline import row_layouts
from relationship_journal.ui.timeline.page import TimelinePage
from relationship_journal.ui.timeline.row_column import AT_ONCE
from relationship_journal.ui.timeline.row_window import PAGE
from tests.ui.conftest import Wait

from .conftest import Journal, Show

_PATIENCE = 10  # seconds


class Counted:
    """How often a method was called."""

    def __init__(self, owner: Any, name: str, monkeypatch: Any) -> None:
        self.calls = 0
        real = getattr(owner, name)

        def counting(*arguments: Any, **named: Any) -> Any:
            self.calls += 1
            return real(*arguments, **named)

        monkeypatch.setattr(owner, name, counting)


def keep_many(journal: Journal, lines: list[int]) -> None:
    """One entry a day, newest first, each of so many lines."""
    with journal.session.batch(Gesture.IMPORTED):
        for days, count in enumerate(lines):
            journal.keep("\n".join(["What was said that day."] * count), days_ago=days)


def rest(page: TimelinePage, context: Context, wait: Wait) -> None:
    """Wait until the rows have arrived and nothing more is read."""
    wait(lambda: page.model.is_read and not context.tasks.pending)


def test_a_jump_arrives(journal: Journal, context: Context, show: Show, wait: Wait, monkeypatch: Any) -> None:
    """Short notes at first, long ones later: what is learned of their height on arriving leads nowhere else."""
    keep_many(journal, [1] * 120 + [18] * 120 + [1] * 200)
    page = show(journal.helen)
    rest(page, context, wait)
    bar = page.view.verticalScrollBar()
    read = Counted(journal.session.reads, "timeline_key_of", monkeypatch)
    for part in (2, 3, 5, 7, 8):
        bar.setValue(bar.maximum() * part // 10)
        rest(page, context, wait)
        in_view = page.view.row_near(0)
        assert in_view is not None
        assert page.view.row_rect(in_view).intersects(page.view.viewport().rect())
    assert read.calls <= 2 * 5


def test_a_notch_of_the_wheel_lays_out_what_comes_into_view(
    journal: Journal, context: Context, show: Show, wait: Wait, monkeypatch: Any
) -> None:
    """Ten notches through three hundred entries: the rows that came near are laid out once, the others never."""
    keep_many(journal, [3] * 300)
    page = show(journal.helen)
    rest(page, context, wait)
    laid_out = Counted(row_layouts, "lay_out", monkeypatch)
    read = Counted(journal.session.reads, "timeline", monkeypatch)
    middle = QPointF(page.view.viewport().rect().center())
    for _ in range(10):
        notch = QWheelEvent(
            middle,
            middle,
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page.view.viewport(), notch)
        QApplication.processEvents()
    rest(page, context, wait)
    assert page.view.verticalScrollBar().value() == 1200
    lowest = page.view.row_near(page.view.viewport().height() + 400)
    assert lowest is not None
    assert laid_out.calls <= lowest + 1
    assert read.calls <= 2


class Gate:
    """Readings of a place in the timeline, each of which waits until it is let through."""

    def __init__(self, journal: Journal, monkeypatch: Any) -> None:
        self.asked = 0
        self.through = Semaphore(0)
        self._read = journal.session.reads.timeline_key_of
        monkeypatch.setattr(journal.session.reads, "timeline_key_of", self._wait)

    def _wait(self, *asked: Any) -> Any:
        self.asked += 1
        assert self.through.acquire(timeout=_PATIENCE)
        return self._read(*asked)


@pytest.fixture
def gate(journal: Journal, context: Context, monkeypatch: Any) -> Iterator[Gate]:
    """A disk that answers when the test says so; whoever waits at the end is let through."""
    made = Gate(journal, monkeypatch)
    yield made
    made.through.release(1000)


@pytest.fixture
def slow_page(
    journal: Journal, context: Context, show: Show, wait: Wait, gate: Gate
) -> tuple[TimelinePage, list[object]]:
    """A long timeline, scrolled to a place that the disk has yet to give; and the answers as they arrive."""
    keep_many(journal, [1] * 800)
    page = show(journal.helen)
    rest(page, context, wait)
    arrived: list[object] = []
    page.model.renewed.connect(arrived.append)
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 5)
    return page, arrived


def test_rows_arrive_however_fast_one_scrolls(
    context: Context, wait: Wait, gate: Gate, slow_page: tuple[TimelinePage, list[object]]
) -> None:
    """Twenty screens go by while one page is read: that page is shown, and only the place scrolled to is read next."""
    page, arrived = slow_page
    bar = page.view.verticalScrollBar()
    for _ in range(20):
        bar.setValue(bar.value() + page.view.viewport().height())
        QApplication.processEvents()
    gate.through.release()
    wait(lambda: arrived)
    assert gate.asked <= 2
    gate.through.release(1000)
    rest(page, context, wait)
    in_view = page.view.row_near(0)
    assert in_view is not None
    assert page.view.row_rect(in_view).intersects(page.view.viewport().rect())


def test_a_change_while_one_scrolls_is_shown_after_what_was_under_way(
    journal: Journal, context: Context, wait: Wait, gate: Gate, slow_page: tuple[TimelinePage, list[object]]
) -> None:
    """The page scrolled to is being read when an entry of that place is written: first the page comes, then it."""
    page, arrived = slow_page
    context.tasks.run(lambda: journal.keep("Written meanwhile.", days_ago=160))
    wait(lambda: context.tasks.pending == 1 and not context.bridge.is_behind)
    assert not arrived
    gate.through.release(1000)
    rest(page, context, wait)
    texts = [row.entry.text for row in page.model.window.rows if row.entry is not None]
    assert "Written meanwhile." in texts
    assert len(arrived) == 2


def test_changes_far_away_do_not_make_what_is_held_grow(
    journal: Journal, context: Context, show: Show, wait: Wait
) -> None:
    """Scrolled half-way, entries are written elsewhere: as many rows are held as before, around the same one."""
    keep_many(journal, [1] * 400)
    page = show(journal.helen)
    rest(page, context, wait)
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    rest(page, context, wait)
    held, in_view = len(page.model.window.rows), page.model.anchor
    for number in range(12):
        journal.keep(f"Written meanwhile {number}.", days_ago=0)
        wait(lambda: not context.bridge.is_behind)
        rest(page, context, wait)
    assert len(page.model.window.rows) <= max(held, PAGE) + PAGE
    assert page.model.anchor == in_view


def test_a_jump_lays_out_a_few_rows_a_turn(
    journal: Journal, context: Context, show: Show, wait: Wait, monkeypatch: Any
) -> None:
    """Into the middle of four hundred one-line notes: a few are made on arriving, beside the current one."""
    keep_many(journal, [1] * 400)
    page = show(journal.helen)
    rest(page, context, wait)
    view, bar = page.view, page.view.verticalScrollBar()
    laid_out = Counted(row_layouts, "lay_out", monkeypatch)
    on_arriving: list[int] = []
    page.model.renewed.connect(lambda _place: on_arriving.append(laid_out.calls))
    bar.setValue(bar.maximum() // 2)
    rest(page, context, wait)
    assert on_arriving[0] <= AT_ONCE + 1
    first, last = view.row_near(0), view.row_near(view.viewport().height())
    assert first is not None
    assert last is not None
    assert last - first > AT_ONCE
    wait(lambda: not any(view.waits(index) for index in range(first, last + 1)))
    assert laid_out.calls >= last - first

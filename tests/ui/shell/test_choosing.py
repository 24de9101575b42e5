"""What choosing a contact costs, counted: queries, paints, widgets; none of it grows with the journal."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.drafts import EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.ui.ladder.rung_row import RungRow
from relationship_journal.ui.widgets import Chip
from relationship_journal.ui.widgets.placing import Of

from .conftest import TODAY, Shell


class Seen(QObject):
    """Counts the events of widgets by kind while the window goes to somebody."""

    def __init__(self) -> None:
        super().__init__()
        self.counted: dict[QEvent.Type, Counter[QObject]] = {}
        self.painted: dict[QWidget, QRegion] = {}
        self.twice: set[QWidget] = set()  #: who painted something again that was painted before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        if isinstance(watched, QWidget):
            self.counted.setdefault(event.type(), Counter())[watched] += 1
            if isinstance(event, QPaintEvent):
                before = self.painted.get(watched, QRegion())
                if before.intersects(event.region()):
                    self.twice.add(watched)
                self.painted[watched] = before.united(event.region())
        return False

    def times(self, kind: QEvent.Type) -> Counter[QObject]:
        """How often each widget had an event of this kind."""
        return self.counted.get(kind, Counter())


def seen_while_going_to(shell: Shell, name: str) -> Seen:
    """What happens from the choice until the window has painted all of it."""
    application = QApplication.instance()
    assert application is not None
    seen = Seen()
    application.installEventFilter(seen)
    shell.look_at(name)
    for _ in range(3):
        QCoreApplication.processEvents()
    application.removeEventFilter(seen)
    return seen


def fill(shell: Shell, name: str, entries: int) -> None:
    """Entries, every tenth with a favour that was asked and granted in it."""
    contact = shell.session.contacts.find(name).id
    with shell.session.batch(Gesture.IMPORTED):
        for number in range(entries):
            day = TODAY - timedelta(days=number)
            entry = shell.session.journal.keep(EntryDraft(f"Call {number}.", day, EntryKind.CALL, (contact,)))
            if not number % 10:
                steps = [StepDraft(kind, day, entry=entry.id) for kind in (StepKind.ASKED, StepKind.GRANTED)]
                shell.session.favours.add(FavourDraft(contact, f"Favour {number}"), steps, today=TODAY)
    shell.rest()


def asked_by(shell: Shell, act: Callable[[], object]) -> int:
    """How many queries the panes ask because of `act`."""
    reads: Any = shell.session.reads
    real, asked = reads._rows, []

    def rows(sql: str, *parameters: object) -> object:
        asked.append(sql)
        return real(sql, *parameters)

    reads._rows = rows
    act()
    del reads._rows
    return len(asked)


def test_queries_do_not_grow_with_the_entries(shell: Shell) -> None:
    """One with two hundred entries and twenty favours costs no more queries than some one with ten does.

    What the window does meanwhile (reading notes, settling marks) may ask a little beside it.
    """
    fill(shell, "Helen Zhou", 10)
    fill(shell, "Tom Okafor", 200)
    for name in ("Helen Zhou", "Tom Okafor", "王建国"):
        shell.look_at(name)
    few = asked_by(shell, lambda: shell.look_at("Helen Zhou"))
    many = asked_by(shell, lambda: shell.look_at("Tom Okafor"))
    assert max(few, many) <= 80


def test_what_arrives_is_painted_once(shell: Shell) -> None:
    """Header, timeline, composer and ladder arrive together, and nothing in them is painted twice.

    Also where the one before had so little to show that nothing could be scrolled.
    """
    fill(shell, "Helen Zhou", 30)
    fill(shell, "Tom Okafor", 30)
    for name in ("Helen Zhou", "Tom Okafor", "王建国"):
        shell.look_at(name)
        QCoreApplication.processEvents()
    for name in ("Helen Zhou", "Tom Okafor"):
        seen, page = seen_while_going_to(shell, name), shell.page
        assert {page.timeline.view.viewport(), page.ladder.full} <= seen.painted.keys()
        inside = [page.timeline, page.ladder]
        assert not [one for one in seen.twice if any(pane.isAncestorOf(one) for pane in inside)]


def test_no_widget_is_made_for_somebody_who_was_seen(shell: Shell) -> None:
    """What says something of one contact says it of the next: nothing is made, nothing polished, nothing deleted."""
    fill(shell, "Helen Zhou", 60)
    fill(shell, "Tom Okafor", 60)
    for name in ("Helen Zhou", "Tom Okafor", "Helen Zhou"):
        shell.look_at(name)
    seen = seen_while_going_to(shell, "Tom Okafor")
    for kind in (QEvent.Type.Polish, QEvent.Type.ChildPolished, QEvent.Type.DeferredDelete):
        assert not seen.times(kind)


def test_the_header_says_of_the_next_what_it_said_of_the_last(shell: Shell) -> None:
    """Facets come and go with the contact, in the chips that are there; what asks for more stays where it was."""
    facets = shell.page.timeline.header.facets
    shell.look_at("Helen Zhou")
    known = facets.add
    assert [chip.text() for chip in facets.findChildren(Chip) if chip.isVisible()] == ["Pu'er tea"]
    shell.look_at("Tom Okafor")
    (asking,) = [chip for chip in facets.findChildren(Chip) if chip.isVisible()]
    assert asking is facets.add is not known
    shell.look_at("Helen Zhou")
    assert facets.add is known
    (chip,) = [chip for chip in facets.findChildren(Chip) if chip.isVisible()]
    assert chip.accessibleName() == chip.toolTip() == "Food: Pu'er tea"


def test_a_rung_that_says_the_same_is_painted_once(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who was looked at before has rungs that were painted before: they are put there as they are."""
    for name in ("Helen Zhou", "Tom Okafor", "Helen Zhou"):
        shell.look_at(name)
        QCoreApplication.processEvents()
    painted: list[int] = []
    monkeypatch.setattr(RungRow, "paint_words", lambda row, *_where: painted.append(row.number))
    seen = seen_while_going_to(shell, "Tom Okafor")
    assert shell.page.ladder.full.ladder in seen.painted
    assert not painted


def test_parts_are_measured_once(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ladder's panel gives its parts their places once for a contact."""
    for name in ("Helen Zhou", "Tom Okafor"):
        shell.look_at(name)
    full, measured = shell.page.ladder.full, Counter[object]()
    real = Of.measure

    def measure(part: Of, width: int) -> int:
        measured[part.widget] += 1
        return real(part, width)

    monkeypatch.setattr(Of, "measure", measure)
    shell.look_at("Helen Zhou")
    inside = [times for widget, times in measured.items() if isinstance(widget, QWidget) and full.isAncestorOf(widget)]
    assert len(inside) > 10
    assert max(inside) == 1

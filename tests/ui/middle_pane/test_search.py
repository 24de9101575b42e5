"""Searching as one types: found, filtered, gone to."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.hit import HitKind
from relationship_journal.domain.snippets import Finder
from relationship_journal.ui.context import Context
from relationship_journal.ui.search.overlay import SearchOverlay
from relationship_journal.ui.search.search_model import LineKind
from relationship_journal.ui.theme import Colour, Type, current_theme, set_line, tokens
from relationship_journal.ui.theme.set_line import SetLine
from tests.ui.conftest import Wait

from .conftest import TODAY, Journal, Show

Search = Callable[[str], SearchOverlay]


@pytest.fixture
def search(journal: Journal, context: Context, show: Show, wait: Wait) -> Search:
    """`search(text)`: the overlay over 王建国's timeline, `text` typed into it."""
    journal.keep("Sent a box of dried cherries for her mother.", days_ago=10, kind=EntryKind.MESSAGE)
    journal.keep("Saw the optician.", days_ago=5, kind=EntryKind.NOTE)
    journal.session.journal.keep(EntryDraft("老太太说樱桃甜。", TODAY, EntryKind.CALL, (journal.wang,)))
    page = show(journal.wang)

    def typed(text: str) -> SearchOverlay:
        overlay = SearchOverlay(context, page.window())
        overlay.open()
        wait(lambda: bool(overlay.model._people))
        type_in(overlay, text)
        wait(lambda: not overlay.model.is_waiting)
        return overlay

    return typed


def type_in(overlay: SearchOverlay, text: str) -> None:
    """Latin by keys, Chinese as an input method commits it."""
    for char in text:
        if char.isascii():
            QTest.keyClicks(overlay.field, char)
        else:
            event = QInputMethodEvent()
            event.setCommitString(char)
            QApplication.sendEvent(overlay.field, event)


def found(overlay: SearchOverlay) -> list[tuple[HitKind, str]]:
    lines = [overlay.model.at(place) for place in range(overlay.model.rowCount())]
    return [(line.hit.kind, line.hit.snippet) for line in lines if line.hit is not None]


def test_one_chinese_character_finds_the_entry(search: Search, journal: Journal) -> None:
    """A single character is enough, and its place in the snippet is marked."""
    overlay = search("樱")
    assert found(overlay) == [(HitKind.ENTRY, "老太太说樱桃甜。")]
    hit = overlay.model.at(overlay.model.first()).hit
    assert hit is not None
    assert [hit.snippet[first:last] for first, last in hit.marks] == ["樱"]


def test_people_favours_and_entries_under_headings(search: Search) -> None:
    """The beginning of a word finds the favour by its title and the entry by its text, each under its heading."""
    overlay = search("optic")
    lines = [overlay.model.at(place) for place in range(overlay.model.rowCount())]
    assert [line.text for line in lines if line.kind is LineKind.HEADING] == ["Favours", "Entries"]
    assert found(overlay)[0] == (HitKind.FAVOUR, "Optician")


def test_enter_goes_to_the_entry_and_marks_it(search: Search, journal: Journal, context: Context, wait: Wait) -> None:
    """Down and Enter lead to Helen's timeline with the entry current; the overlay is closed."""
    overlay = search("cherries")
    QTest.keyClick(overlay.field, Qt.Key.Key_Return)
    wait(lambda: context.selection.scope == journal.helen)
    assert not overlay.isVisible()


def test_a_person_is_gone_to_by_pinyin(search: Search, journal: Journal, context: Context) -> None:
    """`helen` and Enter choose her."""
    overlay = search("helen")
    assert found(overlay)[0][0] is HitKind.CONTACT
    QTest.keyClick(overlay.field, Qt.Key.Key_Return)
    assert context.selection.scope == journal.helen


def test_a_favour_is_gone_to(search: Search, journal: Journal, context: Context) -> None:
    """Enter on a favour opens it in its contact's ladder."""
    wanted: list[int] = []
    context.selection.favour_wanted.connect(wanted.append)
    overlay = search("optic")
    QTest.keyClick(overlay.field, Qt.Key.Key_Return)
    assert wanted == [journal.optician]


def test_filters_are_offered_and_completed(search: Search, journal: Journal, wait: Wait) -> None:
    """`with:wjg` offers 王建国, Tab takes it, and only what he was in is found."""
    overlay = search("with:wjg")
    QTest.keyClick(overlay.field, Qt.Key.Key_Tab)
    assert overlay.field.text() == "with:王建国 "
    wait(lambda: found(overlay) == [(HitKind.ENTRY, "老太太说樱桃甜。")])
    overlay.field.clear()
    QTest.keyClicks(overlay.field, "kind:no")
    wait(lambda: not overlay.model.is_waiting)
    offered = [overlay.model.at(place).text for place in range(overlay.model.rowCount())]
    assert offered[0] == "kind:note"


def test_a_filter_that_makes_no_sense_is_told(search: Search) -> None:
    """`after:blue` is left out, and the line below says so."""
    overlay = search("cherries after:blue")
    assert "after:blue" in overlay.told.text()
    assert found(overlay)


def test_nothing_found_says_so(search: Search) -> None:
    """An empty result names what was looked for."""
    overlay = search("zzz")
    assert overlay.told.text() == "Nothing found for “zzz”."


def test_a_late_result_is_dropped(search: Search, wait: Wait) -> None:
    """While one types on, only the result for what stands there now is shown."""
    overlay = search("cherries")
    overlay.field.setText("zzz")
    overlay.model.look_for("cherries", 8)
    overlay.model.look_for("zzz", 3)
    wait(lambda: not overlay.model.is_waiting)
    assert found(overlay) == []


def test_escape_gives_the_focus_back(search: Search, context: Context) -> None:
    """Escape closes; nothing else has changed."""
    before = context.selection.scope
    overlay = search("cherries")
    QTest.keyClick(overlay.field, Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert context.selection.scope == before


def test_what_is_found_paints_nothing_below(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """The window lies veiled below the search: what one types paints the search alone, not three panes."""
    journal.keep("Cherries from home.")
    page = show(journal.helen)
    overlay = SearchOverlay(context, page.window())
    overlay.open()
    wait(lambda: not context.tasks.pending)
    QApplication.processEvents()
    painted: list[QObject] = []

    class Paints(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(watched)
            return False

    paints = Paints()
    QApplication.instance().installEventFilter(paints)  # type: ignore[union-attr]
    QTest.keyClicks(overlay.field, "cherr")
    wait(lambda: not context.tasks.pending and overlay.model.hits)
    QApplication.processEvents()
    QApplication.instance().removeEventFilter(paints)  # type: ignore[union-attr]
    assert overlay.list.viewport() in painted
    beside = [
        one for one in painted if isinstance(one, QWidget) and one is not overlay and not overlay.isAncestorOf(one)
    ]
    assert [one for one in beside if page.isAncestorOf(one)] == []
    overlay.close()


@pytest.fixture
def many(journal: Journal, context: Context, show: Show, wait: Wait) -> SearchOverlay:
    """The overlay over a journal in which sixty long entries are about cherries."""
    for number in range(60):
        journal.keep(
            f"{number} boxes of dried cherries for her mother. " + "And so on, and so on. " * 9, days_ago=number
        )
    overlay = SearchOverlay(context, show(journal.helen).window())
    overlay.open()
    wait(lambda: not context.tasks.pending)
    return overlay


def type_and_paint(overlay: SearchOverlay, text: str, wait: Wait) -> None:
    """What is found is on screen."""
    type_in(overlay, text)
    wait(lambda: not overlay.model.is_waiting)
    QApplication.processEvents()


def test_only_what_is_in_view_is_cut(many: SearchOverlay, wait: Wait, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty entries are found by each letter; a snippet is made for those that are painted."""
    cut: list[str] = []
    real = Finder.snippet

    def counted(finder: Finder, text: str) -> object:
        cut.append(text)
        return real(finder, text)

    type_and_paint(many, "che", wait)
    monkeypatch.setattr(Finder, "snippet", counted)
    type_and_paint(many, "r", wait)
    assert many.model.hits == 50
    view = many.list.viewport().rect()
    in_view = sum(
        many.list.visualRect(many.model.index(place)).intersects(view) for place in range(many.model.rowCount())
    )
    assert 0 < len(cut) <= in_view + 1  # what is read aloud of the current row is one more
    many.close()


def test_rows_that_stay_are_not_set_again(many: SearchOverlay, wait: Wait, monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter more that finds the same shapes no text anew; only the ground of the words found grows."""
    type_and_paint(many, "cherr", wait)
    made: list[str] = []

    class Counted(SetLine):
        def __init__(self, text: str, font: QFont) -> None:
            made.append(text)
            super().__init__(text, font)

    monkeypatch.setattr(set_line, "SetLine", Counted)
    type_and_paint(many, "i", wait)
    assert many.model.hits == 50
    assert made == []
    many.close()


def test_the_words_found_are_lit_where_they_stand(search: Search) -> None:
    """The evidence ground lies behind `cherr` and nothing else, as wide as these letters are."""
    overlay = search("cherr")
    overlay.list.clearSelection()
    QApplication.processEvents()
    row = overlay.list.visualRect(overlay.model.index(overlay.model.first()))
    shown = overlay.list.viewport().grab(row).toImage()
    ground = current_theme().colour(Colour.EVIDENCE).rgb()
    lit = {x for x in range(shown.width()) for y in range(shown.height()) if shown.pixel(x, y) == ground}
    metrics = current_theme().metrics(Type.BASE)
    beside = current_theme().px(tokens.SPACE_16 + tokens.AVATAR_SMALL + tokens.SPACE_12)
    left = beside + metrics.horizontalAdvance("Sent a box of dried ")
    assert min(lit) == pytest.approx(left, abs=2)
    assert max(lit) == pytest.approx(left + metrics.horizontalAdvance("cherr"), abs=2)

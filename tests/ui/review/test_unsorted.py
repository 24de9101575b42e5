"""The notes of *Unsorted* whose suggestions wait: taken right there, by keys."""

from PySide6.QtCore import Qt

from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.entry import EntryId, EntrySource
from relationship_journal.domain.plan import Section
from tests.ui.conftest import focused_chip

from .conftest import TODAY, Sitting


def dropped(sitting: Sitting) -> EntryId:
    """A note dropped in on Helen, read in the background."""
    helen = sitting.session.contacts.find("Helen Zhou").id
    text = "Called Helen at noon. Her daughter Emma sits her AP exams in May. She gave me a box of pears."
    entry = sitting.session.journal.keep(EntryDraft(text, TODAY, contacts=(helen,), source=EntrySource.DROPPED)).id
    sitting.wait(lambda: any(line.row.entry == entry for line in sitting.page.model.lines[Section.UNSORTED]))
    return entry


def test_the_suggestions_of_a_note_are_taken_in_the_review(sitting: Sitting) -> None:
    """Right goes to the chips, Enter takes; the row goes when none is left, and undo brings it back."""
    entry = dropped(sitting)
    page = sitting.page
    (line,) = [line for line in page.model.lines[Section.UNSORTED] if line.row.entry == entry]
    assert line.row.name == "Helen Zhou"
    page.model.focus(line.key)
    chips = page.rows.open_row.chips
    sitting.wait(chips.isVisible)
    facet = next(n for n, chip in enumerate(chips.chips) if chip.suggestion.key.startswith("facet:children"))
    sitting.press(Qt.Key.Key_Right)
    assert focused_chip() is chips.chips[0]
    sitting.press(str(facet + 1))
    assert focused_chip() is chips.chips[facet]
    sitting.press(Qt.Key.Key_Return)
    helen = sitting.session.contacts.find("Helen Zhou")
    assert [one.kind for one in helen.facets] == [FacetKind.CHILDREN]
    sitting.wait(lambda: not any(chip.suggestion.key.startswith("facet:children") for chip in chips.chips))
    assert focused_chip() is not None
    sitting.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    sitting.wait(lambda: [chip.suggestion.is_somebody_new for chip in chips.chips] == [True])
    sitting.press(Qt.Key.Key_Delete)
    sitting.wait(lambda: all(line.row.entry != entry for line in page.model.lines[Section.UNSORTED]))
    assert page.rows.hasFocus()
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sitting.wait(lambda: any(line.row.entry == entry for line in page.model.lines[Section.UNSORTED]))


def test_the_open_row_can_be_seen_to_its_end_when_it_has_grown(sitting: Sitting) -> None:
    """The last row of a long page opens step by step, its suggestions come meanwhile: the page follows."""
    entry = dropped(sitting)
    page = sitting.page
    page.window().resize(1024, 480)
    page.model.focus(next(line.key for line in page.model.lines[Section.UNSORTED] if line.row.entry == entry))
    row = page.rows.open_row
    sitting.wait(row.chips.isVisible)
    sitting.wait(lambda: row.height() >= row.wanted_height(row.width()))
    sitting.wait(lambda: row.geometry().bottom() <= page.rows.viewport().height())


def test_tab_comes_to_the_chips_and_enter_takes_all(sitting: Sitting) -> None:
    """From the row Tab goes through the chips to *Take all*; Enter there takes them, and the row stays open."""
    entry = dropped(sitting)
    page = sitting.page
    page.model.focus(next(line.key for line in page.model.lines[Section.UNSORTED] if line.row.entry == entry))
    chips = page.rows.open_row.chips
    sitting.wait(chips.isVisible)
    page.rows.setFocus()
    sitting.press(Qt.Key.Key_Tab)
    assert focused_chip() is chips.chips[0]
    for _chip in chips.chips:
        sitting.press(Qt.Key.Key_Tab)
    assert chips.all.hasFocus()
    sitting.press(Qt.Key.Key_Return)
    sitting.wait(lambda: [chip.suggestion.is_somebody_new for chip in chips.chips] == [True])
    assert page.rows.is_open
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sitting.wait(lambda: len(chips.chips) > 1)


def test_a_note_of_nobody_stays_open_when_its_contact_is_taken(sitting: Sitting) -> None:
    """Enter on the contact's chip: the note is read again as hers, and row, place and keyboard stay where they are."""
    text = "Had lunch with Helen Zhou on Friday. Her daughter Emma sits her AP exams in May."
    entry = sitting.session.journal.keep(EntryDraft(text, TODAY, source=EntrySource.DROPPED)).id
    page = sitting.page

    def place() -> list[int]:
        lines = page.model.lines[Section.UNSORTED]
        return [number for number, line in enumerate(lines) if line.row.entry == entry]

    sitting.wait(place)
    before = place()
    key = page.model.lines[Section.UNSORTED][before[0]].key
    page.model.focus(key)
    chips = page.rows.open_row.chips
    sitting.wait(chips.isVisible)
    away: list[str] = []
    page.model.changed.connect(lambda: away.append(page.model.current))
    sitting.press(Qt.Key.Key_Right)
    focus = focused_chip()
    assert focus is not None
    assert focus.suggestion.key.startswith("contact:")
    sitting.press(Qt.Key.Key_Return)
    sitting.wait(lambda: page.model.lines[Section.UNSORTED][place()[0]].row.name == "Helen Zhou" if place() else False)
    sitting.settle()
    assert set(away) == {key}
    assert place() == before
    assert focused_chip() is not None

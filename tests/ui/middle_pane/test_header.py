"""The head of the middle pane: who they are, and what is known of their life."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.contact import Facet, FacetKind, Occasion, OccasionKind
from relationship_journal.domain.scope import UNSORTED
from relationship_journal.ui.context import Context
from relationship_journal.ui.header.header_view import Header
from relationship_journal.ui.header.plain_fact import PlainFact
from relationship_journal.ui.widgets import Chip, ChipState
from tests.ui.conftest import Wait

from .conftest import TODAY, Journal, Show


def facts(header: Header) -> list[str]:
    return [fact.text() for fact in header.findChildren(PlainFact) if fact.isVisible()]


def chips(header: Header) -> list[Chip]:
    """The chips of facets from left to right, line by line, without the one that adds."""
    found = [chip for chip in header.findChildren(Chip) if chip.isVisible() and chip.state is not ChipState.DASHED]
    return sorted(found, key=lambda chip: (chip.y(), chip.x()))


def test_who_they_are(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """Name, organisation, who introduced them (a click goes there), and how warm it is."""
    page = show(journal.wang)
    assert page.header.name.text() == "王建国"
    assert page.header.line.text() == "澜海重工"
    assert facts(page.header) == ["Introduced by Helen Zhou", "No contact yet"]
    introduced = page.header.findChildren(PlainFact)[0]
    QTest.mouseClick(introduced, Qt.MouseButton.LeftButton)
    assert context.selection.scope == journal.helen
    wait(lambda: page.header.name.text() == "Helen Zhou")
    assert page.header.line.text() == "VP Procurement, Northfield Medical"


def test_warmth_and_the_next_day_of_theirs(journal: Journal, show: Show, wait: Wait) -> None:
    """A call today makes it warm at once; an exam next week is told with its distance."""
    contact = journal.session.reads.contact(journal.helen)
    exam = Occasion(OccasionKind.EXAM, (TODAY + timedelta(days=8)).isoformat(), "Emma's AP Chemistry")
    journal.session.contacts.save(replace(contact, occasions=(exam,)))
    page = show(journal.helen)
    assert facts(page.header) == ["Warm, in touch 9 days ago", "Emma's AP Chemistry, in 8 days"]
    journal.keep("Called")
    wait(lambda: facts(page.header)[0] == "Warm, in touch today")


def test_a_facet_is_added_mended_and_removed(journal: Journal, show: Show, wait: Wait) -> None:
    """Plus, a word, Enter: a chip. A click on it mends it or takes it off."""
    page = show(journal.helen)
    page.header.add_facet()
    popover = QApplication.activePopupWidget()
    assert popover is not None
    QTest.keyClicks(popover.focusWidget(), "mother, 71")
    QTest.keyClick(popover.focusWidget(), Qt.Key.Key_Return)
    wait(lambda: [chip.text() for chip in chips(page.header)] == ["mother, 71"])
    QTest.mouseClick(chips(page.header)[0], Qt.MouseButton.LeftButton)
    popover = QApplication.activePopupWidget()
    assert popover is not None
    QTest.keyClicks(popover.focusWidget(), ", likes cherries")
    QTest.keyClick(popover.focusWidget(), Qt.Key.Key_Return)
    wait(lambda: [chip.text() for chip in chips(page.header)] == ["mother, 71, likes cherr…"])
    assert journal.session.reads.contact(journal.helen).facets[0].text == "mother, 71, likes cherries"
    page.header.model.remove_facet(journal.session.reads.contact(journal.helen).facets[0])
    wait(lambda: not chips(page.header))
    wait(lambda: bool(journal.notices))


def test_common_ground_is_told_by_more_than_colour(journal: Journal, show: Show) -> None:
    """What we share is a pine chip with two people on it, and its name says so."""
    journal.session.contacts.add_facet(journal.helen, FacetKind.FOOD, "Pu'er tea")
    journal.session.contacts.add_facet(journal.helen, FacetKind.HOBBY, "sailing")
    journal.session.profile.save_facets((Facet(FacetKind.FOOD, "old Pu'er"),))
    page = show(journal.helen)
    first, second = chips(page.header)
    assert (first.state, second.state) == (ChipState.ACCENT, ChipState.REST)
    assert first.accessibleName() == "Food: Pu'er tea (common ground)"


def test_many_facets_fold_in_a_narrow_window(journal: Journal, show: Show, wait: Wait) -> None:
    """After the fourth chip the rest is "+n"; a click unfolds it."""
    for number in range(8):
        journal.session.contacts.add_facet(journal.helen, FacetKind.HOBBY, f"h{number}")
    page = show(journal.helen)
    assert [chip.text() for chip in chips(page.header)] == ["h0", "h1", "h2", "h3", "+4"]
    QTest.mouseClick(chips(page.header)[-1], Qt.MouseButton.LeftButton)
    wait(lambda: len(chips(page.header)) == 8)


def test_unsorted_has_a_title_only(show: Show) -> None:
    """A scope that is nobody has a name and nothing else."""
    page = show(UNSORTED)
    assert page.header.name.text() == "Unsorted"
    assert not page.header.avatar.isVisible()

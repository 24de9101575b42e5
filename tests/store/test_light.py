"""Every relationship at once, without what only a single one is looked at for."""

from datetime import date
from pathlib import Path

from relationship_journal.domain.agenda import agenda
from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import ContactDraft, CourtesyDraft, FavourDraft, StepDraft
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.repertoire import Repertoire
from relationship_journal.domain.settings import Settings
from relationship_journal.services.example import prepare_example
from relationship_journal.services.session import Session

TODAY = date(2026, 6, 10)


def test_the_review_of_the_example_is_the_same_as_from_whole_values(tmp_path: Path) -> None:
    """What is left out no row depends on: names, days, steps and reasons are those of the whole relationships."""
    session = Session.open(prepare_example(tmp_path, "en", TODAY))
    repertoire = session.ideas.repertoire(TODAY)
    light = agenda(session.reads.light_relationships(), Settings(), TODAY, repertoire)
    whole = agenda(session.reads.relationships(), Settings(), TODAY, repertoire)
    for section, rows in whole.sections.items():
        assert [
            (row.name, row.what, row.because, row.step, row.days, row.rung, row.day) for row in light.sections[section]
        ] == [(row.name, row.what, row.because, row.step, row.days, row.rung, row.day) for row in rows]
    assert [item.text for item in light.plan] == [item.text for item in whole.plan]
    session.close()


def test_what_changes_is_read_again(tmp_path: Path) -> None:
    """Contacts added and removed, a step with weight and present, my own facets: the next time it is there."""
    session = Session.open(tmp_path / "journal.rjdb", create=True)
    assert session.reads.light_relationships() == []
    helen = session.contacts.add(ContactDraft("Helen Zhou"))
    bea = session.contacts.add(ContactDraft("Bea"))
    favour = session.favours.add(
        FavourDraft(helen.id, "Doctor", Direction.RECEIVED, 1), (StepDraft(StepKind.GRANTED),), today=TODAY
    ).favour
    assert [one.contact.name for one in session.reads.light_relationships()] == ["Helen Zhou", "Bea"]
    gift = CourtesyDraft(CourtesyKind.GIFT, CourtesyDirection.GIVEN, contacts=(helen.id,), text="Cherries")
    present = session.courtesies.add(gift, TODAY).courtesy
    session.favours.take_step(favour.id, StepDraft(StepKind.RETURNED, weight=3, with_courtesy=present.id), TODAY)
    session.contacts.remove((bea.id,))
    (found,) = session.reads.light_relationships()
    last = found.favours[0].steps[-1]
    assert (last.kind, last.day, last.weight, last.courtesy) == (StepKind.RETURNED, TODAY, 3, present.id)
    assert [courtesy.text for courtesy in found.courtesies] == ["Cherries"]
    session.profile.add_facet(FacetKind.HOBBY, "tea")
    (found,) = session.reads.light_relationships()
    assert [facet.text for facet in found.my_facets] == ["tea"]
    again = Repertoire((), (), Settings(), TODAY)
    session.history.undo()
    session.history.undo()
    assert len(agenda(session.reads.light_relationships(), Settings(), TODAY, again).sections) == 9
    assert [one.contact.name for one in session.reads.light_relationships()] == ["Helen Zhou", "Bea"]
    session.close()

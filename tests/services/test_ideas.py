"""Ideas and offers: shipped, hidden, and the user's own."""

from datetime import date

import pytest

from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.ideas import Idea, IdeaText
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.situation import situation_of
from relationship_journal.services.session import Session

TODAY = date(2026, 11, 23)


def suggested(session: Session, rung: int) -> list[str]:
    contact = session.contacts.add(ContactDraft("Helen Zhou")).id
    situation = situation_of(session.reads.relationship(contact), session.settings.numbers(), TODAY)
    return [found.what.id for found in session.ideas.repertoire(TODAY).ideas_for(situation, rung)]


def own(title: str, number: str = "") -> Idea:
    return Idea(
        number, 1, "personal", {"own": IdeaText(title, "Say it", "Do it", "Thanks")}, frozenset({FacetKind.FOOD})
    )


def test_what_is_hidden_is_not_suggested_and_can_be_shown_again(session: Session) -> None:
    """Undo brings it back as well as showing it again."""
    first = suggested(session, 1)[0]
    session.ideas.hide(first)
    assert first not in suggested(session, 1)
    session.ideas.hide(first, hidden=False)
    assert first in {idea.id for idea in session.ideas.ideas() if not idea.hidden}


def test_an_own_idea_is_kept_changed_removed_and_brought_back(session: Session) -> None:
    """It reads back as it was written."""
    session.ideas.keep_idea(own("Where to buy noodles"))
    kept = session.ideas.ideas()[-1]
    assert (kept.own, kept.text("zh").title, kept.facets) == (True, "Where to buy noodles", frozenset({FacetKind.FOOD}))
    session.ideas.keep_idea(own("Where to buy rice", kept.id))
    assert session.ideas.ideas()[-1].text("en").title == "Where to buy rice"
    session.ideas.remove(kept.id)
    assert not session.ideas.ideas()[-1].own
    session.history.undo()
    assert session.ideas.ideas()[-1].id == kept.id


def test_an_idea_without_a_title_is_refused(session: Session) -> None:
    """With a sentence, and nothing is kept."""
    with pytest.raises(Problem):
        session.ideas.keep_idea(own("  "))
    assert not session.ideas.ideas()[-1].own


def test_an_idea_that_ships_can_not_be_removed(session: Session) -> None:
    """It can be hidden."""
    with pytest.raises(Problem):
        session.ideas.remove(session.ideas.ideas()[0].id)

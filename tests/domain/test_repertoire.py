"""Ideas and offers: read from data, ranked for a contact, with the reasons. METHOD 5."""

from datetime import date

import pytest

from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.ideas import Idea, IdeaText, read_ideas
from relationship_journal.domain.offers import Offer, read_offers
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.repertoire import Repertoire
from relationship_journal.domain.situation import Situation
from relationship_journal.domain.suggestion import address
from relationship_journal.i18n import InLanguages, Message, word
from tests.domain.stories import SETTINGS, TODAY, between, given, person, received

WRITTEN = """
[[idea]]
id = "optician"
rung = 1
domain = "personal"
facets = ["health"]
season = ""
[idea.en]
title = "Which optician"
words = "{name}, which optician do you go to?"
act = "Book an eye test."
returns = "Tell them what the test showed."
[idea.zh]
title = "在哪儿配的眼镜"
words = "{name}，您在哪儿配的眼镜？"
act = "这周去配。"
returns = "配好了回个话。"

[[offer]]
id = "tickets"
facets = ["children"]
season = "exams"
[offer.en]
title = "Past papers"
words = "I kept the past papers, {name}. Shall I bring them?"
"""


def idea(id: str, facets: str = "", season: str = "", rung: int = 1) -> Idea:  # noqa: A002 - as the field is called
    kinds = frozenset(FacetKind(kind) for kind in facets.split())
    return Idea(id, rung, "personal", {"en": IdeaText(f"Title of {id}", "")}, kinds, season)


def offer(id: str, facets: str = "", season: str = "") -> Offer:  # noqa: A002 - as the field is called
    return Offer(
        id, {"en": IdeaText(f"Title of {id}", "")}, frozenset(FacetKind(kind) for kind in facets.split()), season
    )


def ranked(relationship: Relationship, *ideas: Idea, today: date = TODAY, rung: int = 1) -> list[str]:
    """Ids of the ideas suggested, best first."""
    found = Repertoire(ideas, (), SETTINGS, today).ideas_for(Situation(relationship, SETTINGS, today), rung)
    return [each.what.id for each in found]


def test_an_idea_and_an_offer_are_read_from_data() -> None:
    """Both languages, facets, season; the words are said to whom they are for."""
    (optician,), (papers,) = read_ideas(WRITTEN), read_offers(WRITTEN)
    assert (optician.rung, optician.facets, optician.season) == (1, frozenset({FacetKind.HEALTH}), "")
    assert optician.text("zh").to_say(person("王建国", nicknames=("王总",))) == "王总，您在哪儿配的眼镜？"
    assert papers.season == "exams"
    assert papers.text("zh").title == "Past papers"


@pytest.mark.parametrize(
    "wrong",
    ['season = "sometimes"', 'facets = ["shoes"]', "rung = 7", 'domain = "magic"'],
)
def test_data_that_is_not_well_made_is_refused(wrong: str) -> None:
    """An unknown season, facet, rung or domain."""
    key = wrong.split(" ", maxsplit=1)[0]
    lines = [wrong if line.startswith(f"{key} ") else line for line in WRITTEN.splitlines()]
    with pytest.raises(ValueError, match=r"."):
        read_ideas("\n".join(lines))


@pytest.mark.parametrize(
    ("name", "nicknames", "called"),
    [
        ("Helen Zhou", (), "Helen"),
        ("王建国", (), "王建国"),
        ("王建国", ("王总",), "王总"),
        ("Dr Patel", (), "Dr Patel"),
        ("Prof. Ada Obi", (), "Prof. Ada Obi"),
    ],
)
def test_how_they_are_addressed(name: str, nicknames: tuple[str, ...], called: str) -> None:
    """By nickname, else by first name; a title keeps the whole name."""
    assert address(person(name, nicknames=nicknames)) == called


def test_common_ground_then_known_facets_then_season_then_the_rest() -> None:
    """Both garden; health is known; early June is exam season; a general one comes last of three."""
    story = between(contact=person(facets="hobby: gardening; health: back"), mine="hobby: gardening")
    day = date(2026, 6, 1)
    ideas = (idea("general"), idea("exams", season="exams"), idea("health", "health"), idea("garden", "hobby"))
    assert ranked(story, *ideas, today=day) == ["garden", "health", "exams"]
    assert ranked(story, *ideas[:3], today=day) == ["health", "exams", "general"]


def test_what_is_not_known_or_out_of_season_is_not_suggested() -> None:
    """An idea about children for somebody without any known; Mother's Day in autumn; another rung; hidden."""
    story = between(contact=person(facets="hobby: tea"))
    autumn = date(2026, 10, 20)
    ideas = (idea("children", "children"), idea("mother", season="mothers-day"), idea("high", rung=2))
    assert ranked(story, *ideas, today=autumn) == []
    hidden = Idea("hidden", 1, "personal", {"en": IdeaText("x", "")}, hidden=True)
    assert ranked(story, hidden) == []


def test_what_was_used_before_comes_last() -> None:
    """The favour bears the idea's title."""
    story = between(received("Title of garden", 1, "asked@90 declined@89"), contact=person(facets="hobby: gardening"))
    assert ranked(story, idea("general"), idea("garden", "hobby")) == ["general", "garden"]


def test_not_everybody_is_asked_the_same() -> None:
    """Twenty people of whom nothing is known share ten general ideas, each always the same ones."""
    ideas = [idea(f"general {number}") for number in range(10)]
    firsts = {ranked(between(contact=person(f"Person {number}")), *ideas)[0] for number in range(20)}
    assert len(firsts) > 4
    assert ranked(between(contact=person()), *ideas) == ranked(between(contact=person()), *reversed(ideas))


def test_the_reasons_are_told() -> None:
    """Common ground with what it is, and the season."""
    story = between(contact=person(facets="parents: mother, 71."), mine="parents: mother")
    day = date(2026, 5, 1)
    found = Repertoire([idea("mother", "parents", "mothers-day")], (), SETTINGS, day)
    because = found.ideas_for(Situation(story, SETTINGS, day), 1)[0].because
    assert [word(reason) for reason in because] == ["Parents, common ground: mother, 71.", "Mother's Day is near."]


def test_offers_from_their_facets() -> None:
    """Up to three ways to help; one done before comes last."""
    story = between(given("Title of papers", "done@90"), contact=person(facets="children: son, 12; food: noodles"))
    offers = [offer("papers", "children"), offer("noodles", "food"), offer("general"), offer("garden", "hobby")]
    repertoire = Repertoire((), offers, SETTINGS, TODAY)
    situation = Situation(story, SETTINGS, TODAY)
    assert [each.what.id for each in repertoire.offers_for(situation)] == ["noodles", "general", "papers"]
    best = repertoire.best_offer(situation)
    assert best is not None
    assert best.what.id == "noodles"


def test_a_title_is_said_in_the_language_in_use() -> None:
    """An idea's titles stand in a message as they were written, not translated."""
    title = InLanguages((("en", "Which optician"), ("zh", "在哪儿配的眼镜")))
    assert word(Message("Ask: {title}", title=title)) == "Ask: Which optician"
    assert (title.text("zh"), title.text("fr")) == ("在哪儿配的眼镜", "Which optician")

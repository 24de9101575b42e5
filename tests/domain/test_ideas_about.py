"""Ideas that hang on one thing are suggested only to whom it is true of, and say so."""

import pytest

from relationship_journal.domain.contact import Contact
from relationship_journal.domain.ideas import Idea, read_ideas
from relationship_journal.domain.offers import read_offers
from relationship_journal.domain.repertoire import Repertoire, Suggested
from relationship_journal.domain.situation import situation_of
from relationship_journal.domain.suggestion import Told, bears
from relationship_journal.i18n import word
from relationship_journal.paths import resources

from .stories import SETTINGS, TODAY, between, person

_TEXTS = [path.read_text("utf-8") for path in sorted((resources() / "ideas").glob("*.toml"))]
SHIPPED = {idea.id: idea for toml in _TEXTS for idea in read_ideas(toml)}
OFFERED = tuple(offer for toml in _TEXTS for offer in read_offers(toml))
REPERTOIRE = Repertoire(SHIPPED.values(), OFFERED, SETTINGS, TODAY)


def _ideas(contact: Contact, rung: int) -> dict[str, list[str]]:
    def because(suggested: Suggested[Idea]) -> list[str]:
        return [word(message) for message in suggested.because]

    found = REPERTOIRE.ideas_for(situation_of(between(contact=contact), SETTINGS, TODAY), rung)
    return {each.what.id: because(each) for each in found}


@pytest.mark.parametrize(
    ("idea", "contact", "fits"),
    [
        ("choose-tea", person(facets="expertise: Grew up beside a tea garden; food: green tea"), True),
        ("choose-tea", person(facets="expertise: 懂普洱，家里存了茶饼; food: 清淡"), True),
        ("choose-tea", person(facets="expertise: steam engines; food: steak"), False),
        ("tinkering", person(facets="curiosity: 爱琢磨AI; expertise: 烧窑"), True),
        ("health-sector", person(org="St Bride's Hospital"), True),
        ("health-sector", person(tags=("医院",)), True),
        ("health-sector", person(org="Harbour Paper", facets="health: saw the doctor about a knee"), False),
        ("physio-exercises", person(facets="health: 右膝盖有旧伤"), True),
        ("physio-exercises", person(facets="health: hay fever", title="Backend lead"), False),
    ],
)
def test_it_fits_only_whom_it_is_true_of(idea: str, contact: Contact, fits: bool) -> None:
    """Words of its facets count; organisation, title and tags only for what is asked at work."""
    assert bears(SHIPPED[idea], Told(contact)) is fits


def test_an_idea_about_something_known_comes_first_among_equals_and_says_so() -> None:
    """A nurse manager of whom nothing but her hospital is known, asked on rung 4; then somebody in a paper mill."""
    nurse = person("Ruth Adeyemi", org="St Bride's Hospital", title="Nurse manager")
    first, *_ = _ideas(nurse, 4).items()
    assert first == ("health-sector", ["Work: St Bride's Hospital · Nurse manager."])
    assert "health-sector" not in _ideas(person("Ruth Adeyemi", org="Harbour Paper"), 4)


def test_the_reason_names_the_fact_that_bears_it() -> None:
    """Two tastes in food are known, and the idea is about the second."""
    contact = person(facets="food: no coriander; food: bakes rye bread")
    assert _ideas(contact, 2)["bread-starter"] == ["Food: bakes rye bread."]


def test_whoever_is_unknown_is_still_asked_something() -> None:
    """Nothing is known but a name: three ideas on every rung and three offers, all of them general."""
    stranger = person("Ada Lindqvist")
    for rung in range(1, 7):
        assert len(_ideas(stranger, rung)) == 3
    assert len(REPERTOIRE.offers_for(situation_of(between(contact=stranger), SETTINGS, TODAY))) == 3

"""The ideas and offers that ship with the program: enough of them, whole in both languages, and inside the method."""

import re
from collections import Counter

import pytest

from relationship_journal.domain.contact import Contact, ContactId, FacetKind
from relationship_journal.domain.ideas import Idea, IdeaText, read_ideas
from relationship_journal.domain.offers import Offer, read_offers
from relationship_journal.i18n import LANGUAGES
from relationship_journal.paths import resources

FILES = {path.stem: path.read_text("utf-8") for path in sorted((resources() / "ideas").glob("*.toml"))}
IDEAS = tuple(idea for toml in FILES.values() for idea in read_ideas(toml))
OFFERS = tuple(offer for toml in FILES.values() for offer in read_offers(toml))
ALL: tuple[Idea | Offer, ...] = (*IDEAS, *OFFERS)
DOMAIN_OF = {1: "personal", 2: "personal", 3: "expertise", 4: "trade", 5: "work", 6: "work"}


def _fields(text: IdeaText) -> tuple[str, ...]:
    return text.title, text.words, text.act, text.returns


def test_there_are_enough_for_every_rung_and_every_facet() -> None:
    """A user on any rung, with a contact of whom any one thing is known."""
    assert min(Counter(idea.rung for idea in IDEAS)[rung] for rung in DOMAIN_OF) >= 22
    assert len(OFFERS) >= 44
    for pool in (IDEAS, OFFERS):
        assert {facet for each in pool for facet in each.facets} == set(FacetKind)


def test_each_rung_has_some_that_need_nothing_known() -> None:
    """A contact of whom nothing is known yet: three can still be shown on any rung, at any time of the year."""
    for rung in DOMAIN_OF:
        assert sum(idea.rung == rung and not (idea.facets or idea.season or idea.about) for idea in IDEAS) >= 3
    assert sum(not (offer.facets or offer.season or offer.about) for offer in OFFERS) >= 3


def test_ids_are_unique() -> None:
    """Ideas and offers share one space of ids, by which the user hides them."""
    assert [one for one, count in Counter(each.id for each in ALL).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_are_unique(language: str) -> None:
    """What was used before is known by its title."""
    assert [t for t, count in Counter(each.text(language).title for each in ALL).items() if count > 1] == []


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.id)
def test_each_is_whole_in_both_languages(each: Idea | Offer) -> None:
    """Title, words and act everywhere, a return for an idea; the words are one to three sentences."""
    assert set(each.texts) == set(LANGUAGES)
    for language, text in each.texts.items():
        assert all(_fields(text)[: 4 if isinstance(each, Idea) else 3])
        assert len(text.title) <= (48 if language == "en" else 16)
        assert text.words.count("{name}") == 1
        assert len(re.findall(r"[.?](?=\s|$)|[。？](?!”)", text.words)) in (1, 2, 3)
        for field in _fields(text):
            assert not re.search(r"[!！]|\{(?!name\})", field)
            assert field == field.strip()
        for field in (text.title, text.act, text.returns):
            assert "{" not in field
        chinese = any("一" <= letter <= "鿿" for letter in text.words)
        assert chinese == (language == "zh")
        assert "{" not in text.to_say(Contact(ContactId(1), "Ada Lindqvist"))


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.id)
def test_each_idea_keeps_to_its_rung(idea: Idea) -> None:
    """Rungs 1 and 2 are never about work; what is done at work is never answered with a present, a meal or money."""
    assert idea.domain == DOMAIN_OF[idea.rung]
    if idea.rung <= 2:
        assert FacetKind.WORK not in idea.facets
    if idea.rung >= 4:
        english, chinese = idea.text("en").returns, idea.text("zh").returns
        presents = r"(?i)\b(gifts?|presents?|dinner|lunch|meals?|coffee|bottles?|money|vouchers?|cakes?)\b"
        assert not re.search(presents, english)
        assert not re.search(r"礼|红包|请吃|吃饭|饭局|宴|茶|酒|特产|捎一份", chinese)

"""What a search finds, as a slow one finds it: every entry looked through, its people and its snippet read apart."""

import random
import re
from datetime import date, timedelta

import pytest

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.hit import Hit, HitKind
from relationship_journal.domain.problems import NotFound
from relationship_journal.domain.snippets import Finder
from relationship_journal.services.session import Session

TODAY = date(2026, 11, 23)
WORDS = (*"cherries Cherry the 体检报告 樱桃 樱花 茶叶 喝茶 偏高 physio 报价 Ｔｅａ 。".split(), "\n")
QUERIES = (*"樱 樱桃 cherr 茶 physio zzz".split(), "the cherr", "体检 偏高", '"the physio"', "报价 after:2026-10-01")
WORD = re.compile(r"[a-z]+")


@pytest.fixture(params=range(3))
def life(session: Session, request: pytest.FixtureRequest) -> Session:
    """Entries of chance words: of nobody, of one, of several in any order; some of it removed again."""
    chance = random.Random(request.param)
    people = [session.contacts.add(ContactDraft(name)).id for name in ("王建国", "Ann Lee", "李梅", "Tom", "樱子")]
    entries = []
    with session.batch(Gesture.IMPORTED):
        for _ in range(120):
            text = " ".join(chance.choices(WORDS, k=chance.randint(1, 90)))
            day = TODAY - timedelta(days=chance.randint(0, 60))
            theirs = tuple(chance.sample(people, chance.choice((0, 1, 1, 2, 3, 5))))
            entries.append(session.journal.keep(EntryDraft(text, day, contacts=theirs)).id)
    for who in people[:3]:
        favour = session.favours.add(FavourDraft(who, " ".join(chance.sample(WORDS[:9], 2))), today=TODAY).favour
        said = " ".join(chance.choices(WORDS[:9], k=30))
        session.favours.take_step(favour.id, StepDraft(StepKind.ASKED, TODAY, said), TODAY)
    session.journal.remove(chance.sample(entries, 20))
    session.contacts.remove([people[3]])
    return session


def slowly(session: Session, text: str) -> list[Hit]:
    """The entries in which `text` stands, newest first, each read by itself."""
    words, _, after = text.partition(" after:")
    phrase = words.startswith('"')
    terms = (words.strip('"'),) if phrase else tuple(words.split())
    hits = []
    for number in range(1, 200):
        try:
            entry = session.reads.entry(EntryId(number))
        except NotFound:
            continue
        if (not after or entry.day.isoformat() >= after) and all(stands(term, entry.text, phrase) for term in terms):
            names = tuple(session.reads.name_of(who) for who in entry.contacts)
            hits.append(Hit(HitKind.ENTRY, number, entry.contacts, names, entry.day, (entry.text,), terms))
    return sorted(hits, key=lambda hit: (hit.day, hit.id), reverse=True)


def stands(term: str, text: str, phrase: bool) -> bool:
    """Chinese anywhere, Latin where a word begins; a phrase whole, whatever signs stand in it."""
    if not term.isascii():
        return term in text
    words = WORD.findall(text.lower().replace("ｔｅａ", "tea"))
    if phrase:
        return f" {term} " in " ".join(["", *re.findall(r"\w+", text.lower()), ""])
    return any(word.startswith(term) for word in words)


def test_entries_as_the_slow_search_finds_them(life: Session) -> None:
    """The same entries in the same order, with their people in their order, their snippets and the words marked."""
    for text in QUERIES:
        found = list(life.search.find(f"{text} kind:entry", TODAY, limit=500))
        expected = slowly(life, text)
        assert found == expected, text
        for hit, same in zip(found, expected, strict=True):
            assert (hit.snippet, hit.marks) == Finder(same.terms).snippet(same.texts[0])
            assert not text.isalpha() or {hit.snippet[start:end].lower() for start, end in hit.marks} == {text}
        beside = [hit for hit in life.search.find(text, TODAY, limit=500) if hit.kind is HitKind.ENTRY]
        assert beside == expected, text
        assert life.search.find(f"{text} kind:entry", TODAY, limit=7) == tuple(expected[:7])


def test_of_one_contact_and_by_days_alone(life: Session) -> None:
    """A filter of people leaves everybody's name on what it finds; without any word the newest come first."""
    who = ContactId(2)
    theirs = [hit for hit in life.search.find("樱", TODAY, contact=who, limit=500) if hit.kind is HitKind.ENTRY]
    assert theirs == [hit for hit in slowly(life, "樱") if who in hit.contacts]
    assert any(len(hit.contacts) > 1 for hit in theirs)
    newest = life.search.find("with:Ann", TODAY, limit=30)
    assert [(hit.day, len(hit.names)) for hit in newest] == [
        (life.reads.entry(EntryId(hit.id)).day, len(hit.contacts)) for hit in newest
    ]
    assert list(newest) == sorted(newest, key=lambda hit: (hit.day, hit.id), reverse=True)
    assert all(not hit.marks for hit in newest)


def test_a_favour_is_known_by_its_title(life: Session) -> None:
    """Found by what was said at a step: the title goes before, and the marks stand where the words are."""
    for hit in life.search.find("kind:favour cherr", TODAY):
        favour = life.reads.favours()[hit.id - 1]
        assert hit.snippet.startswith(favour.title)
        assert {hit.snippet[start:end].lower() for start, end in hit.marks} == {"cherr"}


def test_nothing_is_cut_before_it_is_looked_at(life: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search makes no snippet; who asks for one pays for one."""
    cut: list[str] = []
    real = Finder.snippet

    def counted(finder: Finder, text: str) -> object:
        cut.append(text)
        return real(finder, text)

    monkeypatch.setattr(Finder, "snippet", counted)
    hits = life.search.find("樱", TODAY)
    assert len(hits) > 20
    assert cut == []
    assert "樱" in hits[-1].snippet
    assert len(cut) == 1

"""Search: Chinese from one character on, English prefixes, filters; the index follows every change."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from relationship_journal.domain.contact import Contact, Facet, FacetKind
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.hit import HitKind
from relationship_journal.services.session import Session
from relationship_journal.store.words import indexed, match_expression

TODAY = date(2026, 11, 23)


@pytest.fixture
def wang(session: Session) -> Contact:
    return session.contacts.add(
        ContactDraft("王建国", ("老王",), "澜海重工", facets=(Facet(FacetKind.HOBBY, "钓鱼"),), tags=("客户",))
    )


def found(session: Session, text: str) -> list[tuple[str, int]]:
    return [(hit.kind.value, hit.id) for hit in session.search.find(text, TODAY)]


def entries(session: Session, text: str) -> list[int]:
    return [hit.id for hit in session.search.find(text, TODAY) if hit.kind is HitKind.ENTRY]


def test_chinese_as_pairs() -> None:
    """A run of Chinese becomes overlapping pairs and its last character; Latin words stay."""
    assert indexed("和王建国 lunch").split() == ["和王", "王建", "建国", "国", "lunch"]
    assert match_expression(("建国",)) == '"建国"'
    assert match_expression(("国",)) == '"国" *'
    assert match_expression(("王建国", "lun")) == '"王建 建国" AND "lun" *'
    assert match_expression(("!?",)) == ""


def test_chinese_of_any_length(session: Session) -> None:
    """One character, two, or a whole name, at the beginning, in the middle and at the end of a run."""
    one = session.journal.keep(EntryDraft("今天和王建国吃饭。下雨", TODAY)).id
    for text in ("王", "国", "雨", "建国", "王建国", "吃饭", "今天和王建国吃饭"):
        assert entries(session, text) == [one], text
    for text in ("建饭", "饭下", "王国"):
        assert entries(session, text) == [], text


def test_english_by_the_beginning_of_words(session: Session) -> None:
    """`opti` finds the optician; capitals and accents do not matter; the inside of a word is not found."""
    one = session.journal.keep(EntryDraft("The Optician in Besançon called", TODAY)).id
    for text in ("opti", "OPTICIAN", "besancon", "optician called", "the opt", '"in Besançon"'):
        assert entries(session, text) == [one], text
    assert entries(session, "ptician") == []
    assert entries(session, '"the opt"') == []


def test_mixed_scripts_and_signs(session: Session) -> None:
    """Chinese and Latin side by side, full-width letters, and text that means something to the query language."""
    one = session.journal.keep(EntryDraft('用iPhone手机打call，ＡＢＣ公司 it\'s 100% "ok" NEAR(x)', TODAY)).id
    for text in ("iphone手机", "手机", "call", "abc公司", "it's", "100%", "NEAR", "NEAR(", "x)", "ok*", "- call"):
        assert entries(session, text) == [one], text


def test_the_index_follows_every_change(session: Session) -> None:
    """Edited, moved to another day, removed, undone: search finds what the journal holds."""
    entry = session.journal.keep(EntryDraft("樱桃一箱", TODAY))
    session.journal.edit(replace(entry, text="荔枝一箱", day=TODAY - timedelta(days=3)))
    assert (entries(session, "樱桃"), entries(session, "荔枝")) == ([], [entry.id])
    session.journal.remove([entry.id])
    assert entries(session, "荔枝") == []
    session.history.undo()
    session.history.undo()
    assert (entries(session, "樱桃"), entries(session, "荔枝")) == ([entry.id], [])


def test_entries_come_newest_first(session: Session) -> None:
    """By the day on which it happened, not by when it was written down."""
    ids = [session.journal.keep(EntryDraft("吃饭", TODAY - timedelta(days=days))).id for days in (5, 1, 9)]
    assert entries(session, "吃饭") == [ids[1], ids[0], ids[2]]


def test_contacts_by_name_pinyin_and_what_is_known(session: Session, wang: Contact) -> None:
    """Name, nickname, full spelling, initials, organisation, a tag, a facet."""
    for text in ("王建国", "老王", "wangjianguo", "wangj", "wjg", "澜海", "客户", "钓鱼", "lw"):
        assert ("contact", wang.id) in found(session, text), text
    session.contacts.save(replace(wang, name="李梅", nicknames=(), facets=()))
    assert found(session, "wjg") == []
    assert found(session, "钓鱼") == []
    assert found(session, "lm") == [("contact", wang.id)]
    session.contacts.remove([wang.id])
    assert found(session, "lm") == []


def test_favours_by_title_and_steps(session: Session, wang: Contact) -> None:
    """What it is about, and what was said at a step; with rung, day and whose it is."""
    favour = session.favours.add(FavourDraft(wang.id, "推荐老中医"), today=TODAY).favour
    step = StepDraft(StepKind.ASKED, TODAY - timedelta(days=2), "微信上问的")
    session.favours.take_step(favour.id, step, TODAY)
    for text in ("老中医", "微信"):
        (hit,) = session.search.find(text, TODAY)
        assert (hit.kind, hit.id, hit.names, hit.rung) == (HitKind.FAVOUR, favour.id, ("王建国",), 1)
        assert hit.day == TODAY - timedelta(days=2)


def test_filters(session: Session, wang: Contact) -> None:
    """with:, after:, before: and kind: narrow what the words find, and work without any word."""
    ann = session.contacts.add(ContactDraft("Ann Lee"))
    old = session.journal.keep(EntryDraft("吃饭", date(2025, 3, 1), EntryKind.MEAL, (wang.id, ann.id))).id
    new = session.journal.keep(EntryDraft("吃饭", date(2026, 3, 1), EntryKind.MEAL, (wang.id,))).id
    call = session.journal.keep(EntryDraft("电话里说吃饭", date(2026, 5, 1), EntryKind.CALL, (ann.id,))).id
    for text, expected in (
        ("吃饭 with:wjg", [new, old]),
        ("吃饭 with:老王 with:ann", [old]),
        ("with:lee", [call, old]),
        ("吃饭 after:2026", [call, new]),
        ("吃饭 after:2026-03-01 before:2026-03-01", [new]),
        ("before:2025", [old]),
        ("kind:call", [call]),
        ("吃饭 kind:meal after:2026", [new]),
        ("with:wang kind:meal before:2025", [old]),
        ("吃饭 with:nobody", []),
    ):
        assert entries(session, text) == expected, text
    assert found(session, "王 kind:contact") == [("contact", wang.id)]


def test_snippets_show_where(session: Session) -> None:
    """A long note is cut around the first place, on one line, and the places are marked in code points."""
    text = "很长的开头。" * 40 + "然后她说樱桃很好吃，\n下次 cherries again" + "尾" * 300
    session.journal.keep(EntryDraft(text, TODAY))
    for wanted in ("樱桃", "cherr"):
        (hit,) = session.search.find(wanted, TODAY)
        assert "\n" not in hit.snippet
        assert len(hit.snippet) <= 122
        assert {hit.snippet[start:end] for start, end in hit.marks} == {wanted}
    (hit,) = session.search.find("𠮷", TODAY) or session.search.find("again", TODAY)
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["again"]

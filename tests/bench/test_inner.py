"""The inner measurements: what happens once for each note, letter, row or file. Run by `dev.py bench inner`; a test run
skips them, since how fast a machine is proves nothing. `said` gives a row its name and its goal in milliseconds."""

import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from relationship_journal.domain.chat import chat_turns
from relationship_journal.domain.contact import Contact, ContactId
from relationship_journal.domain.next_step import next_step
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.search_query import parse
from relationship_journal.domain.situation import situation_of
from relationship_journal.domain.snippets import Finder
from relationship_journal.importers.charset import decode
from relationship_journal.importers.plan import Source
from relationship_journal.importers.recognise import plan
from relationship_journal.reading.note import KnownContact, Note
from relationship_journal.reading.reader import read
from relationship_journal.store.pinyin import keys
from relationship_journal.store.words import indexed
from tests.bench.invented_notes import note
from tests.domain.stories import SETTINGS, TODAY, received

LABELLED = Path(__file__).parents[1] / "data/notes/dev.jsonl"


def said(benchmark: BenchmarkFixture, what: str, most: float | None = None) -> None:
    """The name of the row, and the milliseconds that its median may take, where there is a goal."""
    benchmark.extra_info.update(what=what, most=most)


def long_note(language: str) -> Note:
    """Labelled notes of one language, put together until they have 2,000 characters, with all whom they name."""
    labelled: list[dict[str, Any]] = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]
    text, contacts = "", {}
    for one in labelled:
        if one["lang"] == language and len(text) < 2000:
            text += one["text"] + "\n"
            for known in one["contacts"]:
                contacts[known["name"]] = KnownContact(known["name"], tuple(known.get("nicknames", ())))
    return Note(text[:2000], date(2026, 6, 24), tuple(contacts.values()))


@pytest.mark.parametrize(("language", "called"), [("zh", "Chinese"), ("en", "English")])
def test_reading_a_note(benchmark: BenchmarkFixture, language: str, called: str) -> None:
    """All that the note reader does, its vocabulary loaded."""
    said(benchmark, f"read a note of 2,000 characters, {called}", 50)
    long = long_note(language)
    assert benchmark(read, long).steps


def test_the_next_step(benchmark: BenchmarkFixture) -> None:
    """A relationship with twenty closed loops and one that waits."""
    said(benchmark, "next step after twenty favours")
    story = "asked@{0} granted@{0} acted_on@{0} thanked@{0} returned@{0}:3"
    favours = [received(f"Favour {n}", 1 + n % 3, story.format(400 - n * 17)) for n in range(20)]
    relationship = Relationship(Contact(ContactId(1), "Anna Lowe"), (*favours, received("Now", 2, "asked@3")))
    assert benchmark(lambda: next_step(situation_of(relationship, SETTINGS, TODAY))).action


def test_indexing_a_note(benchmark: BenchmarkFixture) -> None:
    """Pairs of characters of an entry of usual length."""
    said(benchmark, "words of an entry for the index")
    text = note(Random(4), length=900)
    assert indexed(text) == benchmark(indexed, text)


def test_a_snippet(benchmark: BenchmarkFixture) -> None:
    """The piece of an entry around what was searched for."""
    said(benchmark, "snippet of one entry")
    text = note(Random(5), length=600) + "樱桃两箱"
    assert benchmark(Finder(["樱桃"]).snippet, text)[1]


def test_a_query(benchmark: BenchmarkFixture) -> None:
    """What was typed into search, taken apart."""
    said(benchmark, "query taken apart")
    assert benchmark(parse, "kind:call since:2026-01 cherries 樱桃", TODAY).words


def test_pinyin(benchmark: BenchmarkFixture) -> None:
    """What a name is found by."""
    said(benchmark, "pinyin of a name")
    assert "ouyang" in benchmark(keys, "欧阳文博")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "shift_jis"])
def test_an_encoding(benchmark: BenchmarkFixture, encoding: str) -> None:
    """A text file of some 4,000 characters that does not say how it is written."""
    said(benchmark, f"encoding of a file told: {encoding}")
    text = "昨日お会いした件、ありがとうございました。\n" * 190 if encoding == "shift_jis" else "下午通了电话。\n" * 500
    assert benchmark(decode, text.encode(encoding)) == text


def test_a_chat(benchmark: BenchmarkFixture) -> None:
    """Two hundred turns as a messenger copies them."""
    said(benchmark, "chat of 200 turns taken apart")
    turns = [f"{who} 2026/6/{1 + n // 10} 10:{n % 10:02}\n明天见？\n" for n in range(100) for who in "林周"]
    assert len(benchmark(chat_turns, "\n".join(turns))) == len(turns)


def test_a_file(benchmark: BenchmarkFixture) -> None:
    """From bytes and a name to what is to be kept."""
    said(benchmark, "text file told apart and planned")
    content = note(Random(6), length=900).encode()
    assert benchmark(plan, Source("call.txt", content)).entries

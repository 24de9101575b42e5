"""The example journal, made for real in both languages."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.loop import State, loop_of
from relationship_journal.services.example import prepare_example
from relationship_journal.services.session import Session

TODAY = date(2026, 11, 23)


@pytest.fixture(params=["en", "zh"])
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return prepare_example(tmp_path, request.param, TODAY)


def test_it_is_a_believable_year_and_a_half(example: Path) -> None:
    """Forty contacts, at least 150 entries, favours in every state of either direction, nothing in the future."""
    with closing(Session.open(example)) as session:
        facts = session.reads.info()
        settings = session.settings.numbers()
        states = {
            (favour.direction.value, loop_of(favour, TODAY, settings).state) for favour in session.reads.favours()
        }
        assert facts.contacts == 40
        assert facts.entries >= 150
        assert {state for direction, state in states if direction == "received"} >= {
            State(word)
            for word in "idea planned asked unanswered declined granted acted_on thanked returned closed let_go".split()
        }
        assert {state for direction, state in states if direction == "given"} >= {
            State(word) for word in "asked offered promised done acknowledged declined let_go".split()
        }


def test_it_is_kept_for_the_day_and_made_anew_on_the_next(tmp_path: Path) -> None:
    """Its days count from the day it is opened, so an untouched one is told again tomorrow."""
    first = prepare_example(tmp_path, "en", TODAY)
    made = first.stat().st_mtime_ns
    assert prepare_example(tmp_path, "en", TODAY) == first
    assert first.stat().st_mtime_ns == made
    prepare_example(tmp_path, "en", TODAY + timedelta(days=1))
    with closing(Session.open(first)) as session:
        assert session.reads.memo("example_made") == (TODAY + timedelta(days=1)).isoformat()


def test_what_the_user_wrote_in_it_is_never_lost(tmp_path: Path) -> None:
    """One entry of the user's own, and it stays as it is on every later day."""
    path = prepare_example(tmp_path, "en", TODAY)
    with closing(Session.open(path)) as session:
        entry = session.journal.keep(EntryDraft("Mine", TODAY))
    prepare_example(tmp_path, "en", TODAY + timedelta(days=30))
    with closing(Session.open(path)) as session:
        assert session.reads.entry(entry.id).text == "Mine"

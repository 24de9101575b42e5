"""The generator makes journals that the program opens, the same for the same numbers."""

from pathlib import Path

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.services.session import Session
from tests.bench.make_journal import UNTIL, main, make


def test_a_made_journal_is_a_journal(tmp_path: Path) -> None:
    """Sixty entries, nine contacts and twelve favours, as asked for on the command line, read by the services."""
    path = tmp_path / "made.rjdb"
    assert main([str(path), "--entries", "60", "--contacts", "9", "--favours", "12"]) == 0
    session = Session.open(path)
    assert session.reads.timeline_count(EVERYONE) == 60
    assert len(session.reads.contact_rows(UNTIL)) == 9
    assert len(session.reads.favours()) == 12
    assert all(favour.steps for favour in session.reads.favours())
    session.close()


def test_the_same_numbers_make_the_same_journal(tmp_path: Path) -> None:
    """What is measured today can be measured again."""
    rows = []
    for name in ("one.rjdb", "other.rjdb"):
        make(tmp_path / name, entries=40, contacts=5, favours=6)
        session = Session.open(tmp_path / name)
        rows.append((session.reads.timeline(EVERYONE, limit=40), session.reads.relationship(ContactId(1))))
        session.close()
    assert rows[0] == rows[1]


def test_one_contact_holds_a_fifth(tmp_path: Path) -> None:
    """As skewed as life: the first contact has the most entries by far."""
    make(tmp_path / "made.rjdb", entries=300, contacts=30, favours=0)
    session = Session.open(tmp_path / "made.rjdb")
    counts = [session.reads.timeline_count(ContactId(number)) for number in range(1, 31)]
    assert counts[0] == max(counts) > 60
    assert sum(counts) == 300
    session.close()

"""The window of rows: what is held of a long timeline, and that estimates meet the truth at both ends."""

from datetime import timedelta

from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.entry import EntryId, EntryKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.domain.timeline import EntryKey
from relationship_journal.ui.timeline.links import find_links, utf16
from relationship_journal.ui.timeline.row_window import MOST, PAGE, RowWindow, read_around

from .conftest import TODAY, Journal


def filled(journal: Journal, count: int) -> list[EntryKey]:
    """So many entries, two a day, and their keys newest first."""
    with journal.session.batch(Gesture.IMPORTED):
        for number in range(count):
            day = TODAY - timedelta(days=number // 2)
            journal.session.journal.keep(EntryDraft(f"n{number}", day, EntryKind.NOTE, (journal.helen,)))
    return [row.key for row in journal.session.reads.timeline(EVERYONE, limit=count)]


def test_walking_down_and_up_meets_every_row_once(journal: Journal) -> None:
    """From the newest to the oldest and back each row is met in its place; no more than MOST are held."""
    keys = filled(journal, MOST + 3 * PAGE)
    reads = journal.session.reads
    window = read_around(reads, EVERYONE, None, 1, PAGE)
    assert (window.first, window.total) == (0, len(keys))
    while window.older:
        window = window.with_older(reads.timeline(EVERYONE, before=window.rows[-1].key, limit=PAGE))
        assert [row.key for row in window.rows] == keys[window.first : window.first + len(window.rows)]
        assert len(window.rows) <= MOST
    assert window.first + len(window.rows) == len(keys)
    while window.newer:
        window = window.with_newer(reads.timeline(EVERYONE, after=window.rows[0].key, limit=PAGE))
        assert [row.key for row in window.rows] == keys[window.first : window.first + len(window.rows)]
    assert window.first == 0


def test_the_rows_around_a_key(journal: Journal) -> None:
    """Around a row in the middle stand newer and older ones; a row that is gone leaves its place."""
    keys = filled(journal, 200)
    window = read_around(journal.session.reads, EVERYONE, keys[100], 30, 90)
    assert window.first == 70
    assert window.index_of(keys[100]) == 30
    journal.session.journal.remove([EntryId(keys[100].entry)])
    window = read_around(journal.session.reads, EVERYONE, keys[100], 30, 90)
    assert window.index_of(keys[100]) is None
    nearest = window.nearest(keys[100])
    assert nearest is not None
    assert window.rows[nearest].key == keys[101]


def test_an_empty_page_corrects_the_count() -> None:
    """Where nothing older comes although something was expected, the end is here."""
    window = RowWindow((), 0, 7).with_older(())
    assert (window.total, window.older) == (0, 0)


def test_links_in_two_languages() -> None:
    """Addresses end before punctuation, Chinese punctuation too; mail addresses are links."""
    text = "看 https://example.org/a?b=1。再看 (www.example.com), or write to tom@example.net."
    assert [address for _first, _last, address in find_links(text)] == [
        "https://example.org/a?b=1",
        "https://www.example.com",
        "mailto:tom@example.net",
    ]


def test_offsets_beyond_the_basic_plane() -> None:
    """Qt counts UTF-16 units: what stands behind an emoji is one further."""
    text = "a😀b"
    assert utf16(text, 2) == 3

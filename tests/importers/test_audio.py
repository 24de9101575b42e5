"""Recordings made by real programs: told by their bytes, with how long they are, kept whole."""

from pathlib import Path

import pytest

from relationship_journal.importers import Source, plan

FILES = sorted((Path(__file__).resolve().parents[1] / "data/files/audio").iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.suffix)
def test_a_recording_says_how_long_it_is(path: Path) -> None:
    """2.2 seconds, by sox and ffmpeg, in every usual format and under a wrong name."""
    content = path.read_bytes()
    made = plan(Source("memo.txt", content))
    file = made.entries[0].files[0]
    assert (made.format, file.content, made.entries[0].text) == ("audio", content, "")
    assert file.media_type.startswith("audio/")
    assert file.media_type.endswith("; duration=2")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.suffix)
@pytest.mark.parametrize("length", [4, 12, 40, 100, 400])
def test_a_recording_cut_off_is_kept(path: Path, length: int) -> None:
    """A recorder whose battery ended: whatever the head still says, the file is kept."""
    content = path.read_bytes()[:length]
    assert plan(Source(path.name, content)).entries[0].files[0].content == content

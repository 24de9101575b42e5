"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from relationship_journal.domain.problems import Problem
from relationship_journal.services.whole_file import write_whole


def test_the_new_file_stands_in_place_of_the_old_one(tmp_path: Path) -> None:
    """Nothing else is left in the folder."""
    file = tmp_path / "week.md"
    file.write_bytes(b"old and longer")
    write_whole(file, b"new")
    assert [(child.name, child.read_bytes()) for child in tmp_path.iterdir()] == [("week.md", b"new")]


def test_where_it_cannot_be_written_nothing_is_left(tmp_path: Path) -> None:
    """A folder of that name stands there, or there is no such folder: one sentence, and all is as before."""
    (tmp_path / "week.md").mkdir()
    for path in (tmp_path / "week.md", tmp_path / "gone" / "week.md"):
        with pytest.raises(Problem, match="could not be written"):
            write_whole(path, b"new")
    assert [child.name for child in tmp_path.iterdir()] == ["week.md"]

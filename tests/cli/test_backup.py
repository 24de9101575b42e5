"""`backup` and `restore` as a script meets them."""

import json
from pathlib import Path

from tests.cli.conftest import Shell


def test_a_journal_is_backed_up_and_comes_back(shell: Shell, tmp_path: Path) -> None:
    """Backed up, written to, restored: the backup's contacts are there, the later ones in the file kept aside."""
    shell("contact", "add", "Helen Zhou")
    place = tmp_path / "stick" / "clients copy.rjdb"
    place.parent.mkdir()
    assert shell("backup", "-o", str(place)) == {"path": str(place), "verified": True}
    assert shell("info")["last_backup"] == "2026-11-23"
    shell("contact", "add", "Tom Okafor")
    answer = shell("restore", str(place))
    assert answer == {
        "path": str(shell.journal),
        "verified": True,
        "kept": str(tmp_path / "clients.before-restore.rjdb"),
    }
    assert [contact["name"] for contact in shell("contact", "list")] == ["Helen Zhou"]
    later = Shell(Path(answer["kept"]), shell._capsys)
    assert len(later("contact", "list")) == 2


def test_without_a_name_the_backup_lies_beside_the_journal(shell: Shell) -> None:
    """Two on one day have two names."""
    names = [Path(shell("backup")["path"]).name for _ in range(2)]
    assert names == ["clients.backup-2026-11-23.rjdb", "clients.backup-2026-11-23-2.rjdb"]


def test_nothing_is_overwritten(shell: Shell, tmp_path: Path) -> None:
    """A file that stands there stays; a folder that is not there is said in one sentence."""
    note = tmp_path / "note.txt"
    note.write_text("mine")
    for target in (note, tmp_path / "nowhere" / "copy.rjdb"):
        status, out, err = shell.status("backup", "-o", str(target))
        assert (status, out) == (1, "")
        assert len(err.splitlines()) == 1
    assert note.read_text() == "mine"


def test_a_journal_that_was_lost_comes_back(shell: Shell, tmp_path: Path) -> None:
    """The file is gone; what stands in the backup is a journal again, and nothing was there to keep."""
    shell("contact", "add", "Helen Zhou")
    place = shell("backup")["path"]
    shell.journal.unlink()
    assert shell("restore", place)["kept"] is None
    assert len(shell("contact", "list")) == 1


def test_within_a_batch(shell: Shell, tmp_path: Path) -> None:
    """Backed up, written to and restored in one process, as a nightly script does."""
    lines = tmp_path / "lines"
    lines.write_text(
        f"contact add Helen\nbackup -o {tmp_path}/b.rjdb\ncontact add Tom\nrestore {tmp_path}/b.rjdb\ncontact list\n"
    )
    status, out, _err = shell.status("batch", str(lines))
    assert status == 0
    assert [one["name"] for one in json.loads(out.splitlines()[-1])["result"]] == ["Helen"]

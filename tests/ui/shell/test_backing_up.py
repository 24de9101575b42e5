"""Backing up from the menu of the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from relationship_journal.services.session import Session

from .conftest import Shell


def test_the_menu_backs_up_while_one_works(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is chosen, an ending given to it; what stood there is replaced, and the window says when it is done."""
    (tmp_path / "copy.rjdb").write_text("an old one")
    offered: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(tmp_path / "copy"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    said: list[str] = []
    shell.context.notices.said.connect(lambda notice: said.append(notice.message.text))
    shell.act("journal.backup")
    assert offered == ["journal.backup-2026-04-30.rjdb"]
    assert said == ["Backing up to {name}…", "Backed up to {name}, compared and found the same."]
    copy = Session.open(tmp_path / "copy.rjdb")
    assert copy.reads.info().entries == shell.session.reads.info().entries == 2
    copy.close()
    assert shell.session.reads.info().last_backup == "2026-04-30"


def test_a_place_that_cannot_be_written_to_is_said(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is gone by the time: one sentence, and the journal goes on."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "copy.rjdb"), ""))
    problems: list[str] = []
    shell.context.notices.said.connect(lambda notice: problems.append(notice.message.text) if notice.is_problem else 0)
    shell.act("journal.backup")
    assert problems == ["{name} could not be written: {reason}."]

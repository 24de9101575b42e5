"""The command line as a script meets it: each command is run and its answer read."""

import json
from pathlib import Path
from typing import Any

import pytest

from relationship_journal.cli.program import run


class Shell:
    """Runs commands on one journal, on one day."""

    def __init__(self, journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.journal = journal
        self._capsys = capsys
        self.today = "2026-11-23"

    def status(self, *words: str) -> tuple[int, str, str]:
        """Exit status, standard output and standard error."""
        status = run(["--journal", str(self.journal), "--language", "en", "--today", self.today, *words])
        printed = self._capsys.readouterr()
        return status, printed.out, printed.err

    def __call__(self, *words: str) -> Any:
        """The JSON of a command that must succeed."""
        status, out, err = self.status(*words, "--json")
        assert status == 0, err
        return json.loads(out)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A new journal."""
    made = Shell(tmp_path / "clients.rjdb", capsys)
    made("init")
    return made

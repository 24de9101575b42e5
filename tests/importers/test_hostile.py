"""Hostile files: every one kept whole, with a sentence or the words that could be had, in little memory and time."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importers.hostile import KINDS

ROOT = Path(__file__).parents[2]
READ = {"text of 50 MB", "text of 50 MB in one line", "text of 50 MB in GBK", "docx, text bomb", "rtf, numbers"}
"""Of which the beginning is read, or all that makes sense; of the others there may be nothing."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_file_harms_nobody(kind: str, tmp_path: Path) -> None:
    """Taken in by a process with little memory, under a name that climbs out of its folder."""
    file = tmp_path / "hostile"
    file.write_bytes(KINDS[kind]())
    done = subprocess.run(
        [sys.executable, "-m", "tests.importers.hostile", str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told["kept"]
    assert told["peak"] < 150
    assert told["seconds"] < 60
    assert told["text"] > 0 if kind in READ else told["text"] > 0 or all(told["sentences"])
    if told["sentences"][0]:
        english, chinese = told["sentences"]
        assert re.search("[\u4e00-\u9fff]", chinese)
        assert kind in READ or "xy.txt" in english
        assert ".." not in english

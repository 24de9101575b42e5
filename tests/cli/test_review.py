"""The weekly review on the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Shell

SECTIONS = "close_loops keep_my_word waiting ready untested cooling coming_up unsorted moved".split()


@pytest.fixture
def helen(shell: Shell) -> dict[str, Any]:
    """Somebody who granted something three weeks ago."""
    contact = shell("contact", "add", "Helen Zhou")["id"]
    steps = ("--step", "asked@2026-11-01", "--step", "granted@2026-11-02")
    return {"contact": contact, "favour": shell("favour", "add", "-c", "Helen Zhou", "Optician", *steps)["id"]}


def test_the_review_has_nine_sections_and_a_plan(shell: Shell, helen: dict[str, Any]) -> None:
    """Rows name the contact by id, the favour, the step to record and the days since it was granted."""
    shell("entry", "add", "A note of nobody")
    review = shell("review")
    assert (review["today"], list(review["sections"])) == ("2026-11-23", SECTIONS)
    row = review["sections"]["close_loops"][0]
    assert {key: row[key] for key in ("contact", "name", "favour", "step", "days", "rung")} == {
        **helen, "name": "Helen Zhou", "step": "acted_on", "days": 21, "rung": 1,
    }  # fmt: skip
    assert row["because"]
    assert review["sections"]["unsorted"][0]["entry"] == "e1"
    planned = review["plan"][0]
    assert (planned["contact"], planned["favour"], planned["done"]) == (helen["contact"], helen["favour"], False)


def test_without_save_nothing_is_kept(shell: Shell, helen: dict[str, Any]) -> None:
    """Only `--save` makes a plan that the next review is compared with."""
    shell("review")
    assert not any("plan" in row["because"] for row in shell("review")["sections"]["moved"])
    shell("review", "--save")
    shell.today = "2026-11-30"
    assert [row["because"] for row in shell("review")["sections"]["moved"]] == [
        "Last week's plan: 0 of 1 planned thing done."
    ]


def test_a_row_is_put_off_until_its_day(shell: Shell, helen: dict[str, Any]) -> None:
    """Absent before it, back on it."""
    assert shell("review", "snooze", "Helen Zhou", "--favour", helen["favour"], "--until", "2026-11-30") == {
        **helen, "until": "2026-11-30",
    }  # fmt: skip
    assert shell("review")["sections"]["close_loops"] == []
    shell.today = "2026-11-30"
    assert len(shell("review")["sections"]["close_loops"]) == 1


def test_the_plan_is_made_ticked_and_shortened(shell: Shell, helen: dict[str, Any]) -> None:
    """Lines count from 1."""
    shell("review", "plan", "add", "Helen Zhou", "Send the cherries", "--day", "friday")
    plan = shell("review", "plan", "add", "Helen Zhou", "Call")
    assert [(item["text"], item["day"]) for item in plan] == [("Send the cherries", "2026-11-27"), ("Call", None)]
    assert [item["done"] for item in shell("review", "plan", "done", "1")] == [True, False]
    assert [item["text"] for item in shell("review", "plan", "remove", "1")] == ["Call"]
    assert shell("review", "plan")[0]["text"] == "Call"
    assert shell.status("review", "plan", "done", "9")[0] == 1


def test_the_review_is_written_in_every_format(shell: Shell, helen: dict[str, Any], tmp_path: Path) -> None:
    """Text to the terminal, Markdown and HTML into files."""
    assert "Helen Zhou" in shell.status("review")[1]
    for name, begins in (("markdown", b"# Weekly review"), ("html", b"<!DOCTYPE html>")):
        path = tmp_path / f"week.{name}"
        shell("review", "--format", name, "-o", str(path))
        assert path.read_bytes().startswith(begins)
    assert shell.status("review", "--format", "pdf")[0] == 2
    status, _out, err = shell.status("review", "--format", "html", "-o", str(tmp_path / "no" / "such.html"))
    assert (status, len(err.splitlines())) == (1, 1)


def test_the_review_is_printed_without_a_window(shell: Shell, helen: dict[str, Any], tmp_path: Path) -> None:
    """A process of its own, as Qt would stay in this one; no display is needed."""
    path = tmp_path / "week.pdf"
    words = ["--journal", str(shell.journal), "review", "--format", "pdf", "-o", str(path)]
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "relationship_journal", *words], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert path.read_bytes().startswith(b"%PDF-")


def test_next_has_ideas_with_words_and_reasons(shell: Shell, helen: dict[str, Any]) -> None:
    """Up to three, each with the words to say and why."""
    ideas = shell("next", "Helen Zhou")["ideas"]
    assert 1 <= len(ideas) <= 3
    assert all(idea["id"] and idea["text"] and idea["because"] for idea in ideas)
    assert "{name}" not in json.dumps(ideas)

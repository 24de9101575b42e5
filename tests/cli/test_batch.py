"""`batch`: commands line by line, each with its answer, stopping at nothing."""

import json
from pathlib import Path

from tests.cli.conftest import Shell


def test_a_batch_answers_line_by_line_and_stops_at_nothing(shell: Shell, tmp_path: Path) -> None:
    """Each line has its status; the exit status tells that one failed."""
    lines = tmp_path / "commands"
    lines.write_text('contact add "Tom Okafor" --org "Delta Paper"\ncontact show Nobody\nnonsense\nfavour list\n')
    status, out, _err = shell.status("batch", str(lines))
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 3
    assert [answer["status"] for answer in answers] == [0, 1, 2, 0]
    assert answers[0]["result"]["name"] == "Tom Okafor"
    assert "Nobody" in answers[1]["error"]


def test_nonsense_in_a_batch_never_stops_it_nor_prints_beside_it(shell: Shell, tmp_path: Path) -> None:
    """CLI.md: a batch stops at nothing, a line a command; numbers too large to keep and calls for help included."""
    lines = (
        "contact add Helen",
        "favour add -c Helen t --weight 1000000000000000000000000",
        "favour show f1000000000000000000000000",
        "entry list --limit 99999999999999999999",
        "contact add Tom --cadence -3",
        "next --help",
        "--version",
        "contact list",
    )
    (tmp_path / "lines.txt").write_text("\n".join(lines), "utf-8")
    status, out, _err = shell.status("batch", str(tmp_path / "lines.txt"))
    answers = [json.loads(line) for line in out.splitlines()]
    assert (status, [answer["status"] for answer in answers]) == (3, [0, 2, 1, 2, 2, 2, 2, 0])
    assert [one["name"] for one in answers[-1]["result"]] == ["Helen"]


def test_a_line_of_a_batch_is_judged_alone(shell: Shell, tmp_path: Path) -> None:
    """CLI.md: one command a line, stopping at nothing: a broken line is one answer, a form feed or U+2028 no line end.

    A line may choose its language, for its result as for its refusal.
    """
    broken = b"contact add \xff\xfe\r\n"
    noted = 'entry add "one\u2028two\x0cthree"\r\n'
    whole = noted + "ask-check Helen --rung 1 --language zh\nnext Tom --language zh\nnext Tom\n"
    (tmp_path / "lines.txt").write_bytes(b"contact add Helen\n" + broken + whole.encode())
    _status, out, _err = shell.status("batch", str(tmp_path / "lines.txt"))
    answers = [json.loads(line) for line in out.split("\n") if line]
    assert [answer["status"] for answer in answers] == [0, 2, 0, 0, 1, 1]
    assert answers[2]["result"]["text"].startswith("one")
    assert "。" in answers[3]["result"][0]["because"]
    assert "。" in answers[4]["error"]
    assert answers[5]["error"] == "Nobody in the journal is called Tom."

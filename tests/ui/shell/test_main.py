"""What the words after the program's name lead to: the window, or the command line."""

import pytest

from relationship_journal.main import main, window_wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], {}),
        (["--example"], {"--example": ""}),
        (["--journal", "a.rjdb"], {"--journal": "a.rjdb"}),
        (["--journal=a b.rjdb", "--language=zh"], {"--journal": "a b.rjdb", "--language": "zh"}),
        (["--today", "2026-04-30", "--example"], {"--today": "2026-04-30", "--example": ""}),
        (["/home/me/mine.rjdb"], {"--journal": "/home/me/mine.rjdb"}),
    ],
)
def test_without_a_command_the_window_opens(words: list[str], wanted: dict[str, str]) -> None:
    """Options alone, or a journal that was double-clicked, ask for the window."""
    assert window_wanted(words) == wanted


@pytest.mark.parametrize(
    "words", [["info"], ["--help"], ["--version"], ["--language", "xx"], ["--journal"], ["mine.rjdb", "info"], ["--no"]]
)
def test_everything_else_is_for_the_command_line(words: list[str]) -> None:
    """Commands and wrong usage alike."""
    assert window_wanted(words) is None


def test_a_day_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """`--today nonsense` without a command: the command line says what is wrong, and no window opens."""
    assert main(["--today", "nonsense"]) == 2
    assert "Traceback" not in capsys.readouterr().err

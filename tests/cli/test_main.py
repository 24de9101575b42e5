"""Which of the two is asked for: the window, or the command line."""

from pathlib import Path

from relationship_journal.main import window_wanted


def test_a_file_named_alone_is_opened_in_the_window(tmp_path: Path) -> None:
    """Double-clicked: a journal, there or not, and any other file, of which the window says that it is none."""
    notes = tmp_path / "notes.txt"
    notes.write_text("Saw Helen.", encoding="utf-8")
    gone = str(tmp_path / "gone.rjdb")
    assert window_wanted([str(notes)]) == {"--journal": str(notes)}
    assert window_wanted([gone]) == {"--journal": gone}
    assert window_wanted([]) == {}


def test_commands_and_wrong_usage_are_for_the_command_line(tmp_path: Path) -> None:
    """A command, an unknown one, a file that is not there, a language that the program does not speak."""
    for given in (["info"], ["inof"], [str(tmp_path / "gone.txt")], ["--language", "xx"], ["--today"]):
        assert window_wanted(given) is None

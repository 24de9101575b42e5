"""Where the program begins: without a command the window opens, else the command line answers.

Nothing is imported before it is known which of the two: the window is to show at once.
"""

import sys

_WITH_VALUE = ("--journal", "--language", "--today")
_EXAMPLE = "--example"
_BESIDE = "--beside"  # `beside.helper.OPTION`, which is not imported for every start
SUFFIX = ".rjdb"


def main(arguments: list[str] | None = None) -> int:
    """Run the program with `arguments` (default: those of the process) and return its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if given == [_BESIDE]:
        from relationship_journal.beside import helper

        return helper.main()
    wanted = window_wanted(given)
    status = None if wanted is None else _open_window(wanted)
    if status is None:
        from relationship_journal.cli.program import run

        return run(given)
    return status


def window_wanted(given: list[str]) -> dict[str, str] | None:
    """The options if the window is asked for; None if the command line has to answer, wrong usage included.

    A file named alone is a journal that was double-clicked.
    """
    wanted: dict[str, str] = {}
    rest = list(given)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name == _EXAMPLE and not equals:
            wanted[name] = ""
        elif name in _WITH_VALUE and (equals or rest):
            wanted[name] = value if equals else rest.pop(0)
        elif not rest and not name.startswith("-") and _is_file(name + equals + value):
            wanted["--journal"] = name + equals + value
        else:
            return None
    return wanted if wanted.get("--language", "en") in ("en", "zh") else None


def _is_file(name: str) -> bool:
    """Whether a file is named: of one that is no journal the window says so. No command has a dot in its name."""
    from pathlib import Path

    return name.endswith(SUFFIX) or ("." in name and Path(name).is_file())


def _open_window(wanted: dict[str, str]) -> int | None:
    """The window's exit status; None where a value makes no sense, which the command line then says."""
    import gc

    gc.disable()  # what starting makes stays; `ui.garbage` collects afterwards
    from datetime import date
    from pathlib import Path

    today = None
    if "--today" in wanted:
        from relationship_journal.reading.days import read_day

        today = read_day(wanted["--today"], date.today())
        if today is None:
            return None
    from relationship_journal.ui.app import run

    journal = Path(wanted["--journal"]).expanduser().absolute() if "--journal" in wanted else None
    return run(journal, language=wanted.get("--language"), example=_EXAMPLE in wanted, today=today)

"""The window's program: makes the application, reads the clock, keeps the log, and runs until the window closes."""

import sys
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from relationship_journal import __version__, paths
from relationship_journal.services.preferences import Preferences

from .desk import Desk
from .garbage import Garbage
from .theme import Scheme, current_theme
from .theme.theme import STARTING
from .words_in_use import WordsInUse, language_of_the_system

if TYPE_CHECKING:
    from logging import Logger

_LOG_SIZE = 200_000  # bytes: some hundred errors, and one file before
_STYLE = ("-style", "fusion")  # as an argument: asking for it later would first make the desktop's own


def run(
    journal: Path | None = None, *, language: str | None = None, example: bool = False, today: date | None = None
) -> int:
    """Show the window and run until it is closed; the exit status. None: as the user left it."""
    application = QApplication([*sys.argv[:1], *_STYLE])
    application.setProperty(STARTING, True)
    application.setApplicationName("relationship-journal")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("relationship-journal")
    sys.excepthook = partial(_log_error, paths.user_log())
    Garbage(application)
    desk = make_desk(application, today_is(today), language)
    desk.begin(journal, example=example)
    status = application.exec()
    desk.close_journal()
    return status


def make_desk(application: QApplication, today: Callable[[], date], language: str | None = None) -> Desk:
    """The desk with the user's language and theme. `language` holds for this time only."""
    preferences = Preferences(paths.user_settings())
    words = WordsInUse(paths.resources() / "locale")
    words.use(language or preferences.text("language") or language_of_the_system())
    theme = preferences.text("theme", Scheme.SYSTEM.value)
    if theme in set(Scheme):
        current_theme().choose(Scheme(theme))
    return Desk(application, preferences, words, today, language_is_fixed=language is not None)


def today_is(fixed: date | None) -> Callable[[], date]:
    """Tells the day: the one that was fixed, else the computer's."""
    return (lambda: fixed) if fixed is not None else date.today


def _log_error(folder: Path, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """The error's kind and the places go into a small file in `folder`; its text may quote the journal: left out."""
    import traceback

    places = "".join(
        f"\n  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    )
    _log(folder).error("%s%s", kind.__name__, places)
    if sys.stderr is not None:
        sys.stderr.write(f"{kind.__name__}{places}\n")


@cache
def _log(folder: Path) -> "Logger":
    """The log, made when there is something to write."""
    import logging
    from logging.handlers import RotatingFileHandler

    log = logging.getLogger("relationship_journal")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "errors.log", maxBytes=_LOG_SIZE, backupCount=1, encoding="utf-8")
    except OSError:
        log.addHandler(logging.NullHandler())
        return log
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)
    return log

"""The window's program: makes the application, reads the clock, keeps the log, and runs until the window closes."""

import logging
import sys
import traceback
from collections.abc import Callable
from datetime import date
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from relationship_journal import __version__, paths
from relationship_journal.services.preferences import Preferences

from .desk import Desk
from .garbage import Garbage
from .theme import Scheme, current_theme
from .words_in_use import WordsInUse, language_of_the_system

_LOG_SIZE = 200_000  # bytes: some hundred errors, and one file before
log = logging.getLogger("relationship_journal")


def run(
    journal: Path | None = None, *, language: str | None = None, example: bool = False, today: date | None = None
) -> int:
    """Show the window and run until it is closed; the exit status. None: as the user left it."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("relationship-journal")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("relationship-journal")
    keep_log(paths.user_log())
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


def keep_log(folder: Path) -> None:
    """Write errors into a small file: where they happened, never what the journal holds."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "errors.log", maxBytes=_LOG_SIZE, backupCount=1, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)
    sys.excepthook = _log_error


def _log_error(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """The error's kind and the places; its text may quote the journal and is left out."""
    places = "".join(
        f"\n  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    )
    log.error("%s%s", kind.__name__, places)
    if sys.stderr is not None:
        sys.stderr.write(f"{kind.__name__}{places}\n")

"""Runs a command and answers: one result, one exit status, no traceback."""

import argparse
import contextlib
import getpass
import json
import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from relationship_journal import paths
from relationship_journal.domain.problems import Ambiguous, Problem, WrongUsage
from relationship_journal.i18n import LANGUAGES, Message, _, current_language, install, word
from relationship_journal.services.example import prepare_example
from relationship_journal.services.preferences import Preferences, last_journal

from . import arguments
from .commands import NOUNS
from .commands import batch as batch_command
from .desk import DONE, IN_PART, NOT_DONE, WRONG_USAGE, Desk, Result, day_from

_BAR = 30


def run(words: Sequence[str]) -> int:
    """Carry out the command that `words` say and return the exit status.

    Results go to standard output, all else to standard error. Without `--journal` it is the journal last used in
    the window, without `--language` the language used there.
    """
    preferences = Preferences(paths.user_settings())
    said = _language_said(words)
    language = said or preferences.text("language") or _language_of_the_system()
    catalogues = paths.resources() / "locale"
    install(language, catalogues)
    arguments.translate_argparse()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = arguments.build(NOUNS)
    try:
        options = arguments.parse(parser, words)
        if options.handler is None:
            raise WrongUsage(Message("Say a command after these words. See {program} --help.", program=parser.prog))
        today = date.today()
        counted = today if options.today is None else day_from(options.today, today)
        desk = Desk(
            path=_journal(options, preferences, language, counted),
            today=counted,
            read_input=_read_input,
            report=_progress(sys.stderr),
            passphrase=_passphrase(options),
        )
        with desk:
            if options.handler is batch_command.run:
                return _batch(parser, desk, options)
            result: Result = options.handler(desk, options)
    except Problem as problem:
        print(_sentence(problem), file=sys.stderr)
        return _status(problem)
    except Exception as error:  # noqa: BLE001 - a script is promised a sentence, whatever breaks
        print(_sentence(_failure(error)), file=sys.stderr)
        return NOT_DONE
    except KeyboardInterrupt:
        print(_("Stopped."), file=sys.stderr)
        return NOT_DONE
    return _answer(result, as_json=options.json)


def _language_said(words: Sequence[str]) -> str | None:
    """The language that the words choose, looked for before they are read: what is wrong is said in it too."""
    chosen = None
    for place, text in enumerate(words):
        name, equals, value = text.partition("=")
        if name == "--language":
            said = value if equals else "".join(words[place + 1 : place + 2])
            chosen = said if said in LANGUAGES else None
    return chosen


def _language_of_the_system() -> str:
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if named.lower().startswith("zh") else "en"


def _journal(options: argparse.Namespace, preferences: Preferences, language: str, today: date) -> Path:
    if options.journal is not None:
        named: Path = options.journal
        return named.expanduser()
    if options.example:
        return prepare_example(paths.user_data(), language, today)
    return last_journal(preferences, paths.user_data())


def _answer(result: Result, *, as_json: bool) -> int:
    text = _json(result.value, indent=2) if as_json and not result.text_is_json else result.text
    for refusal in result.refused:
        print(word(refusal), file=sys.stderr)
    try:
        if text:
            print(text, flush=True)
    except BrokenPipeError:
        sys.stderr.close()
    return result.status


def _json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _failure(error: Exception) -> Problem:
    """A fault of the program as a sentence: a script meets no traceback, and a batch goes on."""
    return Problem(Message("Not done: the program failed at this ({kind}).", kind=type(error).__name__))


def _sentence(problem: Problem) -> str:
    """The problem in words, with the candidates where a name fits several."""
    if isinstance(problem, Ambiguous):
        return "\n".join((word(problem.message), *(f"  {candidate}" for candidate in problem.candidates)))
    return word(problem.message)


def _status(problem: Problem) -> int:
    return WRONG_USAGE if isinstance(problem, WrongUsage) else NOT_DONE


def _batch(parser: argparse.ArgumentParser, desk: Desk, options: argparse.Namespace) -> int:
    """Answer each line on a line of its own before the next is read; 3 where one of them failed."""
    failed = False
    for line in _lines(desk, options.file):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        answer = _one_of_batch(parser, desk, line)
        failed = failed or answer["status"] != DONE
        try:
            print(_json(answer), flush=True)
        except BrokenPipeError:
            sys.stderr.close()
            return NOT_DONE
    return IN_PART if failed else DONE


def _lines(desk: Desk, file: str) -> list[str]:
    """The lines; what is not UTF-8 in one stays in it as surrogates. Only a line feed ends a line, as in a shell."""
    try:
        content = desk.read_input() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig", "surrogateescape").split("\n")
    except OSError as error:
        raise Problem(
            Message("{name} could not be opened: {reason}.", name=file, reason=error.strerror or str(error))
        ) from error


def _one_of_batch(parser: argparse.ArgumentParser, desk: Desk, line: str) -> dict[str, Any]:
    with contextlib.ExitStack() as spoken:
        try:
            options = _batch_options(parser, line)
            spoken.enter_context(_speaking(options.language))
            counted = desk.today if options.today is None else day_from(options.today, desk.today)
            result: Result = options.handler(desk.on(counted), options)
        except Problem as problem:
            return {"status": _status(problem), "error": _sentence(problem)}
        except Exception as error:  # noqa: BLE001 - a script is promised a sentence, whatever breaks
            return {"status": NOT_DONE, "error": _sentence(_failure(error))}
        return {"status": result.status, "result": result.value}


def _batch_options(parser: argparse.ArgumentParser, line: str) -> argparse.Namespace:
    """What one line asks for; WrongUsage where it makes no sense in a batch."""
    if not _in_utf8(line):
        raise WrongUsage(Message("{name} is not text in UTF-8.", name=_("This line")))
    try:
        words = shlex.split(line.removesuffix("\r"))
    except ValueError as error:
        raise WrongUsage(Message("A quote in this line is not closed.")) from error
    try:
        with contextlib.redirect_stdout(None):
            options = arguments.parse(parser, words)
    except SystemExit:
        options = None
    if options is None or options.handler is None or options.handler is batch_command.run:
        raise WrongUsage(Message("This is no command for a batch."))
    if options.journal is not None:
        raise WrongUsage(Message("A batch works on one journal; name it before the batch."))
    return options


@contextlib.contextmanager
def _speaking(language: str | None) -> Iterator[None]:
    """One line of a batch in a language of its own."""
    if language is None:
        yield
        return
    before = current_language()
    install(language, paths.resources() / "locale")
    try:
        yield
    finally:
        install(before, paths.resources() / "locale")


def _in_utf8(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read_input() -> bytes:
    return sys.stdin.buffer.read()


def _progress(stream: TextIO) -> Any:
    """A bar on a terminal; silence elsewhere."""

    def show(done: int, of: int) -> None:
        if stream.isatty() and of > 1:
            filled = _BAR * done // of
            end = "\n" if done >= of else ""
            print(f"\r[{'#' * filled}{' ' * (_BAR - filled)}] {done}/{of}", end=end, file=stream, flush=True)

    return show


def _passphrase(options: argparse.Namespace) -> Any:
    """Asks for the passphrase when one is needed: the named file's first line, or the terminal."""

    def ask() -> str:
        if options.passphrase_file is None:
            return getpass.getpass(_("Passphrase: "))
        try:
            text: str = options.passphrase_file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Problem(Message("{name} could not be read.", name=str(options.passphrase_file))) from error
        return text.splitlines()[0] if text else ""

    return ask

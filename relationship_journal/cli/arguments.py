"""The words of the command line: one parser, to which each noun adds its own commands."""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from relationship_journal import __version__
from relationship_journal.domain.problems import WrongUsage
from relationship_journal.i18n import LANGUAGES, N_, Message, _, ngettext

# What argparse itself says, so that it is translated with everything else.
ARGPARSE_WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("invalid %(type)s value: %(value)r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)

_YEARLESS_DAY = re.compile(r"--(\d{1,2}-\d{1,2})\Z")
_GUARD = "\u2060"

Handler = Callable[[Any, argparse.Namespace], Any]
"""A command: what is open, and what was asked, to its result."""


_LARGEST = 10**9


def number(text: str) -> int:
    """A whole number of a size that a journal can keep; ValueError otherwise, which argparse words."""
    found = int(text)
    if abs(found) > _LARGEST:
        raise ValueError(text)
    return found


class _Parser(argparse.ArgumentParser):
    """Says what is wrong as a WrongUsage, since a batch goes on after it."""

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(Message("{problem}. See {program} --help.", problem=message, program=self.prog))


class _Commands:
    """Where a noun adds its commands; each gets the options that all share."""

    def __init__(self, parser: argparse.ArgumentParser, shared: _Parser) -> None:
        self.parser = parser
        self._adder = parser.add_subparsers(metavar=_("COMMAND"), parser_class=_Parser)
        self._shared = shared

    def add(self, name: str, handler: Handler | None, says: str, example: str) -> argparse.ArgumentParser:
        """A command with its help and an example; `handler` None where it only groups further words."""
        command = self._adder.add_parser(
            name,
            help=says,
            description=says,
            epilog=_("Example: {example}").format(example=f"relationship-journal {example}"),
            parents=[self._shared],
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        if handler is not None:
            command.set_defaults(handler=handler, command=command.prog)
        return command

    def group(self, name: str, says: str, example: str, handler: Handler | None = None) -> "_Commands":
        """A noun that further commands follow; it can stand alone only with a `handler`."""
        command = self.add(name, handler, says, example)
        return _Commands(command, self._shared)


Commands = _Commands


def _shared_options() -> _Parser:
    """What each command takes too; absent ones leave what was said before the command."""
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_global(shared)
    return shared


def _add_global(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help=_("print one JSON document and nothing else"),
    )
    parser.add_argument(
        "--journal", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=_("the journal file to use")
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("the language of what is said")
    )
    parser.add_argument("--today", metavar="DATE", default=argparse.SUPPRESS, help=_("the day to count from"))
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help=_("read the passphrase from FILE"),
    )


def build(nouns: Sequence[Callable[[Commands], None]]) -> argparse.ArgumentParser:
    """The parser in the language in use, with the commands that each of `nouns` adds."""
    parser = _Parser(
        prog="relationship-journal",
        description=_("A journal of relationships. Without a command the window opens."),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--example", action="store_true", help=_("use the example journal, in a file of its own"))
    _add_global(parser)
    parser.set_defaults(
        handler=None, command=None, json=False, journal=None, language=None, today=None, passphrase_file=None
    )
    commands = _Commands(parser, _shared_options())
    for add in nouns:
        add(commands)
    return parser


def parse(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """What `words` ask for; WrongUsage if they make no sense.

    A day without a year (`--04-12`) is a value wherever it stands.
    """
    guarded = [_YEARLESS_DAY.sub(_GUARD + r"--\1", word) for word in words]
    options = parser.parse_args(guarded)
    for name, value in vars(options).items():
        if isinstance(value, str):
            setattr(options, name, value.removeprefix(_GUARD))
    return options


def translate_argparse() -> None:
    """Let argparse say its own words in the language in use, whichever that is at each call."""
    vars(argparse).update(_=_, ngettext=ngettext)

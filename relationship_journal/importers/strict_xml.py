"""XML read as a stream, without declarations of its own: no entity is ever expanded, nothing outside is opened."""

from collections.abc import Callable, Iterable, Mapping
from time import monotonic
from xml.parsers import expat

from relationship_journal.domain.problems import Problem

from .reasons import damaged, slow

Start = Callable[[str, Mapping[str, str]], None]
_DEEPEST = 2000
_SECONDS = 20
_LONGEST_TOKEN = 4 * 1024 * 1024


class _RefusedError(Exception):
    """Nested too deep, endless, or with declarations that documents never have and bombs do."""


def read_xml(
    pieces: Iterable[bytes],
    name: str,
    *,
    start: Start,
    end: Callable[[str], None],
    words: Callable[[str], None],
) -> None:
    """Call `start` (name, attributes), `end` and `words` as they come. Names are `namespace name`, as expat gives them.

    Problem, about the file `name`, where it is no such XML or would take longer than anybody waits.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 65_536
    depth = silent = 0
    until = monotonic() + _SECONDS

    def open_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, silent
        depth += 1
        silent = 0
        if depth > _DEEPEST:
            raise _RefusedError
        start(name, attributes)

    def close_element(name: str) -> None:
        nonlocal depth, silent
        depth -= 1
        silent = 0
        end(name)

    def hear(said: str) -> None:
        nonlocal silent
        silent = 0
        words(said)

    def refuse(*_declared: object) -> int:
        raise _RefusedError

    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.CharacterDataHandler = hear
    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            silent += len(piece)
            if silent > _LONGEST_TOKEN:
                raise _RefusedError
            if monotonic() > until:
                raise Problem(slow(name))
        parser.Parse(b"", True)
    except (expat.ExpatError, _RefusedError, ValueError, LookupError) as error:
        raise Problem(damaged(name)) from error


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]

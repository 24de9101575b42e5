"""XML read as a stream, without declarations of its own: no entity is ever expanded, nothing outside is opened."""

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message

Start = Callable[[str, Mapping[str, str]], None]
_DEEPEST = 2000


class _RefusedError(Exception):
    """Nested too deep, or with declarations that documents never have and bombs do."""


def read_xml(
    pieces: Iterable[bytes],
    problem: Message,
    *,
    start: Start,
    end: Callable[[str], None],
    words: Callable[[str], None],
) -> None:
    """Call `start` (name, attributes), `end` and `words` as they come; `problem` is raised where it is no such XML.

    Names carry their usual prefix's place as `namespace name`, as expat gives them with a blank between.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 65_536
    depth = 0

    def open_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _RefusedError
        start(name, attributes)

    def close_element(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    def refuse(*_declared: object) -> int:
        raise _RefusedError

    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.CharacterDataHandler = words
    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, _RefusedError, ValueError, LookupError) as error:
        raise Problem(problem) from error


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]

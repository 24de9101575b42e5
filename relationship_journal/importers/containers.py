"""What holds several things to take in: archives and mailboxes, opened one inside the other, within bounds."""

from collections.abc import Iterator

from relationship_journal.i18n import Message
from relationship_journal.values import dataclass

from .plan import Refusal, Source

MOST_SOURCES = 5000
MOST_BYTES = 512 * 1024 * 1024
_DEEPEST = 3  # archives within archives


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked of one thing that was dropped: a bomb of many small archives runs out of it too."""

    sources: int = MOST_SOURCES
    size: int = MOST_BYTES

    def one_more(self) -> bool:
        """Whether one more source may be unpacked."""
        self.sources -= 1
        return self.sources >= 0 and self.size >= 0


def is_container(content: bytes) -> bool:
    """Whether it may hold several things, told by its first bytes."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"From "))


def unpacked(source: Source, allowance: Allowance | None = None) -> Iterator[Source | Refusal] | None:
    """The things that `source` holds, in its order, with a reason for each that can't be had; None if it is one thing.

    Things are read one by one, as they are asked for.
    """
    return _unpacked(source, allowance or Allowance(), 1)


def _unpacked(source: Source, allowance: Allowance, depth: int) -> Iterator[Source | Refusal] | None:
    if not is_container(source.content):
        return None
    if source.content.startswith(b"From "):
        from . import mailbox

        return mailbox.letters(source, allowance) if mailbox.recognises(source) else None
    from . import archive

    if not archive.recognises(source):
        return None
    return _within(archive.members(source, allowance), allowance, depth)


def _within(members: Iterator[Source | Refusal], allowance: Allowance, depth: int) -> Iterator[Source | Refusal]:
    for member in members:
        inner = _unpacked(member, allowance, depth + 1) if isinstance(member, Source) and depth < _DEEPEST else None
        if inner is not None:
            yield from inner
        elif isinstance(member, Source) and depth >= _DEEPEST and is_container(member.content[:4]):
            reason = Message("{name} is an archive within archives, too deep to be opened.", name=member.name)
            yield Refusal(member.name, reason)
        else:
            yield member

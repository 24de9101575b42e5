"""Whose words stand where in a chat or a mail, and the day that their heads tell."""

from collections.abc import Callable, Sequence
from datetime import date

from relationship_journal.domain.chat import ChatTurn, chat_turns, is_writer, letter_turn
from relationship_journal.values import dataclass

from .days import find_days
from .names import finder
from .note import KnownContact


@dataclass(frozen=True, slots=True)
class Turn:
    """Something said in a chat, from `start` (after its head, which begins at `head`) to `end`; `speaker` is a known
    contact's name, `""` somebody else's turn, or None for the writer's. A `letter` is the one turn of a mail."""

    head: int
    start: int
    end: int
    speaker: str | None
    stamp: str
    letter: bool = False


def turns_in(text: str, contacts: Sequence[KnownContact]) -> tuple[Turn, ...]:
    """The turns of a chat, or the one of a mail, or () where `text` is neither or nobody in it is known."""

    def called(name: str) -> str | None:
        return _speaker(name, contacts)

    letter = letter_turn(text)
    if letter is not None:
        return _of_letter(*letter, called)
    found = chat_turns(text, known=lambda name: called(name) != _UNKNOWN, by_names=True)
    speakers = [called(turn.name) for turn in found]
    if all(speaker == _UNKNOWN for speaker in speakers):
        return ()
    return _with_speakers(found, speakers)


_UNKNOWN = ""


def _of_letter(turn: ChatTurn, to: str, called: Callable[[str], str | None]) -> tuple[Turn, ...]:
    """A mail by a contact is theirs; one by somebody unknown to a contact is the writer's own."""
    sender = called(turn.name)
    receivers = [called(name) for name in to.replace("、", ",").split(",")]
    if sender == _UNKNOWN and any(receiver for receiver in receivers):
        sender = None
    return (Turn(turn.head, turn.start, turn.end, sender, "", letter=True),)


def _speaker(name: str, contacts: Sequence[KnownContact]) -> str | None:
    written = name.strip()
    if is_writer(written):
        return None
    for found in finder(tuple(contacts)).find(written):
        if found.end - found.start >= len(written) - 2:
            return found.contacts[0].name
    return _UNKNOWN


def _with_speakers(found: Sequence[ChatTurn], speakers: Sequence[str | None]) -> tuple[Turn, ...]:
    """Somebody unknown in a talk of two where the writer is not marked is the writer, under their own name."""
    strangers = {turn.name for turn, speaker in zip(found, speakers, strict=True) if speaker == _UNKNOWN}
    writer_named = len(strangers) == 1 and None not in speakers
    return tuple(
        Turn(turn.head, turn.start, turn.end, None if speaker == _UNKNOWN and writer_named else speaker, turn.stamp)
        for turn, speaker in zip(found, speakers, strict=True)
    )


def turn_days(found: Sequence[Turn], today: date) -> list[date]:
    """The day on which each turn was said: that of its stamp, else that of the turn before, else `today`."""
    told: list[date] = []
    for turn in found:
        days = () if turn.letter else find_days(turn.stamp, today)
        told.append(days[0].day if days else told[-1] if told else today)
    return told


def chat_day(text: str, found: Sequence[Turn], today: date) -> date | None:
    """The day that a chat's last stamp tells, else one standing alone above it; None where none is said.

    What came of it is told last. A mail was written on its own day, which the note has as its day: one in its subject
    is another.
    """
    if found and found[0].letter:
        return today
    for turn in reversed(found):
        days = find_days(turn.stamp, today)
        if days:
            return days[0].day
    above = find_days(text[: found[0].head], today) if found else ()
    return above[0].day if above else None

"""What the review is made from: the marks of all contacts, and whole relationships of the few who need them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from relationship_journal.values import dataclass, field

from .agenda_rows import Who
from .coming_up import Dated, occasions
from .contact import ContactId
from .favour import Favour
from .loop import loop_of
from .marks import MarksToday
from .moved import moved
from .placed import Placed
from .relationship import Relationship
from .repertoire import Repertoire
from .settings import Settings
from .share import open_favours, to_ask, to_meet
from .situation import Situation


class Known(NamedTuple):
    """A contact by name and today's marks."""

    id: ContactId
    name: str
    official: bool
    marks: MarksToday


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read beside the marks: open favours by their ids, and whole relationships."""

    favours: frozenset[int]
    whole: frozenset[ContactId]


@dataclass(frozen=True, slots=True)
class Due:
    """All that a review of one day is made from.

    `favours` are the open ones that were wanted, `whole` the relationships that were; `with_days` are contacts who may
    have something coming up; `regions` are everybody's. `known` may lack whoever has no row by their marks.
    """

    known: Sequence[Known]
    favours: Mapping[int, Favour] = field(default_factory=dict)
    whole: Mapping[ContactId, Relationship] = field(default_factory=dict)
    with_days: Sequence[Dated] = ()
    regions: frozenset[str] = frozenset()


def wanted(
    known: Sequence[Known], planned: Collection[ContactId], settings: Settings, today: date, since: date
) -> Wanted:
    """Whose favours and relationships the review of `today` needs; `planned` are the contacts of last week's plan."""
    day, moved_after = today.toordinal(), since.toordinal()
    favours: list[int] = []
    whole: set[ContactId] = set()
    for contact, _name, _official, marks in known:
        if marks.open_favours and marks.last_contact:
            favours += map(int, marks.open_favours.split())
        if marks.last_move > moved_after or contact in planned or _may_be_asked(marks, settings, day):
            whole.add(contact)
    return Wanted(frozenset(favours), frozenset(whole))


def placed(due: Due, settings: Settings, today: date, repertoire: Repertoire, since: date) -> Iterator[Placed]:
    """The rows of all contacts, as `share.share_of` gives them from whole relationships."""
    day = today.toordinal()
    for one in due.with_days:
        yield from occasions(one, settings, today)
    for contact, name, official, marks in due.known:
        situation = None
        if marks.last_move > since.toordinal():
            situation = Situation(due.whole[contact], settings, today)
            yield from moved(situation, since)
        if not marks.last_contact:
            continue
        if marks.open_favours:
            loops = [loop_of(due.favours[int(number)], today, settings) for number in marks.open_favours.split()]
            yield from open_favours(Who(contact, name, official), loops, settings, today)
        elif _may_be_asked(marks, settings, day):
            yield from to_ask(situation or Situation(due.whole[contact], settings, today), repertoire)
        else:
            yield from to_meet(Who(contact, name), marks, settings, day)


def _may_be_asked(marks: MarksToday, settings: Settings, day: int) -> bool:
    return marks.asks(day) and not marks.silent(day, settings)

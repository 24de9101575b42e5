"""A note with what is needed to read it: people as signs, clauses, concepts, days, and whom each clause is about."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from relationship_journal.values import dataclass, field, replace

from .clauses import clauses
from .days import find_both, forms_in
from .named_days import BothWays, FoundDay, of_forms
from .names import Name, finder
from .new_people import new_people
from .note import FoundPerson, KnownContact, Note, Span
from .spellings import ME, SOMEBODY, THEM, other_spellings, plain
from .turns import Turn, turn_days, turns_in
from .vocabulary import Hit, shipped
from .wrapped_lines import unwrapped

_PRONOUNS = re.compile(
    r"(?P<me>我们家|我们|咱们|我|咱|俺|本人|\b(?:i|me|my|mine|myself|we|us|our|ours)\b)"
    r"|(?P<them>他们|她们|他|她|您|对方|人家|\b(?:he|she|him|her|his|hers|they|them|their|theirs|himself|herself)\b)"
    r"|(?P<you>你们|你|侬|\b(?:you|your|yours|u|ur)\b)",
    re.IGNORECASE,
)
_OTHER_MEANING = re.compile(r"其他|他人|吉他|自我|他乡|我行我素|维他")
YOU = "\ue003"
_MOST_OF_A_YEAR, _A_SHORT_WHILE = 280, 60
_KIN = frozenset(("kin_child", "kin_parent", "kin_partner"))
_HIDDEN_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(_KIN, _KIN | {"kin_other", "not_kin"}),
    "gift_thing": frozenset(("not_a_present",)),
    **dict.fromkeys(("by_call", "by_message", "by_meeting", "by_visit", "by_event"), frozenset(("not_a_way_to_meet",))),
}
"""Concepts whose words may be but a piece of a longer word, with the concepts of those."""
_IN_PASSING = re.compile(f"(?:按|照|依|据|用了?){THEM}(?:的|说的|教的)|(?:following|thanks to|per) {THEM}'s? ")
"""Somebody whose advice is named is not whom the next sentence goes on about."""
_AS_A_NAME = frozenset(("mum", "mam", "mom", "dad", "mummy", "daddy"))


@dataclass(slots=True)
class Clause:
    """A clause of the note; `start` and `end` are offsets in `Annotated.text`."""

    index: int
    start: int
    end: int
    sentence: int
    line: int
    text: str
    speaker: str = ""
    contacts: tuple[str, ...] = ()
    contact: str | None = None
    concepts: frozenset[str] = frozenset()
    days_past: tuple[FoundDay, ...] = ()
    days_ahead: tuple[FoundDay, ...] = ()
    hits: list[Hit] = field(default_factory=list)

    @property
    def spoken_of(self) -> str | None:
        """Whose life the clause tells of: whoever is named in it, before whose deed it is."""
        return self.contacts[0] if self.contacts and not self.speaker else self.contact

    def told_of_the_past(self, ahead: FoundDay, today: date) -> bool:
        """Whether a day named without its year was a short while ago rather than most of a year ahead."""
        return (ahead.day - today).days > _MOST_OF_A_YEAR and any(
            past.start == ahead.start and (today - past.day).days < _A_SHORT_WHILE for past in self.days_past
        )


@dataclass(slots=True)
class Annotated:
    """The note as read so far, wrapped lines joined. `text` has people as signs; `origins` leads from its offsets back
    to the note, `unwrapped` from there to the note as it was dropped in (empty where nothing was wrapped)."""

    note: Note
    text: str
    origins: list[int]
    clauses: list[Clause]
    mentions: list[tuple[Name, KnownContact]]
    strangers: list[tuple[int, int, str]]
    turns: tuple[Turn, ...]
    unwrapped: list[int]

    def span(self, start: int, end: int) -> Span:
        """The piece of the note behind offsets of `text`, without blanks before it."""
        while start < end - 1 and self.text[start].isspace():
            start += 1
        last = max(start, end - 1)
        return self.written(self.origins[start], self.origins[bisect_right(self.origins, self.origins[last], last)])

    def written(self, start: int, end: int) -> Span:
        """The piece of the note as it was dropped in behind offsets of `note`, whose wrapped lines are joined."""
        return Span(self.unwrapped[start], self.unwrapped[end]) if self.unwrapped else Span(start, end)

    def people(self) -> dict[str, FoundPerson]:
        """The contacts that the note names, by name, each where they are named first."""
        found: dict[str, FoundPerson] = {}
        for name, contact in self.mentions:
            found.setdefault(contact.name, FoundPerson(contact.name, self.written(name.start, name.end)))
        return found


@dataclass(frozen=True, slots=True)
class _Replaced:
    start: int
    end: int
    sign: str
    contact: str | None


def annotate(note: Note) -> Annotated:
    """Prepare `note` for the readers of its parts."""
    turns = turns_in(note.text, note.contacts)
    back: list[int] = []
    if not turns or turns[0].letter:
        joined, back = unwrapped(note.text)
        if back:
            note = replace(note, text=joined)
            turns = turns_in(note.text, note.contacts)
    mentions = _resolved(note, finder(note.contacts).find(note.text))
    strangers = [
        found
        for found in new_people(note.text)
        if not any(name.start < found[1] and found[0] < name.end for name, _contact in mentions)
    ]
    replaced = _replacements(note, mentions, strangers, turns)
    text, origins, places = _with_signs(note.text, replaced)
    annotated = Annotated(note, text, origins, [], mentions, strangers, turns, back)
    annotated.clauses = _clauses(annotated, places)
    return annotated


def _resolved(note: Note, names: list[Name]) -> list[tuple[Name, KnownContact]]:
    """Each name with the one contact that is meant: by organisation, timeline, or a plain mention elsewhere."""
    plain_ones = {name.contacts[0].name for name in names if len(name.contacts) == 1}
    return [(name, min(name.contacts, key=lambda contact: _unlikelihood(note, contact, plain_ones))) for name in names]


def _unlikelihood(note: Note, contact: KnownContact, plain_ones: set[str]) -> tuple[bool, bool, bool]:
    org = contact.org and any(
        part in note.text
        for part in {contact.org, contact.org[:2] if contact.org[0] > "\u4e00" else contact.org.split()[0]}
    )
    return (not org, contact.name != note.about, contact.name not in plain_ones)


def _replacements(
    note: Note,
    mentions: Sequence[tuple[Name, KnownContact]],
    strangers: Sequence[tuple[int, int, str]],
    turns: Sequence[Turn],
) -> list[_Replaced]:
    """What stands in the text for something else: names, other spellings and pronouns, in order, none overlapping."""
    heads = [
        _Replaced(turn.head, turn.start, "\n", None) for turn in turns if len(turns) > 1 and turn.head < turn.start
    ]
    people = [_Replaced(name.start, name.end, THEM, contact.name) for name, contact in mentions]
    people += [_Replaced(start, end, SOMEBODY, None) for start, end, _name in strangers]
    people += [
        _Replaced(found.start(), found.end(), found.group(), None) for found in _OTHER_MEANING.finditer(note.text)
    ]
    people = _apart(heads, sorted(people, key=lambda one: (one.start, -one.end)))
    spelled = _apart(people, (_Replaced(*found, None) for found in other_spellings(plain(note.text))))
    turn_starts = [turn.start for turn in turns]
    pronouns = []
    for match in _PRONOUNS.finditer(note.text):
        turn = (
            turns[bisect_right(turn_starts, match.start()) - 1] if turns and match.start() >= turn_starts[0] else None
        )
        pronouns.append(_Replaced(match.start(), match.end(), _sign(match, turn), None))
    return _apart(spelled, pronouns)


def _apart(first: Sequence[_Replaced], others: Iterable[_Replaced]) -> list[_Replaced]:
    """`first`, which is in order, with those of `others` that overlap none of them, in order."""
    starts = [one.start for one in first]
    added = []
    for one in others:
        place = bisect_right(starts, one.start)
        if (place and first[place - 1].end > one.start) or (place < len(first) and first[place].start < one.end):
            continue
        added.append(one)
    return sorted([*first, *added], key=lambda one: one.start)


def _sign(match: re.Match[str], turn: Turn | None) -> str:
    theirs = turn is not None and turn.speaker is not None
    if match["me"]:
        return THEM if theirs else ME
    if match["you"]:
        return YOU if turn is None else ME if theirs else THEM
    if turn is not None and match.group() == "您":
        return ME if theirs else THEM
    return THEM


def _with_signs(text: str, replaced: Sequence[_Replaced]) -> tuple[str, list[int], list[tuple[int, str]]]:
    """The text with signs for people, the way back, and where which known contact stands in it."""
    parts: list[str] = []
    origins: list[int] = []
    places: list[tuple[int, str]] = []
    done = 0
    for one in replaced:
        if one.start < done:
            continue
        parts.append(plain(text[done : one.start]))
        origins.extend(range(done, one.start))
        if one.contact is not None:
            places.append((len(origins), one.contact))
        parts.append(plain(one.sign))
        origins.extend([one.start] * len(one.sign))
        done = one.end
    parts.append(plain(text[done:]))
    origins.extend(range(done, len(text) + 1))
    return "".join(parts), origins, places


def _clauses(annotated: Annotated, places: Sequence[tuple[int, str]]) -> list[Clause]:
    text = annotated.text
    found = [
        Clause(index, piece.start, piece.end, piece.sentence, piece.line, text[piece.start : piece.end])
        for index, piece in enumerate(clauses(text))
    ]
    starts = [clause.start for clause in found]
    for hit in shipped().find(text):
        place = bisect_right(starts, hit.start) - 1
        if place >= 0:
            found[place].hits.append(hit)
    for place, contact in places:
        index = bisect_right(starts, place) - 1
        if index >= 0:
            found[index].contacts += (contact,)
    for day in _days_named(annotated):
        index = bisect_right(starts, day.start) - 1
        if index >= 0:
            if day.past is not None:
                found[index].days_past += (FoundDay(day.start, day.end, day.past),)
            if day.ahead is not None:
                found[index].days_ahead += (FoundDay(day.start, day.end, day.ahead),)
    for clause in found:
        if not _HIDDEN_BY.keys().isdisjoint(concept for concept, _start, _end in clause.hits):
            clause.hits = [
                hit._replace(concept="kin_mine") if _of_the_writer(text, hit) else hit
                for hit in clause.hits
                if hit.concept not in _HIDDEN_BY or not _within_a_longer(hit, clause.hits)
            ]
        clause.hits.sort(key=lambda hit: (hit[1], -hit[2], hit[0]))
        clause.concepts = frozenset([hit.concept for hit in clause.hits])
    _give_speakers(annotated, found)
    _give_contacts(annotated, found, places)
    return found


def _within_a_longer(hit: Hit, others: Sequence[Hit]) -> bool:
    """Whether a word is but a piece of another: 老公 in 老公公, 娘 in 新娘, 书 in 书房."""
    hidden_by = _HIDDEN_BY[hit.concept]
    return any(
        other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start
        for other in others
        if other.concept in hidden_by and other.concept != hit.concept
    )


def _of_the_writer(text: str, hit: Hit) -> bool:
    """Whether a relative is the writer's own: 我妈, my dad, and in English Mum or Dad of nobody."""
    if hit.concept not in _KIN:
        return False
    before = text[max(0, hit.start - 3) : hit.start].rstrip(" 的家")
    if before.endswith(ME):
        return True
    return text[hit.start : hit.end].removesuffix("'s") in _AS_A_NAME and not before.endswith(
        (THEM, SOMEBODY, "'s", "the", "a")
    )


def _days_named(annotated: Annotated) -> Iterator[BothWays]:
    """The days that the note names, those in a chat counted from the day on which they were said."""
    today, turns = annotated.note.today, annotated.turns
    said_on = turn_days(turns, today)
    if all(day == today for day in said_on):
        yield from find_both(annotated.text, today)
        return
    starts = [turn.start for turn in turns]
    forms = forms_in(annotated.text)
    for base in sorted({today, *said_on}):
        for found in of_forms(annotated.text, forms, base):
            place = bisect_right(starts, annotated.origins[found.start]) - 1
            if base == (said_on[place] if place >= 0 else today):
                yield found


def _give_speakers(annotated: Annotated, found: Sequence[Clause]) -> None:
    starts = [turn.start for turn in annotated.turns]
    for clause in found:
        place = bisect_right(starts, annotated.origins[clause.start]) - 1
        if place >= 0:
            turn = annotated.turns[place]
            clause.speaker = THEM if turn.speaker is not None else ME
            if turn.speaker:
                clause.contact = turn.speaker


def _give_contacts(annotated: Annotated, found: Sequence[Clause], places: Sequence[tuple[int, str]]) -> None:
    """Whose deeds each clause tells: named in it, speaking in it, else spoken of last, else the timeline's contact.

    Where *he* or *she* comes before a name (`thanked her for Dr Patel`) it is still the one spoken of last.
    """
    note = annotated.note
    named = [contact for clause in found for contact in clause.contacts]
    spoken = [turn.speaker for turn in annotated.turns if turn.speaker]
    current = note.about or (spoken[0] if spoken else None) or (named[0] if named else None)
    starts = [clause.start for clause in found]
    first_named: dict[int, int] = {}
    for place, _contact in places:
        first_named.setdefault(bisect_right(starts, place) - 1, place)
    line = -1
    for clause in found:
        if clause.line != line:
            line = clause.line
            if note.about is not None and THEM in clause.text[:1] and not clause.contacts:
                current = note.about
        if clause.speaker:
            addressed = next((name for name in clause.contacts), None)
            if clause.contact is None:
                clause.contact = addressed or current
            if clause.speaker == THEM or addressed:
                current = clause.contact
        else:
            led = THEM in annotated.text[clause.start : first_named.get(clause.index, clause.start)]
            clause.contact = clause.contacts[0] if clause.contacts and not led else current
            if not _IN_PASSING.search(clause.text):
                current = clause.contact


def neighbours(found: Sequence[Clause], index: int, reach: int) -> Iterator[Clause]:
    """The clauses up to `reach` places before and after the one at `index`."""
    for place in range(max(0, index - reach), min(len(found), index + reach + 1)):
        if place != index:
            yield found[place]


def within(sorted_places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the places lies from `start` to before `end`."""
    place = bisect_left(sorted_places, start)
    return place < len(sorted_places) and sorted_places[place] < end

"""What the trained models see of a clause, of a day that is named, and of a whole note, as short words."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .annotated import YOU, Annotated, Clause
from .spellings import ME, SOMEBODY, THEM

_PIECE = re.compile(r"[\u4e00-\u9fff\ue000-\ue003]|[a-z0-9£$€¥%']+|[^\s]")
_ROLES = {ME: "M", THEM: "T", SOMEBODY: "S", YOU: "Y"}
_ENDING = re.compile(r"(?:ing|ed|es|s|'s|ly|er)$")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_HEADING = re.compile(r"^\s*(?:#+|\*\*|【|\[|>|[一二三四五六七八九十]、)|[:】]\s*$")
_PAIRED = frozenset(
    "ask_them not_asked plan_ask got_from_them they_agree unasked they_refuse vague_answer used_it it_worked told_them "
    "thank_them return_tied background they_ask_me me_agree me_refuse me_offer me_did they_thank_me negation "
    "earlier".split()
)
_PEOPLE = frozenset("MTSY")
_VERBS = frozenset(
    "v_ask v_want v_give v_bring v_lend v_help v_tell v_teach v_introduce v_agree v_refuse v_offer v_thank v_use v_pay "
    "v_return v_answer v_like v_be_from v_go v_greet negation".split()
)
_KIN = frozenset("kin_child kin_parent kin_partner kin_other kin_mine".split())
_KIN_IN_ORDER = ("kin_child", "kin_parent", "kin_partner", "kin_other", "kin_mine")
_FACTS = frozenset(
    "is_ill likes_doing eats wears spends_weekend comes_from is_curious is_expert their_work exam wedding birth "
    "trip".split()
)
_OF_SUBJECT = frozenset(
    "meal drink i_paid they_paid gift_verb_mine gift_verb_theirs gift_thing greeting used_it it_worked told_them "
    "thank_them return_tied me_did to_do i_will they_agree got_from_them trip move exam likes_doing is_ill "
    "eats wears their_work is_curious is_expert minds_affairs spends_weekend comes_from "
    "v_greet v_pay v_give v_bring v_lend".split()
)
_LED_BY = frozenset("ask_them they_ask_me me_offer got_from_them me_did used_it plan_ask not_asked".split())


class Features:
    """The features of a note's clauses, each clause's made once."""

    def __init__(self, annotated: Annotated) -> None:
        self._annotated = annotated
        self._clauses = annotated.clauses
        self._made: dict[int, list[str]] = {}
        self._headings = list(self._find_headings())
        self._rows = [_row(clause) for clause in self._clauses]
        self._subjects = list(self._find_subjects())
        self._relatives = list(self._find_relatives())

    @property
    def count(self) -> int:
        """How many clauses there are."""
        return len(self._clauses)

    def of_clause(self, index: int) -> list[str]:
        """The features of the clause at `index`: its words and concepts, those around it, who speaks, which tense."""
        if index not in self._made:
            self._made[index] = self._features_of(index)
        return self._made[index]

    def _features_of(self, index: int) -> list[str]:
        clause = self._clauses[index]
        found = {f"c:{concept}" for concept in clause.concepts}
        found.update(self._around(index))
        found.update(_words(clause.text))
        found.update(_pairs(clause.concepts))
        found.update(self._tense(clause))
        found.update(self._actions(index))
        relative = self._relatives[index]
        if relative:
            found.add(f"re:{relative}")
            found.update(f"{relative}<{fact}" for fact in clause.concepts & _FACTS)
        subject = self._subjects[index]
        found.add(f"su:{subject}")
        found.update(f"su{subject}:{concept}" for concept in clause.concepts & _OF_SUBJECT)
        found.add(f"r:{_roles(clause.text)}")
        found.add(f"r0:{_ROLES.get(clause.text[0], '-')}")
        found.add(f"sp:{_ROLES.get(clause.speaker, '-')}")
        if clause.speaker:
            found.update(f"sp{_ROLES[clause.speaker]}:{concept}" for concept in clause.concepts)
        if len(set(clause.contacts)) > 1:
            found.add("several")
        if clause.contact is None:
            found.add("nobody")
        heading = self._headings[index]
        if heading is not None:
            found.update(f"h:{concept}" for concept in heading.concepts)
        return list(found)

    def _actions(self, index: int) -> Iterator[str]:
        """Who does what to whom: people and verbs in their order, and who was spoken of before where nobody leads."""
        row = self._rows[index]
        yield from (f"{first}~{second}" for first, second in pairwise(row))
        yield from (f"{first}~{second}~{third}" for first, second, third in zip(row, row[1:], row[2:], strict=False))
        if len(row) > 1 and row[1] not in _PEOPLE:
            before = self._leader(index)
            yield f"{before}>{row[1]}"
            yield from (f"{before}>{row[1]}~{person}" for person in row[2:4] if person in _PEOPLE)

    def _find_subjects(self) -> Iterator[str]:
        """Who acts in each clause: whom it begins with, else who acted before in its line (in small letters)."""
        subject, line = "-", -1
        for clause, row in zip(self._clauses, self._rows, strict=True):
            if clause.line != line:
                subject, line = "-", clause.line
            if len(row) > 1 and row[1] in _PEOPLE:
                subject = row[1].lower()
                yield row[1]
            else:
                yield subject

    def _find_relatives(self) -> Iterator[str]:
        """Whose relative each clause goes on about: the one named last in its sentence, until a person leads again."""
        relative, sentence = "", -1
        for clause, row in zip(self._clauses, self._rows, strict=True):
            if clause.sentence != sentence or (len(row) > 1 and row[1] in _PEOPLE):
                relative, sentence = "", clause.sentence
            yield relative
            relative = next((concept for concept in _KIN_IN_ORDER if concept in clause.concepts), relative)

    def _leader(self, index: int) -> str:
        """Who leads the clause before in the same sentence, else nobody."""
        clause = self._clauses[index]
        for place in range(index - 1, max(-1, index - 3), -1):
            if self._clauses[place].sentence != clause.sentence:
                break
            people = [sign for sign in self._rows[place] if sign in _PEOPLE]
            if people:
                return people[0]
        return "0"

    def _around(self, index: int) -> Iterator[str]:
        clause = self._clauses[index]
        for away, letter in ((-1, "p"), (1, "n"), (-2, "q"), (2, "m")):
            place = index + away
            if 0 <= place < len(self._clauses):
                other = self._clauses[place]
                near = "" if other.sentence == clause.sentence else "'"
                for concept in other.concepts:
                    yield f"{letter}:{concept}"
                    if near == "" and away == -1:
                        yield f"ps:{concept}"
                if away == -1:
                    yield f"pr:{_roles(other.text)}"
                    yield from (
                        f"{first}>{second}"
                        for first in other.concepts & _LED_BY
                        for second in clause.concepts & _PAIRED
                    )
                    if clause.speaker and other.speaker != clause.speaker:
                        yield "turned"
                        yield from (
                            f"t:{first}>{second}"
                            for first in other.concepts & _LED_BY
                            for second in clause.concepts & _PAIRED
                        )
        for other in self._clauses[max(0, index - 6) : index]:
            if other.contact == clause.contact:
                yield from (f"e:{concept}" for concept in other.concepts & _LED_BY)

    def _tense(self, clause: Clause) -> Iterator[str]:
        today = self._annotated.note.today
        if any(day.day > today for day in clause.days_ahead) and any(
            ahead.day != past.day or ahead.day > today for ahead in clause.days_ahead for past in clause.days_past
        ):
            fixed = any(
                ahead.day == past.day and ahead.day > today for ahead in clause.days_ahead for past in clause.days_past
            )
            yield "ahead!" if fixed else "ahead?"
        if any(day.day < today and day in clause.days_ahead for day in clause.days_past):
            yield "past!"
        if any(day.day == today for day in clause.days_past):
            yield "today"

    def _find_headings(self) -> Iterator[Clause | None]:
        """The heading under which each clause stands, if any: a line in brackets, bold, with # or ending in a colon."""
        heading: Clause | None = None
        line = -1
        text = self._annotated.text
        for clause in self._clauses:
            if clause.line != line:
                line = clause.line
                whole = text[text.rfind("\n", 0, clause.start) + 1 : _line_end(text, clause.start)]
                if _HEADING.search(whole) or (len(whole) < 8 and "to_do" in clause.concepts):
                    heading = clause
                elif not whole.strip():
                    heading = None
            yield heading if heading is not clause else None


def _row(clause: Clause) -> list[str]:
    """The people and verbs of a clause in order of place, after a sign for its start."""
    signs = [(clause.start + place, 0, _ROLES[sign]) for place, sign in enumerate(clause.text) if sign in _ROLES]
    acts = [(hit.start, hit.start - hit.end, hit.concept[2:]) for hit in clause.hits if hit.concept in _VERBS]
    row, last = ["^"], -1
    for start, length, sign in sorted(signs + acts):
        if length and start < last:
            continue
        last = max(last, start - length)
        row.append(sign)
    return row


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _roles(text: str) -> str:
    return "".join(_ROLES[sign] for sign in text if sign in _ROLES)[:3]


def _words(text: str) -> Iterator[str]:
    pieces = [_ROLES.get(piece, piece) for piece in _PIECE.findall(_DIGITS.sub("0", text))]
    yield from (f"w:{piece}" for piece in pieces)
    yield from (f"st:{stem}" for piece in pieces if len(stem := _ENDING.sub("", piece)) > 2 and stem.isascii())
    yield from (f"w:{first}_{second}" for first, second in pairwise(pieces))
    yield from (
        f"w:{first}_{second}_{third}"
        for first, second, third in zip(pieces, pieces[1:], pieces[2:], strict=False)
        if len(first) == len(second) == len(third) == 1
    )


def _pairs(concepts: frozenset[str]) -> Iterator[str]:
    for kin in sorted(concepts & _KIN):
        yield from (f"{kin}&{fact}" for fact in sorted(concepts & _FACTS))
    paired = sorted(concepts & _PAIRED)
    for place, first in enumerate(paired):
        yield from (f"{first}&{second}" for second in paired[place + 1 :])


def of_note(annotated: Annotated) -> list[str]:
    """The features of the whole note that tell how they met or spoke."""
    found = {"chat" if annotated.turns else "no chat"}
    for clause in annotated.clauses:
        ways = [concept for concept in clause.concepts if concept.startswith("by_") or concept in _OF_NOTE]
        later = bool(clause.concepts & {"plan_ask", "to_do"}) or any(
            day.day > annotated.note.today for day in clause.days_past
        )
        place = "f" if clause.index == 0 else "g" if clause.index < 4 else "l"
        for concept in ways:
            found.add(f"{concept}:a")
            found.add(f"{concept}:{'x' if later else place}")
            if not later:
                found.add(f"{concept}:now")
        if clause.index < 4:
            found.update(f"h{word}" for word in _words(clause.text) if "_" in word or len(word) > 4)
        if not later:
            found.update(f"hit:{annotated.text[hit.start : hit.end]}" for hit in clause.hits if hit.concept in ways)
    first = next((c for clause in annotated.clauses for c in sorted(clause.concepts) if c.startswith("by_")), "none")
    found.add(f"first:{first}")
    counts = [sum(way in clause.concepts for clause in annotated.clauses) for way in _WAYS]
    if any(counts):
        found.add(f"most:{_WAYS[counts.index(max(counts))]}")
    else:
        found.add("no way")
    lines = annotated.text.count("\n") + 1
    found.add(f"lines:{min(lines, 4)}")
    found.add(f"contacts:{min(len({contact.name for _name, contact in annotated.mentions}), 3)}")
    return sorted(found)


_WAYS = ("by_call", "by_message", "by_meeting", "by_meal", "by_visit", "by_event")
_OF_NOTE = frozenset(("meal", "drink", "i_paid", "they_paid", "greeting", "mere_note", "split_bill", "gift_thing"))


def of_day(annotated: Annotated, clause: Clause, place: int, offset: int) -> list[str]:
    """The features of a named day as the day of the note: what its clause tells, where it stands, how far off."""
    found = {f"c:{concept}" for concept in clause.concepts}
    found.add(f"nth:{min(place, 3)}")
    found.add(f"first clause:{clause.index == 0}")
    found.add(f"index:{min(clause.index // 2, 5)}")
    found.add(
        "same"
        if offset == 0
        else "ahead"
        if offset > 0
        else "near"
        if offset > -8
        else "far"
        if offset > -40
        else "old"
    )
    found.add(f"role:{_roles(clause.text)}")
    found.update(_words(clause.text[:14]))
    found.add("chat" if annotated.turns else "no chat")
    return sorted(found)


def ngrams(texts: Sequence[str]) -> set[str]:
    """The word features of several clauses together."""
    return {word for text in texts for word in _words(text)}

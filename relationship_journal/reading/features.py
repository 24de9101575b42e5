"""What the trained models see of a clause, of a day that is named, and of a whole note, as short words."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from .annotated import Annotated, Clause
from .written_features import (
    BESIDE,
    EARLIER,
    OF_HEADING,
    OF_SAME_SENTENCE,
    OF_SPEAKER,
    OF_WHO_ACTS,
    OWN,
    ROLES,
    ROLES_BEFORE,
    ROLES_IN,
    WHO_ACTS,
)

_PIECE = re.compile(r"[\u4e00-\u9fff\ue000-\ue003]|[a-z0-9£$€¥%']+|[^\s]")
_PERSON = re.compile(r"[\ue000-\ue003]")
_FIRST_SIGN, _SPEAKER = ({role: f"{kind}:{role}" for role in "MTSY-"} for kind in ("r0", "sp"))
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
    "v_return v_answer v_like v_be_from v_go v_greet v_was_done negation".split()
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
        self._roles = [_roles(clause.text) for clause in self._clauses]
        self._leading = [clause.concepts & _LED_BY for clause in self._clauses]
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
        concepts = clause.concepts
        found = _words(clause.text)
        found += OWN.all(concepts)
        self._add_around(index, found)
        if len(concepts) > 1:
            found += _pairs(concepts)
        if clause.days_past or clause.days_ahead:
            found += self._tense(clause)
        found += self._actions(index)
        relative = self._relatives[index]
        if relative:
            found.append(f"re:{relative}")
            found += [f"{relative}<{fact}" for fact in concepts & _FACTS]
        subject = self._subjects[index]
        found.append(WHO_ACTS[subject])
        found += OF_WHO_ACTS[subject].all(concepts & _OF_SUBJECT)
        found.append(ROLES_IN[self._roles[index]])
        found.append(_FIRST_SIGN[ROLES.get(clause.text[0], "-")])
        found.append(_SPEAKER[ROLES.get(clause.speaker, "-")])
        if clause.speaker:
            found += OF_SPEAKER[clause.speaker].all(concepts)
        if len(clause.contacts) > 1 and len(set(clause.contacts)) > 1:
            found.append("several")
        if clause.contact is None:
            found.append("nobody")
        heading = self._headings[index]
        if heading is not None:
            found += OF_HEADING.all(heading.concepts)
        return list(set(found))

    def _actions(self, index: int) -> list[str]:
        """Who does what to whom: people and verbs in their order, and who was spoken of before where nobody leads."""
        row = self._rows[index]
        found = [f"{first}~{second}" for first, second in pairwise(row)]
        if len(row) > 2:
            found += [f"{first}~{second}" for first, second in zip(found, row[2:], strict=False)]
        if len(row) > 1 and row[1] not in _PEOPLE:
            before = self._leader(index)
            found.append(f"{before}>{row[1]}")
            found += [f"{before}>{row[1]}~{person}" for person in row[2:4] if person in _PEOPLE]
        return found

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

    def _add_around(self, index: int, found: list[str]) -> None:
        """The concepts of the clauses beside one, who leads in the one before, and what of its contact came earlier."""
        clause = self._clauses[index]
        for away, beside in BESIDE:
            place = index + away
            if 0 <= place < len(self._clauses):
                found += beside.all(self._clauses[place].concepts)
        if index:
            before = self._clauses[index - 1]
            if before.sentence == clause.sentence:
                found += OF_SAME_SENTENCE.all(before.concepts)
            found.append(ROLES_BEFORE[self._roles[index - 1]])
            led = [f"{first}>{second}" for first in self._leading[index - 1] for second in clause.concepts & _PAIRED]
            found += led
            if clause.speaker and before.speaker != clause.speaker:
                found.append("turned")
                found += [f"t:{one}" for one in led]
        for place in range(max(0, index - 6), index):
            if self._leading[place] and self._clauses[place].contact == clause.contact:
                found += EARLIER.all(self._leading[place])

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
    signs = [(clause.start + found.start(), 0, ROLES[found.group()]) for found in _PERSON.finditer(clause.text)]
    acts = [(start, start - end, concept[2:]) for concept, start, end in clause.hits if concept in _VERBS]
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
    return "".join([ROLES[sign] for sign in _PERSON.findall(text)[:3]])


def _words(text: str) -> list[str]:
    pieces = [ROLES.get(piece, piece) for piece in _PIECE.findall(_DIGITS.sub("0", text))]
    found = [f"w:{piece}" for piece in pieces]
    found += [f"st:{stem}" for piece in pieces if piece.isascii() and len(stem := _ENDING.sub("", piece)) > 2]
    found += [f"w:{first}_{second}" for first, second in pairwise(pieces)]
    found += [
        f"w:{first}_{second}_{third}"
        for first, second, third in zip(pieces, pieces[1:], pieces[2:], strict=False)
        if len(first) == len(second) == len(third) == 1
    ]
    return found


def _pairs(concepts: frozenset[str]) -> list[str]:
    found = [f"{kin}&{fact}" for kin in concepts & _KIN for fact in concepts & _FACTS]
    paired = concepts & _PAIRED
    if len(paired) > 1:
        found += [f"{first}&{second}" for first, second in combinations(sorted(paired), 2)]
    return found


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

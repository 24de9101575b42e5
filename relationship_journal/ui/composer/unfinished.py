"""What a composer holds before it is kept, as it is typed."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import CourtesyDraft, EntryDraft, FileDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import step_word
from relationship_journal.i18n import Message, _
from relationship_journal.values import dataclass

Named = tuple[ContactId, str]


@dataclass(frozen=True, slots=True)
class TiedStep:
    """A step that will be taken with the entry; `title` is its favour's, `word` the msgid of what it is."""

    step: StepDraft
    title: str
    word: str

    def said(self) -> str:
        """What its chip says: `Thanked: Optician`."""
        return f"{_(self.word)}: {self.title}"


@dataclass(frozen=True, slots=True)
class CourtesyFields:
    """A courtesy as it is typed: `value` is text until it is kept."""

    kind: CourtesyKind
    direction: CourtesyDirection = CourtesyDirection.GIVEN
    text: str = ""
    value: str = ""
    currency: str = ""

    def amount(self) -> Decimal | None:
        """The value as a number, None where there is none. Raises Problem where it is no sum of money."""
        text = self.value.strip().replace(",", "").replace("，", "")
        if not text:
            return None
        try:
            amount = Decimal(text)
        except InvalidOperation:
            amount = Decimal("NaN")
        if not amount.is_finite() or amount < 0:
            raise Problem(Message("“{value}” is no sum of money.", value=self.value.strip()))
        return amount

    def as_draft(self, *, strict: bool) -> CourtesyDraft:
        """For the services. Not `strict`: a value that makes no sense yet is left out instead of refused."""
        try:
            amount = self.amount()
        except Problem:
            if strict:
                raise
            amount = None
        currency = self.currency.strip().upper() if amount is not None else ""
        return CourtesyDraft(self.kind, self.direction, text=self.text.strip(), value=amount, currency=currency)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """All that the composer holds. No `day` is the day on which it is kept.

    `decided` are the keys of what was noticed in the text and waved away.
    """

    text: str = ""
    kind: EntryKind = EntryKind.NOTE
    day: date | None = None
    time: str = ""
    contacts: tuple[Named, ...] = ()
    files: tuple[FileDraft, ...] = ()
    courtesy: CourtesyFields | None = None
    steps: tuple[TiedStep, ...] = ()
    decided: tuple[str, ...] = ()

    @property
    def worth_keeping(self) -> bool:
        """Whether anything would be lost."""
        return bool(self.text.strip() or self.files or self.courtesy is not None or self.steps)

    def as_entry(self, today: date, time: str, *, strict: bool) -> EntryDraft:
        """For the services; `time` is taken where none was typed."""
        return EntryDraft(
            self.text.strip(),
            self.day or today,
            self.kind,
            tuple(contact for contact, _name in self.contacts),
            self.time or time,
            self.files,
            steps=tuple(tied.step for tied in self.steps),
            courtesy=self.courtesy.as_draft(strict=strict) if self.courtesy is not None else None,
            decided=self.decided,
        )


def restored(session: Any, saved: EntryDraft, names: tuple[Named, ...], today: date) -> Unfinished:
    """A saved draft with the names that its chips show; what is gone from the journal meanwhile is left out."""
    known: dict[ContactId, str] = dict(names) | dict(session.reads.names())
    steps = []
    for step in saved.steps:
        try:
            favour = session.reads.favour(step.favour)
        except Problem:
            continue
        steps.append(TiedStep(step, favour.title, step_word(step.kind, favour.direction)))
    fields = None
    if saved.courtesy is not None:
        value = saved.courtesy.value
        fields = CourtesyFields(
            saved.courtesy.kind,
            saved.courtesy.direction,
            saved.courtesy.text,
            "" if value is None else f"{value:f}",
            saved.courtesy.currency,
        )
    return Unfinished(
        saved.text,
        saved.kind,
        None if saved.day == today else saved.day,
        saved.time,
        tuple((contact, known[contact]) for contact in saved.contacts if contact in known),
        saved.files,
        fields,
        tuple(steps),
        saved.decided,
    )

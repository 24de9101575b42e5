"""What the dialog about a courtesy knows: the gift, meal or greeting as it is typed, and what the rules say to it."""

from datetime import date
from decimal import Decimal, InvalidOperation

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import Courtesy, CourtesyDirection, CourtesyId, CourtesyKind
from relationship_journal.domain.drafts import CourtesyDraft
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import FavourId, StepKind
from relationship_journal.domain.loop import State
from relationship_journal.domain.recording import warnings_for_courtesy
from relationship_journal.domain.rules import Verdict
from relationship_journal.i18n import N_
from relationship_journal.ui.widgets.words import Words, verbatim
from relationship_journal.values import dataclass

from .ladder_model import Shown

CURRENCIES = ("CNY", "USD", "EUR", "GBP", "JPY", "HKD", "CHF")


@dataclass(frozen=True, slots=True)
class CourtesyForm:
    """A courtesy as it is being typed. `value` is as typed; `currency` ISO 4217."""

    contacts: tuple[ContactId, ...]
    kind: CourtesyKind = CourtesyKind.GIFT
    direction: CourtesyDirection = CourtesyDirection.GIVEN
    text: str = ""
    value: str = ""
    currency: str = "CNY"
    day: date | None = None
    entry: EntryId | None = None
    favour: FavourId | None = None

    def amount(self) -> Decimal | None:
        """The value; None where nothing is typed. InvalidOperation where it is no sum."""
        text = self.value.replace(",", "").replace("，", "").replace(" ", "")
        if not text:
            return None
        amount = Decimal(text)
        if not amount.is_finite() or amount < 0:
            raise InvalidOperation
        return amount

    def verdicts(self, shown: Shown) -> tuple[Verdict, ...]:
        """What the rules say to recording it."""
        try:
            amount = self.amount()
        except InvalidOperation:
            amount = None
        if self.day is None:
            return ()
        courtesy = Courtesy(
            CourtesyId(0),
            self.kind,
            self.direction,
            self.day,
            self.contacts,
            self.text,
            amount,
            self.currency if amount is not None else "",
            self.favour,
            self.entry,
        )
        situation = shown.situation
        return warnings_for_courtesy(situation.relationship, courtesy, situation.settings)

    def draft(self) -> CourtesyDraft:
        """The courtesy as the service takes it."""
        amount = self.amount()
        return CourtesyDraft(
            self.kind,
            self.direction,
            self.day,
            self.contacts,
            self.text,
            amount,
            self.currency if amount is not None else "",
            self.favour,
            self.entry,
        )


def could_answer(shown: Shown, direction: CourtesyDirection) -> list[tuple[FavourId | None, Words]]:
    """The favours that a courtesy may answer: mine what they did for me, theirs what I did for them."""
    choices: list[tuple[FavourId | None, Words]] = [(None, N_("No favour: courtesy alone"))]
    if direction is CourtesyDirection.GIVEN:
        loops = [loop for loop in shown.situation.granted if StepKind.RETURNED in loop.missing]
    else:
        loops = [loop for loop in shown.situation.given if loop.state is State.DONE]
    choices += [(loop.favour.id, verbatim(loop.favour.title)) for loop in loops]
    return choices


def usual_currency(shown: Shown, language: str) -> str:
    """The currency of the latest courtesy, else that of the language's home."""
    known = [courtesy for courtesy in shown.situation.relationship.courtesies if courtesy.currency]
    if known:
        return max(known, key=lambda courtesy: (courtesy.day, courtesy.id)).currency
    return "CNY" if language == "zh" else "USD"


def learned_worth_asking(kind: CourtesyKind) -> bool:
    """Whether something may have been learned over it: a meal is time together."""
    return kind is CourtesyKind.MEAL

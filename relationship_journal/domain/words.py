"""The method's words as people read them: msgids for kinds, steps, states, courtesies, facets and occasions.

Whoever shows one translates it by `_`; the command line and the file keep the enumerations' own values.
"""

from decimal import Decimal

from relationship_journal.i18n import N_, Message, Money

from .contact import FacetKind, OccasionKind
from .courtesy import CourtesyDirection, CourtesyKind
from .entry import EntryKind
from .favour import Direction, StepKind

ENTRY_WORDS: dict[EntryKind, str] = {
    EntryKind.NOTE: N_("Note"),
    EntryKind.CALL: N_("Call"),
    EntryKind.MESSAGE: N_("Message"),
    EntryKind.MEETING: N_("Meeting"),
    EntryKind.VISIT: N_("Visit"),
    EntryKind.MEAL: N_("Meal"),
    EntryKind.EVENT: N_("Event"),
}
COURTESY_WORDS: dict[CourtesyKind, str] = {
    CourtesyKind.GIFT: N_("Gift"),
    CourtesyKind.MEAL: N_("Meal paid"),
    CourtesyKind.GREETING: N_("Greeting"),
}
_COURTESY_DONE: dict[tuple[CourtesyKind, CourtesyDirection], str] = {
    (CourtesyKind.GIFT, CourtesyDirection.GIVEN): N_("Gave a gift"),
    (CourtesyKind.GIFT, CourtesyDirection.RECEIVED): N_("Was given a gift"),
    (CourtesyKind.MEAL, CourtesyDirection.GIVEN): N_("Paid for a meal"),
    (CourtesyKind.MEAL, CourtesyDirection.RECEIVED): N_("Was treated to a meal"),
    (CourtesyKind.GREETING, CourtesyDirection.GIVEN): N_("Sent a greeting"),
    (CourtesyKind.GREETING, CourtesyDirection.RECEIVED): N_("Was sent a greeting"),
}
_STEP_WORDS: dict[StepKind, str] = {
    StepKind.IDEA: N_("Idea"),
    StepKind.PLANNED: N_("Planned"),
    StepKind.ASKED: N_("Asked"),
    StepKind.GRANTED: N_("Granted"),
    StepKind.DECLINED: N_("Declined"),
    StepKind.ACTED_ON: N_("Acted on"),
    StepKind.THANKED: N_("Thanked"),
    StepKind.RETURNED: N_("Returned"),
    StepKind.OFFERED: N_("Offered"),
    StepKind.PROMISED: N_("Promised"),
    StepKind.DONE: N_("Done"),
    StepKind.ACKNOWLEDGED: N_("Acknowledged"),
    StepKind.CLOSED: N_("Closed"),
    StepKind.LET_GO: N_("Let go"),
}
_GIVEN_STEP_WORDS = {StepKind.ASKED: N_("Asked of me"), StepKind.DECLINED: N_("I declined")}
UNANSWERED = N_("Unanswered")
FACET_WORDS: dict[FacetKind, str] = {
    FacetKind.WEEKEND: N_("Weekend"),
    FacetKind.CLOTHING: N_("Clothing"),
    FacetKind.PARTNER: N_("Partner"),
    FacetKind.PARENTS: N_("Parents"),
    FacetKind.CHILDREN: N_("Children"),
    FacetKind.HEALTH: N_("Health"),
    FacetKind.AFFAIRS: N_("Current affairs"),
    FacetKind.CURIOSITY: N_("Curiosity"),
    FacetKind.HOBBY: N_("Hobby"),
    FacetKind.FOOD: N_("Food"),
    FacetKind.HOMETOWN: N_("Home town"),
    FacetKind.EXPERTISE: N_("Expertise"),
    FacetKind.WORK: N_("Work"),
}
OCCASION_WORDS: dict[OccasionKind, str] = {
    OccasionKind.BIRTHDAY: N_("Birthday"),
    OccasionKind.ANNIVERSARY: N_("Anniversary"),
    OccasionKind.EXAM: N_("Exam"),
    OccasionKind.WEDDING: N_("Wedding"),
    OccasionKind.BIRTH: N_("Birth"),
    OccasionKind.MOVE: N_("Move"),
    OccasionKind.TRIP: N_("Trip"),
    OccasionKind.FESTIVAL: N_("Festival"),
    OccasionKind.OTHER: N_("Other day"),
}


def step_word(kind: StepKind, direction: Direction) -> str:
    """The msgid of a step; some read otherwise where the favour is mine to do."""
    if direction is Direction.GIVEN and kind in _GIVEN_STEP_WORDS:
        return _GIVEN_STEP_WORDS[kind]
    return _STEP_WORDS[kind]


def courtesy_done(kind: CourtesyKind, direction: CourtesyDirection) -> str:
    """The msgid of a courtesy that says who paid."""
    return _COURTESY_DONE[kind, direction]


def courtesy_worth(kind: CourtesyKind, direction: CourtesyDirection, value: Decimal | None, currency: str) -> Message:
    """What was done, with what it was worth where that is known."""
    done = Message(courtesy_done(kind, direction))
    return done if value is None else Message("{what}, {value}", what=done, value=Money(value, currency))

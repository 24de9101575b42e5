"""Marks that are found once say on every later day what looking at the whole relationship says."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from relationship_journal.domain.agenda import Told, agenda, agenda_of
from relationship_journal.domain.coming_up import dated
from relationship_journal.domain.contact import Contact, Occasion, OccasionKind
from relationship_journal.domain.due import Due, Known, wanted
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.marking import marks_of
from relationship_journal.domain.marks import FOREVER, RESTS_ON, arcs_of, stamp
from relationship_journal.domain.next_step import Action, next_step
from relationship_journal.domain.plan import PlanItem, SavedReview, Section
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.repertoire import Repertoire
from relationship_journal.domain.settings import Settings
from relationship_journal.domain.situation import Situation
from relationship_journal.domain.warmth import warmth
from relationship_journal.values import fields
from tests.domain.stories import SETTINGS, TODAY, OpenDecision, ago, between, closed, courtesy, person, received
from tests.domain.test_properties import relationships

OTHER = Settings(standing_period=40, let_it_rest_days=3, silent_days=60, open_decision_rung=2)


def assert_same(relationship: Relationship, numbers: Settings, found_on: date, day: date) -> None:
    """What marks found on one day say on another is what the situation of that day says."""
    marks, ordinal = marks_of(Situation(relationship, numbers, found_on)), day.toordinal()
    situation = Situation(relationship, numbers, day)
    if not marks.hold(ordinal):
        return
    loops = (*situation.received, *situation.given)
    met = situation.last_contact is not None
    today = marks.on(ordinal)
    assert today.standing == situation.standing
    assert today.open_favours.split() == [str(number) for number in sorted(one.favour.id for one in loops if one.open)]
    assert today.open_loops == sum(loop.open for loop in loops)
    assert today.asks(ordinal) == (met and next_step(situation).action is Action.ASK)
    assert today.cooling(ordinal) == warmth(situation).cooling
    assert today.cadence == warmth(situation).cadence
    assert today.silent(ordinal, numbers) == situation.silent
    assert today.last_contact == (situation.last_contact.toordinal() if situation.last_contact else 0)
    assert arcs_of(today.arcs) == (situation.granted[0].arcs if situation.granted else (False,) * 4)


@given(relationships(), st.sampled_from([SETTINGS, OTHER]), st.integers(-30, 400), st.data())
@settings(max_examples=120)
def test_marks_are_right_on_every_day_on_which_they_hold(
    relationship: Relationship, numbers: Settings, first: int, data: st.DataObject
) -> None:
    """Whatever lies between two people: on the day itself, on the days to come, at the last one that they hold."""
    found_on = ago(first)
    marks = marks_of(Situation(relationship, numbers, found_on))
    assert marks.hold(found_on.toordinal())
    last = min(marks.end - 1, found_on.toordinal() + 3000)
    ahead = data.draw(st.lists(st.integers(0, 900), max_size=12))
    days = [found_on + timedelta(days=days) for days in (0, 1, *ahead)]
    for day in (*days, date.fromordinal(last)):
        assert_same(relationship, numbers, found_on, day)


@given(st.lists(st.integers(1, 4), max_size=4, unique=True), st.data())
@settings(max_examples=60)
def test_the_review_from_marks_is_the_review_from_whole_relationships(numbers: list[int], data: st.DataObject) -> None:
    """Every row, with its reasons and its loop, the plan and the order: whether marks are of today or of last month."""
    people = [data.draw(relationships(contact)) for contact in numbers]
    earlier = TODAY - timedelta(days=data.draw(st.integers(0, 60)))
    plan = tuple(PlanItem("x", one.contact.id, section=Section.COOLING) for one in people[:2])
    saved = data.draw(st.none() | st.just(SavedReview(ago(5), plan)))
    told = Told(saved=saved)
    repertoire = Repertoire((), (), SETTINGS, TODAY)
    whole = agenda(people, SETTINGS, TODAY, repertoire, saved=saved)
    assert agenda_of(due_of(people, earlier, told), told, SETTINGS, TODAY, repertoire) == whole


def due_of(people: list[Relationship], earlier: date, told: Told) -> Due:
    """What the store would read: marks found earlier where they still hold."""
    known = []
    for one in people:
        marks = marks_of(Situation(one, SETTINGS, earlier))
        if not marks.hold(TODAY.toordinal()):
            marks = marks_of(Situation(one, SETTINGS, TODAY))
        known.append(Known(one.contact.id, one.contact.name, one.contact.official, marks.on(TODAY.toordinal())))
    more = wanted(known, told.planned, SETTINGS, TODAY, told.since(SETTINGS, TODAY))
    favours = {favour.id: favour for one in people for favour in one.favours}
    return Due(
        known,
        {FavourId(number): favours[FavourId(number)] for number in more.favours},
        {one.contact.id: one for one in people if one.contact.id in more.whole},
        [dated(one.contact) for one in people],
        frozenset(one.contact.region for one in people),
    )


def test_marks_hold_until_a_day_that_is_known_beforehand() -> None:
    """Nothing ahead: for ever. A meeting entered for next week, a decision that opens or ends: until then."""

    def end(relationship: Relationship) -> int:
        return marks_of(Situation(relationship, SETTINGS, TODAY)).end

    assert end(between(closed("Doctor", 3, 400), courtesy("gift", 3), met=(5,))) == FOREVER
    assert end(between(met=(5, -7))) == ago(-7).toordinal()
    assert end(between(received("Tea", 1, "asked@3 granted@-2"))) == ago(-2).toordinal()
    ahead = person(decision=OpenDecision(ago(-4), ago(-20)))
    assert end(between(contact=ahead, met=(5,))) == ago(-4).toordinal()
    now = person(decision=OpenDecision(ago(4), ago(-20)))
    assert end(between(contact=now, met=(5,))) == ago(-21).toordinal()
    past = person(decision=OpenDecision(ago(40), ago(1)))
    assert end(between(contact=past, met=(5,))) == FOREVER


def test_of_somebody_never_met_the_next_step_is_no_ask() -> None:
    """A card out of an address book is not ready; after the first meeting it is."""
    day = TODAY.toordinal()
    assert not marks_of(Situation(between(), SETTINGS, TODAY)).on(day).asks(day)
    assert marks_of(Situation(between(met=(1,)), SETTINGS, TODAY)).on(day).asks(day)


def test_the_stamp_is_another_one_where_a_number_of_the_method_is() -> None:
    """Language and looks change nothing; a number that a mark rests on does."""
    assert stamp(SETTINGS) == stamp(Settings(language="zh", theme="dark", review_plan_size=3))
    others = [
        Settings(standing_period=300),
        Settings(silent_days=90),
        Settings(rung_domains=("personal",) * 6),
        Settings(hidden_rungs=frozenset({2})),
        Settings(warmth_default=10),
    ]
    assert len({stamp(numbers) for numbers in (SETTINGS, *others)}) == len(others) + 1


IN_NO_MARK = {
    "return_more_extra": 7,
    "clean_return_rung": 1,
    "courtesy_is_ground_days": 5,
    "courtesy_is_ground_rung": 6,
    "drive_half_life": 3.0,
    "drive_low": 9.0,
    "drive_ratio": 9.0,
    "ideas_shown": 1,
    "review_day": "sunday",
    "review_plan_size": 1,
    "review_look_back": 1,
    "review_seconds_per_row": 1,
    "snooze_days": 1,
    "coming_up_days": 1,
    "language": "zh",
    "theme": "dark",
    "inbox_folder": "x",
    "reading": False,
    "ask_what_was_learned": False,
    "piece_limits": {"CNY": Decimal(1)},
    "year_limits": {"CNY": Decimal(1)},
}


def test_every_setting_is_known_to_matter_or_not() -> None:
    """A new setting finds its place: among those that the stamp tells, or here, where it is shown to change nothing."""
    assert {part.name for part in fields(SETTINGS)} == {*RESTS_ON, "hidden_rungs", *IN_NO_MARK}


@given(relationships())
@settings(max_examples=60)
def test_no_mark_rests_on_the_settings_that_the_stamp_leaves_out(relationship: Relationship) -> None:
    """All of them changed at once."""
    other = Settings(**IN_NO_MARK)  # type: ignore[arg-type]
    assert marks_of(Situation(relationship, other, TODAY)) == marks_of(Situation(relationship, SETTINGS, TODAY))


def test_a_birthday_of_somebody_never_met_comes_up() -> None:
    """It needs no marks."""
    birthday = Occasion(OccasionKind.BIRTHDAY, f"--{ago(-3):%m-%d}")
    one = Relationship(Contact(person().id, "Abe", occasions=(birthday,)))
    told = Told()
    repertoire = Repertoire((), (), SETTINGS, TODAY)
    found = agenda_of(due_of([one], TODAY, told), told, SETTINGS, TODAY, repertoire)
    assert [row.name for row in found.sections[Section.COMING_UP] if row.name] == ["Abe"]

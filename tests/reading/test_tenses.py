"""A day that a plan names is ahead of where it is told, one in a report behind it."""

from datetime import date

import pytest

from relationship_journal.reading.note import KnownContact, Note, Reading
from relationship_journal.reading.reader import read

WANG = KnownContact("王建国", ("王总",))
KAREN = KnownContact("Karen Doyle", ("Karen",))
MONDAY = date(2026, 11, 23)


def reading(text: str, about: str | None = None) -> Reading:
    return read(Note(text, MONDAY, (WANG, KAREN), about))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("我答应5月6日陪他", date(2027, 5, 6)),
        ("我答应周三陪王总去医院。", date(2026, 11, 25)),
        ("跟王总约好周五一起吃饭。", date(2026, 11, 27)),
        ("打算周六去看王总。", date(2026, 11, 28)),
        ("记得10月1日给王总送花。", date(2027, 10, 1)),
        ("I promised Karen to drive her on Friday.", date(2026, 11, 27)),
        ("Agreed to help Karen move on 3 October.", date(2027, 10, 3)),
        ("Need to call Karen on Wednesday.", date(2026, 11, 25)),
        ("Will send Karen the slides by Tuesday.", date(2026, 11, 24)),
    ],
)
def test_a_day_in_a_plan_is_not_the_day_of_the_note(text: str, due: date) -> None:
    """What was promised or planned lies ahead; the note itself is of today."""
    found = reading(text, about="王建国")
    assert found.day == MONDAY
    assert due in {one.due for one in found.follow_ups}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5月6日我陪王总去了医院，他做了胃镜。", date(2026, 5, 6)),
        ("周三答应王总陪他去医院。", date(2026, 11, 18)),
        ("周五跟王总吃了饭。", date(2026, 11, 20)),
        ("Had lunch with Karen on Friday.", date(2026, 11, 20)),
        ("Karen had her operation on 4 March.", MONDAY),
    ],
)
def test_a_day_in_a_report_is_behind(text: str, day: date) -> None:
    """The same words without a promise before them are of the past, and no occasion to come."""
    found = reading(text)
    assert found.day == day
    assert {one.date for one in found.occasions} <= {"2026-03-04"}


@pytest.mark.parametrize(
    "text",
    [
        "Last Friday I had lunch with Karen; promised her the report by Monday.",
        "上周五跟王总吃饭，答应周一给他答复。",
        "Saw Karen on Friday. I promised to send her the deck by Monday.",
    ],
)
def test_a_weekday_counts_from_the_day_on_which_it_was_promised(text: str) -> None:
    """On Friday Monday was three days off: it is today, not a week from now."""
    assert {one.due for one in reading(text).follow_ups} == {MONDAY}


@pytest.mark.parametrize("text", ["周一前把报告给王总。", "I'll send Karen the deck by Monday."])
def test_a_weekday_of_a_plan_of_today_is_the_next(text: str) -> None:
    """On Monday, by Monday is a week from now."""
    assert {one.due for one in reading(text).follow_ups} == {date(2026, 11, 30)}


@pytest.mark.parametrize(
    "text",
    [
        "Karen rang in tears, her father died on Wednesday. Said how sorry I was.",
        "Karen's daughter was born on 18 November. I wrote to congratulate her.",
        "王总女儿上周六办婚礼，我没去成，微信道了个喜。",
        "王总的母亲前天夜里摔了一跤，他打电话来问护工。",
        "小王总 11月18号出生，六斤二两。给王总发了红包。",
    ],
)
def test_the_day_of_news_is_not_the_day_on_which_it_was_told(text: str) -> None:
    """What befell somebody has a day of its own; the note is of today."""
    assert reading(text).day == MONDAY


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("2026-11-18", date(2026, 11, 18)),
        ("### 11-08", date(2026, 11, 8)),
        ("【11月18日 19:30】", date(2026, 11, 18)),
        ("Wed 18 November", date(2026, 11, 18)),
    ],
)
def test_a_day_that_stands_alone_on_top_is_the_day_of_the_note(heading: str, day: date) -> None:
    """As in a diary; month and day with a dash are no range where a nought stands before one."""
    assert reading(f"{heading}\n跟王总通了电话，他问起合同，周五的事也说了。").day == day
    assert reading("Met Karen for 10-12 minutes.").day == MONDAY


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("王总来电改时间，约的饭从周三改到周五，我得去订位。", date(2026, 11, 27)),
        ("Karen's lunch is pushed from Wednesday to Friday, I must book a table.", date(2026, 11, 27)),
        ("Send Karen the redlines EOD Fri.", date(2026, 11, 27)),
        ("Karen's wedding is on 12 December. I'll bring the tables over the Friday before.", date(2026, 12, 11)),
    ],
)
def test_a_day_said_by_another_is_the_one_that_is_meant(text: str, due: date) -> None:
    """Moved from one to another, the end of one, the one before another."""
    assert {one.due for one in reading(text).follow_ups} == {due}


@pytest.mark.parametrize(
    "text",
    [
        "Rang Karen, happy 50th. Her chest is still sore.",
        "Karen's 40th, pizza in the Ferry, she paid for all of us.",
        "王总七十二岁生日，几个老学生摆了一桌。",
        "给王总发了微信，祝他生日快乐。",
    ],
)
def test_a_birthday_that_is_kept_or_wished_for_is_on_the_day_of_the_note(text: str) -> None:
    """No day is said, since it is today."""
    assert {(one.kind, one.date) for one in reading(text).occasions} == {("birthday", MONDAY.isoformat())}


@pytest.mark.parametrize("text", ["王总女儿6月1号生的，六斤二两。", "Karen's daughter was born on 1 June, 7lb."])
def test_who_was_born_was_born_on_a_day_behind(text: str) -> None:
    """Not next June."""
    assert {one.date for one in reading(text).occasions} <= {"2026-06-01"}


@pytest.mark.parametrize(
    "text",
    [
        "Met Karen on Friday, I'll send her the deck.",
        "周五跟王总吃了饭，回头把合同发给他。",
    ],
)
def test_the_day_on_which_they_met_is_not_the_day_of_what_is_to_be_done(text: str) -> None:
    """Friday is behind; no day is said for what was promised."""
    found = reading(text)
    assert found.day == date(2026, 11, 20)
    assert {one.due for one in found.follow_ups} == {None}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I'd met Karen on Friday.", date(2026, 11, 20)),
        ("On Friday Karen said she will sell the house.", date(2026, 11, 20)),
        ("Karen's lunch was moved to Friday.", MONDAY),
    ],
)
def test_what_was_said_on_a_day_may_lie_ahead_and_the_day_itself_behind(text: str, day: date) -> None:
    """*I'd met* is past; Friday is when she said it; lunch that was moved to Friday is still to come."""
    assert reading(text).day == day

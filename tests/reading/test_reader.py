"""The note reader on notes of everyday: who, when, how, and what it must not suggest."""

import time
from datetime import date

import pytest

from relationship_journal.reading.labelled import evidence
from relationship_journal.reading.note import KnownContact, Note, Reading
from relationship_journal.reading.reader import read

WANG = KnownContact("王建国", ("王总",), "恒泰化工")
LI = KnownContact("李敏")
KAREN = KnownContact("Karen Doyle", ("Karen",), "Northgate")
TODAY = date(2026, 11, 23)


def reading(text: str, *contacts: KnownContact, about: str | None = None) -> Reading:
    return read(Note(text, TODAY, contacts, about))


@pytest.mark.parametrize(
    "text",
    ["跟王总通了电话", "王建国来电话", "Wang zong called", "rang Wang Jianguo", "王建国总监来了", "跟建国通了电话"],
)
def test_a_contact_is_found_by_name_nickname_title_and_pinyin(text: str) -> None:
    """王建国, whom the user calls 王总."""
    assert [person.name for person in reading(text, WANG, LI).contacts] == ["王建国"]


def test_a_title_after_the_surname_names_the_only_contact_of_that_name() -> None:
    """李主任 is 李敏 where she is the only 李; with a second 李 nobody is meant for certain."""
    assert [person.name for person in reading("李主任来电话", WANG, LI).contacts] == ["李敏"]
    assert reading("李主任来电话", LI, KnownContact("李倩")).contacts == ()


def test_two_of_one_nickname_are_told_apart_by_their_organisation() -> None:
    """Two are called 黄总; the note names the firm of one."""
    first, second = KnownContact("黄志强", ("黄总",), "锦溪酒店"), KnownContact("黄伟", ("黄总",), "云上民宿")
    assert [person.name for person in reading("跟云上的黄总视频", first, second).contacts] == ["黄伟"]


def test_a_favour_asked_and_granted_is_a_step_each_with_its_rung() -> None:
    """I asked for a number and got it at once: rung 2, received."""
    steps = reading("昨天问王总能不能把装修队长的电话给我，他当场就推给我了。", WANG).steps
    assert {(step.contact, step.direction, step.step) for step in steps} == {
        ("王建国", "received", "asked"),
        ("王建国", "received", "granted"),
    }
    assert {step.rung for step in steps} == {2}


def test_what_was_only_meant_to_be_asked_is_no_step() -> None:
    """The words did not come out."""
    assert reading("本想问王总装修找的哪家，没好意思开口。", WANG).steps == ()
    assert reading("Wanted to ask Karen about her dentist, but chickened out.", KAREN).steps == ()


def test_in_a_chat_me_and_you_change_with_the_speaker() -> None:
    """Karen asks, I give: the favour is given, whoever says I."""
    chat = (
        "[21/11/2026, 09:12] Karen: could you send me the name of your plumber?\n"
        "[21/11/2026, 09:20] Me: sure, sent it over\n"
        "[21/11/2026, 09:21] Karen: thanks so much!"
    )
    found = reading(chat, KAREN)
    assert found.day == date(2026, 11, 21)
    assert found.channel == "message"
    assert ("given", "asked") in {(step.direction, step.step) for step in found.steps}
    assert {step.direction for step in found.steps} == {"given"}


def test_every_suggestion_rests_on_words_of_the_note() -> None:
    """Each piece of evidence lies within the note and is not empty, also with signs beyond the basic plane."""
    text = "😀昨晚请王总吃烤鸭612元。他女儿下周三生日，明天给他寄樱桃。"
    spans = [span for _key, _index, span in evidence(reading(text, WANG))]
    assert spans
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("text", ["", "   \n\n", "。。。", "？！", "a" * 3000, "- \n- \n", "[](){}|\\*…"])
def test_text_without_words_suggests_nothing(text: str) -> None:
    """Such notes are read without an error, as a note of today."""
    found = reading(text, WANG)
    assert (found.day, found.steps, found.courtesy, found.facets, found.follow_ups) == (TODAY, (), (), (), ())


def test_a_long_note_is_read_in_one_pass() -> None:
    """The work grows with the length of the note, not with its square."""
    part = "昨天问王总能不能把电话给我，他当场就推给我了。他女儿明年高考。\n"
    reading(part, WANG)
    durations = []
    for times in (20, 80):
        start = time.perf_counter()
        reading(part * times, WANG)
        durations.append(time.perf_counter() - start)
    assert durations[1] < durations[0] * 10


def test_a_mail_is_of_its_own_day_and_in_its_sender_s_words() -> None:
    """A day in the subject is what it is about; *I* in a contact's mail is the contact, who has asked me."""
    mail = "Lunch on Wednesday\nKaren Doyle → Alex\n\nCould you send me the name of your plumber? Thanks so much."
    found = reading(mail, KAREN, about="Karen Doyle")
    assert (found.day, found.channel) == (TODAY, "message")
    assert {(step.contact, step.direction) for step in found.steps} <= {("Karen Doyle", "given")}
    answer = "Re: Plumber\nAlex → Karen Doyle\n\nCould you send me the name of your plumber?"
    assert {(step.contact, step.direction) for step in reading(answer, KAREN).steps} <= {("Karen Doyle", "received")}


@pytest.mark.parametrize(
    "text",
    [
        "请王总把装修师傅的电话给我，他马上推过来了。",
        "我问他要装修队长的电话，他当场写给我了。",
        "跟王总要了孟师傅电话。",
        "The dish is called laksa, Karen says.",
    ],
)
def test_a_number_is_no_call(text: str) -> None:
    """A telephone's number is a thing to be had; what something is called is its name."""
    assert reading(text, WANG, KAREN).channel != "call"

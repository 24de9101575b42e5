"""Text that a mail or a PDF wrapped at a column is read as the paragraphs that it was; other lines stay lines."""

from datetime import date

import pytest

from relationship_journal.reading.labelled import evidence, reading_row
from relationship_journal.reading.note import KnownContact, Note, Reading
from relationship_journal.reading.reader import read
from relationship_journal.reading.wrapped_lines import unwrapped

WANG = KnownContact("王建国", ("王总",))
KAREN = KnownContact("Karen Doyle", ("Karen",))
MONDAY = date(2026, 11, 23)

MAIL = """\
Had a long lunch with Karen on Friday. Her son is sitting his driving
test on 4 December and she is more nervous than he is. I asked her for
the number of her carpenter and she wrote it on the back of a parking
ticket for me. I promised to send her the museum tickets by Wednesday.
"""
PDF = """\
上周五跟王总在他公司楼下吃了顿饭，聊了一个多钟头。他女儿明年高考，
他最近血压有点高，医生不让他喝酒。我问他要装修队长的电话，他当场推给
我了。我答应下周三前把博物馆的票寄给他，他说不急，先忙完这一阵再说也
来得及。
"""


def reading(text: str) -> Reading:
    return read(Note(text, MONDAY, (WANG, KAREN), None))


@pytest.mark.parametrize(("text", "between"), [(MAIL, " "), (PDF, "")])
def test_a_wrapped_note_is_read_as_the_paragraph_that_it_was(text: str, between: str) -> None:
    """A clause that goes on in the next line is one clause."""
    whole = text.strip().replace("\n", between)
    wrapped, plain = reading_row(reading(text)), reading_row(reading(whole))
    del wrapped["evidence"], plain["evidence"]
    assert wrapped == plain
    assert unwrapped(text)[0].strip() == whole


@pytest.mark.parametrize("text", [MAIL, PDF, "  " + MAIL.replace("\n", "\n  "), MAIL.replace("\n", " \n") + "\n" + PDF])
def test_the_words_that_a_suggestion_rests_on_lie_in_the_note_as_it_was_written(text: str) -> None:
    """Offsets count the line breaks that were read over."""
    spans = {(key, text[span.start : span.end]) for key, _index, span in evidence(reading(text))}
    assert spans
    assert all(words and words == words.strip() for _key, words in spans)
    names = {words for key, words in spans if key == "contacts"}
    assert names <= {"Karen", "王总"}
    assert names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MAIL.replace("her carpenter and she wrote it on the", "her carpenter and of his old friend Karen"), "Karen"),
        (
            (
                "Last night at the opening of the exhibition I ran into the famous Karen\n"
                "Doyle, who had just come back from a long walk with her dogs, and whose\n"
                "husband has taken up beekeeping since the two of them moved out of town."
            ),
            "Karen\nDoyle",
        ),
    ],
)
def test_a_name_may_go_over_the_end_of_a_line(text: str, name: str) -> None:
    """And is found where it stands."""
    (person,) = reading(text).contacts
    assert text[person.span.start : person.span.end] == name


LIST = """\
- asked Karen for the number of her carpenter, she gave it to me there and then
- promised her the tickets for the museum that she has been looking for so long
- her son moves to Boston on 4 December and she is sad about it and a bit cross
"""
CHAT = """\
Karen 09:12
could you send me the name of your plumber, the one who did the bath last year
Me 09:20
sure, sent it over, and the one for the heating as well, he is a decent fellow
Karen 09:21
thanks so much, you are a star and I owe you a very large glass of red wine now
"""
TEMPLATE = """\
ACCT Northgate Freight, renewal in March, two years, forty seats, no discount asked
NEXT send Karen the revised quote by Wednesday and copy the finance people in please
RISK she may leave for Boston with her husband in the summer, nobody knows as of yet
"""
POEM = """\
The sun was shining on the sea,
shining with all his might:
he did his very best to make
the billows smooth and bright
"""
NUMBERED = """\
1. 请王总介绍他们采购部的负责人，他说下个月的会上一起吃饭的时候再正式引见
2. 答应帮王总的侄子看简历，周五之前给他意见，最好当面讲一讲怎么改会比较好
3. 王总的女儿明年高考，最近全家都很紧张，他自己也不怎么出来应酬和喝酒了呢
"""
UNSTOPPED = """\
昨天跟王总吃饭，他请的
问他从运营转产品值不值，聊了快一个钟头，建议先做一阵别的
他主动说简历给他，他来内推。简历还没改完，周日晚上之前发他
他下个月当爸爸
"""


@pytest.mark.parametrize("text", [LIST, CHAT, TEMPLATE, POEM, NUMBERED, UNSTOPPED, MAIL.replace("\n", "\n\n")])
def test_lines_that_stand_for_themselves_stay_lines(text: str) -> None:
    """Lists, chats, templates, poems, notes whose writer sets no full stop at the end of a line."""
    assert unwrapped(text) == (text, [])


def test_items_of_a_list_that_were_wrapped_are_joined_each_by_itself() -> None:
    """The second line of an item belongs to it; the next item is another line."""
    text = (
        "- asked Karen whether she could spare us her carpenter for a week or so,\n"
        "  she wrote his number on the back of a parking ticket for me right away\n"
        "  and told me to say hello from her\n"
        "- promised her the tickets for the museum, she has been looking for some\n"
        "  ever since the summer and never found any that were not for a weekday\n"
    )
    joined, back = unwrapped(text)
    assert [line[:1] for line in joined.splitlines()] == ["-", "-"]
    assert all(joined[place] in (text[back[place]], " ") for place in range(len(joined)))

"""The weekly review as it is printed and exported."""

from datetime import date, timedelta
from html.parser import HTMLParser

import pytest

from relationship_journal.domain.agenda import agenda
from relationship_journal.domain.ideas import Idea, IdeaText
from relationship_journal.domain.plan import PlanItem
from relationship_journal.domain.repertoire import Repertoire
from relationship_journal.reports.review_html import review_html
from relationship_journal.reports.review_markdown import escaped, review_markdown
from relationship_journal.reports.review_sheet import ReviewSheet, review_sheet
from relationship_journal.reports.review_text import review_text
from tests.domain.stories import SETTINGS, TODAY, between, closed, person, received

IDEA = Idea("desk", 2, "personal", {"en": IdeaText("Where the desk is from", "{name}, where did you buy this desk?")})
HELEN = person(facets="hobby: 3 < 4 & *stars*")


def sheet(*facts: object, plan: tuple[PlanItem, ...] | None = None, ticked: bool = False) -> ReviewSheet:
    """The review of a journal with one contact."""
    relationship = between(*facts, contact=HELEN, met=(3,))  # type: ignore[arg-type]
    found = agenda([relationship], SETTINGS, TODAY, Repertoire([IDEA], (), SETTINGS, TODAY))
    return review_sheet(found, SETTINGS, lambda _id: HELEN, plan=plan, dealt=lambda _row: ticked)


def test_a_loop_to_close_in_words() -> None:
    """Helen's doctor waits for thanks: the row, its reason, its days; the plan proposes it."""
    found = sheet(received("Doctor", 1, "granted@9 acted_on@5"))
    assert (found.title, found.day, found.summary) == ("Weekly review", "Wednesday 10 June", "2 rows, about 1 minute")
    loops, coming, plan = found.parts
    assert (loops.title, coming.title, plan.title) == ("Close the loops", "Coming up", "Plan for the week")
    line = loops.lines[0]
    assert (line.name, line.what, line.aside) == ("Helen Zhou", "Tell them how “Doctor” went", "9 days")
    assert line.because == "Granted on 1 June. They have not heard how it went."
    assert plan.lines[0].aside == "Thursday 11 June"


def test_an_ask_comes_with_its_words() -> None:
    """Ready for rung 2: the idea's title, and what to say to Helen."""
    line = sheet(closed("Doctor", 1, 40)).parts[0].lines[0]
    assert (line.what, line.to_say) == ("Where the desk is from", "Helen, where did you buy this desk?")
    assert line.aside == "Rung 2"


def test_markdown_that_every_editor_shows() -> None:
    """Headings, boxes, a quote; signs in what people wrote stay what they are."""
    found = review_markdown(sheet(closed("Doctor", 1, 40), received("*Map* [1]", 1, "asked@60 declined@5")))
    assert found.startswith("# Weekly review\n\nWednesday 10 June · ")
    assert "\\*Map\\* \\[1\\]" in found
    ready = review_markdown(sheet(closed("Doctor", 1, 40), ticked=True))
    assert "- [x] **Helen Zhou** · Where the desk is from · *Rung 2*\n" in ready
    assert "\n  > Helen, where did you buy this desk?\n" in ready


@pytest.mark.parametrize(
    ("text", "written"),
    [("- a list", "\\- a list"), ("1. first", "\\1. first"), ("two\nlines", "two lines"), ("<b>", "\\<b\\>")],
)
def test_signs_are_escaped(text: str, written: str) -> None:
    """What would begin a list or a tag."""
    assert escaped(text) == written


class _Page(HTMLParser):
    """Collects texts and checks that every element is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_one_page_of_html() -> None:
    """Well-formed, complete in itself, and what people wrote is text."""
    page = _Page()
    html = review_html(sheet(received("<script>Map</script> & more", 1, "granted@9"), closed("Doctor", 1, 3)))
    page.feed(html)
    page.close()
    assert page.open == []
    assert "Use what “<script>Map</script> & more” gave you" in page.texts
    assert "http" not in html
    assert "Climbed" in page.texts


def test_plain_text_for_a_terminal() -> None:
    """A row with its reason below it, word for word."""
    assert review_text(sheet(received("Doctor", 1, "granted@9 acted_on@5"))).splitlines()[3:6] == [
        "Close the loops (1)",
        "  [ ] Helen Zhou: Tell them how “Doctor” went  (9 days)",
        "      Granted on 1 June. They have not heard how it went.",
    ]


def test_a_plan_that_is_held_now() -> None:
    """The user's own item, done, without a contact."""
    item = PlanItem("Buy cherries", day=TODAY + timedelta(days=2), done=True)
    part = sheet(closed("Doctor", 1, 40), plan=(item,)).parts[-1]
    assert [(line.ticked, line.name, line.what) for line in part.lines] == [(True, "", "Buy cherries")]


def test_nothing_due() -> None:
    """An empty journal in a week without festivals."""
    day = date(2026, 7, 15)
    found = review_sheet(agenda([], SETTINGS, day, Repertoire((), (), SETTINGS, day)), SETTINGS, lambda _id: HELEN)
    assert (found.summary, found.parts) == ("Nothing is due.", ())
    assert "Nothing is due." in review_html(found)

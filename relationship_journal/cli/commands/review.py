"""`review`: the weekly review, its plan, and what was put off."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from relationship_journal.cli import shapes
from relationship_journal.cli.arguments import Commands, number
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.domain import written_ids as ids
from relationship_journal.domain.agenda_rows import Row
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.plan import PlanItem, Section
from relationship_journal.domain.problems import WrongUsage
from relationship_journal.i18n import Message, _, current_language, word
from relationship_journal.reports.review_html import review_html
from relationship_journal.reports.review_markdown import review_markdown
from relationship_journal.reports.review_sheet import ReviewSheet, review_sheet
from relationship_journal.reports.review_text import review_text
from relationship_journal.services.review import Plan, Review
from relationship_journal.services.whole_file import write_whole

_WRITERS = {"text": review_text, "markdown": review_markdown, "html": review_html}
_FORMATS = (*_WRITERS, "pdf")
_PAPER = ("A4", "Letter")


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    review = commands.group("review", _("the weekly review"), "review --format pdf -o week.pdf --save", handler=_review)
    review.parser.add_argument("--format", choices=_FORMATS, default="text", help=" ".join(_FORMATS))
    review.parser.add_argument("--paper", choices=_PAPER, default="A4", help=" ".join(_PAPER))
    review.parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=_("write it to a file"))
    review.parser.add_argument("--save", action="store_true", help=_("keep this review and its plan"))
    snoozing = review.add("snooze", _snooze, _("put a row off"), "review snooze Helen --favour f3 --until next monday")
    snoozing.add_argument("contact", metavar="C")
    snoozing.add_argument("--favour", metavar="F", help=_("the favour whose row it is, else the contact's own row"))
    snoozing.add_argument("--until", metavar="D", required=True, help=_("the day on which it comes back"))
    plan = review.group("plan", _("the plan for the week"), "review plan add Helen …", handler=_plan)
    adding = plan.add("add", _plan_add, _("plan something"), 'review plan add Helen "Send the cherries" --day friday')
    adding.add_argument("contact", metavar="C")
    adding.add_argument("text", metavar="TEXT")
    adding.add_argument("--favour", metavar="F", help=_("the favour that it is about"))
    adding.add_argument("--day", metavar="D", help=_("the day on which you mean to do it"))
    for name, handler, says in (
        ("done", _plan_done, _("mark a line of the plan as done")),
        ("undone", _plan_undone, _("mark a line of the plan as not done after all")),
        ("remove", _plan_remove, _("take a line out of the plan")),
    ):
        line = plan.add(name, handler, says, f"review plan {name} 2")
        line.add_argument("line", metavar="LINE", type=number, help=_("its number in the plan, from 1"))


def _review(desk: Desk, options: Namespace) -> Result:
    if options.format == "pdf" and options.output is None:
        raise WrongUsage(Message("A PDF needs a file: add -o FILE."))
    service = desk.session.review
    if desk.session.reads.notes_to_read(1):
        while desk.session.readings.read_ahead(desk.today):
            pass
    review = service.save(desk.today) if options.save else service.gather(desk.today)
    text = _written(_sheet(desk, review), options)
    if options.output is not None:
        return Result(_shape(desk, review), _("Written: {path}").format(path=options.output))
    return Result(_shape(desk, review), text)


def _sheet(desk: Desk, review: Review) -> ReviewSheet:
    """The review in words."""
    return review_sheet(
        review.agenda,
        desk.session.settings.numbers(),
        lambda number: desk.session.reads.contact(ContactId(number)),
        plan=review.plan,
        dealt=review.is_dealt,
    )


def _written(sheet: ReviewSheet, options: Namespace) -> str:
    """The review in the format asked for; written to the file, if one is named."""
    if options.format == "pdf":
        from relationship_journal.ui.printing import pdf_of

        pdf_of(review_html(sheet), options.output, paper=options.paper)
        return ""
    text = _WRITERS[options.format](sheet)
    if options.output is not None:
        write_whole(options.output, text.encode())
    return text


def _shape(desk: Desk, review: Review) -> dict[str, Any]:
    return {
        "today": review.agenda.today.isoformat(),
        "sections": {
            section.value: [_row(desk, row) for row in rows] for section, rows in review.agenda.sections.items()
        },
        "plan": _plan_shape(review.plan),
    }


def _row(desk: Desk, row: Row) -> dict[str, Any]:
    """A row; what does not apply to it is absent, but for whom it is about."""
    shape: dict[str, Any] = {
        "contact": None if row.contact is None else ids.written(ids.CONTACT, row.contact),
        "name": row.name or None,
    }
    if row.loop is not None:
        shape["favour"] = ids.written(ids.FAVOUR, row.loop.favour.id)
    if row.occasion is not None:
        shape["occasion"] = shapes.occasion(row.occasion, desk.today)
    if row.entry is not None:
        shape["entry"] = ids.written(ids.ENTRY, row.entry)
    if row.step is not None:
        shape["step"] = row.step.value
    if row.days is not None:
        shape["days"] = row.days
    if row.rung is not None:
        shape["rung"] = row.rung
    if row.suggested is not None and row.contact is not None:
        who = desk.session.reads.contact(row.contact)
        text = row.suggested.what.text(current_language())
        shape["idea"] = shapes.suggestion(row.suggested.what.id, text, who, row.suggested.because)
    because = (
        Message("{what}: {because}", what=row.what, because=row.because)
        if row.section is Section.MOVED
        else row.because
    )
    shape["because"] = word(because)
    return shape


def _plan_shape(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "contact": None if item.contact is None else ids.written(ids.CONTACT, item.contact),
            **({} if item.favour is None else {"favour": ids.written(ids.FAVOUR, item.favour)}),
            "text": _plan_text(item),
            "day": None if item.day is None else item.day.isoformat(),
            "done": item.done,
        }
        for item in plan
    ]


def _plan_text(item: PlanItem) -> str:
    return word(item.text) if isinstance(item.text, Message) else item.text


def _snooze(desk: Desk, options: Namespace) -> Result:
    who, until = desk.contact(options.contact), desk.day(options.until, ahead=True)
    favour = None if options.favour is None else FavourId(ids.read(ids.FAVOUR, options.favour))
    desk.session.review.snooze(who.id, until, favour)
    value = {
        "contact": ids.written(ids.CONTACT, who.id),
        "favour": None if favour is None else ids.written(ids.FAVOUR, favour),
        "until": until.isoformat(),
    }
    return Result(value, _("{name}: put off until {day}.").format(name=who.name, day=until.isoformat()))


def _plan(desk: Desk, _options: Namespace) -> Result:
    return _plan_shown(desk.session.review.gather(desk.today).plan)


def _plan_shown(plan: Plan) -> Result:
    lines = [_plan_line(place, item) for place, item in enumerate(plan, 1)]
    return Result(_plan_shape(plan), "\n".join(lines) or _("Nothing is planned."))


def _plan_line(place: int, item: PlanItem) -> str:
    day = "" if item.day is None else f"{item.day.isoformat()} "
    return f"{place}. [{'x' if item.done else ' '}] {day}{_plan_text(item)}"


def _plan_add(desk: Desk, options: Namespace) -> Result:
    item = PlanItem(
        options.text,
        desk.contact(options.contact).id,
        None if options.favour is None else FavourId(ids.read(ids.FAVOUR, options.favour)),
        None if options.day is None else desk.day(options.day, ahead=True),
    )
    return _plan_shown(desk.session.review.add_to_plan(item, desk.today))


def _plan_done(desk: Desk, options: Namespace) -> Result:
    return _plan_shown(desk.session.review.tick(options.line - 1, desk.today))


def _plan_undone(desk: Desk, options: Namespace) -> Result:
    return _plan_shown(desk.session.review.tick(options.line - 1, desk.today, done=False))


def _plan_remove(desk: Desk, options: Namespace) -> Result:
    return _plan_shown(desk.session.review.change_planned(options.line - 1, None, desk.today))

"""`courtesy`: gifts, meals and greetings."""

from argparse import Namespace
from decimal import Decimal, InvalidOperation

from relationship_journal.cli import shapes
from relationship_journal.cli.arguments import Commands
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.domain import written_ids as ids
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import CourtesyDraft
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.problems import NotFound, Problem, WrongUsage
from relationship_journal.i18n import Message, _, word

_KINDS = [kind.value for kind in CourtesyKind]
_DIRECTIONS = [direction.value for direction in CourtesyDirection]


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    courtesy = commands.group("courtesy", _("gifts, meals and greetings"), "courtesy add -c Helen gift given …")
    adding = courtesy.add(
        "add",
        _add,
        _("record a gift, a meal or a greeting"),
        'courtesy add -c Helen gift given "Cherries" --value 38 --currency USD --for f3',
    )
    adding.add_argument(
        "-c", "--contact", metavar="C", action="append", required=True, help=_("with this contact; may be repeated")
    )
    adding.add_argument("kind", choices=_KINDS, metavar="KIND", help=" ".join(_KINDS))
    adding.add_argument("direction", choices=_DIRECTIONS, metavar="DIRECTION", help=" ".join(_DIRECTIONS))
    adding.add_argument("text", metavar="TEXT", nargs="?", default="")
    adding.add_argument("--value", metavar="V", help=_("what it cost in all"))
    adding.add_argument("--currency", metavar="CUR", help=_("the currency, like CNY"))
    adding.add_argument("--day", metavar="D", help=_("the day, if not today"))
    adding.add_argument("--entry", metavar="ID", help=_("the entry in which it happened"))
    adding.add_argument("--for", dest="favour", metavar="FAVOUR", help=_("the favour that it answers"))


def _add(desk: Desk, options: Namespace) -> Result:
    value = None if options.value is None else _sum(options.value)
    if value is not None and not options.currency:
        raise WrongUsage(Message("Say the currency of the value, like --currency CNY."))
    draft = CourtesyDraft(
        CourtesyKind(options.kind),
        CourtesyDirection(options.direction),
        day=None if options.day is None else desk.day(options.day),
        contacts=tuple(desk.contact(name).id for name in options.contact),
        text=options.text,
        value=value,
        currency=(options.currency or "").upper(),
        favour=None if options.favour is None else _favour(desk, options.favour),
        entry=None if options.entry is None else EntryId(ids.read(ids.ENTRY, options.entry)),
    )
    recorded = desk.session.courtesies.add(draft, today=desk.today)
    shape = shapes.courtesy(recorded.courtesy, recorded.warnings)
    said = [f"! {word(verdict.because)}" for verdict in recorded.warnings]
    return Result(shape, "\n".join([f"{shape['id']}  {shape['day']}  {shape['kind']}  {shape['text']}", *said]))


def _favour(desk: Desk, text: str) -> FavourId:
    try:
        return desk.session.reads.favour(FavourId(ids.read(ids.FAVOUR, text))).id
    except NotFound as error:
        raise Problem(Message("There is no favour {id}.", id=text)) from error


def _sum(text: str) -> Decimal:
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation as error:
        raise WrongUsage(Message("“{text}” is no sum.", text=text)) from error
    if not value.is_finite() or value < 0:
        raise WrongUsage(Message("“{text}” is no sum.", text=text))
    return value

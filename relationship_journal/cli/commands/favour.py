"""`favour`: favours and their steps."""

from argparse import Namespace
from collections.abc import Iterable

from relationship_journal.cli import shapes
from relationship_journal.cli.arguments import Commands, number
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.domain import written_ids as ids
from relationship_journal.domain.courtesy import CourtesyId
from relationship_journal.domain.drafts import FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import STEPS_OF, Direction, Favour, FavourId, StepKind
from relationship_journal.domain.loop import loop_of
from relationship_journal.domain.problems import NotFound, Problem, WrongUsage
from relationship_journal.domain.rules import Verdict
from relationship_journal.domain.rung import DOMAINS, HIGHEST
from relationship_journal.i18n import Message, _, word

_STEPS = [kind.value for kind in StepKind]


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    favour = commands.group("favour", _("favours and their loops"), "favour list --open")
    adding = favour.add(
        "add",
        _add,
        _("record a favour"),
        'favour add -c Helen "Which optician" --rung 1 --step asked@yesterday --step granted',
    )
    adding.add_argument("-c", "--contact", metavar="C", required=True, help=_("who does it, or for whom"))
    adding.add_argument("title", metavar="TITLE")
    adding.add_argument("--rung", type=int, choices=range(1, HIGHEST + 1), default=1, metavar="N", help=_("1 to 6"))
    adding.add_argument("--given", action="store_true", help=_("I do it for them"))
    adding.add_argument("--domain", choices=DOMAINS, metavar="D", help=" ".join(DOMAINS))
    adding.add_argument("--weight", type=number, metavar="W", help=_("what it costs who does it"))
    adding.add_argument(
        "--against-interest", action="store_true", help=_("against their employer's rules or their interest")
    )
    adding.add_argument("--step", action="append", metavar="STEP[@DAY]", help=" ".join(_STEPS))
    stepping = favour.add("step", _step, _("take a step of a favour"), "favour step f3 thanked --day yesterday")
    stepping.add_argument("id", metavar="ID")
    stepping.add_argument("step", choices=_STEPS, metavar="STEP", help=" ".join(_STEPS))
    stepping.add_argument("--day", metavar="D", help=_("the day, if not its entry's or today"))
    stepping.add_argument("--entry", metavar="ID", help=_("the entry in which it happened"))
    stepping.add_argument("--weight", type=number, metavar="W", help=_("what the return weighs"))
    stepping.add_argument(
        "--with", dest="within", metavar="ID", help=_("the given favour or courtesy in which it was returned")
    )
    stepping.add_argument("--text", default="", help=_("a few words on it"))
    listing = favour.add("list", _list, _("favours"), "favour list -c Helen --open --json")
    listing.add_argument("-c", "--contact", metavar="C", help=_("only with this contact"))
    listing.add_argument("--open", action="store_true", help=_("only those whose loop is open"))
    favour.add("show", _show, _("one favour and its steps"), "favour show f3").add_argument("id", metavar="ID")


def _add(desk: Desk, options: Namespace) -> Result:
    direction = Direction.GIVEN if options.given else Direction.RECEIVED
    steps = tuple(_step_draft(desk, text, direction) for text in options.step or ())
    draft = FavourDraft(
        contact=desk.contact(options.contact).id,
        title=options.title,
        direction=direction,
        rung=options.rung,
        domain=options.domain,
        weight=options.weight,
        against_interest=options.against_interest,
    )
    recorded = desk.session.favours.add(draft, steps, today=desk.today)
    return _shown(desk, recorded.favour, recorded.warnings)


def _step_draft(desk: Desk, text: str, direction: Direction) -> StepDraft:
    name, parted, day = text.partition("@")
    if name not in _STEPS:
        raise WrongUsage(Message("“{step}” is no step. Steps: {steps}.", step=name, steps=" ".join(_STEPS)))
    kind = _fitting(StepKind(name), direction)
    return StepDraft(kind, desk.day(day, ahead=kind is StepKind.PLANNED) if parted else None)


def _fitting(kind: StepKind, direction: Direction) -> StepKind:
    """`kind`, or WrongUsage where it is a step of the other direction."""
    if kind in STEPS_OF[direction]:
        return kind
    steps = " ".join(STEPS_OF[direction])
    if direction is Direction.GIVEN:
        raise WrongUsage(Message("“{step}” is no step of a favour that I do. Steps: {steps}.", step=kind, steps=steps))
    raise WrongUsage(Message("“{step}” is no step of a favour done for me. Steps: {steps}.", step=kind, steps=steps))


def _step(desk: Desk, options: Namespace) -> Result:
    known = _favour(desk, options.id)
    kind = _fitting(StepKind(options.step), known.direction)
    favour_id, courtesy_id = (None, None) if options.within is None else _within(desk, options.within)
    draft = StepDraft(
        kind,
        day=None if options.day is None else desk.day(options.day, ahead=kind is StepKind.PLANNED),
        text=options.text,
        entry=None if options.entry is None else EntryId(ids.read(ids.ENTRY, options.entry)),
        weight=options.weight,
        with_favour=None if favour_id is None else FavourId(favour_id),
        with_courtesy=None if courtesy_id is None else CourtesyId(courtesy_id),
    )
    recorded = desk.session.favours.take_step(known.id, draft, today=desk.today)
    return _shown(desk, recorded.favour, recorded.warnings)


def _within(desk: Desk, text: str) -> tuple[int | None, int | None]:
    """The given favour or the courtesy that `--with` names, as (favour, courtesy); Problem if there is none."""
    favour_id, courtesy_id = ids.favour_or_courtesy(text)
    if favour_id is not None and _favour(desk, text).direction is not Direction.GIVEN:
        raise WrongUsage(Message("“{id}” is no favour that I do: a favour is returned in one of those.", id=text))
    if courtesy_id is not None:
        try:
            desk.session.reads.courtesy(CourtesyId(courtesy_id))
        except NotFound as error:
            raise Problem(Message("There is no gift, meal or greeting {id}.", id=text)) from error
    return favour_id, courtesy_id


def _list(desk: Desk, options: Namespace) -> Result:
    who = None if options.contact is None else desk.contact(options.contact).id
    settings = desk.session.settings.numbers()
    found = [
        each for each in desk.session.reads.favours(who) if not options.open or loop_of(each, desk.today, settings).open
    ]
    names = _names(desk, found)
    value = [shapes.favour(each, names[each.contact], settings, desk.today) for each in found]
    text = "\n".join(f"{row['id']}\t{row['name']}\t{row['title']}\t{row['state']}" for row in value)
    return Result(value, text or _("No favours here yet."))


def _names(desk: Desk, favours: Iterable[Favour]) -> dict[int, str]:
    return {number: desk.session.reads.contact(number).name for number in {each.contact for each in favours}}


def _show(desk: Desk, options: Namespace) -> Result:
    return _shown(desk, _favour(desk, options.id))


def _favour(desk: Desk, text: str) -> Favour:
    try:
        return desk.session.reads.favour(FavourId(ids.read(ids.FAVOUR, text)))
    except NotFound as error:
        raise Problem(Message("There is no favour {id}.", id=text)) from error


def _shown(desk: Desk, of: Favour, warnings: tuple[Verdict, ...] = ()) -> Result:
    value = shapes.favour(of, _names(desk, (of,))[of.contact], desk.session.settings.numbers(), desk.today, warnings)
    steps = (f"  {step['day']}  {step['step']}  {step['text']}".rstrip() for step in value["steps"])
    said = (f"! {word(verdict.because)}" for verdict in warnings)
    return Result(value, "\n".join([f"{value['id']}  {value['name']}: {of.title} ({value['state']})", *steps, *said]))

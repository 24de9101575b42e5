"""`contact`: who is in the journal."""

from argparse import ArgumentParser, Namespace
from typing import Any

from relationship_journal.cli import shapes
from relationship_journal.cli.arguments import Commands, number
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.domain.contact import Contact, ContactId, Handle, HandleKind, OpenDecision
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.drive import Quadrant, drive
from relationship_journal.domain.problems import WrongUsage
from relationship_journal.domain.situation import situation_of
from relationship_journal.i18n import Message, _
from relationship_journal.values import replace

_HANDLES = (HandleKind.PHONE, HandleKind.EMAIL, HandleKind.WECHAT)
_FILTERS = ("open-loops", "ready", "cooling", "untested")


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    contact = commands.group("contact", _("people in the journal"), "contact list")
    adding = contact.add(
        "add", _add, _("add somebody"), 'contact add "Helen Zhou" --org "Northfield Medical" --tag client'
    )
    adding.add_argument("name", metavar="NAME")
    _add_fields(adding)
    listing = contact.add("list", _list, _("who is in the journal"), "contact list --filter open-loops --json")
    listing.add_argument(
        "--filter", choices=_FILTERS, help=_("only those with open loops, ready for an ask, cooling or untested")
    )
    listing.add_argument("--tag", help=_("only those with this tag"))
    contact.add("show", _show, _("all about one contact"), "contact show Helen").add_argument("contact", metavar="C")
    editing = contact.add(
        "edit", _edit, _("change what is known of somebody"), "contact edit Helen --title CFO --cadence 14"
    )
    editing.add_argument("contact", metavar="C")
    editing.add_argument("--name", help=_("a new name"))
    editing.add_argument(
        "--no-official", dest="official", action="store_false", default=None, help=_("no longer an official")
    )
    _add_fields(editing)
    removing = contact.add("remove", _remove, _("put somebody into the trash"), "contact remove Helen")
    removing.add_argument("contact", metavar="C")


def _add_fields(parser: ArgumentParser) -> None:
    parser.add_argument("--nickname", action="append", help=_("also known as; may be repeated"))
    parser.add_argument("--org", help=_("where they work"))
    parser.add_argument("--title", help=_("what they do there"))
    parser.add_argument("--tag", action="append", help=_("a tag; may be repeated"))
    for kind in _HANDLES:
        parser.add_argument(f"--{kind.value}", action="append", help=_("how to reach them; may be repeated"))
    parser.add_argument("--introduced-by", metavar="C", help=_("the contact who introduced them"))
    parser.add_argument("--cadence", metavar="DAYS", type=number, help=_("how often you mean to be in touch"))
    parser.add_argument("--region", help=_("their country, for days like Mother's Day"))
    parser.add_argument("--note", help=_("a standing remark"))
    parser.add_argument(
        "--official",
        action="store_true",
        default=None,
        help=_("a public official, or one whose employer forbids presents"),
    )
    parser.add_argument(
        "--decision",
        metavar="FROM..TO",
        help=_("days in which a tender, renewal or appraisal is open in which they decide"),
    )


def _fields(desk: Desk, options: Namespace) -> dict[str, Any]:
    """What was said of the contact, under the names of `Contact`; what was not said is absent."""
    said: dict[str, Any] = {
        name: getattr(options, name)
        for name in ("org", "title", "cadence", "region", "note", "official")
        if getattr(options, name) is not None
    }
    if options.nickname is not None:
        said["nicknames"] = tuple(word for word in options.nickname if word)
    if options.tag is not None:
        said["tags"] = tuple(word for word in options.tag if word)
    if options.cadence is not None and options.cadence <= 0:
        if options.cadence < 0:
            raise WrongUsage(Message("A cadence is a number of days; 0 takes it away."))
        said["cadence"] = None
    if options.introduced_by is not None:
        said["introduced_by"] = desk.contact(options.introduced_by).id if options.introduced_by else None
    if options.decision is not None:
        said["decision"] = _decision(desk, options.decision) if options.decision else None
    return said


def _decision(desk: Desk, text: str) -> OpenDecision:
    first, parted, last = text.partition("..")
    if not parted:
        raise WrongUsage(Message("“{text}” is no span of days; one looks like 2026-11-01..2026-12-15.", text=text))
    days = OpenDecision(desk.day(first), desk.day(last, ahead=True))
    if days.last < days.first:
        raise WrongUsage(Message("“{text}” ends before it begins.", text=text))
    return days


def _handles(options: Namespace, known: tuple[Handle, ...] = ()) -> tuple[Handle, ...]:
    """The handles that were said; a kind that was named replaces those known of that kind."""
    said = {kind: getattr(options, kind.value) for kind in _HANDLES if getattr(options, kind.value) is not None}
    kept = tuple(handle for handle in known if handle.kind not in said)
    return kept + tuple(Handle(kind, value) for kind, values in said.items() for value in values if value)


def _add(desk: Desk, options: Namespace) -> Result:
    draft = ContactDraft(options.name, handles=_handles(options), **_fields(desk, options))
    return shown(desk, desk.session.contacts.add(draft))


def _edit(desk: Desk, options: Namespace) -> Result:
    known = desk.contact(options.contact)
    said = _fields(desk, options)
    if options.name is not None:
        said["name"] = options.name
    return shown(desk, desk.session.contacts.save(replace(known, handles=_handles(options, known.handles), **said)))


def _show(desk: Desk, options: Namespace) -> Result:
    return shown(desk, desk.contact(options.contact))


def _remove(desk: Desk, options: Namespace) -> Result:
    who = desk.contact(options.contact)
    desk.session.contacts.remove((who.id,))
    return shown(desk, who)


def _list(desk: Desk, options: Namespace) -> Result:
    untested = _untested(desk) if options.filter == "untested" else frozenset()
    rows = [row for row in desk.session.reads.contact_rows(desk.today) if _passes(row, options, untested)]
    people = [desk.session.reads.contact(row.id) for row in rows]
    value = [shapes.contact(who, desk.today) for who in people]
    return Result(value, "\n".join(_line(row) for row in rows) or _("Nobody here yet."))


def _untested(desk: Desk) -> frozenset[ContactId]:
    """Those with whom neither has moved the other yet."""
    settings = desk.session.settings.numbers()
    return frozenset(
        relationship.contact.id
        for relationship in desk.session.reads.relationships()
        if drive(situation_of(relationship, settings, desk.today)).quadrant is Quadrant.UNTESTED
    )


def _passes(row: ContactRow, options: Namespace, untested: frozenset[ContactId]) -> bool:
    kinds = {
        None: True,
        "open-loops": row.open_loops > 0,
        "ready": row.ready,
        "cooling": row.cooling,
        "untested": row.id in untested,
    }
    return kinds[options.filter] and (options.tag is None or options.tag in row.tags)


def _line(row: ContactRow) -> str:
    where = " · ".join(part for part in (row.title, row.org) if part)
    return f"{row.name}\t{where}".rstrip()


def shown(desk: Desk, who: Contact) -> Result:
    """A contact as the result of a command."""
    value = shapes.contact(who, desk.today)
    facts = [
        (_("Also"), ", ".join(who.nicknames)),
        (_("Work"), " · ".join(part for part in (who.title, who.org) if part)),
        (_("Tags"), ", ".join(who.tags)),
        *((_("Reach"), handle.value) for handle in who.handles),
        *((facet.kind.value, facet.text) for facet in who.facets),
        *((occasion.kind.value, f"{occasion.date} {occasion.text}".strip()) for occasion in who.occasions),
        (_("Note"), who.note),
    ]
    return Result(
        value, "\n".join([f"{who.name} ({value['id']})", *(f"  {name}: {said}" for name, said in facts if said)])
    )

"""`search`: entries, contacts and favours."""

from argparse import Namespace

from relationship_journal.cli.arguments import Commands, number
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.domain import written_ids as ids
from relationship_journal.domain.hit import Hit, HitKind
from relationship_journal.i18n import _

_LETTERS = {HitKind.CONTACT: ids.CONTACT, HitKind.ENTRY: ids.ENTRY, HitKind.FAVOUR: ids.FAVOUR}


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    search = commands.add(
        "search", _search, _("find entries, contacts and favours"), 'search "optician with:Helen after:2026-01-01"'
    )
    search.add_argument("query", metavar="QUERY")
    search.add_argument("-c", "--contact", metavar="C", help=_("only with this contact"))
    search.add_argument("--limit", type=number, metavar="N", default=50, help=_("at most so many"))


def _search(desk: Desk, options: Namespace) -> Result:
    who = None if options.contact is None else desk.contact(options.contact).id
    hits = desk.session.search.find(options.query, desk.today, contact=who, limit=max(options.limit, 0))
    lines = (f"{shape['id']}\t{shape['day'] or ''}\t{shape['snippet']}" for shape in map(_shape, hits))
    return Result([_shape(hit) for hit in hits], "\n".join(lines) or _("Nothing found."))


def _shape(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind.value,
        "id": ids.written(_LETTERS[hit.kind], hit.id),
        "contact": ids.written(ids.CONTACT, hit.contacts[0]) if hit.contacts else None,
        "day": None if hit.day is None else hit.day.isoformat(),
        "snippet": hit.snippet,
    }

"""`facet`, `profile`, `occasion`: what is known of a life, theirs and mine."""

from argparse import Namespace

from relationship_journal.cli import shapes
from relationship_journal.cli.arguments import Commands
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.domain.calendar import read_date
from relationship_journal.domain.contact import FacetKind, OccasionKind
from relationship_journal.domain.problems import WrongUsage
from relationship_journal.i18n import Message, _

from .contact import shown

_FACETS = [kind.value for kind in FacetKind]
_OCCASIONS = [kind.value for kind in OccasionKind]


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    facet = commands.group("facet", _("facets of somebody's life"), "facet add Helen parents …")
    adding = facet.add(
        "add", _add_facet, _("note a facet of somebody's life"), 'facet add Helen parents "Mother, 71, likes cherries"'
    )
    adding.add_argument("contact", metavar="C")
    adding.add_argument("facet", choices=_FACETS, metavar="FACET", help=" ".join(_FACETS))
    adding.add_argument("text", metavar="TEXT")

    profile = commands.group("profile", _("what you would tell of yourself"), "profile show")
    profile.add("show", _profile, _("your own facets"), "profile show --json")
    own = profile.group("facet", _("your own facets"), "profile facet add hobby …")
    adding = own.add(
        "add", _add_own, _("note a facet of your own life"), 'profile facet add hobby "fishing at weekends"'
    )
    adding.add_argument("facet", choices=_FACETS, metavar="FACET", help=" ".join(_FACETS))
    adding.add_argument("text", metavar="TEXT")

    occasion = commands.group("occasion", _("days that matter to somebody"), "occasion add Helen birthday …")
    adding = occasion.add(
        "add", _add_occasion, _("note a day that matters to somebody"), "occasion add Helen birthday --04-12"
    )
    adding.add_argument("contact", metavar="C")
    adding.add_argument("kind", choices=_OCCASIONS, metavar="KIND", help=" ".join(_OCCASIONS))
    adding.add_argument("date", metavar="DATE", help="2027-06-07, --04-12, lunar:08-06, lunar:leap-06-15")
    adding.add_argument("text", metavar="TEXT", nargs="?", default="")


def _add_facet(desk: Desk, options: Namespace) -> Result:
    who = desk.contact(options.contact)
    return shown(desk, desk.session.contacts.add_facet(who.id, FacetKind(options.facet), options.text))


def _add_occasion(desk: Desk, options: Namespace) -> Result:
    who = desk.contact(options.contact)
    kind = OccasionKind(options.kind)
    return shown(desk, desk.session.contacts.add_occasion(who.id, kind, _date(desk, options.date), options.text))


def _date(desk: Desk, text: str) -> str:
    """The date as an occasion keeps it; a day said in words becomes the day that it is. WrongUsage if it is none."""
    if read_date(text) is not None:
        return text
    if text.startswith(("--", "lunar:")):
        raise WrongUsage(
            Message("“{text}” is no date. Try 2027-06-07, --04-12, lunar:08-06 or lunar:leap-06-15.", text=text)
        )
    return desk.day(text, ahead=True).isoformat()


def _add_own(desk: Desk, options: Namespace) -> Result:
    desk.session.profile.add_facet(FacetKind(options.facet), options.text)
    return _profile(desk, options)


def _profile(desk: Desk, _options: Namespace) -> Result:
    known = desk.session.profile.facets()
    text = "\n".join(f"{facet.kind.value}: {facet.text}" for facet in known)
    return Result({"facets": shapes.facets(known)}, text or _("Nothing about you yet."))

"""`next`, `ask-check`: where a relationship stands, what comes next, and what the rules say to an ask."""

from argparse import Namespace
from typing import Any

from relationship_journal.cli import shapes
from relationship_journal.cli.arguments import Commands
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.domain import written_ids as ids
from relationship_journal.domain.ask_check import ask_on_rung, weigh
from relationship_journal.domain.balance import Row, balance
from relationship_journal.domain.common_ground import common_ground
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drive import drive
from relationship_journal.domain.next_step import next_step, what_to_do
from relationship_journal.domain.rules import Verdict
from relationship_journal.domain.rules.climbing import rung_to_ask
from relationship_journal.domain.rung import DOMAINS, HIGHEST
from relationship_journal.domain.situation import Situation, situation_of
from relationship_journal.domain.warmth import warmth
from relationship_journal.i18n import _, current_language, word
from relationship_journal.values import replace


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    following = commands.add("next", _next, _("where a relationship stands, and the next step"), "next Helen --json")
    following.add_argument("contact", metavar="C")
    checking = commands.add("ask-check", _ask_check, _("what every rule says to an ask"), "ask-check Helen --rung 2")
    checking.add_argument("contact", metavar="C")
    checking.add_argument(
        "--rung", type=int, choices=range(1, HIGHEST + 1), metavar="N", required=True, help=_("1 to 6")
    )
    checking.add_argument("--domain", choices=DOMAINS, metavar="D", help=" ".join(DOMAINS))
    checking.add_argument(
        "--against-interest", action="store_true", help=_("against their employer's rules or their interest")
    )


def situation(desk: Desk, contact: ContactId) -> Situation:
    """All that the method looks at for a contact, today."""
    return situation_of(desk.session.reads.relationship(contact), desk.session.settings.numbers(), desk.today)


def _next(desk: Desk, options: Namespace) -> Result:
    who = desk.contact(options.contact)
    stands = situation(desk, who.id)
    step, moves, owed, warm = next_step(stands), drive(stands), balance(stands), warmth(stands)
    rung = rung_to_ask(stands)
    verdicts = weigh(stands, ask_on_rung(rung, stands.settings))
    repertoire, language = desk.session.ideas.repertoire(desk.today), current_language()
    value: dict[str, Any] = {
        "contact": ids.written(ids.CONTACT, who.id),
        "name": who.name,
        "standing": stands.standing,
        "drive": {
            "mine": round(moves.mine, 2),
            "theirs": round(moves.theirs, 2),
            "returned": round(moves.returned, 2),
            "quadrant": moves.quadrant.value,
        },
        "balance": {"i_owe": [_row(row) for row in owed.i_owe], "they_owe": [_row(row) for row in owed.they_owe]},
        "warmth": {"days": warm.days, "cadence": warm.cadence, "cooling": warm.cooling},
        "common_ground": [kind.value for kind in common_ground(who.facets, stands.relationship.my_facets)],
        "action": step.action.value,
        "until": None if step.until is None else step.until.isoformat(),
        "favour": None if step.loop is None else ids.written(ids.FAVOUR, step.loop.favour.id),
        "step": None if step.step is None else step.step.value,
        "rung": step.rung,
        "ideas": [
            shapes.suggestion(found.what.id, found.what.text(language), who, found.because)
            for found in repertoire.ideas_for(stands, rung)
        ],
        "offers": [
            shapes.suggestion(found.what.id, found.what.text(language), who, found.because)
            for found in repertoire.offers_for(stands)
        ],
        "verdicts": [shapes.verdict(verdict) for verdict in verdicts],
    }
    lines = [f"{who.name}: {word(what_to_do(step, stands))}", *_said(verdicts)]
    lines += [f"  - {idea['title']}" for idea in (*value["ideas"], *value["offers"])]
    return Result(value, "\n".join(lines))


def _row(row: Row) -> dict[str, Any]:
    return {"favour": ids.written(ids.FAVOUR, row.favour.id), "weight": row.weight, "day": row.day.isoformat()}


def _ask_check(desk: Desk, options: Namespace) -> Result:
    who = desk.contact(options.contact)
    stands = situation(desk, who.id)
    ask = ask_on_rung(options.rung, stands.settings)
    ask = replace(ask, domain=options.domain or ask.domain, against_interest=options.against_interest)
    verdicts = weigh(stands, ask)
    said = _said(verdicts) or [_("No rule speaks against it.")]
    return Result([shapes.verdict(verdict) for verdict in verdicts], "\n".join(said))


def _said(verdicts: tuple[Verdict, ...]) -> list[str]:
    """The reasons of the rules that speak."""
    return [f"! {word(verdict.because)}" for verdict in verdicts if verdict.speaks]

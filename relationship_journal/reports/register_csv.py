"""The courtesy register as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read Chinese)."""

import csv
from collections.abc import Iterable
from fractions import Fraction
from io import StringIO

from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.register import Line, Register, YearSum
from relationship_journal.i18n import N_, _, sentences, word

_KINDS = {CourtesyKind.GIFT: N_("Gift"), CourtesyKind.MEAL: N_("Meal paid")}
_DIRECTIONS = {CourtesyDirection.GIVEN: N_("given by me"), CourtesyDirection.RECEIVED: N_("received by me")}
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def lines_csv(register: Register) -> bytes:
    """Every present and meal, one a line, under headings in the language in use."""
    headings = [
        _("Day"), _("Contact"), _("Organisation"), _("Official"), _("Kind"), _("Direction"), _("What"), _("Share"),
        _("Currency"), _("Shared by"), _("In return for"), _("Warnings"),
    ]  # fmt: skip
    return _csv(headings, (_line(line) for line in register.lines))


def sums_csv(register: Register) -> bytes:
    """What the presents and meals of each year come to, one contact, direction and currency a line."""
    headings = [
        _("Year"), _("Contact"), _("Organisation"), _("Official"), _("Direction"), _("Currency"), _("Total"),
        _("Pieces"), _("Without a value"), _("Limit of the year"), _("Over the limit"),
    ]  # fmt: skip
    return _csv(headings, (_sum(each) for each in register.sums))


def _line(line: Line) -> list[str]:
    courtesy = line.courtesy
    return [
        courtesy.day.isoformat(),
        line.contact.name,
        line.contact.org,
        _yes(line.contact.official),
        _(_KINDS[courtesy.kind]),
        _(_DIRECTIONS[courtesy.direction]),
        courtesy.text,
        _amount(line.share),
        courtesy.currency,
        str(len(courtesy.contacts)),
        line.favour,
        sentences(word(verdict.because) for verdict in line.warnings),
    ]


def _sum(each: YearSum) -> list[str]:
    return [
        str(each.year),
        each.contact.name,
        each.contact.org,
        _yes(each.contact.official),
        _(_DIRECTIONS[each.direction]),
        each.currency,
        _amount(each.total),
        str(each.pieces),
        str(each.unknown),
        _amount(each.limit),
        _yes(each.over),
    ]


def _yes(truth: bool) -> str:
    return _("yes") if truth else ""


def _amount(value: Fraction | None) -> str:
    """With two decimals, rounded half up as money is; empty where unknown."""
    return "" if value is None else f"{int(value * 100 + Fraction(1, 2)) / 100:.2f}"


def _csv(headings: list[str], rows: Iterable[list[str]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula is written as the text that it is."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell

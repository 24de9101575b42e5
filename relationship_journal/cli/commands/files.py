"""`import`: notes, documents, mails, pictures and more from files."""

from argparse import Namespace
from pathlib import Path

from relationship_journal.cli.arguments import Commands
from relationship_journal.cli.desk import DONE, IN_PART, NOT_DONE, Desk, Result
from relationship_journal.domain.entry import EntrySource
from relationship_journal.i18n import _, ngettext, word
from relationship_journal.services.importing import Report


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    importing = commands.add(
        "import",
        _import,
        _("take files in: notes, documents, mails, chats, pictures, cards, calendars, archives and folders of these"),
        "import call.md mail.eml -c Helen",
    )
    importing.add_argument("files", metavar="FILE", nargs="+", type=Path)
    importing.add_argument(
        "-c", "--contact", metavar="C", action="append", help=_("with this contact; may be repeated")
    )
    importing.add_argument("--dry-run", action="store_true", help=_("say what would be done, and do nothing"))


def _import(desk: Desk, options: Namespace) -> Result:
    contacts = tuple(desk.contact(name).id for name in options.contact or ())
    importing = desk.session.importing
    if options.dry_run:
        taken = importing.preview(options.files)
    else:
        taken = importing.take(
            options.files, contacts, today=desk.today, each=True, origin=EntrySource.IMPORTED, progress=desk.report
        )
    value = {"files": [_shape(options.files[report.place], report, dry=options.dry_run) for report in taken.reports]}
    refused = sum(bool(report.refused) for report in taken.reports)
    nothing = all(report.refused and not _made(report) for report in taken.reports)
    status = DONE if not refused else NOT_DONE if nothing else IN_PART
    return Result(value, "\n".join(_line(report) for report in taken.reports), status)


def _made(report: Report) -> int:
    """How much of it is in the journal now, or would be."""
    return report.expected + len(report.created) + len(report.added) + len(report.completed) + len(report.unchanged)


def _shape(path: Path, report: Report, *, dry: bool) -> dict[str, object]:
    made = report.expected if dry else len(report.created) + len(report.added)
    return {
        "file": f"{path}/{report.inside}" if report.inside else str(path),
        "format": report.format,
        "created": made,
        "updated": len(report.completed),
        "unchanged": int(report.same_as is not None) + len(report.unchanged),
        "refused": [{"record": refusal.record, "reason": word(refusal.reason)} for refusal in report.refused],
        "kept_unknown": int(report.unread is not None and report.same_as is None),
    }


def _line(report: Report) -> str:
    lines = [word(refusal.reason) for refusal in report.refused]
    name = report.inside or report.name
    if report.same_as is not None:
        lines.append(_("{name}: already in the journal.").format(name=name))
    elif report.unread is not None:
        lines.append(word(report.unread))
    elif _made(report) or not lines:
        told = _told(report)
        lines.append(f"{name}: {told}")
    return "\n".join(lines)


def _told(report: Report) -> str:
    """`2 entries, 1 contact added`."""
    told = []
    count = len(report.created) or report.expected
    if count or not (report.added or report.completed or report.unchanged):
        told.append(ngettext("{n} entry", "{n} entries", count).format(n=count))
    if count := len(report.added):
        told.append(ngettext("{n} contact added", "{n} contacts added", count).format(n=count))
    if count := len(report.completed):
        told.append(ngettext("{n} contact completed", "{n} contacts completed", count).format(n=count))
    if count := len(report.unchanged):
        told.append(ngettext("{n} contact known already", "{n} contacts known already", count).format(n=count))
    return ", ".join(told)

"""`import`: notes, mails and pictures from files."""

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
        "import", _import, _("take files in: notes, mails, pictures"), "import call.md mail.eml -c Helen"
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
    value = {
        "files": [
            _shape(path, report, dry=options.dry_run) for path, report in zip(options.files, taken.reports, strict=True)
        ]
    }
    refused = sum(bool(report.refused) for report in taken.reports)
    status = DONE if not refused else NOT_DONE if refused == len(taken.reports) else IN_PART
    return Result(value, "\n".join(_line(report) for report in taken.reports), status)


def _shape(path: Path, report: Report, *, dry: bool) -> dict[str, object]:
    made = 1 if dry and not report.refused and report.same_as is None else len(report.created)
    return {
        "file": str(path),
        "format": report.format,
        "created": made,
        "updated": 0,
        "unchanged": int(report.same_as is not None),
        "refused": [{"record": refusal.record, "reason": word(refusal.reason)} for refusal in report.refused],
        "kept_unknown": int(report.unread is not None and report.same_as is None),
    }


def _line(report: Report) -> str:
    if report.refused:
        return "\n".join(word(refusal.reason) for refusal in report.refused)
    if report.same_as is not None:
        return _("{name}: already in the journal.").format(name=report.name)
    if report.unread is not None:
        return word(report.unread)
    count = len(report.created)
    return f"{report.name}: " + ngettext("{n} entry", "{n} entries", count).format(n=count)

"""`init`, `info`, `check`, `backup`, `restore`: the journal file itself."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from relationship_journal.cli.arguments import Commands
from relationship_journal.cli.desk import DONE, IN_PART, Desk, Result
from relationship_journal.i18n import _, bytes_in_words, word


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    commands.add("init", _init, _("create an empty journal"), "--journal clients.rjdb init")
    commands.add("info", _info, _("where the journal lies and how much is in it"), "info --json")
    commands.add("check", _check, _("check the file, the index and the attachments"), "check")
    backup = commands.add(
        "backup", _backup, _("copy the whole journal, and compare the copy"), "backup -o /media/stick/clients.rjdb"
    )
    backup.add_argument("-o", "--output", type=Path, metavar="FILE", help=_("where to (default: beside the journal)"))
    restore = commands.add(
        "restore",
        _restore,
        _("put a backup in the place of the journal, which is kept beside it"),
        "restore /media/stick/clients.rjdb",
    )
    restore.add_argument("file", type=Path, metavar="FILE", help=_("the backup"))


def _init(desk: Desk, options: Namespace) -> Result:
    desk.create()
    return _info(desk, options)


def _info(desk: Desk, _options: Namespace) -> Result:
    facts = desk.session.reads.info()
    value: dict[str, Any] = {
        "path": str(desk.path),
        "schema": facts.schema,
        "encrypted": facts.encrypted,
        "contacts": facts.contacts,
        "entries": facts.entries,
        "favours": facts.favours,
        "attachments": facts.attachments,
        "bytes": facts.bytes,
        "last_backup": facts.last_backup,
    }
    lines = (
        (_("Journal file"), str(desk.path)),
        (_("Contacts"), str(facts.contacts)),
        (_("Entries"), str(facts.entries)),
        (_("Favours"), str(facts.favours)),
        (_("Attachments"), str(facts.attachments)),
        (_("Size"), bytes_in_words(facts.bytes)),
        (_("Last backup"), str(value["last_backup"] or _("never"))),
    )
    return Result(value, "\n".join(f"{name}: {said}" for name, said in lines))


def _check(desk: Desk, _options: Namespace) -> Result:
    problems = [word(problem) for problem in desk.session.check()]
    value = {"ok": not problems, "problems": problems}
    text = "\n".join(problems) if problems else _("The journal is whole: file, index and attachments.")
    return Result(value, text, IN_PART if problems else DONE)


def _backup(desk: Desk, options: Namespace) -> Result:
    target = options.output.expanduser() if options.output is not None else None
    path = desk.session.backups.make(target, desk.today, progress=desk.report)
    value = {"path": str(path), "verified": True}
    return Result(value, _("Backed up to {path}, compared and found the same.").format(path=path))


def _restore(desk: Desk, options: Namespace) -> Result:
    from relationship_journal.services.backup import restore

    desk.let_go()
    kept = restore(options.file.expanduser(), desk.path)
    problems = [word(problem) for problem in desk.session.check()]
    lines = [_("Restored from {path}.").format(path=options.file)]
    if kept is not None:
        lines.append(_("The journal as it was before is kept as {path}.").format(path=kept))
    value = {"path": str(desk.path), "verified": not problems, "kept": None if kept is None else str(kept)}
    return Result(value, "\n".join([*lines, *problems]), IN_PART if problems else DONE)

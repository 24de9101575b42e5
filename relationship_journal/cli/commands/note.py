"""`read-note`: what reading a note suggests; nothing is stored."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from relationship_journal.cli.arguments import Commands
from relationship_journal.cli.desk import DONE, IN_PART, NOT_DONE, Desk, Result
from relationship_journal.domain.problems import Problem, WrongUsage
from relationship_journal.i18n import Message, _


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    reading = commands.add("read-note", _read, _("show what reading a note suggests"), "read-note call.md -c Helen")
    reading.add_argument("file", metavar="FILE", nargs="?", help=_("the note; - reads standard input"))
    reading.add_argument("-c", "--contact", metavar="C", help=_("on whose timeline it would be dropped"))
    reading.add_argument("--jsonl", metavar="FILE", help=_("read one note a line as JSON, and answer a line a note"))


def _read(desk: Desk, options: Namespace) -> Result:
    from relationship_journal.cli.reading_text import reading_text
    from relationship_journal.reading.labelled import reading_row
    from relationship_journal.reading.note import KnownContact, Note
    from relationship_journal.reading.reader import read

    if (options.file is None) == (options.jsonl is None):
        raise WrongUsage(Message("Name one note, or a file of notes with --jsonl."))
    if options.jsonl is not None:
        return _read_lines(_text(desk, options.jsonl))
    about = None if options.contact is None else desk.contact(options.contact).name
    rows = desk.session.reads.contact_rows(desk.today)
    known = tuple(KnownContact(row.name, row.nicknames, row.org, row.sort_key) for row in rows)
    text = _text(desk, options.file)
    reading = read(Note(text, desk.today, known, about))
    return Result(reading_row(reading), reading_text(reading, text))


def _read_lines(text: str) -> Result:
    from relationship_journal.reading.labelled import note_from, reading_row
    from relationship_journal.reading.reader import read

    rows: list[dict[str, Any]] = []
    refused: list[Message] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            rows.append({"id": asked["id"], "reading": reading_row(read(note_from(asked)))})
        except (KeyError, TypeError, ValueError):
            refused.append(Message("Line {number} is not a note.", number=number))
    status = DONE if not refused else IN_PART if rows else NOT_DONE
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return Result(rows, text, status, text_is_json=True, refused=tuple(refused))


def _text(desk: Desk, name: str) -> str:
    try:
        content = desk.read_input() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem(Message("{name} could not be opened: {reason}.", name=name, reason=reason)) from error
    return content.decode("utf-8-sig", errors="replace")

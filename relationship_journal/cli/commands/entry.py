"""`entry`: what happened."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from relationship_journal.cli import shapes
from relationship_journal.cli.arguments import Commands, number
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.domain import written_ids as ids
from relationship_journal.domain.drafts import EntryDraft, FileDraft
from relationship_journal.domain.entry import EntryId, EntryKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.scope import EVERYONE, Scope
from relationship_journal.domain.timeline import EntryKey, TimelineRow
from relationship_journal.domain.words import ENTRY_WORDS
from relationship_journal.i18n import Message, _
from relationship_journal.services.sources import read_source
from relationship_journal.values import replace

_KINDS = [kind.value for kind in EntryKind]


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    entry = commands.group("entry", _("what happened, and with whom"), "entry list -c Helen")
    adding = entry.add(
        "add", _add, _("write down what happened"), 'entry add -c Helen --kind call "Told her the headaches are gone"'
    )
    _add_fields(adding, default_kind="note")
    adding.add_argument("text", metavar="TEXT|-", help=_("the text, or - to read it from standard input"))
    listing = entry.add("list", _list, _("what happened, newest first"), "entry list -c Helen --limit 10")
    listing.add_argument("-c", "--contact", metavar="C", help=_("only with this contact"))
    listing.add_argument("--limit", type=number, metavar="N", default=50, help=_("at most so many"))
    listing.add_argument("--before", metavar="ID", help=_("only older ones than this entry"))
    entry.add("show", _show, _("one entry"), "entry show e12").add_argument("id", metavar="ID")
    editing = entry.add("edit", _edit, _("change an entry"), "entry edit e12 --kind meal")
    editing.add_argument("id", metavar="ID")
    _add_fields(editing, default_kind=None)
    editing.add_argument(
        "text", metavar="TEXT|-", nargs="?", help=_("the new text, or - to read it from standard input")
    )
    entry.add("remove", _remove, _("remove an entry"), "entry remove e12").add_argument("id", metavar="ID")


def _add_fields(parser: ArgumentParser, default_kind: str | None) -> None:
    parser.add_argument("-c", "--contact", metavar="C", action="append", help=_("with this contact; may be repeated"))
    parser.add_argument("--kind", choices=_KINDS, metavar="K", default=default_kind, help=" ".join(_KINDS))
    parser.add_argument("--day", metavar="D", help=_("the day, if not today"))
    parser.add_argument("--time", metavar="HH:MM", help=_("the time of day"))
    parser.add_argument(
        "--file", metavar="PATH", action="append", type=Path, help=_("a file to keep with it; may be repeated")
    )


def _files(options: Namespace) -> tuple[FileDraft, ...]:
    sources = [read_source(path) for path in options.file or ()]
    return tuple(FileDraft(source.name, source.content) for source in sources)


def _text(desk: Desk, text: str) -> str:
    if text != "-":
        return text
    try:
        return desk.read_input().decode("utf-8-sig").rstrip("\n")
    except UnicodeDecodeError as error:
        raise Problem(Message("Standard input is not text in UTF-8.")) from error


def _add(desk: Desk, options: Namespace) -> Result:
    draft = EntryDraft(
        text=_text(desk, options.text),
        day=desk.today if options.day is None else desk.day(options.day),
        time=options.time or "",
        kind=EntryKind(options.kind),
        contacts=tuple(desk.contact(name).id for name in options.contact or ()),
        files=_files(options),
    )
    kept = desk.session.journal.keep(draft)
    return _shown_id(desk, kept.id)


def _edit(desk: Desk, options: Namespace) -> Result:
    known = _row(desk, options.id).entry
    assert known is not None
    changed = replace(
        known,
        text=known.text if options.text is None else _text(desk, options.text),
        day=known.day if options.day is None else desk.day(options.day),
        time=known.time if options.time is None else options.time,
        kind=known.kind if options.kind is None else EntryKind(options.kind),
        contacts=known.contacts
        if options.contact is None
        else tuple(desk.contact(name).id for name in options.contact if name),
    )
    desk.session.journal.edit(changed)
    for file in _files(options):
        desk.session.journal.attach(known.id, file)
    return _shown_id(desk, known.id)


def _list(desk: Desk, options: Namespace) -> Result:
    scope = EVERYONE if options.contact is None else desk.contact(options.contact).id
    before = None if options.before is None else _row(desk, options.before).key
    rows = _entries(desk, scope, before, max(options.limit, 0))
    return Result([_shape(row) for row in rows], "\n\n".join(_lines(rows)) or _("Nothing written yet."))


def _entries(desk: Desk, scope: Scope, before: EntryKey | None, limit: int) -> list[TimelineRow]:
    """At most `limit` entries, newest first; courtesies without an entry are passed over."""
    found: list[TimelineRow] = []
    while len(found) < limit:
        page = desk.session.reads.timeline(scope, before=before, limit=limit)
        found += [row for row in page if row.entry is not None]
        if len(page) < limit:
            break
        before = page[-1].key
    return found[:limit]


def _show(desk: Desk, options: Namespace) -> Result:
    return _shown(_row(desk, options.id))


def _remove(desk: Desk, options: Namespace) -> Result:
    row = _row(desk, options.id)
    assert row.entry is not None
    desk.session.journal.remove((row.entry.id,))
    return _shown(row)


def _row(desk: Desk, text: str) -> TimelineRow:
    """The entry that an id names; Problem if there is none."""
    key = desk.session.reads.entry_key(EntryId(ids.read(ids.ENTRY, text)))
    row = None if key is None else desk.session.reads.timeline_row(key)
    if row is None:
        raise Problem(Message("There is no entry {id}.", id=text))
    return row


def _shown_id(desk: Desk, number: int) -> Result:
    return _shown(_row(desk, ids.written(ids.ENTRY, number)))


def _shown(row: TimelineRow) -> Result:
    return Result(_shape(row), "\n".join(_lines([row])))


def _shape(row: TimelineRow) -> shapes.Json:
    assert row.entry is not None
    return shapes.entry(row.entry, [(step.favour, step.step) for step in row.steps])


def _lines(rows: Iterable[TimelineRow]) -> Iterable[str]:
    for row in rows:
        assert row.entry is not None
        kept = row.entry
        head = " ".join(
            part for part in (kept.day.isoformat(), kept.time, _(ENTRY_WORDS[kept.kind]), ", ".join(row.names)) if part
        )
        yield f"{ids.written(ids.ENTRY, kept.id)}  {head}\n{kept.text}"

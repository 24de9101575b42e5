"""Keeping what was dropped or pasted: off the UI thread, with progress, as one step of undo."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.entry import EntryId, EntrySource
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.scope import EVERYONE, UNSORTED, Scope
from relationship_journal.i18n import Message, _, ngettext, sentences, word
from relationship_journal.services.importing import Importing, Taken
from relationship_journal.ui.context import Context
from relationship_journal.values import replace

from .payload import ENTRIES, Payload, can_take, files_carried, payload_of

_FEW = 3  # below it nobody needs to see progress
_SENTENCES = 3  # of problems that a notice names; it counts the rest
_BETWEEN = 0.05  # seconds


class Taking(QObject):
    """One taking in, under way. `progress` and `ended` are sent on the UI thread."""

    progress = Signal(int, int)
    ended = Signal()

    def __init__(self, context: Context, count: int) -> None:
        super().__init__(context.tasks)
        self.count = count
        self.is_cancelled = False
        self.is_taken_back = False
        self._told = 0.0
        self._window_first = context.tasks.window_first

    def tell(self, done: int, total: int) -> None:
        """Called on the thread that works: eyes see progress twenty times a second, not more."""
        if monotonic() - self._told >= _BETWEEN:
            self._told = monotonic()
            self.progress.emit(done, total)

    def is_over(self) -> bool:
        """Called on the thread that works, before each thing: the window goes first, and may have asked to stop."""
        self._window_first.give_way()
        return self.is_cancelled

    def cancel(self) -> None:
        """Stop before the next file; what is kept by then stays, and can be undone as one."""
        self.is_cancelled = True

    def take_back(self) -> None:
        """Stop before the next file, and keep nothing of what was taken in."""
        self.is_taken_back = self.is_cancelled = True


Shown = Callable[[Taking], object]


def verb_for(mime: QMimeData, name: str) -> str | None:
    """What dropping on `name` would do, in few words; None where nothing could be kept."""
    if not can_take(mime):
        return None
    if mime.hasFormat(ENTRIES):
        return _("Give to {name}").format(name=name)
    if count := files_carried(mime):
        return ngettext("Keep {n} file here", "Keep {n} files here", count).format(n=count)
    if mime.hasImage() and not mime.hasText():
        return _("Keep the picture here")
    return _("Keep the text here") if payload_of(mime) else None


def take_in(
    context: Context,
    mime: QMimeData,
    contacts: Sequence[ContactId],
    *,
    each: bool | None = None,
    origin: EntrySource = EntrySource.DROPPED,
    show: Shown | None = None,
) -> Taking | None:
    """Keep what `mime` carries with `contacts` (none: unsorted). `each` makes an entry of each file (Shift)."""
    payload = payload_of(mime)
    if not payload:
        return None
    if payload.problem is not None:
        context.notices.problem(Problem(payload.problem))
        return None
    if payload.entries:
        _give(context, payload.entries, tuple(contacts))
        return None
    if each is None:
        each = bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
    taking = Taking(context, len(payload.files) or len(payload.held))
    context.tasks.closing.connect(taking.cancel)  # the window waits for the file in hand, not for all
    if taking.count >= _FEW:
        (show or _show_in_window)(taking)
    run = _work(context, payload, tuple(contacts), taking, each=each, origin=origin)

    def done(taken: Taken) -> None:
        taking.ended.emit()
        taking.deleteLater()
        _tell(context, taken, tuple(contacts))

    def failed(problem: Problem) -> None:
        taking.ended.emit()
        taking.deleteLater()
        context.notices.problem(problem)

    # On a reading thread: the writing thread stays free, and the user's own gestures go between the files.
    context.tasks.read(run, done, failed=failed)
    return taking


def _show_in_window(taking: Taking) -> None:
    """Progress at the foot of the window that the user works in."""
    from .progress_card import ProgressCard

    window = QApplication.activeWindow()
    if window is not None:
        ProgressCard(taking, window)


def _work(
    context: Context,
    payload: Payload,
    contacts: tuple[ContactId, ...],
    taking: Taking,
    *,
    each: bool,
    origin: EntrySource,
) -> Callable[[], Taken]:
    session, today = context.session, context.today()
    if payload.text.strip() and not payload.files and not payload.held:
        text, time = payload.text.strip(), f"{context.now():%H:%M}"
        return lambda: Importing(session).take_text(text, contacts, today=today, time=time, origin=origin)
    sources = payload.sources()
    return lambda: Importing(session).take(
        sources,
        contacts,
        today=today,
        each=each,
        origin=origin,
        progress=taking.tell,
        cancelled=taking.is_over,
        taken_back=lambda: taking.is_taken_back,
    )


def _give(context: Context, entries: tuple[int, ...], contacts: tuple[ContactId, ...]) -> None:
    """Entries dragged from the timeline: theirs from now on, beside whose they were."""
    if not contacts:
        return
    session = context.session

    def run() -> str:
        with session.batch(Gesture.ENTRY_EDITED):
            for number in entries:
                entry = session.reads.entry(EntryId(number))
                session.journal.edit(replace(entry, contacts=tuple(dict.fromkeys((*entry.contacts, *contacts)))))
        name: str = session.reads.contact(contacts[0]).name
        return name

    context.tasks.run(
        run,
        lambda name: context.notices.say_done(
            Message("Given to {name}.", name=name), context.actions["edit.undo"].trigger
        ),
    )


def _tell(context: Context, taken: Taken, contacts: tuple[ContactId, ...]) -> None:
    """Say what became of it, show the first new entry, and offer the way back or to what is kept already."""
    created = taken.created
    people = [contact for report in taken.reports for contact in (*report.added, *report.completed)]
    scope: Scope = contacts[0] if contacts else UNSORTED
    if created and context.selection.scope is EVERYONE and not contacts:
        context.selection.show_entry(created[0])
    elif created:
        context.selection.show_entry(created[0], scope)
    elif len(people) == 1:
        context.selection.choose(people[0])
    said = sentences_of(taken)
    if not said:
        return
    told = Message("{told}", told=sentences(said))
    same = next((report.same_as for report in taken.reports if report.same_as is not None), None)
    if created or people:
        context.notices.say_done(told, context.actions["edit.undo"].trigger)
    elif same is not None:
        context.notices.say(told, Message("Show the entry"), lambda: _show(context, same))
    elif taken.cancelled or any(report.unchanged for report in taken.reports):
        context.notices.say(told)
    else:
        context.notices.problem(Problem(told))


def sentences_of(taken: Taken) -> list[str]:
    """What became of it, a sentence for each thing worth one."""
    said = [_("Stopped.")] if taken.cancelled else []
    if taken.cancelled and not taken.reports:
        said.append(_("Nothing was kept."))
    if n := len(taken.created):
        said.append(ngettext("Kept {n} entry.", "Kept {n} entries.", n).format(n=n))
    if n := sum(len(report.added) for report in taken.reports):
        said.append(ngettext("Added {n} contact.", "Added {n} contacts.", n).format(n=n))
    if n := sum(len(report.completed) for report in taken.reports):
        said.append(ngettext("Completed {n} contact.", "Completed {n} contacts.", n).format(n=n))
    if n := sum(len(report.unchanged) for report in taken.reports):
        words = ngettext("{n} contact was known already.", "{n} contacts were known already.", n)
        said.append(words.format(n=n))
    if same := [report for report in taken.reports if report.same_as is not None]:
        n = len(same)
        words = ngettext("{file} is kept already.", "{n} files are kept already.", n)
        said.append(words.format(n=n, file=same[0].name))
    problems = [word(report.unread) for report in taken.reports if report.unread is not None and report.created]
    problems += [word(refusal.reason) for report in taken.reports for refusal in report.refused]
    said += problems[:_SENTENCES]
    if len(problems) > _SENTENCES:
        more = len(problems) - _SENTENCES
        said.append(ngettext("{n} more like this.", "{n} more like this.", more).format(n=more))
    return said


def _show(context: Context, entry: EntryId) -> None:
    """Go to an entry on the timeline of whose it is."""
    reads = context.session.reads

    def there(contacts: tuple[ContactId, ...]) -> None:
        context.selection.show_entry(entry, contacts[0] if contacts else UNSORTED)

    context.tasks.read(lambda: reads.entry(entry).contacts, there, failed=context.notices.problem)

"""What is being written: one draft for each scope, kept in the journal while it is unfinished."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import FileDraft
from relationship_journal.domain.entry import Entry
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.rules import Verdict
from relationship_journal.i18n import relative_day
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation
from relationship_journal.values import replace

from .advice import ADVISED, advice, needs_advice
from .unfinished import Named, TiedStep, Unfinished, restored

_SAVED_AFTER = 400  # ms without a key: a crash costs at most the last words


class ComposerModel(QObject):
    """The draft of the scope in view. The view shows `draft` after `loaded` and hands every change to `change`."""

    loaded = Signal()  #: another draft is to be shown
    kept = Signal(object)  #: the Entry that was made
    failed = Signal(object)  #: a Problem; the draft stays as it is
    busy = Signal(bool)
    advised = Signal(object)  #: the verdicts that speak to what is written, perhaps none

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.draft = Unfinished(contacts=_nameless(context.selection.contact))
        self.unfinished_from = ""  #: when a restored draft was last written, local HH:MM or a day; empty for a new one
        self._contact: ContactId | None = context.selection.contact
        self._generation = Generation()
        self._advice = Generation()
        self._keeping = False
        self._touched = False
        self._timer = QTimer(self, singleShot=True, interval=_SAVED_AFTER)
        self._timer.timeout.connect(self.save)
        context.selection.changed.connect(self._scope_changed)
        context.tasks.closing.connect(self._save_now)

    def load(self) -> None:
        """Show an empty draft of this scope, and what was left unfinished in it as soon as it is read.

        Whoever types before that goes on with what they type: only the names are filled in.
        """
        session, contact, today = self.context.session, self._contact, self.context.today()
        self.draft, self.unfinished_from = Unfinished(contacts=_nameless(contact)), ""
        self._touched = False
        self.loaded.emit()

        def read() -> tuple[Unfinished, str]:
            names: tuple[Named, ...] = ()
            if contact is not None:
                names = ((contact, session.reads.name_of(contact)),)
            saved = session.drafts.load(contact)
            if saved is None:
                return Unfinished(contacts=names), ""
            return restored(session, saved, names, today), _when(session.drafts.written(contact), today)

        self.context.tasks.read(read, self._loaded, self._generation)

    def _loaded(self, result: tuple[Unfinished, str]) -> None:
        if self._touched:
            known = dict(result[0].contacts)
            named = tuple((contact, name or known.get(contact, "")) for contact, name in self.draft.contacts)
            self.draft = replace(self.draft, contacts=named)
        else:
            self.draft, self.unfinished_from = result
            self._weigh()
        self.loaded.emit()

    def change(self, **changes: object) -> None:
        """Take what was typed or chosen; it is saved after a moment without another change."""
        self.draft = replace(self.draft, **changes)  # type: ignore[arg-type]
        self.unfinished_from = ""
        self._touched = True
        self._timer.start()
        if {"courtesy", "steps", "day", "contacts"} & changes.keys():
            self._weigh()

    def add_files(self, files: Sequence[FileDraft]) -> None:
        """Attach files to what is written."""
        self.change(files=(*self.draft.files, *files))
        self.loaded.emit()

    def discard(self) -> None:
        """Begin anew."""
        self._touched = True
        self._begin_anew()
        self.save()
        self.loaded.emit()

    def save(self) -> None:
        """Put the draft where a crash does not reach it."""
        self._timer.stop()
        drafts, contact, draft = self.context.session.drafts, self._contact, self.draft
        if self.context.session.read_only:
            return
        if draft.worth_keeping:
            now = f"{self.context.now():%Y-%m-%d %H:%M}"
            entry = draft.as_entry(self.context.today(), "", strict=False)
            self.context.tasks.run(lambda: drafts.save(contact, entry, now), failed=lambda _problem: None)
        else:
            self.context.tasks.run(lambda: drafts.clear(contact), failed=lambda _problem: None)

    def keep(self, reason: str = "", decided: tuple[str, ...] = ()) -> bool:
        """Keep the entry. What fails comes as `failed`, and nothing that was typed is lost.

        `reason` is what the user gave for taking a step against advice; `decided` are the keys of suggestions of this
        note that were decided while it was written.
        """
        draft = self.draft
        if reason:
            draft = replace(draft, steps=tuple(_with_reason(tied, reason) for tied in draft.steps))
        if self._keeping or not draft.worth_keeping:
            return False
        time = f"{self.context.now():%H:%M}" if draft.day is None else ""
        try:
            entry = replace(draft.as_entry(self.context.today(), time, strict=True), decided=decided)
        except Problem as problem:
            self.failed.emit(problem)
            return False
        self._timer.stop()
        self._keeping = True
        self.busy.emit(True)
        session, contact = self.context.session, self._contact

        def run() -> Entry:
            made: Entry = session.journal.keep(entry)
            session.drafts.clear(contact)
            return made

        self.context.tasks.run(run, lambda made: self._done(made, contact, draft), self._not_kept)
        return True

    def _done(self, made: Entry, contact: ContactId | None, draft: Unfinished) -> None:
        self._keeping = False
        self.busy.emit(False)
        if contact == self._contact and replace(self.draft, contacts=draft.contacts, steps=draft.steps) == draft:
            self._begin_anew()
            self.loaded.emit()
        self.kept.emit(made)

    def _not_kept(self, problem: Problem) -> None:
        self._keeping = False
        self.busy.emit(False)
        self.save()
        self.failed.emit(problem)

    def _weigh(self) -> None:
        """Ask the rules, while nothing is kept yet."""
        session, draft, today = self.context.session, self.draft, self.context.today()
        if not needs_advice(draft):
            self._advice.next()
            self.advised.emit(())
            return
        self.context.tasks.read(lambda: advice(session, draft, today), self._weighed, self._advice, lambda _gone: None)

    def _weighed(self, verdicts: tuple[Verdict, ...]) -> None:
        self.advised.emit(verdicts)

    def _begin_anew(self) -> None:
        """The kind stays: several calls in a row are written one after the other."""
        own = tuple(named for named in self.draft.contacts if named[0] == self._contact)
        self.draft, self.unfinished_from = Unfinished(kind=self.draft.kind, contacts=own), ""
        self._weigh()

    def _save_now(self) -> None:
        """The last words before the window closes or shows somebody else."""
        if self._timer.isActive():
            self.save()

    def _scope_changed(self, _scope: object) -> None:
        self._save_now()
        self._contact = self.context.selection.contact
        self.load()


def _nameless(contact: ContactId | None) -> tuple[Named, ...]:
    return () if contact is None else ((contact, ""),)


def _with_reason(tied: TiedStep, reason: str) -> TiedStep:
    return replace(tied, step=replace(tied.step, reason=reason)) if tied.step.kind in ADVISED else tied


def _when(written: str, today: date) -> str:
    """The time of a draft of today, the day of an earlier one."""
    day, _space, time = written.partition(" ")
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return relative_day(today, today)
    return time if when == today and time else relative_day(when, today)

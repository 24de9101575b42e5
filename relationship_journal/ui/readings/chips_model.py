"""What the note of one entry suggests, followed while it is shown, and settled: taken or dismissed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.problems import NotFound, Problem
from relationship_journal.i18n import Message
from relationship_journal.services.suggestions import Suggestion
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation

from .chip_words import said_of

_REST = 700  # ms after the latest part of long work that concerns the note


class ChipsModel(QObject):
    """Reads off the UI thread, again after every change of the journal. Nothing is read where nothing can be taken."""

    changed = Signal()  #: other suggestions, or none
    settling = Signal()  #: some are being taken or dismissed: they are in `under_way` until they are gone

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.entry: EntryId | None = None
        self.suggestions: tuple[Suggestion, ...] = ()
        self.is_read = False  #: whether the entry in view was read
        self.under_way: dict[str, bool] = {}  #: keys of suggestions being settled; whether they are taken
        self._generation = Generation()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.read)
        context.bridge.changed.connect(self._journal_changed)

    @property
    def waiting(self) -> tuple[Suggestion, ...]:
        """Those that are not being settled."""
        return tuple(one for one in self.suggestions if one.key not in self.under_way)

    def warm(self) -> None:
        """Somebody begins to write: load the reader beside it."""
        session = self.context.session
        if not session.read_only:
            self.context.tasks.read(lambda: session.readings.warm(), lambda _none: None, failed=_silent)  # noqa: PLW0108

    def show(self, entry: EntryId | None) -> None:
        """Read the note of `entry`, and follow it from now on; None shows nothing."""
        if entry == self.entry:
            return
        self.entry, self.suggestions, self.is_read = entry, (), False
        self.under_way.clear()
        self._generation.next()
        self.changed.emit()
        self.read()

    def read(self) -> None:
        """Read again."""
        entry, context = self.entry, self.context
        if entry is None or context.session.read_only:
            return
        session, today = context.session, context.today()

        def read() -> tuple[Suggestion, ...]:
            try:
                return session.readings.offered(entry, today)
            except NotFound:
                return ()

        context.tasks.read(read, self._know, self._generation, _silent)

    def take(self, suggestions: Sequence[Suggestion], *, told: Message | None = None) -> None:
        """Record them as they are, in one gesture."""
        session, today = self.context.session, self.context.today()
        chosen = tuple(one for one in suggestions if one.key not in self.under_way)
        said = told or Message("Recorded: {title}", title=said_of(chosen[0], today)) if chosen else None
        self._settle(chosen, taken=True, gesture=lambda: session.readings.take(chosen, today), said=said)

    def take_all(self, suggestions: Sequence[Suggestion]) -> None:
        """Record those against which nothing speaks; the others need a look, with the steps that go on from them.

        Nobody is added to the contacts unseen: a doctor who was named in passing would stand in the next review.
        """
        waiting = [one for one in suggestions if one.key not in self.under_way]
        held_back = {one.favour for one in waiting if one.warnings and one.opens_favour}
        plain = tuple(
            one
            for one in waiting
            if not (one.warnings or one.needs_more or one.is_somebody_new)
            and (one.favour is None or one.favour not in held_back)
        )
        count = len(plain)
        said = Message("Recorded {n} suggestion.", plural="Recorded {n} suggestions.", n=count)
        self.take(plain, told=said)

    def dismiss(self, suggestions: Sequence[Suggestion]) -> None:
        """Never offer them again."""
        session, today = self.context.session, self.context.today()
        chosen = tuple(one for one in suggestions if one.key not in self.under_way)
        if len(chosen) == 1:
            said = Message("Dismissed: {title}", title=said_of(chosen[0], today))
        else:
            said = Message("Dismissed {n} suggestion.", plural="Dismissed {n} suggestions.", n=len(chosen))
        self._settle(chosen, taken=False, gesture=lambda: session.readings.dismiss(chosen), said=said)

    def _settle(
        self, chosen: Sequence[Suggestion], *, taken: bool, gesture: Callable[[], object], said: Message | None
    ) -> None:
        if not chosen or said is None:
            return
        notices, actions = self.context.notices, self.context.actions

        def kept(_none: object) -> None:
            self._let_go(chosen)
            notices.say_done(said, actions["edit.undo"].trigger)

        def refused(problem: Problem) -> None:
            for one in chosen:
                self.under_way.pop(one.key, None)
            notices.problem(problem)
            self.changed.emit()

        self.under_way.update((one.key, taken) for one in chosen)
        self.settling.emit()
        self.context.tasks.run(gesture, kept, refused)

    def _let_go(self, settled: Sequence[Suggestion]) -> None:
        """They are settled: the others are shown at once, and read again beside that."""
        keys = {one.key for one in settled}
        self.under_way = {key: taken for key, taken in self.under_way.items() if key not in keys}
        if any(one.key in keys for one in self.suggestions):
            self.suggestions = tuple(one for one in self.suggestions if one.key not in keys)
            self.changed.emit()
        self.read()

    def _know(self, suggestions: tuple[Suggestion, ...]) -> None:
        keys = {one.key for one in suggestions}
        self.under_way = {key: taken for key, taken in self.under_way.items() if key in keys}
        self.is_read = True
        if suggestions != self.suggestions or not suggestions:
            self.suggestions = suggestions
            self.changed.emit()

    def _journal_changed(self, changes: Changes, _origin: object) -> None:
        if self.entry is None or not self._concerned(changes):
            return
        if self.context.bridge.is_flooded:
            self._rest.start()
        else:
            self.read()

    def _concerned(self, changes: Changes) -> bool:
        """Whether the note may suggest something else now: its entry, whom it names, or what is settled changed."""
        if changes.everything or changes.settings or changes.readings or self.entry in changes.entries:
            return True
        people = {one.contact for one in self.suggestions}
        return bool(changes.contacts) and (None in people or not people.isdisjoint(changes.contacts))


def _silent(_problem: Problem) -> None:
    """A journal that cannot be read is told of by whatever reads the rows."""

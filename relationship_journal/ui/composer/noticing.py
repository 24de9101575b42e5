"""What is noticed in the text that is being written, as long as the writer says nothing else."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from relationship_journal.domain.entry import EntryKind
from relationship_journal.services.glances import Noticed
from relationship_journal.services.suggestion_keys import DAY, KIND, day_key, decided_day, person_key
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation

from .composer_model import ComposerModel

_LOOKED_AT_AFTER = 300  # ms without a key: nobody reads what changes with every letter


class Noticing(QObject):
    """Looks at the text after a pause. `shown` tells what there is to take over, perhaps nothing.

    What the writer chose by hand, or waved away, is not offered again for this draft, nor for the entry that comes of
    it; nothing is ever set by itself.
    """

    shown = Signal(object)  #: tuple[Noticed, ...]

    def __init__(self, context: Context, model: ComposerModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._by_hand: set[str] = set()
        self._noticed: tuple[Noticed, ...] = ()
        self._seen = ""
        self._generation = Generation()
        self._timer = QTimer(self, singleShot=True, interval=_LOOKED_AT_AFTER)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Another draft is written."""
        self._by_hand = self._people()
        self._noticed, self._seen = (), ""
        self._generation.next()
        self._timer.stop()
        self.shown.emit(())
        if self._model.draft.text.strip():
            self._timer.start()

    def text_changed(self) -> None:
        """Something was typed."""
        self._timer.start()

    def wave_away(self, noticed: Noticed) -> None:
        """The writer does not want this one."""
        what, today = noticed.what, self._context.today()
        key = day_key(what, today) if isinstance(what, date) else _matter(noticed)
        self._model.change(decided=(*self._model.draft.decided, key))
        self._show()

    def chosen(self, **changes: object) -> None:
        """The writer chose by hand; who was once there and was taken off is not offered again."""
        self._by_hand |= self._people()
        self._by_hand.update(matter for name, matter in (("day", DAY), ("kind", KIND)) if name in changes)
        self._show()

    def decided(self) -> tuple[str, ...]:
        """The keys of suggestions that need not be made of the note any more."""
        matters = self._matters() - self._people()
        return (*sorted(matter for matter in matters if matter != DAY), *self._decided_day(DAY in matters))

    def _decided_day(self, is_decided: bool) -> tuple[str, ...]:
        """The day that the text names, counted from where the writer stood: today, or a day chosen by hand."""
        draft, today = self._model.draft, self._context.today()
        if not is_decided and draft.day is None:
            return ()
        waved = decided_day(draft.decided)
        own = draft.day or today
        named, counted_from = waved or next(
            ((one.what, today) for one in self._noticed if isinstance(one.what, date)), (own, min(own, today))
        )
        return (day_key(named, counted_from if draft.day in (None, named) else min(own, today)),)

    def _matters(self) -> set[str]:
        """What is decided: the day, the kind, and people one by one."""
        waved = self._model.draft.decided
        return self._by_hand | {DAY if key.startswith(DAY) else key for key in waved}

    def _people(self) -> set[str]:
        return {person_key(name) for _contact, name in self._model.draft.contacts if name}

    def _look(self) -> None:
        draft, today = self._model.draft, self._context.today()
        if draft.text == self._seen:
            return
        session, contacts = self._context.session, [contact for contact, _name in draft.contacts]
        self._seen = text = draft.text
        self._context.tasks.read(
            lambda: session.glances.at(text, contacts, today), self._looked, self._generation, lambda _problem: None
        )

    def _looked(self, noticed: tuple[Noticed, ...]) -> None:
        self._noticed = noticed
        self._show()

    def _show(self) -> None:
        draft, decided = self._model.draft, self._matters()
        said = {contact for contact, _name in draft.contacts} | {draft.day or self._context.today(), draft.kind}
        self.shown.emit(tuple(one for one in self._noticed if one.what not in said and _matter(one) not in decided))


def _matter(noticed: Noticed) -> str:
    """What is decided with it: there is one day and one kind, but many people."""
    if isinstance(noticed.what, int):
        return person_key(noticed.name)
    return KIND if isinstance(noticed.what, EntryKind) else DAY

"""What is noticed in the text that is being written, as long as the writer says nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from relationship_journal.domain.entry import EntryKind
from relationship_journal.services.glances import Noticed
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation

from .unfinished import Unfinished

_LOOKED_AT_AFTER = 300  # ms without a key: nobody reads what changes with every letter
_DAY, _KIND = "day", "kind"


class Noticing(QObject):
    """Looks at the text after a pause. `shown` tells what there is to take over, perhaps nothing.

    What the writer chose by hand, or waved away, is not offered again for this draft; nothing is ever set by itself.
    """

    shown = Signal(object)  #: tuple[Noticed, ...]

    def __init__(self, context: Context, draft: Callable[[], Unfinished], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = draft
        self._settled: set[object] = set()
        self._noticed: tuple[Noticed, ...] = ()
        self._seen = ""
        self._generation = Generation()
        self._timer = QTimer(self, singleShot=True, interval=_LOOKED_AT_AFTER)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Another draft is written."""
        self._settled = {contact for contact, _name in self._draft().contacts}
        self._noticed, self._seen = (), ""
        self._generation.next()
        self._timer.stop()
        self.shown.emit(())
        if self._draft().text.strip():
            self._timer.start()

    def text_changed(self) -> None:
        """Something was typed."""
        self._timer.start()

    def settle(self, what: object) -> None:
        """The writer has decided about this one: a contact, a day, a kind of entry."""
        self._settled.add(_matter(what))
        self._show()

    def chosen(self, **changes: object) -> None:
        """The writer chose by hand; who was once there and was taken off is not offered again."""
        self._settled.update(contact for contact, _name in self._draft().contacts)
        self._settled.update(name for name in (_DAY, _KIND) if name in changes)
        self._show()

    def _look(self) -> None:
        draft, today = self._draft(), self._context.today()
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
        draft = self._draft()
        said = {contact for contact, _name in draft.contacts} | {draft.day or self._context.today(), draft.kind}
        self.shown.emit(
            tuple(one for one in self._noticed if one.what not in said and _matter(one.what) not in self._settled)
        )


def _matter(what: object) -> object:
    """What is decided with it: there is one day and one kind, but many people."""
    if isinstance(what, int):
        return what
    return _KIND if isinstance(what, EntryKind) else _DAY

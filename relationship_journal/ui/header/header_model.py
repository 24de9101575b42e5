"""Who they are, as the head of the timeline tells it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.contact import Contact, ContactId, Facet, FacetKind, Occasion
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.scope import Scope, Whole
from relationship_journal.i18n import Message
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation
from relationship_journal.values import dataclass, replace

if TYPE_CHECKING:
    from relationship_journal.domain.warmth import Warmth

_AHEAD = 60  # days in which a coming occasion is told


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """A contact with what is computed for its header. `shared` are the facets on which the two meet."""

    contact: Contact
    introduced_by: str
    warmth: "Warmth"
    shared: tuple[FacetKind, ...]
    occasion: tuple[Occasion, date] | None


class HeaderModel(QObject):
    """Follows the scope and the journal. `facts` is None where no contact is in view."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.facts: HeaderFacts | None = None
        self._generation = Generation()
        context.selection.changed.connect(self.show_scope)
        context.bridge.changed.connect(self._journal_changed)

    @property
    def name(self) -> str:
        """The name of the contact in view, or nothing."""
        return "" if self.facts is None else self.facts.contact.name

    def load(self) -> None:
        """Read here and now: for the first paint."""
        contact = self.context.selection.contact
        self._show(None if contact is None else self._read(contact)())

    def show_scope(self, scope: Scope) -> None:
        """Show a contact, or nothing for a scope that is none."""
        if isinstance(scope, Whole):
            self._generation.next()
            self._show(None)
        else:
            self.context.tasks.read(self._read(scope), self._show, self._generation, failed=lambda _gone: None)

    def add_facet(self, kind: FacetKind, text: str, failed: Callable[[Problem], object]) -> None:
        """Keep something known of their life."""
        if self.facts is None:
            return
        contacts, contact = self.context.session.contacts, self.facts.contact.id
        self.context.tasks.run(lambda: contacts.add_facet(contact, kind, text), failed=failed)

    def edit_facet(self, facet: Facet, kind: FacetKind, text: str, failed: Callable[[Problem], object]) -> None:
        """Mend a facet."""
        self._save_facets(lambda one: replace(one, kind=kind, text=text) if one.id == facet.id else one, failed)

    def remove_facet(self, facet: Facet) -> None:
        """Take a facet off; a notice offers to undo it."""
        told = Message("Removed: {what}.", what=facet.text)
        notices, undo = self.context.notices, self.context.actions["edit.undo"]
        self._save_facets(
            lambda one: None if one.id == facet.id else one,
            notices.problem,
            lambda _done: notices.say_done(told, undo.trigger),
        )

    def _save_facets(
        self,
        mend: Callable[[Facet], Facet | None],
        failed: Callable[[Problem], object],
        done: Callable[[object], object] | None = None,
    ) -> None:
        if self.facts is None:
            return
        session, contact = self.context.session, self.facts.contact.id

        def run() -> Contact:
            now: Contact = session.reads.contact(contact)
            mended = tuple(facet for one in now.facets if (facet := mend(one)) is not None)
            saved: Contact = session.contacts.save(replace(now, facets=mended))
            return saved

        self.context.tasks.run(run, done, failed)

    def _read(self, contact: ContactId) -> Callable[[], HeaderFacts]:
        from relationship_journal.domain.common_ground import common_ground
        from relationship_journal.domain.situation import situation_of
        from relationship_journal.domain.warmth import warmth

        session, today = self.context.session, self.context.today()

        def read() -> HeaderFacts:
            relationship = session.reads.relationship(contact)
            who: Contact = relationship.contact
            situation = situation_of(relationship, session.reads.settings(), today)
            introduced = session.reads.name_of(who.introduced_by) if who.introduced_by is not None else ""
            shared = common_ground(who.facets, relationship.my_facets)
            return HeaderFacts(who, introduced, warmth(situation), shared, _coming(who, today))

        return read

    def _show(self, facts: HeaderFacts | None) -> None:
        self.facts = facts
        self.changed.emit()

    def _journal_changed(self, changes: Changes, _origin: object) -> None:
        contact = self.context.selection.contact
        introducer = None if self.facts is None else self.facts.contact.introduced_by
        if contact is not None and (changes.concern(contact) or introducer in changes.contacts):
            self.show_scope(contact)


def _coming(contact: Contact, today: date) -> tuple[Occasion, date] | None:
    """The next of their days within two months."""
    from relationship_journal.domain.calendar import next_occurrence

    days = [(day, occasion) for occasion in contact.occasions if (day := next_occurrence(occasion, today)) is not None]
    near = [(day, occasion) for day, occasion in days if (day - today).days <= _AHEAD]
    if not near:
        return None
    day, occasion = min(near, key=lambda pair: (pair[0], pair[1].text))
    return occasion, day

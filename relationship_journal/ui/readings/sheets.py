"""The sheets in which a facet, a day that matters, a person or the entry's own day and kind are changed first."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import ContactId, FacetKind, OccasionKind
from relationship_journal.domain.entry import Entry, EntryKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import ENTRY_WORDS, FACET_WORDS, OCCASION_WORDS
from relationship_journal.i18n import N_, Message, short_day
from relationship_journal.reading.note import FollowUp, FoundFacet, FoundOccasion, FoundPerson
from relationship_journal.services.suggestions import Suggestion
from relationship_journal.ui.composer.contact_field import ContactField
from relationship_journal.ui.contact_dialogs.occasion_dates import occasion_date
from relationship_journal.ui.contact_dialogs.one_line import read_line
from relationship_journal.ui.context import Context
from relationship_journal.ui.ladder.through import Through
from relationship_journal.ui.widgets import ChoiceField, DayField, Field, Sheet, labelled, verbatim
from relationship_journal.values import replace

from .chip_words import because

_YEARLY = (OccasionKind.BIRTHDAY, OccasionKind.ANNIVERSARY)
People = Sequence[tuple[ContactId, str]]


class _SuggestionSheet(Sheet):
    """Says why it is suggested; what `gesture` records takes the suggestion."""

    def __init__(self, title: str, context: Context, suggestion: Suggestion, through: Through, parent: QWidget) -> None:
        super().__init__(title, N_("Record"), parent)
        self._context, self._suggestion, self._through = context, suggestion, through
        self.explain(lambda: because(suggestion))
        self.confirmed.connect(self._confirm_it)

    def gesture(self) -> Callable[[], object] | None:
        """What records it as it is typed; None where something is missing, and a field says what."""
        raise NotImplementedError

    def _confirm_it(self) -> None:
        record, through = self.gesture(), self._through
        if record is not None:
            self.primary.setEnabled(False)
            self._context.tasks.run(lambda: through(record), self._recorded, self._failed)

    def _recorded(self, _value: object) -> None:
        self.accept()
        self._context.notices.say_done(Message("Recorded."), self._context.actions["edit.undo"].trigger)

    def _failed(self, problem: Problem) -> None:
        self.fail(problem.message)

    def _whom(self, people: People) -> ChoiceField[ContactId]:
        chosen = self._suggestion.contact or people[0][0]
        whom = ChoiceField(N_("About whom"), [(one, verbatim(name)) for one, name in people], chosen)
        whom.setVisible(len(people) > 1)
        self.body.addWidget(whom)
        return whom


class FacetSheet(_SuggestionSheet):
    """A facet of life: whose, which, and what is known."""

    def __init__(
        self, context: Context, suggestion: Suggestion, people: People, through: Through, parent: QWidget
    ) -> None:
        super().__init__(N_("A facet of life"), context, suggestion, through, parent)
        assert isinstance(suggestion.found, FoundFacet)
        self.whom = self._whom(people)
        kind = FacetKind(suggestion.found.facet)
        self.kind = ChoiceField(N_("Which side of life"), list(FACET_WORDS.items()), kind)
        self.words = Field(N_("What is known"), text=suggestion.words)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.words)
        self.words.line.setFocus()

    def gesture(self) -> Callable[[], object] | None:
        """Add the facet."""
        contacts, whom, kind, text = self._context.session.contacts, self.whom.value, self.kind.value, self.words.text()
        if not text:
            self.words.refuse(N_("A few words say later what it was."))
            return None
        return lambda: contacts.add_facet(whom, kind, text)


class OccasionSheet(_SuggestionSheet):
    """A day that matters to somebody, or something to do by a day."""

    def __init__(
        self, context: Context, suggestion: Suggestion, people: People, through: Through, parent: QWidget
    ) -> None:
        found = suggestion.found
        follows = isinstance(found, FollowUp)
        super().__init__(
            N_("To do by a day") if follows else N_("A day that matters"), context, suggestion, through, parent
        )
        self.whom = self._whom(people)
        kind = OccasionKind(found.kind) if isinstance(found, FoundOccasion) else OccasionKind.OTHER
        self.kind = ChoiceField(N_("What kind of day"), list(OCCASION_WORDS.items()), kind)
        self.kind.setVisible(not follows)
        self.words = Field(N_("What it is about"), text=suggestion.words)
        self.day = Field(N_("Day"), N_("04-12, 2027-06-07, lunar:08-06"), text=_day_text(suggestion))
        for field in (self.kind, self.words, self.day):
            self.body.addWidget(field)
        (self.words if self.day.text() else self.day).line.setFocus()

    def gesture(self) -> Callable[[], object] | None:
        """Add the day."""
        contacts, whom, kind, text = self._context.session.contacts, self.whom.value, self.kind.value, self.words.text()
        day = occasion_date(self.day.text(), self._context.today(), yearly=kind in _YEARLY)
        if day is None:
            self.day.refuse(N_("A day is written 04-12, 2027-06-07 or lunar:08-06, or said in words."))
            self.day.line.setFocus()
            return None
        return lambda: contacts.add_occasion(whom, kind, day, text)


class PersonSheet(_SuggestionSheet):
    """Somebody who is named: known already, or to be added."""

    def __init__(
        self, context: Context, suggestion: Suggestion, people: People, through: Through, parent: QWidget
    ) -> None:
        found = suggestion.found
        assert isinstance(found, FoundPerson)
        known = [one for one in people if one[0] == suggestion.contact]
        super().__init__(N_("Who is it?"), context, suggestion, through, parent)
        self.known = ContactField(context)
        self.known.show_contacts(known)
        self.line = Field(N_("Or somebody new"), N_("Name, company, title, phone"), text="" if known else found.name)
        self.body.addWidget(labelled(N_("Somebody known"), self.known))
        self.body.addWidget(self.line)
        (self.known.line if known else self.line.line).setFocus()

    def gesture(self) -> Callable[[], object] | None:
        """Put the entry on their timelines too."""
        session, chosen = self._context.session, self.known.contacts
        draft = read_line(self.line.text())
        entry_id = self._suggestion.entry
        if not chosen and not draft.name:
            self.line.refuse(N_("A contact needs a name."))
            return None

        def record() -> None:
            people = chosen or (session.contacts.add(draft).id,)
            entry = session.reads.entry(entry_id)
            session.journal.edit(replace(entry, contacts=tuple(dict.fromkeys((*entry.contacts, *people)))))

        return record


class EntrySheet(_SuggestionSheet):
    """The entry's own day and kind."""

    def __init__(
        self, context: Context, suggestion: Suggestion, entry: Entry, through: Through, parent: QWidget
    ) -> None:
        super().__init__(N_("This entry"), context, suggestion, through, parent)
        found, today = suggestion.found, context.today()
        self._entry = entry
        kind = found if isinstance(found, EntryKind) else entry.kind
        self.kind = ChoiceField(N_("Kind of entry"), list(ENTRY_WORDS.items()), kind)
        self.day = DayField(N_("Day"), suggestion.day, today)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.day)
        (self.kind.box if isinstance(found, EntryKind) else self.day.line).setFocus()

    def gesture(self) -> Callable[[], object] | None:
        """Change the entry."""
        day, journal, entry = self.day.check(), self._context.session.journal, self._entry
        if day is None:
            return None
        edited = replace(entry, kind=self.kind.value, day=day)
        return lambda: journal.edit(edited)


def _day_text(suggestion: Suggestion) -> str:
    found = suggestion.found
    if isinstance(found, FollowUp):
        return "" if found.due is None else short_day(found.due)
    return found.date if isinstance(found, FoundOccasion) else ""

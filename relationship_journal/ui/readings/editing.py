"""Editing a suggestion before it is taken: the dialog in which it would be recorded by hand, filled in already."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.entry import Entry
from relationship_journal.i18n import current_language
from relationship_journal.reading.note import FollowUp, FoundCourtesy, FoundFacet, FoundOccasion, FoundPerson, FoundStep
from relationship_journal.services.suggestions import Suggestion
from relationship_journal.ui.context import Context
from relationship_journal.ui.ladder.ladder_model import Ladder, Shown, shown_of
from relationship_journal.ui.ladder.through import Through


def edit_suggestion(context: Context, suggestion: Suggestion, parent: QWidget) -> None:
    """Open the dialog for `suggestion`; what it records takes the suggestion, in one gesture."""
    reads, settings, today = context.session.reads, context.session.settings, context.today()
    readings, found, whose = context.session.readings, suggestion.found, suggestion.contact

    def through(record: Callable[[], Any]) -> Any:
        return readings.take_as(suggestion, record)

    def read_standing(contact: ContactId) -> tuple[Shown, Entry]:
        ladder = Ladder(settings.numbers(), settings.rungs())
        return shown_of(reads.relationship(contact), ladder, today), reads.entry(suggestion.entry)

    def read_people() -> tuple[Entry, list[tuple[ContactId, str]]]:
        entry, names = reads.entry(suggestion.entry), reads.names()
        people = dict.fromkeys((*(() if whose is None else (whose,)), *entry.contacts))
        return entry, [(one, names[one]) for one in people if one in names]

    def open_standing(read: tuple[Shown, Entry]) -> None:
        if isinstance(found, FoundStep):
            from .step_editing import StepEditing

            StepEditing(context, suggestion, read[0], through, parent).begin()
        else:
            _edit_courtesy(context, suggestion, *read, through, parent)

    def open_sheet(read: tuple[Entry, list[tuple[ContactId, str]]]) -> None:
        from . import sheets

        entry, people = read
        if isinstance(found, FoundFacet):
            sheets.FacetSheet(context, suggestion, people, through, parent).open()
        elif isinstance(found, FoundOccasion | FollowUp):
            sheets.OccasionSheet(context, suggestion, people, through, parent).open()
        elif isinstance(found, FoundPerson):
            sheets.PersonSheet(context, suggestion, people, through, parent).open()
        else:
            sheets.EntrySheet(context, suggestion, entry, through, parent).open()

    failed = context.notices.problem
    if isinstance(found, FoundStep | FoundCourtesy) and whose is not None:
        context.tasks.read(lambda: read_standing(whose), open_standing, failed=failed)
    else:
        context.tasks.read(read_people, open_sheet, failed=failed)


def _edit_courtesy(  # noqa: PLR0917 - what every dialog here needs
    context: Context, suggestion: Suggestion, shown: Shown, entry: Entry, through: Through, parent: QWidget
) -> None:
    from relationship_journal.ui.ladder.courtesy_dialog import CourtesyDialog
    from relationship_journal.ui.ladder.courtesy_form import CourtesyForm, usual_currency

    draft = suggestion.courtesy_draft(entry)
    form = CourtesyForm(
        tuple(dict.fromkeys((shown.contact.id, *draft.contacts))),
        CourtesyKind(draft.kind),
        CourtesyDirection(draft.direction),
        draft.text,
        "" if draft.value is None else f"{draft.value:f}",
        draft.currency or usual_currency(shown, current_language()),
        draft.day,
        entry.id,
        suggestion.favour.id if suggestion.favour is not None else None,
    )
    CourtesyDialog(context, shown, parent, form=form, through=through).open()

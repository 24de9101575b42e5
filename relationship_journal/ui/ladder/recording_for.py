"""Recording a favour for somebody who need not be in view: from the list of people and from the palette."""

from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.ui.context import Context

from .ladder_model import Ladder, Shown, shown_of


def record_favour(context: Context, contact: ContactId, parent: QWidget | None) -> None:
    """Read how things stand with `contact`, then open the dialog."""
    reads, settings, today = context.session.reads, context.session.settings, context.today()

    def read() -> Shown:
        ladder = Ladder(settings.numbers(), settings.rungs())
        return shown_of(reads.relationship(contact), ladder, today)

    def open_dialog(shown: Shown) -> None:
        from .record_dialog import RecordDialog

        RecordDialog(context, shown, parent).open()

    context.tasks.read(read, open_dialog)

"""Backing up from the window: asks where, copies beside everything else that goes on, and says when it is done."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from relationship_journal.i18n import Message, _

from .context import Context


def ask_and_back_up(context: Context, parent: QWidget) -> None:
    """Ask where to, the place of today's backup beside the journal offered, and back up."""
    journal = context.session.path
    offered = context.session.backups.usual_place(context.today())
    kinds = f"{_('Journals')} (*{journal.suffix})"
    name, _kind = QFileDialog.getSaveFileName(parent, _("Back up the journal"), str(offered), kinds)
    if name:
        path = Path(name)
        back_up(context, path if path.suffix else path.with_suffix(journal.suffix))


def back_up(context: Context, path: Path) -> None:
    """Back up to `path`, replacing what stands there: whoever chose the name was asked. On a reading thread."""
    backups, today = context.session.backups, context.today()
    said = Message("Backed up to {name}, compared and found the same.", name=path.name)
    context.notices.say(Message("Backing up to {name}…", name=path.name))
    context.tasks.read(lambda: backups.make(path, today, replace=True), lambda _path: context.notices.say(said))

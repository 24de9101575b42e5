"""A panel over a real journal file, with one contact in view."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.contact import Contact
from relationship_journal.domain.drafts import ContactDraft, FavourDraft, StepDraft
from relationship_journal.domain.favour import Direction, Favour, StepKind
from relationship_journal.i18n import install
from relationship_journal.paths import resources
from relationship_journal.services.session import Session
from relationship_journal.ui.actions import Actions
from relationship_journal.ui.bridge import Bridge
from relationship_journal.ui.context import Context
from relationship_journal.ui.ladder.panel import LadderPanel
from relationship_journal.ui.notices import Notice, Notices
from relationship_journal.ui.selection import Selection
from relationship_journal.ui.tasks import Tasks
from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.widgets import Sheet
from tests.ui.conftest import Wait

TODAY = date(2026, 6, 10)


@dataclass
class Desk:
    """What a test works at: the journal, the panel, and what was said."""

    application: QApplication
    session: Session
    context: Context
    panel: LadderPanel
    contact: Contact
    notices: list[Notice]
    wait: Wait

    def favour(self, title: str, story: str = "", rung: int = 1, direction: str = "received") -> Favour:
        """Record a favour as `asked@20 granted@18`: kind, days ago; and wait until the panel shows it."""
        steps = []
        for word in story.split():
            kind, _, days = word.partition("@")
            steps.append(StepDraft(StepKind(kind), date.fromordinal(TODAY.toordinal() - int(days or 0))))
        draft = FavourDraft(self.contact.id, title, Direction(direction), rung)
        favour = self.session.favours.add(draft, steps, today=TODAY).favour
        self.wait(lambda: self.panel.model.shown and self.panel.model.shown.loop(favour.id))
        return favour

    def favours(self) -> tuple[Favour, ...]:
        """What the journal holds."""
        return self.session.reads.favours(self.contact.id)

    def dialog(self, kind: type[Sheet]) -> Sheet:
        """The dialog that opened."""
        self.wait(lambda: isinstance(self.application.activeModalWidget(), kind))
        found = self.application.activeModalWidget()
        assert isinstance(found, kind)
        return found


@pytest.fixture
def desk(application: QApplication, wait: Wait, tmp_path: Path) -> Iterator[Desk]:
    """A journal with Helen Zhou, who is in view."""
    install("en", resources() / "locale")
    session = Session.open(tmp_path / "journal.rjdb", create=True)
    helen = session.contacts.add(ContactDraft("Helen Zhou"))
    tasks, bridge = Tasks(), Bridge(session)
    context = Context(
        session=session,
        tasks=tasks,
        bridge=bridge,
        actions=Actions(),
        selection=Selection(),
        notices=Notices(),
        theme=current_theme(),
        today=lambda: TODAY,
    )
    said: list[Notice] = []
    context.notices.said.connect(said.append)
    tasks.failed.connect(context.notices.problem)
    window = QWidget()
    panel = LadderPanel(context, window)
    panel.resize(344, 852)
    window.resize(344, 852)
    window.show()
    context.selection.choose(helen.id)
    wait(lambda: panel.model.shown is not None)
    window.activateWindow()
    yield Desk(application, session, context, panel, helen, said, wait)
    bridge.stop()
    tasks.close()
    session.close()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

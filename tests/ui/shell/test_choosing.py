"""What choosing a contact costs, counted: queries, paints, widgets; none of it grows with the journal."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.drafts import EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.ui.widgets import Chip

from .conftest import TODAY, Shell


class Painted(QObject):
    """Counts paint events by widget."""

    def __init__(self) -> None:
        super().__init__()
        self.times: dict[QObject, int] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.times[watched] = self.times.get(watched, 0) + 1
        return False


def fill(shell: Shell, name: str, entries: int) -> None:
    """Entries, every tenth with a favour that was asked and granted in it."""
    contact = shell.session.contacts.find(name).id
    with shell.session.batch(Gesture.IMPORTED):
        for number in range(entries):
            day = TODAY - timedelta(days=number)
            entry = shell.session.journal.keep(EntryDraft(f"Call {number}.", day, EntryKind.CALL, (contact,)))
            if not number % 10:
                steps = [StepDraft(kind, day, entry=entry.id) for kind in (StepKind.ASKED, StepKind.GRANTED)]
                shell.session.favours.add(FavourDraft(contact, f"Favour {number}"), steps, today=TODAY)
    shell.rest()


def asked_by(shell: Shell, act: Callable[[], object]) -> int:
    """How many queries the panes ask because of `act`."""
    reads: Any = shell.session.reads
    real, asked = reads._rows, []

    def rows(sql: str, *parameters: object) -> object:
        asked.append(sql)
        return real(sql, *parameters)

    reads._rows = rows
    act()
    del reads._rows
    return len(asked)


def test_queries_do_not_grow_with_the_entries(shell: Shell) -> None:
    """One with two hundred entries and twenty favours costs no more queries than some one with ten does.

    What the window does meanwhile (reading notes, settling marks) may ask a little beside it.
    """
    fill(shell, "Helen Zhou", 10)
    fill(shell, "Tom Okafor", 200)
    for name in ("Helen Zhou", "Tom Okafor", "王建国"):
        shell.look_at(name)
    few = asked_by(shell, lambda: shell.look_at("Helen Zhou"))
    many = asked_by(shell, lambda: shell.look_at("Tom Okafor"))
    assert max(few, many) <= 80


def test_what_arrives_is_painted_once(shell: Shell) -> None:
    """Header, timeline, composer and ladder arrive together: each pane is painted once, and once more at most."""
    fill(shell, "Helen Zhou", 30)
    fill(shell, "Tom Okafor", 30)
    for name in ("Helen Zhou", "Tom Okafor"):
        shell.look_at(name)
        QCoreApplication.processEvents()
    application = QApplication.instance()
    assert application is not None
    painted = Painted()
    application.installEventFilter(painted)
    shell.look_at("Helen Zhou")
    for _ in range(3):
        QCoreApplication.processEvents()
    application.removeEventFilter(painted)
    page = shell.page
    assert painted.times[page.timeline.view.viewport()] <= 3
    assert painted.times[page.ladder.full] <= 2


def test_widgets_are_made_for_the_few_facts_of_a_life(shell: Shell, monkeypatch: Any) -> None:
    """Choosing somebody makes no widget for an entry or a favour that was shown before."""
    fill(shell, "Helen Zhou", 60)
    fill(shell, "Tom Okafor", 60)
    for name in ("Helen Zhou", "Tom Okafor", "Helen Zhou"):
        shell.look_at(name)
    made: list[object] = []
    real = Chip.__init__

    def counting(self: Chip, *arguments: Any, **named: Any) -> None:
        made.append(self)
        real(self, *arguments, **named)

    monkeypatch.setattr(Chip, "__init__", counting)
    shell.look_at("Tom Okafor")
    assert len(made) <= 8

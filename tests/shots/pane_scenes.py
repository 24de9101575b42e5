"""The dialogs and pages that belong to the panes."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.favour import StepKind

from .scenes import scene
from .stage import Stage


@scene("70-story-of-a-favour")
def story(stage: Stage) -> None:
    stage.open_example()
    gestures = stage.page.ladder.gestures
    gestures.open(_a_favour(stage))


@scene("71-step")
def step(stage: Stage) -> None:
    stage.open_example()
    gestures = stage.page.ladder.gestures
    gestures.ask_step(_a_favour(stage), StepKind.RETURNED)


@scene("72-courtesy")
def courtesy(stage: Stage) -> None:
    stage.open_example()
    stage.do("courtesy.record")


@scene("73-all-favours")
def all_favours(stage: Stage) -> None:
    stage.open_example()
    stage.do("favour.all")


@scene("74-courtesy-register", every_size=True)
def register(stage: Stage) -> None:
    stage.open_example()
    stage.do("journal.register")


@scene("75-go-to-a-day")
def day(stage: Stage) -> None:
    stage.open_example()
    stage.do("timeline.day")


@scene("76-what-a-drop-would-do", every_size=True)
def drop(stage: Stage) -> None:
    stage.open_example()
    mime = QMimeData()
    mime.setText("Told her the headaches are gone.")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    at = stage.page.timeline.mapTo(stage.window, QPoint(300, 400))
    event = QDragEnterEvent(at, copy, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(stage.window, event)


def _a_favour(stage: Stage) -> int:
    shown = stage.page.ladder.model.shown
    assert shown is not None
    return shown.loops[0].favour.id

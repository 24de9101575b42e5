"""The page of the weekly review."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relationship_journal.domain.plan import Section
from relationship_journal.ui.review.page import ReviewPage
from relationship_journal.ui.review.saving import saving_menu

from .scenes import scene
from .stage import Stage


@scene("50-review", every_size=True)
def review(stage: Stage) -> None:
    _half_done(stage)


@scene("51-review-ready", every_size=True)
def ready(stage: Stage) -> None:
    page = _opened(stage)
    for _section in range(3):
        QTest.keyClick(page, Qt.Key.Key_BracketRight)
    stage.settle()


@scene("51-review-waiting")
def waiting(stage: Stage) -> None:
    page = _opened(stage)
    page.show_section(Section.WAITING)
    stage.settle()


@scene("52-review-done", every_size=True)
def done(stage: Stage) -> None:
    page = _half_done(stage)
    page.model.finish()
    stage.settle()


@scene("53-review-keys")
def keys(stage: Stage) -> None:
    QTest.keyClicks(_opened(stage), "?")


@scene("54-review-history")
def history(stage: Stage) -> None:
    page = _half_done(stage)
    page.model.finish()
    stage.settle()
    page.show_history()


@scene("55-review-saving")
def saving(stage: Stage) -> None:
    page = _opened(stage)
    saving_menu(stage.context, page).popup(page.mapToGlobal(page.rect().center()))


def _opened(stage: Stage) -> ReviewPage:
    stage.open_example()
    stage.do("go.review")
    page = stage.page.review.page
    stage.wait(lambda: page.model.review is not None)
    stage.settle()
    return page


def _half_done(stage: Stage) -> ReviewPage:
    page = _opened(stage)
    for key in "dpspp":
        QTest.keyClicks(page, key)
        stage.settle()
    return page

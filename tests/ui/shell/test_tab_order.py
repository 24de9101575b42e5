"""Tab walks the window as the eye does: from the left to the right, in each pane from the top to the bottom."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.drafts import FavourDraft, StepDraft
from relationship_journal.domain.favour import StepKind
from relationship_journal.ui.ladder.favour_chip import FavourChip
from relationship_journal.ui.ladder.rung_row import RungRow
from relationship_journal.ui.top_bar import PageTab

from .conftest import TODAY, Shell


def walked(shell: Shell) -> list[QWidget]:
    """What Tab comes by, once around."""
    found: list[QWidget] = []
    while len(found) < 100:
        focus = QApplication.focusWidget() or shell.desk.window
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if found and now is found[0]:
            return found
        found.append(now)
    raise AssertionError("Tab never comes back")


def test_tab_comes_by_everything_once_in_the_order_of_the_panes(shell: Shell) -> None:
    """The top bar from its tabs on, the people, the timeline, the ladder; a favour's chip after its rung."""
    helen = shell.look_at("Helen Zhou")
    steps = (StepDraft(StepKind.ASKED, TODAY), StepDraft(StepKind.GRANTED, TODAY))
    shell.session.favours.add(FavourDraft(helen, "Optician"), steps, today=TODAY)
    shell.wait(shell.page.ladder.full.ladder.chips)
    shell.rest()
    shell.page.top_bar.more.setFocus(Qt.FocusReason.TabFocusReason)
    stops = walked(shell)
    assert len(stops) == len(set(stops))
    panes = [shell.page.sidebar, shell.page.timeline, shell.page.ladder, shell.page.top_bar]
    at = [next(n for n, pane in enumerate(panes) if pane.isAncestorOf(stop)) for stop in stops]
    assert at == sorted(at)
    bar = [stop for stop in stops if shell.page.top_bar.isAncestorOf(stop)]
    assert isinstance(bar[0], PageTab)
    lefts = [stop.mapTo(shell.page, QPoint()).x() for stop in bar]
    assert all(left < right for left, right in pairwise(lefts))
    kinds = [type(stop) for stop in stops]
    assert kinds.index(FavourChip) == kinds.index(RungRow) + 1

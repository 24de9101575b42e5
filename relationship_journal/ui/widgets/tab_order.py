"""The order of Tab for widgets that are made later than those after which they stand."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(before: QWidget, *stops: QWidget) -> None:
    """Let Tab go from `before`, which need not take the focus itself, through `stops` in their order.

    Qt puts what is made later at the end of the window's order, and orders nothing after what takes no focus at all.
    """
    policy = before.focusPolicy()
    if policy == Qt.FocusPolicy.NoFocus:
        before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    last = before
    for stop in stops:
        QWidget.setTabOrder(last, stop)
        last = stop
    before.setFocusPolicy(policy)


def tab_stops(*parts: QWidget) -> Iterator[QWidget]:
    """What takes the focus in `parts`: each part itself, then what it holds, in the order of Tab so far."""
    for part in parts:
        walk: QWidget | None = part
        while walk is not None and (walk is part or part.isAncestorOf(walk)):
            if walk.focusPolicy() != Qt.FocusPolicy.NoFocus:
                yield walk
            walk = walk.nextInFocusChain()

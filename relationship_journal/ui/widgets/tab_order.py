"""The order of Tab for widgets that are made later than those after which they stand."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(before: QWidget, *stops: QWidget) -> None:
    """Let Tab go from `before` through `stops` in their order; any of them may take no focus and still has its place.

    Qt puts what is made later at the end of the window's order, and orders nothing after what takes no focus at all.
    """
    line = (before, *stops)
    policies = [one.focusPolicy() for one in line]
    for one, policy in zip(line, policies, strict=True):
        if policy == Qt.FocusPolicy.NoFocus:
            one.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    for earlier, later in pairwise(line):
        QWidget.setTabOrder(earlier, later)
    for one, policy in zip(line, policies, strict=True):
        one.setFocusPolicy(policy)

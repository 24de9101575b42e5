"""A scroll bar that takes its room whether it is needed or not.

Qt gives and takes that room after the next paint: whoever goes from somebody of whom little is known to somebody of
whom much is would see everything laid out twice, and its lines broken elsewhere.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar


class SteadyBar(QScrollBar):
    """Seen while there is something to scroll to."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing, where there is nothing beyond what is in view."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def keep_room_for_bar(area: QAbstractScrollArea) -> None:
    """Let the vertical bar of `area` be a steady one."""
    area.setVerticalScrollBar(SteadyBar(Qt.Orientation.Vertical))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

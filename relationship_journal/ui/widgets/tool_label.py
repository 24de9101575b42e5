"""The face of a tool button: its ground, and icon and words centred, where the style would push both to the left.

Painted without the style, whose Python class takes more time to load than all tool buttons take to paint.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QToolButton

from relationship_journal.ui.theme import Colour, current_theme
from relationship_journal.ui.theme.tokens import RADIUS_BUTTON, RADIUS_PILL, SPACE_6


def paint_tool(button: QToolButton) -> None:
    """Paint `button`, called from its `paintEvent`."""
    theme = current_theme()
    painter = QPainter(button)
    _paint_ground(painter, button)
    icon, text = button.icon(), button.text()
    if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not icon.isNull():
        text = ""
    size: QSize = button.iconSize() if not icon.isNull() else QSize(0, 0)
    gap = theme.px(SPACE_6) if text and not icon.isNull() else 0
    words = button.fontMetrics().horizontalAdvance(text) if text else 0
    left = (button.width() - size.width() - gap - words) / 2
    if not icon.isNull():
        mode = QIcon.Mode.Normal if button.isEnabled() else QIcon.Mode.Disabled
        place = QPointF(round(left), round((button.height() - size.height()) / 2))
        painter.drawPixmap(place, icon.pixmap(size, button.devicePixelRatioF(), mode))
    if text:
        role = Colour.TEXT if button.isChecked() else Colour.TEXT_SECOND
        painter.setPen(theme.colour(role if button.isEnabled() else Colour.TEXT_THIRD))
        room = QRectF(left + size.width() + gap, 0, words + theme.px(SPACE_6), button.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def _paint_ground(painter: QPainter, button: QToolButton) -> None:
    """As the style sheet says of tool buttons."""
    if not button.isEnabled():
        return
    states = (
        (button.isChecked(), Colour.SELECTED),
        (button.isDown(), Colour.PRESSED),
        (button.underMouse(), Colour.HOVER),
    )
    colour = next((colour for holds, colour in states if holds), None)
    if colour is None:
        return
    theme = current_theme()
    radius = theme.px(RADIUS_PILL if button.property("segment") == "pill" else RADIUS_BUTTON)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(colour))
    painter.drawRoundedRect(QRectF(button.rect()), radius, radius)

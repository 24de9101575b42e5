"""The face of a tool button with words beside its icon: centred, where the style would push both to the left."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

from relationship_journal.ui.theme import Colour, current_theme
from relationship_journal.ui.theme.tokens import SPACE_6


def paint_tool(button: QToolButton) -> None:
    """Paint `button`, called from its `paintEvent`."""
    option = QStyleOptionToolButton()
    button.initStyleOption(option)
    text, icon = option.text, QIcon(option.icon)
    alone = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    painter = QStylePainter(button)
    if alone or icon.isNull():
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        return
    option.text, option.icon = "", QIcon()
    painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
    theme = current_theme()
    gap = theme.px(SPACE_6)
    size: QSize = button.iconSize()
    words = button.fontMetrics().horizontalAdvance(text)
    left = (button.width() - size.width() - gap - words) / 2
    mode = QIcon.Mode.Normal if button.isEnabled() else QIcon.Mode.Disabled
    place = QPointF(round(left), round((button.height() - size.height()) / 2))
    painter.drawPixmap(place, icon.pixmap(size, button.devicePixelRatioF(), mode))
    role = Colour.TEXT if button.isChecked() else Colour.TEXT_SECOND
    painter.setPen(theme.colour(role if button.isEnabled() else Colour.TEXT_THIRD))
    room = QRectF(left + size.width() + gap, 0, words + gap, button.height())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

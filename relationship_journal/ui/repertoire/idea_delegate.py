"""A row of the list of ideas: a box to tick, or a pencil on the user's own, and the title."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.theme.tokens import CHECK_BOX
from relationship_journal.ui.widgets.check_box import paint_check_box
from relationship_journal.ui.widgets.text import elided

Index = QModelIndex | QPersistentModelIndex


class IdeaDelegate(QStyledItemDelegate):
    """Paints and ticks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        return QSize(0, current_theme().px(tokens.CHIP_HEIGHT + tokens.SPACE_2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, box and title."""
        theme = current_theme()
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_MouseOver:
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(theme.colour(Colour.SELECTED if selected else Colour.HOVER))
            painter.drawRoundedRect(rect, theme.px(tokens.RADIUS_BUTTON), theme.px(tokens.RADIUS_BUTTON))
        box = _box(rect)
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        shown = check is None or Qt.CheckState(check) is Qt.CheckState.Checked
        if check is None:
            paint_icon(painter, box, "pencil-simple", theme.colour(Colour.TEXT_SECOND))
        else:
            paint_check_box(painter, box, checked=shown)
        font = theme.font(Type.BASE)
        painter.setFont(font)
        painter.setPen(theme.colour(Colour.TEXT if shown else Colour.TEXT_THIRD))
        left = box.right() + theme.px(tokens.SPACE_8)
        words = QRectF(left, rect.top(), rect.right() - left - theme.px(tokens.SPACE_8), rect.height())
        title = elided(str(index.data()), font, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), title)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Space, or a click on the box, ticks and unticks."""
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        if check is None:
            return False
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and _box(QRectF(option.rect)).contains(event.position())
        )
        pressed = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        )
        if not clicked and not pressed:
            return False
        checked = Qt.CheckState(check) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        return model.setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole)


def _box(row: QRectF) -> QRectF:
    theme = current_theme()
    side = theme.px(CHECK_BOX)
    return QRectF(row.left() + theme.px(tokens.SPACE_8), row.center().y() - side / 2, side, side)

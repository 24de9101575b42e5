"""What the middle pane shows while something is dragged over it: what will happen when the button is released."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from relationship_journal.i18n import _
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets.key_cap import key_text, paint_key_cap

from .payload import Payload

_CARD_WIDTH, _CARD_HEIGHT, _DISC = 400, 44, 56


class DropOverlay(QWidget):
    """Covers the pane; lets the drag through to what lies below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.payload = Payload()
        self.name = ""
        self.each = False
        self.listed: list[tuple[str, str, str]] = []
        self.plan = ""
        self.hide()

    def tell(self, payload: Payload, name: str, *, each: bool) -> None:
        """Say what dropping `payload` here would do; `name` is whose it becomes, empty for nobody yet.

        Told at every step of the mouse, it looks through hundreds of files only where something is another than before.
        """
        if self.isVisible() and payload is self.payload and (name, each) == (self.name, self.each):
            return
        self.payload, self.name, self.each = payload, name, each
        self.listed, self.plan = payload.listed(), payload.plan_words(each=each)
        self.setAccessibleName(f"{self.title()} {self.plan}")
        self.show()
        self.raise_()
        self.update()

    def title(self) -> str:
        """Where it goes."""
        if self.payload.entries:
            return _("Drop on a name to give it to them")
        return _("Keep with {name}").format(name=self.name) if self.name else _("Keep in Unsorted")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The wash, its dashed ring, and in its middle the sentence, the things and the keys."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour(Colour.PAGE))
        inset = theme.px(tokens.SPACE_16)
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        pen = QPen(theme.colour(Colour.ACCENT), tokens.FOCUS_RING, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme.colour(Colour.ACCENT_WASH))
        painter.drawRoundedRect(ring, theme.px(tokens.RADIUS_CARD), theme.px(tokens.RADIUS_CARD))
        self._middle(painter)

    def _middle(self, painter: QPainter) -> None:
        theme = current_theme()
        gap, small = theme.px(tokens.SPACE_16), theme.px(tokens.SPACE_8)
        disc, row = theme.px(_DISC), theme.px(_CARD_HEIGHT)
        rows = len(self.listed)
        heights = disc + gap + theme.line_height(Type.TITLE) + small + theme.line_height(Type.BASE)
        heights += gap + rows * (row + theme.px(tokens.SPACE_6)) + gap + theme.px(tokens.KEY_CAP_HEIGHT)
        y = max(gap, (self.height() - heights) // 2)
        middle = self.width() // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Colour.ACCENT))
        round_ = QRect(middle - disc // 2, y, disc, disc)
        painter.drawEllipse(round_)
        edge = disc // 4 + 2
        paint_icon(painter, round_.adjusted(edge, edge, -edge, -edge), "tray", theme.colour(Colour.ON_ACCENT))
        y += disc + gap
        for text, face, colour, after in (
            (self.title(), Type.TITLE, Colour.TEXT, small),
            (self.plan, Type.BASE, Colour.TEXT_SECOND, gap),
        ):
            painter.setFont(theme.font(face))
            painter.setPen(theme.colour(colour))
            line = QRect(inset_ := theme.px(tokens.SPACE_24), y, self.width() - 2 * inset_, theme.line_height(face))
            shown = theme.metrics(face).elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
            y += line.height() + after
        width = min(theme.px(_CARD_WIDTH), self.width() - 2 * theme.px(tokens.SPACE_32))
        for icon, name, size in self.listed:
            self._card(painter, QRect(middle - width // 2, y, width, row), icon, name, size)
            y += row + theme.px(tokens.SPACE_6)
        self._keys(painter, y + gap - theme.px(tokens.SPACE_6))

    def _card(self, painter: QPainter, rect: QRect, icon: str, name: str, size: str) -> None:
        theme = current_theme()
        painter.setPen(QPen(theme.colour(Colour.BORDER), tokens.HAIRLINE))
        painter.setBrush(theme.colour(Colour.CARD))
        painter.drawRoundedRect(
            QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(tokens.RADIUS_FIELD), theme.px(tokens.RADIUS_FIELD)
        )
        pad, side = theme.px(tokens.SPACE_12), theme.px(tokens.ICON_CONTROL)
        box = QRect(rect.left() + pad, rect.top() + (rect.height() - side) // 2, side, side)
        paint_icon(painter, box, icon, theme.colour(Colour.TEXT_SECOND))
        painter.setFont(theme.font(Type.SMALL))
        painter.setPen(theme.colour(Colour.TEXT_THIRD))
        right = int(theme.metrics(Type.SMALL).horizontalAdvance(size)) + 2 if size else 0
        side_flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(0, 0, -pad, 0), side_flags, size)
        painter.setFont(theme.font(Type.BASE))
        painter.setPen(theme.colour(Colour.TEXT))
        words = QRect(box.right() + pad, rect.top(), rect.right() - 2 * pad - right - box.right() - pad, rect.height())
        shown = theme.metrics(Type.BASE).elidedText(name, Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _keys(self, painter: QPainter, y: int) -> None:
        theme = current_theme()
        several = len(self.payload.files) > 1
        keys = [("Esc", _("cancel")), (key_text("Ctrl+Z"), _("undoes it all"))]
        if several:
            keys.insert(0, ("Shift", _("one entry each")))
        tiny, small = theme.metrics(Type.TINY), theme.metrics(Type.SMALL)
        pad, gap, between = theme.px(tokens.SPACE_6), theme.px(tokens.SPACE_6), theme.px(tokens.SPACE_24)
        widths = [
            (int(tiny.horizontalAdvance(key)) + 2 * pad, int(small.horizontalAdvance(words)) + 2) for key, words in keys
        ]
        x = (self.width() - sum(cap + gap + wide for cap, wide in widths) - between * (len(keys) - 1)) // 2
        height = theme.px(tokens.KEY_CAP_HEIGHT)
        for (key, words), (cap, wide) in zip(keys, widths, strict=True):
            held = self.each and key == "Shift"
            paint_key_cap(painter, QRectF(x, y, cap, height), key, Colour.ACCENT if held else Colour.TEXT_SECOND)
            painter.setFont(theme.font(Type.SMALL))
            painter.setPen(theme.colour(Colour.ACCENT if held else Colour.TEXT_SECOND))
            painter.drawText(QRect(x + cap + gap, y, wide, height), Qt.AlignmentFlag.AlignVCenter, words)
            x += cap + gap + wide + between

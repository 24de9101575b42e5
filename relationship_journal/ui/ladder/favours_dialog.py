"""All favours with a contact, in both directions and every state, as a list from which each is opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.domain.favour import Direction
from relationship_journal.domain.loop import Loop
from relationship_journal.i18n import N_, _, short_day
from relationship_journal.ui.signs import paint_ring, ring_of, ring_words, state_word
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import RADIUS_ROW, REVIEW_ROW, RING_STEP, SPACE_2, SPACE_8
from relationship_journal.ui.widgets import Label, Sheet, verbatim
from relationship_journal.ui.widgets.text import elided

from .favour_button import FavourButton

if TYPE_CHECKING:
    from .gestures import FavourGestures


class FavoursDialog(Sheet):
    """Two groups: what they do for me, what I do for them."""

    def __init__(self, gestures: "FavourGestures", parent: QWidget | None = None) -> None:
        super().__init__(N_("All favours"), N_("Record a favour"), parent, cancel=N_("Close"))
        self._gestures = gestures
        self.rows: list[FavourRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(current_theme().px(SPACE_2))
        self.body.addLayout(self._list)
        self.body.addStretch()
        self.confirmed.connect(gestures.record)
        gestures.model.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        shown = self._gestures.model.shown
        if shown is None:
            self.reject()
            return
        self.explain(verbatim(shown.contact.name))
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for direction, title in (
            (Direction.RECEIVED, N_("They do it for me")),
            (Direction.GIVEN, N_("I do it for them")),
        ):
            loops = [loop for loop in shown.loops if loop.favour.direction is direction]
            if loops:
                self._list.addWidget(Label(title, Type.SMALL_STRONG, Colour.TEXT_SECOND))
            for loop in loops:
                row = FavourRow(loop)
                row.opened.connect(self._gestures.open)
                row.menu_wanted.connect(self._gestures.favour_menu)
                self._list.addWidget(row)
                self.rows.append(row)
        if self.isVisible():
            self.fit()


class FavourRow(FavourButton):
    """Ring, title, rung and state, the day of its last step."""

    menu_wanted = Signal(int, object)

    def __init__(self, loop: Loop) -> None:
        super().__init__(loop.favour.id, RADIUS_ROW)
        self._loop = loop
        self.setAccessibleName(ring_words(loop))

    def sizeHint(self) -> QSize:
        """A row of two lines."""
        theme = current_theme()
        return QSize(theme.px(REVIEW_ROW), theme.px(REVIEW_ROW))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.menu_wanted.emit(self.favour, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hover or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.PRESSED if self.isDown() else Colour.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(RADIUS_ROW), theme.px(RADIUS_ROW))
        side, gap = theme.px(RING_STEP), theme.px(SPACE_8)
        paint_ring(painter, QRectF(gap, (self.height() - side) / 2, side, side), ring_of(self._loop))
        favour = self._loop.favour
        days = [step.day for step in favour.steps]
        day = short_day(max(days)) if days else ""
        small, base = theme.font(Type.SMALL), theme.font(Type.BASE)
        line = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        x = gap * 2 + side
        day_width = theme.metrics(Type.SMALL).horizontalAdvance(day)
        room = self.width() - x - gap * 2 - day_width
        first = theme.line_height(Type.BASE)
        top = (self.height() - first - theme.line_height(Type.SMALL)) / 2
        painter.setFont(base)
        painter.setPen(theme.colour(Colour.TEXT))
        painter.drawText(QRectF(x, top, room + 1, first), line, elided(favour.title, base, room))
        painter.setFont(small)
        painter.setPen(theme.colour(Colour.TEXT_SECOND))
        stands = _("Rung {rung}, {state}").format(
            rung=favour.rung, state=_(state_word(self._loop.state, favour.direction))
        )
        box = QRectF(x, top + first, room + 1, theme.line_height(Type.SMALL))
        painter.drawText(box, line, elided(stands, small, room))
        right = QRectF(self.rect()).adjusted(0, 0, -gap, 0)
        painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), day)

"""A rung of the ladder as something to stand on: its name, its favours or why it is locked; takes dropped favours."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from relationship_journal.domain.loop import Loop
from relationship_journal.i18n import _, current_language, word
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.signs.ladder import Bar, LadderGeometry
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.set_line import set_line
from relationship_journal.ui.theme.tokens import (
    CHIP_SMALL,
    FOCUS_RING,
    ICON_SMALL,
    RADIUS_ROW,
    SPACE_2,
    SPACE_4,
    SPACE_6,
    SPACE_8,
)
from relationship_journal.ui.widgets import Chip, Rewords, Words, worded
from relationship_journal.ui.widgets.tab_order import tab_after
from relationship_journal.ui.widgets.text import fitted

from .favour_chip import FavourChip, dragged_favour
from .picture import RungPicture

_SHOWN = 2


class RungRow(Rewords, QWidget):
    """One rung's row. `moved` says that a favour was dropped on it, `drag_changed` that one hovers over it."""

    moved = Signal(int, int)
    drag_changed = Signal(int, bool)
    ask_wanted = Signal(int)
    more_wanted = Signal(int, QPoint)
    menu_wanted = Signal(int, QPoint)
    walked = Signal(int, int)
    chip_made = Signal(FavourChip)

    def __init__(self, geometry: LadderGeometry, inset: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._geometry = geometry
        self._inset = inset
        self._picture: RungPicture | None = None
        self._hint: Words | None = None
        self.second = ""  #: what stands below the name where there is no favour
        self._made: list[FavourChip] = []
        self.chips: list[FavourChip] = []
        self.more: Chip | None = None
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_picture(self, picture: RungPicture, hint: Words | None) -> None:
        """Show a rung; `hint` stands on its second line while it is next and has no favour."""
        old, self._picture, self._hint = self._picture, picture, hint
        # One stop of Tab on the ladder, where the next step is; arrows walk from there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if picture.look.is_next else Qt.FocusPolicy.NoFocus)
        if old is None or old.loops != picture.loops:
            self._make_chips(picture.loops)
        self.reword()

    def reword(self) -> None:
        """Word it again."""
        if self._picture is None:
            return
        self.second = self._second_line(self._picture)
        self.setAccessibleName(self._words(self._picture))
        self._place_chips()
        self.update()

    def explain(self) -> None:
        """Tell in the tooltip, and to who hears it, why it is not open yet."""
        why = "" if self._picture is None else "\n".join(word(message) for message in self._picture.why)
        if why != self.toolTip():
            self.setToolTip(why)
            self.setAccessibleDescription(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records an ask here; up and down walk the rungs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.ask_wanted.emit(self.number)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(self.number, 1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click records an ask here."""
        self.ask_wanted.emit(self.number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The rung's own menu."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(self.rect().bottomLeft())
        self.menu_wanted.emit(self.number, at)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A favour of another rung may be dropped here."""
        favour = dragged_favour(event.mimeData())
        here = self._picture.loops if self._picture is not None else ()
        if favour is not None and all(loop.favour.id != favour for loop in here):
            event.acceptProposedAction()
            self.drag_changed.emit(self.number, True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self.drag_changed.emit(self.number, False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the favour here."""
        self.drag_changed.emit(self.number, False)
        favour = dragged_favour(event.mimeData())
        if favour is not None:
            event.acceptProposedAction()
            self.moved.emit(favour, self.number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the chips."""
        self._place_chips()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring of the keyboard; what the rung says is painted with the ladder, by the view."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().colour(Colour.ACCENT), FOCUS_RING))
        half = FOCUS_RING / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS_ROW, RADIUS_ROW)

    def paint_words(self, painter: QPainter, corner: QPointF) -> None:
        """Name, badge, and the line below, with the row's left upper corner at `corner`."""
        if self._picture is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(corner)
        name, second = self._lines()
        self._paint_name(painter, name, self._picture)
        self._paint_second(painter, second, self._picture)
        painter.translate(-corner)

    def shows(self) -> str:
        """All on which `paint_words` depends, theme and size aside."""
        if self._picture is None:
            return ""
        name, badge = self._picture.rung.name(current_language()), _("next")
        return f"{name}|{badge}|{self.second}|{bool(self.chips)}|{self._picture.locked}|{bool(self._picture.loops)}"

    def _paint_name(self, painter: QPainter, box: QRect, picture: RungPicture) -> None:
        theme = current_theme()
        strong = not picture.locked and (picture.look.is_next or bool(picture.loops))
        font = theme.font(Type.STRONG if strong else Type.BASE)
        colour = Colour.ACCENT if picture.look.is_next else Colour.TEXT if strong else Colour.TEXT_SECOND
        badge = _("next") if picture.look.is_next else ""
        said = set_line(badge, theme.font(Type.SMALL_STRONG))
        badge_width = said.width + theme.px(SPACE_8) * 2 if badge else 0.0
        room = box.width() - (badge_width + theme.px(SPACE_6) if badge else 0)
        shown = fitted(picture.rung.name(current_language()), font, room)
        painter.setPen(theme.colour(colour))
        shown.paint(painter, QRectF(box))
        if badge:
            x = box.left() + shown.width + theme.px(SPACE_6)
            height = theme.line_height(Type.SMALL) - theme.px(SPACE_2)
            pill = QRectF(x, box.top() + (box.height() - height) / 2, badge_width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.ACCENT))
            painter.drawRoundedRect(pill, height / 2, height / 2)
            painter.setPen(theme.colour(Colour.ON_ACCENT))
            said.paint(painter, pill, centred=True)

    def _paint_second(self, painter: QPainter, box: QRect, picture: RungPicture) -> None:
        if not self.second:
            return
        theme = current_theme()
        x = box.left()
        if picture.locked:
            side = theme.px(ICON_SMALL)
            lock = QRectF(x, box.top() + (box.height() - side) / 2, side, side)
            paint_icon(painter, lock, "lock-simple", theme.colour(Colour.TEXT_THIRD))
            x += side + theme.px(SPACE_4)
        painter.setPen(theme.colour(Colour.TEXT_THIRD if picture.locked else Colour.TEXT))
        room = box.right() - x + 1
        fitted(self.second, theme.font(Type.SMALL), room).paint(painter, QRectF(x, box.top(), room, box.height()))

    def _lines(self) -> tuple[QRect, QRect]:
        """The boxes of the name and of what stands below it, together in the middle of the row."""
        theme = current_theme()
        left = self._inset + theme.px(self._geometry.text)
        width = self.width() - self._inset - left
        name = theme.line_height(Type.BASE)
        second = 0
        if self.chips:
            second = theme.px(CHIP_SMALL)
        elif self.second:
            second = theme.line_height(Type.SMALL)
        top = (self.height() - name - second) // 2
        return QRect(left, top, width, name), QRect(left, top + name, width, second)

    def _second_line(self, picture: RungPicture) -> str:
        if self.chips:
            return ""
        if picture.line is not None:
            return word(picture.line)
        return worded(self._hint) if self._hint is not None and picture.look.is_next else ""

    def _make_chips(self, loops: tuple[Loop, ...]) -> None:
        """Show favours in the chips that are there: panels change often, and a new widget takes a while."""
        shown, rest = loops[:_SHOWN], len(loops) - _SHOWN
        while len(self._made) < len(shown):
            chip = FavourChip(shown[len(self._made)], self)
            tab_after(self._made[-1] if self._made else self, chip)
            self._made.append(chip)
            self.chip_made.emit(chip)
        self.chips = self._made[: len(shown)]
        for chip, loop in zip(self.chips, shown, strict=True):
            chip.show_loop(loop)
        for number, chip in enumerate(self._made):
            chip.setVisible(number < len(shown))
        if rest > 0:
            if self.more is None:
                self.more = Chip("", height=CHIP_SMALL, parent=self)
                tab_after(self._made[-1], self.more)
                self.more.clicked.connect(self._tell_more)
            self.more.say(lambda: f"+{rest}")
        if self.more is not None:
            self.more.setVisible(rest > 0)

    def _place_chips(self) -> None:
        if not self.chips:
            return
        gap = current_theme().px(SPACE_6)
        _name, box = self._lines()
        room = box.width() - gap * (len(self.chips) - 1)
        more = self.more.sizeHint().width() if self.more is not None and not self.more.isHidden() else 0
        widths = _shared([chip.sizeHint().width() for chip in self.chips], room - (more + gap if more else 0))
        x = box.left()
        for chip, width in zip(self.chips, widths, strict=True):
            chip.setGeometry(x, box.top(), width, box.height())
            x += width + gap
        if self.more is not None and more:
            self.more.setGeometry(x, box.top(), more, box.height())
            self.more.setToolTip(_("All favours of this rung"))
            self.more.setAccessibleName(_("All favours of this rung"))

    def _tell_more(self) -> None:
        assert self.more is not None
        self.more_wanted.emit(self.number, self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @property
    def number(self) -> int:
        """Which rung it is; 0 before it shows any."""
        return self._picture.rung.number if self._picture is not None else 0

    def _words(self, picture: RungPicture) -> str:
        """`Rung 2, Personal favour: next`, and the line below it."""
        states = {
            Bar.CLOSED: _("closed"),
            Bar.OPEN: _("open loop"),
            Bar.LOCKED: _("not open yet"),
            Bar.DECLINED: _("declined"),
            Bar.EMPTY: _("nothing here yet"),
        }
        text = _("Rung {rung}, {name}: {state}").format(
            rung=picture.rung.number, name=picture.rung.name(current_language()), state=states[picture.look.bar]
        )
        parts = [text, _("next") if picture.look.is_next else "", self.second]
        return ". ".join(part for part in parts if part)


def _shared(wishes: list[int], room: int) -> list[int]:
    """Widths that fit into `room`: who wishes for less than an equal share gets it, the others share the rest."""
    widths = list(wishes)
    if sum(wishes) <= room:
        return widths
    left, waiting = room, sorted(range(len(wishes)), key=lambda n: wishes[n])
    while waiting:
        n = waiting.pop(0)
        widths[n] = min(wishes[n], left // (len(waiting) + 1))
        left -= widths[n]
    return widths

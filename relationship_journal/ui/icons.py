"""Icons: the Phosphor font that ships with qtawesome, loaded alone and when first needed, painted as text."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPixmap,
    QPixmapCache,
)

from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.courtesy import CourtesyKind
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import Direction, StepKind

from .theme import Colour, current_theme
from .theme.set_line import set_line
from .theme.tokens import ICON_CONTROL

ENTRY_ICONS = {
    EntryKind.NOTE: "note",
    EntryKind.CALL: "phone",
    EntryKind.MESSAGE: "chat-circle-text",
    EntryKind.MEETING: "users",
    EntryKind.VISIT: "house",
    EntryKind.MEAL: "fork-knife",
    EntryKind.EVENT: "calendar-blank",
}
COURTESY_ICONS = {
    CourtesyKind.GIFT: "gift",
    CourtesyKind.MEAL: "fork-knife",
    CourtesyKind.GREETING: "smiley",
}
FACET_ICONS = {
    FacetKind.WEEKEND: "sun",
    FacetKind.CLOTHING: "t-shirt",
    FacetKind.PARTNER: "heart",
    FacetKind.PARENTS: "house-line",
    FacetKind.CHILDREN: "student",
    FacetKind.HEALTH: "first-aid",
    FacetKind.AFFAIRS: "newspaper",
    FacetKind.CURIOSITY: "question",
    FacetKind.HOBBY: "puzzle-piece",
    FacetKind.FOOD: "coffee",
    FacetKind.HOMETOWN: "map-pin",
    FacetKind.EXPERTISE: "medal",
    FacetKind.WORK: "briefcase",
}
_STEP_ICONS = {
    StepKind.IDEA: "lightbulb",
    StepKind.PLANNED: "calendar-check",
    StepKind.ASKED: "hand-waving",
    StepKind.GRANTED: "check",
    StepKind.DECLINED: "x",
    StepKind.ACTED_ON: "person-simple-walk",
    StepKind.THANKED: "arrow-bend-up-left",
    StepKind.RETURNED: "arrows-left-right",
    StepKind.CLOSED: "check-circle",
    StepKind.LET_GO: "leaf",
    StepKind.OFFERED: "hand-palm",
    StepKind.PROMISED: "handshake",
    StepKind.DONE: "check-square",
    StepKind.ACKNOWLEDGED: "hands-clapping",
}
ASKED_OF_ME_ICON = "hand-pointing"


def step_icon(direction: Direction, kind: StepKind) -> str:
    """The icon of a step; being asked has another one than asking."""
    if kind is StepKind.ASKED and direction is Direction.GIVEN:
        return ASKED_OF_ME_ICON
    return _STEP_ICONS[kind]


def icon(name: str, role: Colour = Colour.TEXT_SECOND, size: int = ICON_CONTROL) -> QIcon:
    """A Phosphor icon in a colour role, which follows the theme by itself. `size` in design pixels.

    KeyError for a name that the font does not have.
    """
    glyph(name)
    return QIcon(_Engine(name, role, size))


def paint_icon(painter: QPainter, rect: QRectF | QRect, name: str, colour: QColor) -> None:
    """Paint an icon as large as the smaller side of `rect`, in its middle."""
    rect = QRectF(rect)
    pen = painter.pen()
    painter.setPen(colour)
    set_line(glyph(name), _font(round(min(rect.width(), rect.height())))).paint(painter, rect, centred=True)
    painter.setPen(pen)


def pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """An icon as pixels, `size` logical pixels wide on a screen of device `ratio`; kept for next time."""
    key = f"icon {name} {colour.name(QColor.NameFormat.HexArgb)} {size} {ratio:g}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint_icon(painter, QRectF(0, 0, size, size), name, colour)
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def glyph(name: str) -> str:
    """The character of an icon in the Phosphor font."""
    return chr(_character(name))


class _Engine(QIconEngine):
    """Paints when it is asked, so that a change of theme needs no new icons."""

    def __init__(self, name: str, role: Colour, size: int) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._size = size

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """Never larger than designed: icons have one weight only at their own size."""
        own = current_theme().px(self._size)
        return QSize(own, own).boundedTo(size)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon in the middle of `rect`."""
        side = min(current_theme().px(self._size), rect.width(), rect.height())
        corner = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2)
        painter.drawPixmap(corner, pixmap(self._name, self._colour(mode), side, painter.deviceTransform().m11()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as pixels on a screen of ratio 1."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The icon as pixels: `size` in logical pixels, `scale` device pixels a logical one (seen in Qt 6.11)."""
        return pixmap(self._name, self._colour(mode), max(1, min(size.width(), size.height())), scale)

    def clone(self) -> QIconEngine:
        """Another engine for the same icon."""
        return _Engine(self._name, self._role, self._size)

    def _colour(self, mode: QIcon.Mode) -> QColor:
        role = Colour.TEXT_THIRD if mode == QIcon.Mode.Disabled else self._role
        return current_theme().colour(role)


@cache
def _fonts_folder() -> Path:
    """Where qtawesome keeps its fonts. It is found, not imported: its start loads every font of it."""
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("qtawesome, which brings the icon font, is not installed")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@cache
def _charmap() -> str:
    (charmap,) = _fonts_folder().glob("phosphor-charmap-*.json")
    return charmap.read_text("utf-8")


@cache
def _character(name: str) -> int:
    """Found in the text of nine thousand names: reading them all as JSON takes as long as painting all icons."""
    before = f'"{name}": "'
    at = _charmap().find(before)
    if at < 0:  # written otherwise, or not there
        code: str = json.loads(_charmap())[name]
        return int(code, 16)
    start = at + len(before)
    return int(_charmap()[start : _charmap().index('"', start)], 16)


@cache
def _family() -> str:
    (file,) = (path for path in _fonts_folder().glob("phosphor-*.ttf"))
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]


@cache
def _font(pixels: int) -> QFont:
    font = QFont(_family())
    font.setPixelSize(max(1, pixels))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font

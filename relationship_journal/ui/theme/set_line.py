"""Words set once and painted often: a line keeps its glyphs, which Qt would shape anew at every look at it.

Names, buttons, reasons and the rungs' own words come again at every contact; the same few hundred lines are all that
a window shows for an hour.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextLine, QTextOption

from .wide_marks import wide_formats

_MOST = 500  # lines looked at lately, and as many before them: what comes again and again is never let go
_ENDLESS = 1e6
_DOTS = "…"


class SetLine:
    """One line in one font. `width` is that of its words, `height` that of the tallest font in it.

    `cut` is what of the words was shown in the last room that was too narrow for them, by its width.
    """

    __slots__ = ("_font", "_layout", "cut", "height", "text", "width")

    def __init__(self, text: str, font: QFont) -> None:
        self.text = text
        self._font = font  # keeps the identity by which the line is found
        self._layout = QTextLayout(text, font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(_option())
        if wide := wide_formats(text, font):
            self._layout.setFormats(wide)
        self._layout.beginLayout()
        line = self._layout.createLine()
        if line.isValid():
            line.setLineWidth(_ENDLESS)
        self._layout.endLayout()
        self.width: float = line.naturalTextWidth() if text else 0.0
        self.height: float = line.height() if text else 0.0
        self.cut: dict[float, str] = {}

    def paint(self, painter: QPainter, box: QRectF, *, centred: bool = False) -> None:
        """Paint it in the painter's pen, in the middle of the height of `box`, from its left edge or centred."""
        if self.text:
            x = box.x() + (box.width() - self.width) / 2 if centred else box.x()
            self._layout.draw(painter, QPointF(x, box.y() + (box.height() - self.height) / 2))

    def place_of(self, offset: int) -> float:
        """Where the letter at `offset` (in UTF-16 units) begins, from the line's left edge."""
        place: tuple[float, int] = self._layout.lineAt(0).cursorToX(offset)  # type: ignore[assignment]
        return place[0]

    def beginning(self, width: float) -> str:
        """As many of its letters as have room in `width`."""
        units: int = self._layout.lineAt(0).xToCursor(width, QTextLine.CursorPosition.CursorOnCharacter)
        return self.text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")


class LinesInView:
    """The lines of a list that is made anew at every letter: those that are still in it are not set again.

    They are kept apart from all others: what one searches for shows hundreds of lines once.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], SetLine] = {}
        self._before: dict[tuple[str, int], SetLine] = {}

    def turn(self) -> None:
        """The list is made anew: lines that are not looked at until it is once more are let go."""
        self._before, self._kept = self._kept, {}

    def line(self, text: str, font: QFont) -> SetLine:
        """`text` on one line in a font that stays."""
        key = (text, id(font))
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._before.get(key) or SetLine(text, font)
        return found

    def fitted(self, text: str, font: QFont, width: float) -> SetLine:
        """The same; where it has no room it is another line, of its beginning and three dots."""
        line = self.line(text, font)
        if line.width <= width:
            return line
        shown = line.cut.get(width)
        if shown is None:
            shown = line.beginning(width - self.line(_DOTS, font).width).rstrip() + _DOTS
            if self.line(shown, font).width > width:  # the dots are wider beside Chinese
                shown = shown[: -len(_DOTS) - 1].rstrip() + _DOTS
            line.cut = {width: shown}
        return self.line(shown, font)


_kept: dict[tuple[str, int], SetLine] = {}
_before: dict[tuple[str, int], SetLine] = {}
_options: list[QTextOption] = []


def set_line(text: str, font: QFont) -> SetLine:
    """`text` on one line in a font that stays, by whose identity it is found: one of the theme's, or of the icons'."""
    key = (text, id(font))
    made = _kept.get(key)
    if made is None:
        if len(_kept) >= _MOST:
            _before.clear()
            _before.update(_kept)
            _kept.clear()
        made = _kept[key] = _before.get(key) or SetLine(text, font)
    return made


def _option() -> QTextOption:
    if not _options:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        _options.append(option)
    return _options[0]

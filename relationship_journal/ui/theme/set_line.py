"""Words set once and painted often: a line keeps its glyphs, which Qt would shape anew at every look at it.

Names, buttons, reasons and the rungs' own words come again at every contact; the same few hundred lines are all that
a window shows for an hour.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from .wide_marks import wide_formats

_MOST = 500  # lines looked at lately, and as many before them: what comes again and again is never let go
_ENDLESS = 1e6


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

"""Text set in lines of the design's height: how it breaks, and how it is painted."""

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from relationship_journal.ui.theme.set_line import SetLine, set_line
from relationship_journal.ui.theme.wide_marks import wide_formats

_ELLIPSIS = "…"
_MOST = 2000  # texts that are kept broken
_MOST_SET = 100  # and set: those looked at lately, and as many before them
_known: dict[tuple[str, int, float, int | None], tuple[QFont, tuple[str, ...]]] = {}


def text_lines(text: str, font: QFont, width: float, most: int | None = None) -> tuple[str, ...]:
    """`text` broken to `width`; beyond `most` lines the last one ends in an ellipsis. Chinese breaks anywhere."""
    key = (text, id(font), width, most)
    known = _known.get(key)
    if known is None:
        if len(_known) >= _MOST:
            _known.clear()
        known = _known[key] = font, tuple(_lines(text, font, width, most))  # the font keeps its identity
    return known[1]


def _lines(text: str, font: QFont, width: float, most: int | None) -> Iterator[str]:
    number, paragraphs = 0, text.split("\n")
    for at, paragraph in enumerate(paragraphs):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(_option())
        if wide := wide_formats(paragraph, font):
            layout.setFormats(wide)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            piece = _cut(paragraph, line.textStart(), line.textLength())
            more = line.textStart() + line.textLength() < layout_length(paragraph) or at + 1 < len(paragraphs)
            number += 1
            if number == most and more:
                rest = _cut(paragraph, line.textStart(), layout_length(paragraph))
                ended = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
                yield ended if ended != rest else piece.rstrip() + _ELLIPSIS
                return
            yield piece.rstrip()
        layout.endLayout()


def layout_length(text: str) -> int:
    """Length in UTF-16 units, as Qt counts."""
    return len(text.encode("utf-16-le")) // 2


def paint_lines(
    painter: QPainter, rect: QRectF, lines: tuple[str, ...], font: QFont, line_height: float, *, centred: bool = False
) -> None:
    """Paint lines from the top of `rect` in the painter's pen, each in the middle of its line's height.

    `font` is one that stays, as for `set_line`.
    """
    for number, line in enumerate(lines):
        at = QRectF(rect.x(), rect.y() + number * line_height, rect.width() + 1, line_height)
        set_line(line, font).paint(painter, at, centred=centred)


class SetText:
    """A text broken into lines of one height, set once: it tells how many there are, and is painted as a whole."""

    __slots__ = ("_font", "_paragraphs", "lines")

    def __init__(self, text: str, font: QFont, width: float, line_height: float, *, centred: bool) -> None:
        self._font = font  # keeps the identity by which the text is found
        self._paragraphs: list[QTextLayout] = []
        self.lines = 0
        for paragraph in text.split("\n"):
            layout = QTextLayout(paragraph, font)
            layout.setCacheEnabled(True)  # else Qt shapes it again each time that it is painted
            layout.setTextOption(_option())
            if wide := wide_formats(paragraph, font):
                layout.setFormats(wide)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1.0, width))
                x = (width + 1 - line.naturalTextWidth()) / 2 if centred else 0.0
                line.setPosition(QPointF(x, self.lines * line_height + (line_height - line.height()) / 2))
                self.lines += 1
            layout.endLayout()
            self._paragraphs.append(layout)

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """Paint it in the painter's pen, its first line beginning at `corner`."""
        for layout in self._paragraphs:
            layout.draw(painter, corner)


_Key = tuple[str, int, float, float, bool]
_texts: dict[_Key, SetText] = {}
_texts_before: dict[_Key, SetText] = {}


def set_text(text: str, font: QFont, width: float, line_height: float, *, centred: bool = False) -> SetText:
    """`text` broken to `width`, as `text_lines` does, in a font that stays."""
    key = text, id(font), width, line_height, centred
    made = _texts.get(key)
    if made is None:
        if len(_texts) >= _MOST_SET:
            _texts_before.clear()
            _texts_before.update(_texts)
            _texts.clear()
        made = _texts_before.get(key) or SetText(text, font, width, line_height, centred=centred)
        _texts[key] = made
    return made


def elided(text: str, font: QFont, width: float) -> str:
    """`text` on one line of at most `width`, in a font that stays, as for `set_line`."""
    return fitted(text, font, width).text


def fitted(text: str, font: QFont, width: float) -> SetLine:
    """The same, set: to be painted."""
    line = set_line(" ".join(text.split()), font)
    if line.width <= width:
        return line
    shown = line.cut.get(width)
    if shown is None:
        metrics = QFontMetricsF(font)
        room = width - max(0.0, line.width - metrics.horizontalAdvance(line.text))  # marks that are wider than measured
        shown = metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, max(0.0, room))
        line.cut = {width: shown}
    return set_line(shown, font)


def _cut(text: str, start: int, length: int) -> str:
    units = text.encode("utf-16-le")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")


@lru_cache(maxsize=1)
def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option

"""Text set in lines of the design's height: how it breaks, and how it is painted."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_ELLIPSIS = "…"


def text_lines(text: str, font: QFont, width: float, most: int | None = None) -> tuple[str, ...]:
    """`text` broken to `width`; beyond `most` lines the last one ends in an ellipsis. Chinese breaks anywhere."""
    return _lines(text, font.key(), QFont(font), width, most)


@lru_cache(maxsize=2000)
def _lines(text: str, _key: str, font: QFont, width: float, most: int | None) -> tuple[str, ...]:
    lines: list[str] = []
    paragraphs = text.split("\n")
    for number, paragraph in enumerate(paragraphs):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(_option())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            piece = _cut(paragraph, line.textStart(), line.textLength())
            more = line.textStart() + line.textLength() < layout_length(paragraph) or number + 1 < len(paragraphs)
            if most is not None and len(lines) + 1 == most and more:
                rest = _cut(paragraph, line.textStart(), layout_length(paragraph))
                ended = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
                lines.append(ended if ended != rest else piece.rstrip() + _ELLIPSIS)
                return tuple(lines)
            lines.append(piece.rstrip())
        layout.endLayout()
    return tuple(lines)


def layout_length(text: str) -> int:
    """Length in UTF-16 units, as Qt counts."""
    return len(text.encode("utf-16-le")) // 2


def paint_lines(
    painter: QPainter, rect: QRectF, lines: tuple[str, ...], line_height: float, *, centred: bool = False
) -> None:
    """Paint lines from the top of `rect` in the painter's font and pen, each in the middle of its line's height."""
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for number, line in enumerate(lines):
        at = QRectF(rect.x(), rect.y() + number * line_height, rect.width() + 1, line_height)
        painter.drawText(at, int(flags), line)


def elided(text: str, font: QFont, width: float) -> str:
    """`text` on one line of at most `width`."""
    line = " ".join(text.split())
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(line) <= width:
        return line
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0.0, width))


def _cut(text: str, start: int, length: int) -> str:
    units = text.encode("utf-16-le")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")


@lru_cache(maxsize=1)
def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option

"""Marks that Chinese and Latin share, set as Chinese sets them: “ ” ‘ ’ … — are wide where they stand beside Chinese.

The Latin font comes first in every list of fonts and has these marks too, narrow ones; beside Chinese they are taken
from the font that draws the Chinese.
"""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextLayout

_MARKS = re.compile("[“”‘’…—]+")
_WIDE = (("⺀", "鿿"), ("豈", "\ufaff"), ("\uff00", "\uffef"))
_looks: dict[str, QTextCharFormat] = {}  # by the key of the font: a few for each role of text


def wide_marks(text: str) -> list[tuple[int, int]]:
    """Start and length of the marks in `text` that are to be wide, in UTF-16 units."""
    if text.isascii():
        return []
    found = []
    for match in _MARKS.finditer(text):
        start, end = match.span()
        if _is_wide(text[start - 1 : start]) or _is_wide(text[end : end + 1]):
            found.append((start, end - start))
    if found and len(text) != len(text.encode("utf-16-le")) // 2:
        found = [(len(text[:start].encode("utf-16-le")) // 2, length) for start, length in found]
    return found


def _is_wide(sign: str) -> bool:
    return any(first <= sign <= last for first, last in _WIDE)


def wide_formats(text: str, font: QFont) -> list[QTextLayout.FormatRange]:
    """The formats that take the wide marks of `text` from the font of its Chinese."""
    made = []
    for start, length in wide_marks(text):
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, length, _look(font)
        made.append(one)
    return made


class WideMarks(QSyntaxHighlighter):
    """Sets the marks in a text that is being written."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document

    def highlightBlock(self, text: str) -> None:
        """One paragraph was changed."""
        for start, length in wide_marks(text):
            self.setFormat(start, length, _look(self._document.defaultFont()))


def _look(font: QFont) -> QTextCharFormat:
    look = _looks.get(font.key())
    if look is None:
        look = _looks[font.key()] = QTextCharFormat()
        look.setFontFamilies([_chinese(font)])
    return look


def _chinese(font: QFont) -> str:
    """The family from which Chinese is drawn where `font` is asked for."""
    layout = QTextLayout("永", font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return runs[0].rawFont().familyName() if runs else font.family()

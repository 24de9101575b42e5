"""The text of a document as it is put together: paragraphs as lines, rows of tables with tabs, marks before items."""

import re

from relationship_journal.values import dataclass, field

MOST = 500_000
"""Characters that are read of one document, some 250 pages: a little more than an entry holds."""
_DEEPEST_QUOTE = 9
_EMPTY = re.compile(r"\n(?:[ \t]*\n){2,}")
_BULLET = re.compile(r"(?m)^([ \t]*)[•▪●○◦‣⁃–](?:[ \t]+|(?=\w))")
_NUMBER = re.compile(r"(?m)^([ \t]*\d{1,2}[.)])[ \t]*(?=[^\W\d])")
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")


class FullError(Exception):
    """So much was read that no more is needed; what stands in the lines is the document's beginning."""


@dataclass(slots=True)
class _Row:
    """A row of a table under way: its cells, and the paragraphs of the one that is open."""

    cells: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


class Lines:
    """Takes what a document says, piece by piece. Raises FullError once `MOST` characters are reached."""

    def __init__(self) -> None:
        self.quoted = 0  #: how often `> ` stands before each line
        self._done: list[str] = []
        self._mark = ""
        self._line: list[str] = []
        self._rows: list[_Row] = []
        self._size = 0
        self._is_closing = False

    def say(self, words: str) -> None:
        """Words of the line under way; it may have line ends in it."""
        self._line.append(words)
        self._grow(len(words))

    def say_between_tags(self, words: str) -> None:
        """Words of running markup: a space at the beginning of a line, or after another, is no word."""
        if words.startswith(" ") and (not self._line or self._line[-1].endswith((" ", "\n"))):
            words = words[1:]
        if words:
            self.say(words)

    def mark(self, sign: str) -> None:
        """A bullet or a number, with its indent, before the words of the line under way."""
        self._mark = sign

    def end_line(self) -> None:
        """The paragraph ends; in a table it ends within its cell."""
        words = "".join(self._line).strip()
        quoted = "> " * min(self.quoted, _DEEPEST_QUOTE)
        marked = quoted + (self._mark + words).replace("\n", f"\n{quoted}") if words else ""
        self._line, self._mark = [], ""
        if not self._rows:
            self._done.append(marked)
        elif words:
            self._rows[-1].paragraphs.append(marked.strip())
        self._grow(1)

    def end_line_if_any(self) -> None:
        """The paragraph ends, if one has begun; a mark waits for the words that it belongs to."""
        if self._line:
            self.end_line()

    def leave_empty(self) -> None:
        """An empty line before what follows."""
        self.end_line_if_any()
        if not self._rows:
            self._done.append("")

    def open_row(self) -> None:
        """A row of a table begins."""
        self.end_line_if_any()
        self._rows.append(_Row())
        self._grow(1)

    def end_cell(self) -> None:
        """What follows belongs to the next cell of the row."""
        if self._rows:
            self.end_line()
            row = self._rows[-1]
            row.cells.append(" ".join(row.paragraphs).replace("\n", " "))
            row.paragraphs = []

    def close_row(self) -> None:
        """The row is a line; a table inside a cell is part of that cell."""
        if not self._rows:
            return
        self.end_cell()
        cells = self._rows.pop().cells
        while cells and not cells[-1]:
            cells.pop()
        if cells and self._rows:
            self._rows[-1].paragraphs.append(" ".join(cells))
        elif cells:
            self._done.append("\t".join(cells))

    def _grow(self, size: int) -> None:
        """Lines, rows and cells count as a character: nobody writes millions of empty ones."""
        self._size += size
        if self._size > MOST and not self._is_closing:
            raise FullError

    def text(self) -> str:
        """All lines, with no more than one empty line between them."""
        self._is_closing = True
        while self._rows:
            self.close_row()
        self.end_line_if_any()
        return _EMPTY.sub("\n\n", "\n".join(self._done)).strip("\n")


def on_one_line(words: str) -> str:
    """`words` with every run of white space as one space."""
    return _SPACES.sub(" ", words)


def with_plain_marks(text: str) -> str:
    """Items of lists as the other formats give them: every bullet a dash, one blank after it and after a number."""
    return _NUMBER.sub(r"\1 ", _BULLET.sub(r"\1- ", text))

"""Laid-out rows kept for next time, by what they depend on: the row itself, the width, the theme, the scope."""

from collections.abc import Container

from relationship_journal.domain.scope import Scope
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.ui.theme import Type, current_theme, tokens

from .row_choice import RowChoice, RowId, identity
from .row_layout import Manner, RowLayout, lay_out
from .row_places import estimate
from .row_words import text_of

_MOST = 600


class RowLayouts:
    """Layouts of one timeline, and heights guessed for rows that nobody has seen yet."""

    def __init__(self, unfolded: Container[RowId], choice: RowChoice) -> None:
        self.width = 0
        self.room: tuple[RowId, int] | None = None  #: the row that shows the suggestions of its note, and their height
        self._choice = choice
        self._unfolded = unfolded
        self._kept: dict[RowId, RowLayout] = {}
        self._guessed: dict[RowId, tuple[TimelineRow, int, int]] = {}
        self._measures: tuple[int, int, int, float, int] | None = None  # of the fonts in use

    def clear(self) -> None:
        """Fonts, colours or words have changed."""
        self._kept.clear()
        self._guessed.clear()
        self._measures = None

    def of(self, row: TimelineRow, scope: Scope) -> RowLayout:
        """The row laid out."""
        key = identity(row)
        made = self._known(key, row, scope)
        if made is None:
            if len(self._kept) > _MOST:
                self._kept.clear()
            manner = Manner(
                current_theme(), scope, key in self._unfolded, self._speaks_out(key, row), self._room_of(key)
            )
            made = self._kept[key] = lay_out(row, self.width, manner)
        return made

    def has(self, row: RowId) -> bool:
        """Whether the row was laid out before, though it may have changed since."""
        return row in self._kept

    def height(self, row: TimelineRow, scope: Scope) -> int:
        """The row's height where it was laid out for this width, else a guess."""
        key = identity(row)
        made = self._known(key, row, scope)
        if made is not None:
            return made.height
        guessed = self._guessed.get(key)
        if guessed is None or guessed[1] != self.width or not _says_the_same(guessed[0], row):
            if len(self._guessed) > _MOST:
                self._guessed.clear()
            guessed = self._guessed[key] = (row, self.width, self._guess(row))
        return guessed[2]

    def _known(self, key: RowId, row: TimelineRow, scope: Scope) -> RowLayout | None:
        made = self._kept.get(key)
        if made is None or made.width != self.width or made.manner.scope != scope:
            return None
        if made.manner.unfolded != (key in self._unfolded) or made.manner.current != self._speaks_out(key, row):
            return None
        if made.manner.room != self._room_of(key):
            return None
        # A row that was read again and is the same is common, and comparing it costs; the next time it is identical.
        if made.row is not row:
            if made.row != row:
                return None
            made.row = row
        return made

    def _speaks_out(self, key: RowId, row: TimelineRow) -> bool:
        """Whether the row shows in whole sentences what the rules say of its courtesies."""
        return bool(row.said) and key == self._choice.current

    def _room_of(self, key: RowId) -> int:
        return self.room[1] if self.room is not None and self.room[0] == key else 0

    def _guess(self, row: TimelineRow) -> int:
        if self._measures is None:
            theme = current_theme()
            letter = theme.metrics(Type.READING).averageCharWidth()
            left = theme.px(tokens.ENTRY_TEXT_LEFT)
            block = theme.px(tokens.STEP_LINE + tokens.SPACE_8)
            self._measures = theme.px(tokens.DAY_HEADER), theme.line_height(Type.READING), left, letter, block
        least, line, left, letter, block = self._measures
        return estimate(row, least, line, (self.width - left) / letter, block)


def _says_the_same(row: TimelineRow, other: TimelineRow) -> bool:
    """Whether a guess holds for both."""
    return row is other or (text_of(row) == text_of(other) and _parts(row) == _parts(other))


def _parts(row: TimelineRow) -> tuple[bool, bool]:
    return bool(row.steps or row.courtesies), bool(row.entry is not None and row.entry.attachments)

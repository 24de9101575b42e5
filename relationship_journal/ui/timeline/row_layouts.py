"""Laid-out rows kept for next time, by what they depend on: the row itself, the width, the theme, the scope."""

from collections.abc import Container

from relationship_journal.domain.scope import Scope
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.ui.theme import Type, current_theme, tokens

from .row_choice import RowId, identity
from .row_layout import Manner, RowLayout, lay_out
from .row_places import estimate

_MOST = 600


class RowLayouts:
    """Layouts of one timeline, and heights guessed for rows that nobody has seen yet."""

    def __init__(self, unfolded: Container[RowId]) -> None:
        self.width = 0
        self._unfolded = unfolded
        self._kept: dict[RowId, RowLayout] = {}

    def clear(self) -> None:
        """Fonts, colours or words have changed."""
        self._kept.clear()

    def of(self, row: TimelineRow, scope: Scope) -> RowLayout:
        """The row laid out."""
        key = identity(row)
        manner = Manner(current_theme(), scope, key in self._unfolded)
        made = self._kept.get(key)
        if made is None or made.width != self.width or made.manner != manner or made.row != row:
            if len(self._kept) > _MOST:
                self._kept.clear()
            made = self._kept[key] = lay_out(row, self.width, manner)
        return made

    def height(self, row: TimelineRow, scope: Scope) -> int:
        """The row's height where it was laid out for this width, else a guess."""
        made = self._kept.get(identity(row))
        if made is not None and made.row == row and made.width == self.width:
            return self.of(row, scope).height
        theme = current_theme()
        room = self.width - theme.px(tokens.ENTRY_TEXT_LEFT)
        letters = room / theme.metrics(Type.READING).averageCharWidth()
        line, block = theme.line_height(Type.READING), theme.px(tokens.STEP_LINE + tokens.SPACE_8)
        return estimate(row, theme.px(tokens.DAY_HEADER), line, letters, block)

"""Reasons on screen: a line each, with a sign that says what it speaks for."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import ICON_SMALL, SPACE_6
from relationship_journal.ui.widgets import Label

from .reason import Reason, Tone


class ReasonLine(Label):
    """One line of why, with a sign that says whether it speaks for it."""

    _ICONS: ClassVar[dict[Tone, tuple[str, Colour]]] = {
        Tone.FOR: ("check-circle", Colour.ACCENT),
        Tone.OPEN: ("warning-circle", Colour.WARNING),
        Tone.WAIT: ("hourglass-medium", Colour.WARNING),
        Tone.EXAMPLE: ("lightbulb", Colour.TEXT_THIRD),
        Tone.ACT: ("person-simple-walk", Colour.TEXT_THIRD),
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        inset = current_theme().px(ICON_SMALL + SPACE_6)
        super().__init__("", Type.SMALL, Colour.TEXT_SECOND, wrap=True, inset=inset, parent=parent)
        self._tone = Tone.FOR

    def tell(self, reason: Reason) -> None:
        """Show a reason."""
        self._tone = reason.tone
        self.say(reason.message)
        self.update()

    def paint(self, painter: QPainter) -> None:
        """The sign, on the first line, and the words."""
        super().paint(painter)
        theme = current_theme()
        side = theme.px(ICON_SMALL)
        name, role = self._ICONS[self._tone]
        top = (theme.line_height(Type.SMALL) - side) / 2
        paint_icon(painter, QRectF(0, top, side, side), name, theme.colour(role))


def show_reasons(take: Callable[[ReasonLine], object], lines: list[ReasonLine], reasons: Sequence[Reason]) -> None:
    """Show reasons in the lines that are there, making more only where they are too few: panels change often.

    `take` gives a new line its place.
    """
    while len(lines) < len(reasons):
        lines.append(ReasonLine())
        take(lines[-1])
    for line, reason in zip(lines, reasons, strict=False):
        line.tell(reason)
    for number, line in enumerate(lines):
        line.setVisible(number < len(reasons))

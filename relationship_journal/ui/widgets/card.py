"""A card: a framed ground for one thing. Cards never stand in cards."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.theme.tokens import SPACE_12


class Card(QFrame):
    """A frame with a vertical layout, `body`. `tone`: plain, with a pine hairline, or a pine wash."""

    def __init__(
        self, tone: Literal["plain", "accent", "wash"] = "plain", *, gap: int = SPACE_12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "true" if tone == "plain" else tone)
        theme = current_theme()
        padding = theme.px(SPACE_12)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(theme.px(gap))

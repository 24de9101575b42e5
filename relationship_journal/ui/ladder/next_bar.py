"""The Next card of a narrow window: one line above the composer with its button; opens the whole panel."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from relationship_journal.i18n import N_
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import CHIP_HEIGHT, ICON_CONTROL, NEXT_BAR, SPACE_6, SPACE_12
from relationship_journal.ui.widgets import Button, IconButton, Label

from .gestures import FavourGestures


class NextBar(QFrame):
    """`opened` when the whole panel is wanted. `speaks` says whether there is something to show."""

    opened = Signal()
    speaks_changed = Signal(bool)

    def __init__(self, gestures: FavourGestures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gestures = gestures
        self.speaks = False
        theme = current_theme()
        self.setProperty("card", "accent")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(NEXT_BAR))
        self.headline = Label("", Type.STRONG)
        self.headline.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.primary = Button("", "primary", small=True)
        self.open_button = IconButton("caret-down", N_("Show the ladder"), size=CHIP_HEIGHT, icon_size=ICON_CONTROL)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(SPACE_12), 0, theme.px(SPACE_6), 0)
        layout.setSpacing(theme.px(SPACE_12))
        layout.addWidget(Label(N_("Next"), Type.STRONG, Colour.ACCENT))
        layout.addWidget(self.headline, 1)
        layout.addWidget(self.primary)
        layout.addWidget(self.open_button)
        self.primary.clicked.connect(gestures.take_advice)
        self.open_button.clicked.connect(self.opened)
        gestures.model.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        """A bar."""
        return QSize(super().sizeHint().width(), current_theme().px(NEXT_BAR))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words opens the panel too."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def _follow(self) -> None:
        model = self._gestures.model
        shown = model.shown
        speaks = shown is not None and not model.put_off
        if shown is not None:
            advice, choice = shown.advice, model.choice
            button = advice.card(choice).button
            self.headline.say(lambda: advice.card(choice).headline)
            self.primary.say(button)
            self.primary.setVisible(bool(button))
        if speaks != self.speaks:
            self.speaks = speaks
            self.speaks_changed.emit(speaks)

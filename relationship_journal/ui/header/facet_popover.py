"""Adding or mending a facet of life: which it is, and what is known."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.contact import Facet, FacetKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import FACET_WORDS
from relationship_journal.i18n import N_, _
from relationship_journal.ui.icons import FACET_ICONS, icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, ComboBox, Label, LineField, worded
from relationship_journal.ui.widgets.floating import Floating

_WIDTH = 320


class FacetPopover(Floating):
    """Floats below a chip. Enter keeps; `remove` is offered for a facet that exists."""

    def __init__(
        self,
        facet: Facet | None,
        keep: Callable[[FacetKind, str], object],
        remove: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._keep = keep
        self._remove = remove
        self.kind = ComboBox()
        self.kind.setAccessibleName(worded(N_("Facet of life")))
        for kind in FacetKind:
            self.kind.addItem(icon(FACET_ICONS[kind]), _(FACET_WORDS[kind]), kind)
        self.text = LineField(N_("What is known"), N_("daughter, AP exams in May"))
        self.error = Label("", Type.SMALL, Colour.DANGER, wrap=True)
        self.error.hide()
        self.keep = Button(N_("Keep"), "primary", small=True)
        self.remove = Button(N_("Remove"), "danger", small=True)
        self.remove.setVisible(facet is not None)
        if facet is not None:
            self.kind.setCurrentIndex(self.kind.findData(facet.kind))
            self.text.setText(facet.text)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.px(tokens.SPACE_12)] * 4)
        layout.setSpacing(theme.px(tokens.SPACE_8))
        for widget in (self.kind, self.text, self.error):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.setFixedWidth(theme.px(_WIDTH))
        self.text.returnPressed.connect(self._take)
        self.keep.clicked.connect(self._take)
        self.remove.clicked.connect(self._take_off)

    def open_below(self, anchor: QWidget, at: QPoint | None = None) -> None:
        """Show it with the keyboard where one writes."""
        super().open_below(anchor, at)
        self.text.setFocus()

    def refuse(self, problem: Problem) -> None:
        """Say why it could not be kept."""
        self.error.say(problem.message)
        self.error.show()
        self.adjustSize()

    def _take(self) -> None:
        text = self.text.text().strip()
        if not text:
            self.text.mark_wrong(True)
            self.text.setFocus()
            return
        self._keep(FacetKind(self.kind.currentData()), text)  # Qt gives the plain text back
        self.close()

    def _take_off(self) -> None:
        self._remove()
        self.close()

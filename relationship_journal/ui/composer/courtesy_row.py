"""The line of a courtesy in the composer: who gave, what, for how much."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.words import courtesy_done
from relationship_journal.i18n import N_, _, current_language
from relationship_journal.ui.icons import COURTESY_ICONS, paint_icon
from relationship_journal.ui.theme import Colour, current_theme, tokens
from relationship_journal.ui.widgets import IconButton, LineField, SegmentedRow

from .unfinished import CourtesyFields

_CURRENCIES = {"zh": "CNY", "en": "USD"}


class CourtesyRow(QWidget):
    """Shows and edits `CourtesyFields`; closing it takes the courtesy off."""

    changed = Signal()
    closed = Signal()
    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._kind = CourtesyKind.GIFT
        self.direction = SegmentedRow(
            N_("Who gave"),
            [(way, partial(self._words, way), "") for way in (CourtesyDirection.GIVEN, CourtesyDirection.RECEIVED)],
            CourtesyDirection.GIVEN,
            height=tokens.COMPOSER_TOOLS,
        )
        self.what = LineField(N_("What it was"), N_("What it was"))
        self.value = LineField(N_("Value"), N_("Value"))
        self.value.setFixedWidth(theme.px(80))
        self.currency = LineField(N_("Currency"), N_("Currency"))
        self.currency.setFixedWidth(theme.px(64))
        self.currency.setMaxLength(3)
        close = IconButton(
            "x", N_("No gift, meal or greeting"), size=tokens.COMPOSER_TOOLS, icon_size=tokens.ICON_CONTROL
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(tokens.SPACE_24), 0, 0, 0)
        layout.setSpacing(theme.px(tokens.SPACE_6))
        layout.addWidget(self.direction)
        layout.addWidget(self.what, 1)
        layout.addWidget(self.value)
        layout.addWidget(self.currency)
        layout.addWidget(close)
        self.direction.chosen.connect(self.changed)
        for line in (self.what, self.value, self.currency):
            line.textEdited.connect(self.changed)
            line.returnPressed.connect(self.keep_wanted)
        close.clicked.connect(self.closed)
        close.setVisible(closable)

    @property
    def fields(self) -> CourtesyFields:
        """What is typed."""
        return CourtesyFields(
            self._kind, self.direction.value, self.what.text(), self.value.text(), self.currency.text()
        )

    def show_fields(self, fields: CourtesyFields) -> None:
        """Show a courtesy."""
        self._kind = fields.kind
        for way in CourtesyDirection:
            # The words of a direction depend on the kind: as after a change of language.
            QCoreApplication.sendEvent(self.direction.button(way), QEvent(QEvent.Type.LanguageChange))
        self.direction.choose(fields.direction)
        for line, text in ((self.what, fields.text), (self.value, fields.value)):
            if line.text() != text:
                line.setText(text)
        self.currency.setText(fields.currency or _CURRENCIES[current_language()])
        self.value.setVisible(fields.kind is not CourtesyKind.GREETING)
        self.currency.setVisible(fields.kind is not CourtesyKind.GREETING)
        self.value.mark_wrong(False)
        self.update()

    def _words(self, way: CourtesyDirection) -> str:
        return _(courtesy_done(self._kind, way))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign of the courtesy before its line."""
        theme = current_theme()
        painter = QPainter(self)
        size = theme.px(tokens.ICON_CONTROL)
        rect = QRect(0, (self.height() - size) // 2, size, size)
        paint_icon(painter, rect, COURTESY_ICONS[self._kind], theme.colour(Colour.TEXT_SECOND))

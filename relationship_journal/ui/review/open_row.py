"""The row that has the focus, opened in its place: words to say, why, and a button for each key."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.words import step_word
from relationship_journal.i18n import N_, Message
from relationship_journal.services.suggestions import Suggestion
from relationship_journal.ui.context import Context
from relationship_journal.ui.ladder.reason_line import ReasonLine, show_reasons
from relationship_journal.ui.ladder.words_to_say import WordsToSay
from relationship_journal.ui.readings.chips_card import ChipsCard
from relationship_journal.ui.readings.chips_model import ChipsModel
from relationship_journal.ui.theme import Colour, current_theme, tokens
from relationship_journal.ui.widgets import IconButton

from .keyed_button import KeyedButton
from .review_line import HOW_WORDS, How, Line, Reading, done_tooltip, done_words
from .row_paint import TEXT_LEFT, paint_row, spoken


class OpenRow(QWidget):
    """Shows one line. `wanted` says that it asks for another height."""

    done = Signal()
    said_yes = Signal()
    said_no = Signal()
    planned = Signal()
    snoozed = Signal()
    opened = Signal()
    copied = Signal()
    wanted = Signal()
    grew = Signal()  #: there is more to see: it should be brought into view

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._line: Line | None = None
        self._suggested = ChipsModel(context, self)
        self.chips = ChipsCard(self._suggested, go="Right")
        self._suggested.changed.connect(self._show_chips)
        self.chips.edit_wanted.connect(self._edit)
        self._reading: Reading | None = None
        theme = current_theme()
        self.words = WordsToSay()
        self.copy = IconButton(
            "copy", N_("Copy words"), size=tokens.CHIP_HEIGHT, icon_size=tokens.ICON_CONTROL, key="C"
        )
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(tokens.SPACE_4))
        beside.addWidget(self.words, 1)
        beside.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        self._why = QVBoxLayout()
        self._reasons: list[ReasonLine] = []
        self._why.setSpacing(theme.px(tokens.SPACE_2))
        self.done_button = KeyedButton("", "D", "primary")
        self.plan_button = KeyedButton(N_("Plan"), "P")
        self.snooze_button = KeyedButton(N_("Snooze"), "S")
        self.open_button = KeyedButton(N_("Open"), "O")
        self._answers = self._make_answers()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(tokens.SPACE_8))
        for button, signal in (
            (self.done_button, self.done),
            (self.plan_button, self.planned),
            (self.snooze_button, self.snoozed),
            (self.open_button, self.opened),
        ):
            buttons.addWidget(button)
            button.clicked.connect(signal)
        buttons.addStretch()
        self.copy.clicked.connect(self.copy_words)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(theme.px(tokens.SPACE_12))
        self._body.addLayout(beside)
        self._body.addLayout(self._why)
        self._body.addWidget(self.chips)
        self._body.addWidget(self._answers)
        self._body.addLayout(buttons)
        self._body.addStretch()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self._look)
        self._look()

    def _make_answers(self) -> QWidget:
        """What one waits for may have come: the two answers, above what can be done without."""
        answers = QWidget()
        beside = QHBoxLayout(answers)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(current_theme().px(tokens.SPACE_8))
        self.yes_button = KeyedButton(HOW_WORDS[How.SAID_YES], "Y")
        self.no_button = KeyedButton(HOW_WORDS[How.SAID_NO], "N")
        for button, step, signal in (
            (self.yes_button, StepKind.GRANTED, self.said_yes),
            (self.no_button, StepKind.DECLINED, self.said_no),
        ):
            button.explain(Message("Records today: {step}", step=Message(step_word(step, Direction.RECEIVED))))
            button.clicked.connect(signal)
            beside.addWidget(button)
        beside.addStretch()
        return answers

    @property
    def line(self) -> Line | None:
        """What it shows."""
        return self._line

    def show_line(self, line: Line, reading: Reading) -> None:
        """Show a line; the same one again changes nothing, so that changed words stay."""
        self.setAccessibleName(spoken(line))
        self._suggested.show(line.row.entry if line.how is None else None)
        if line == self._line and reading.words == (self._reading.words if self._reading else ""):
            self._line = line
            self.update()
            return
        self._line, self._reading = line, reading
        self.words.say(reading.words)
        self.words.setVisible(bool(reading.words))
        self.copy.setVisible(bool(reading.words))
        show_reasons(self._why.addWidget, self._reasons, reading.reasons)
        waits = line.how is None
        for button in (self.done_button, self.plan_button, self.snooze_button):
            button.setVisible(waits)
        self._answers.setVisible(waits and line.can_be_answered)
        self.done_button.say(done_words(line))
        self.done_button.explain(done_tooltip(line))
        self.snooze_button.allow(line.can_wait, N_("This cannot be put off."))
        self.wanted.emit()
        self.update()

    def forget(self) -> None:
        """Word everything anew the next time."""
        self._line = self._reading = None

    def wanted_height(self, width: int) -> int:
        """How high it is when it is fully open."""
        self._body.activate()
        if self._body.hasHeightForWidth():
            return self._body.totalHeightForWidth(width)
        return self._body.totalSizeHint().height()

    def hold(self, on: bool) -> None:
        """Follow the suggestions of the note only while the page can be seen."""
        if not on:
            self._suggested.show(None)
        elif self._line is not None and self._line.how is None:
            self._suggested.show(self._line.row.entry)

    def _show_chips(self) -> None:
        self.chips.setVisible(bool(self._suggested.suggestions))
        self.chips.tab_after(self.copy)
        self.chips.body.activate()
        self.chips.updateGeometry()
        self.wanted.emit()
        if self._suggested.suggestions:
            self.grew.emit()

    def _edit(self, suggestion: Suggestion) -> None:
        from relationship_journal.ui.readings.editing import edit_suggestion

        edit_suggestion(self._context, suggestion, self.window())

    def copy_words(self) -> None:
        """Put the words to say on the clipboard."""
        if self.words.isVisibleTo(self) and self.words.text():
            QGuiApplication.clipboard().setText(self.words.text())
            self.copied.emit()

    def event(self, event: QEvent) -> bool:
        """Something inside asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.wanted.emit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with a ring of the accent, and the row on top."""
        if self._line is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = tokens.FOCUS_RING
        painter.setPen(QPen(theme.colour(Colour.ACCENT), ring))
        painter.setBrush(theme.colour(Colour.CARD))
        radius = theme.px(tokens.RADIUS_CARD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        paint_row(painter, QRectF(0, 0, self.width(), theme.px(tokens.REVIEW_ROW)), self._line, is_open=True)
        painter.end()

    def _look(self) -> None:
        px = current_theme().px
        self._body.setContentsMargins(
            px(TEXT_LEFT), px(tokens.REVIEW_ROW), px(tokens.SPACE_16), px(tokens.SPACE_12 + tokens.SPACE_2)
        )

"""The left pane: what day it is, how far the review is, its sections, and the keys that work it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from relationship_journal.domain.agenda import ORDERED, heading
from relationship_journal.domain.plan import Section
from relationship_journal.i18n import N_, Message, _, full_day, word
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.theme.focus_ring import ring_around
from relationship_journal.ui.widgets import Label, Rewords, key_caps

from .review_line import Progress
from .review_model import ReviewModel
from .section_ring import paint_progress

KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("Up", "Down"), N_("move")),
    (("D",), N_("done today")),
    (("P",), N_("plan for the week")),
    (("S",), N_("snooze")),
    (("O",), N_("open the contact")),
    (("Ctrl+Z",), N_("undo")),
    (("?",), N_("all keys")),
)


def progress_words(model: ReviewModel) -> Callable[[], str]:
    """`5 of 18 done, about 6 minutes left`; before the first row how long it will take."""

    def words() -> str:
        if model.review is None:
            return ""
        if model.finished:
            due = model.next_due
            return _("Saved. The next one is due on {day}.").format(day=full_day(due, due))
        progress = model.progress
        if not progress.of:
            return _("Nothing is due.")
        minutes = progress.minutes
        if not progress.done:
            rows = word(Message("{n} row", plural="{n} rows", n=progress.of))
            time = word(Message("about {n} minute", plural="about {n} minutes", n=minutes))
            return _("{rows}, {time}").format(rows=rows, time=time)
        return word(
            Message(
                "{done} of {of} done, about {n} minute left",
                plural="{done} of {of} done, about {n} minutes left",
                done=progress.done,
                of=progress.of,
                n=minutes,
            )
        )

    return words


class SectionList(QWidget):
    """Follows the model. `wanted` names the section that was clicked."""

    wanted = Signal(object)

    def __init__(self, context: Context, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(tokens.SPACE_12), px(tokens.SPACE_16), px(tokens.SPACE_12), px(tokens.SPACE_16))
        layout.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(px(tokens.SPACE_8), 0, px(tokens.SPACE_8), px(tokens.SPACE_12))
        inset.addWidget(Label(N_("Weekly review"), Type.TITLE))
        inset.addWidget(Label(lambda: full_day(context.today(), context.today()), Type.BASE, Colour.TEXT_SECOND))
        inset.addSpacing(px(tokens.SPACE_12))
        self._bar = _Bar()
        inset.addWidget(self._bar)
        self.summary = Label(progress_words(model), Type.SMALL, Colour.TEXT_SECOND, wrap=True)
        inset.addWidget(self.summary)
        layout.addLayout(inset)
        self.buttons: dict[Section, SectionButton] = {}
        for section in ORDERED:
            button = SectionButton(section)
            button.clicked.connect(lambda _checked=False, section=section: self.wanted.emit(section))
            self.buttons[section] = button
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addLayout(_legend())
        model.changed.connect(self._follow)
        model.current_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.summary.say(progress_words(self._model))
        self._bar.show_progress(self._model.progress)
        line = self._model.current_line
        for section, button in self.buttons.items():
            finished = self._model.finished
            current = line is not None and line.row.section is section and not finished
            if section is Section.MOVED:
                button.show_state(Progress(0, 0), current=False)
                button.setVisible(bool(self._model.review and self._model.review.agenda.sections[section]))
            else:
                progress = Progress(0, 0) if finished else self._model.progress_of(section)
                button.show_state(progress, current=current)
                button.setEnabled(progress.of > 0)


class SectionButton(Rewords, QAbstractButton):
    """A section: its ring, its name, and how many of its rows are dealt with."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self._progress = Progress(0, 0)
        self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ring_around(self, tokens.RADIUS_ROW)
        self.reword()

    def show_state(self, progress: Progress, *, current: bool) -> None:
        """Show how far it is, and whether the focus is in it."""
        self._progress, self._current = progress, current
        self.reword()

    @property
    def count(self) -> str:
        """`2/4`; all of them once they are done; nothing where there are none."""
        progress = self._progress
        if not progress.of:
            return ""
        return f"{progress.done}/{progress.of}" if progress.left else str(progress.of)

    def reword(self) -> None:
        """Word it again."""
        self.setText(word(heading(self._section)))
        self.setAccessibleName(f"{self.text()} {self.count}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the sidebar's rows."""
        return QSize(current_theme().px(tokens.SIDEBAR_LEAST), current_theme().px(tokens.NAV_ROW + tokens.SPACE_2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, name, count."""
        theme = current_theme()
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._current or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.SELECTED if self._current else Colour.HOVER))
            painter.drawRoundedRect(rect, px(tokens.RADIUS_ROW), px(tokens.RADIUS_ROW))
        side = px(tokens.ICON_CONTROL)
        left = px(tokens.SPACE_8)
        if self._section is not Section.MOVED:
            paint_progress(painter, QRectF(left, (rect.height() - side) / 2, side, side), self._progress)
        quiet = not self._progress.left and self._section is not Section.MOVED
        painter.setFont(theme.font(Type.STRONG if self._current else Type.BASE))
        painter.setPen(theme.colour(Colour.TEXT_THIRD if quiet else Colour.TEXT))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        words = rect.adjusted(left + side + px(tokens.SPACE_12) - 2, 0, -px(tokens.SPACE_32), 0)
        painter.drawText(words, flags, self.text())
        painter.setFont(theme.font(Type.SMALL))
        painter.setPen(theme.colour(Colour.TEXT_SECOND))
        end = rect.adjusted(0, 0, -px(tokens.SPACE_8), 0)
        painter.drawText(end, flags | int(Qt.AlignmentFlag.AlignRight), self.count)
        painter.end()


class _Bar(QWidget):
    """How far the whole is."""

    def __init__(self) -> None:
        super().__init__()
        self._progress = Progress(0, 0)
        self.setFixedHeight(current_theme().px(tokens.SPACE_16))

    def show_progress(self, progress: Progress) -> None:
        """Show it."""
        self._progress = progress
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A track and what is done of it."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = theme.px(tokens.SPACE_6)
        track = QRectF(0, 0, self.width(), high)
        painter.setBrush(theme.colour(Colour.BAR_TRACK))
        painter.drawRoundedRect(track, high / 2, high / 2)
        if self._progress.done:
            track.setWidth(max(high, self.width() * self._progress.done / self._progress.of))
            painter.setBrush(theme.colour(Colour.ACCENT))
            painter.drawRoundedRect(track, high / 2, high / 2)
        painter.end()


def _legend() -> QGridLayout:
    """The keys, and what each does."""
    px = current_theme().px
    grid = QGridLayout()
    grid.setContentsMargins(px(tokens.SPACE_8), 0, px(tokens.SPACE_8), 0)
    grid.setVerticalSpacing(px(tokens.SPACE_8))
    grid.setColumnMinimumWidth(0, px(72))
    grid.setColumnStretch(1, 1)
    for number, (caps, words) in enumerate(KEYS):
        grid.addLayout(key_caps(caps), number, 0)
        grid.addWidget(Label(words, Type.SMALL, Colour.TEXT_SECOND), number, 1)
    return grid

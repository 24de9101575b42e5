"""What moved since the last review, in at most four lines: loops closed, rungs climbed, declines, last week's plan."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.agenda_rows import Row
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.plan import Section
from relationship_journal.i18n import Message, _, day_and_month, word
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Label, Words

from .review_model import ReviewModel

_MOST = 4  # names in a line; the rest are counted


class MovedList(QWidget):
    """Follows the model; nothing is shown where nothing moved."""

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shown: tuple[object, ...] = ()
        self._title = Label("", Type.STRONG)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_theme().px(tokens.SPACE_8))
        self._layout.addWidget(self._title)
        self._lines: list[QWidget] = []
        model.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        review = self._model.review
        if review is None:
            return
        begun_today = review.agenda.since == review.agenda.today  # nothing can have moved since this very day
        rows = () if begun_today else tuple(review.agenda.sections[Section.MOVED])
        shown = review.agenda.since, rows
        if shown == self._shown:
            return
        self._shown = shown
        self._title.say(lambda: _("Since {day}").format(day=day_and_month(review.agenda.since)))
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [_Line(*each) for each in _groups(rows)]
        for line in self._lines:
            self._layout.addWidget(line)
        self._title.setVisible(bool(rows))


def _groups(rows: Sequence[Row]) -> list[tuple[str, Words, Words]]:
    closed = [row for row in rows if row.step is StepKind.CLOSED]
    declined = [row for row in rows if row.step is StepKind.DECLINED]
    climbed = [row for row in rows if row.loop is None and row.contact is not None]
    kept = [row for row in rows if row.contact is None]
    found: list[tuple[str, Words, Words]] = []
    if closed:
        said = Message("{n} loop closed", plural="{n} loops closed", n=len(closed))
        found.append(("check-circle", said, _listed(closed)))
    if climbed:
        said = Message("{n} rung climbed", plural="{n} rungs climbed", n=len(climbed))
        found.append(("arrow-up", said, _listed(climbed)))
    if declined:
        said = Message("{n} decline", plural="{n} declines", n=len(declined))
        found.append(("x", said, _listed(declined)))
    found += [("flag", row.because, row.what) for row in kept]
    return found


def _listed(rows: Sequence[Row]) -> Callable[[], str]:
    """`Marcus Reid: hi-fi repair. Ben Halloran: …`, in the language in use."""

    def words() -> str:
        said = [
            f"{row.name}{_(': ')}{row.loop.favour.title if row.loop else word(row.because)}" for row in rows[:_MOST]
        ]
        if len(rows) > _MOST:
            said.append(word(Message("and {n} more", plural="and {n} more", n=len(rows) - _MOST)))
        return _("; ").join(part.rstrip(".。") for part in said)

    return words


class _Line(QWidget):
    """An icon, what happened, and with whom."""

    def __init__(self, icon_name: str, title: Words, detail: Words) -> None:
        super().__init__()
        self._icon = icon_name
        theme = current_theme()
        beside = QHBoxLayout(self)
        beside.setContentsMargins(theme.px(tokens.SPACE_24), 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, Type.STRONG))
        words.addWidget(Label(detail, Type.SMALL, Colour.TEXT_SECOND, wrap=True))
        beside.addLayout(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        theme = current_theme()
        side = theme.px(tokens.ICON_CONTROL)
        top = (theme.line_height(Type.STRONG) - side) / 2
        painter = QPainter(self)
        paint_icon(painter, QRectF(0, top, side, side), self._icon, theme.colour(Colour.TEXT_SECOND))
        painter.end()

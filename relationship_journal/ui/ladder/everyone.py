"""Where everybody stands: the ladder with how many contacts stand on each rung, for when nobody is chosen."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.rung import HIGHEST, Rung
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.i18n import N_, _, current_language, ngettext
from relationship_journal.ui.context import Context
from relationship_journal.ui.signs import Bar, LadderGeometry, RungLook, paint_ladder
from relationship_journal.ui.tasks import Generation
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import PANE_PADDING, SPACE_8, SPACE_16
from relationship_journal.ui.widgets import Label, Rewords
from relationship_journal.ui.widgets.text import elided

Standings = tuple[tuple[Rung, ...], Mapping[int, int]]
"""The rungs, and how many contacts stand on each; 0 is the ground."""


class EveryonePanel(QWidget):
    """Shown for Everyone and for Unsorted, which has no ladder and says so."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._generation = Generation()
        self.ladder = StandingsLadder()
        self.ground = Label("", Type.SMALL, Colour.TEXT_SECOND)
        self.words = Label("", Type.BASE, Colour.TEXT_SECOND, wrap=True)
        layout = QVBoxLayout(self)
        edge = current_theme().px(PANE_PADDING)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(0)
        layout.addWidget(Label(N_("Ladder"), Type.STRONG))
        layout.addSpacing(current_theme().px(SPACE_8))
        layout.addWidget(self.ladder)
        layout.addWidget(self.ground)
        layout.addSpacing(current_theme().px(SPACE_16))
        layout.addWidget(self.words)
        layout.addStretch()
        self.ladder.wanted.connect(self._read, Qt.ConnectionType.QueuedConnection)
        context.bridge.changed.connect(self._journal_changed)

    def show_scope(self) -> None:
        """Show what belongs to the scope in view, which is no contact."""
        everyone = self._context.selection.scope is EVERYONE
        self.words.say(
            N_("Each ladder stands between you and one person. Choose somebody to see yours.")
            if everyone
            else N_("These notes belong to nobody yet. Drop one on a name, and it counts for that ladder.")
        )
        self.ground.setVisible(everyone)
        if not everyone:
            self.ladder.show_standings(None)
        self.ladder.want(everyone)

    def _read(self) -> None:
        session, today = self._context.session, self._context.today()

        def read() -> Standings:
            counted = Counter(row.standing for row in session.reads.contact_rows(today))
            return session.settings.rungs(), counted

        self._context.tasks.read(read, self._show, self._generation)

    def _show(self, standings: Standings) -> None:
        self.ladder.show_standings(standings)
        ground = standings[1].get(0, 0)
        self.ground.say(lambda: ngettext("Ground: {n} contact", "Ground: {n} contacts", ground).format(n=ground))

    def _journal_changed(self, changes: Changes) -> None:
        concerned = changes.everything or changes.settings or changes.contacts or changes.favours
        if concerned and self.isVisible() and self._context.selection.scope is EVERYONE:
            self._read()


class StandingsLadder(Rewords, QWidget):
    """The ladder as a picture: bars of rungs on which somebody stands are filled."""

    wanted = Signal()  #: it was painted and has nothing to show yet: the first paint of a window waits for nobody

    def __init__(self) -> None:
        super().__init__()
        self._wants = False
        self._geometry = LadderGeometry()
        self._standings: Standings | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.updateGeometry)

    def show_standings(self, standings: Standings | None) -> None:
        """Show how many stand where; None shows a bare ladder."""
        self._standings = standings
        self.reword()

    def want(self, wants: bool) -> None:
        """Whether to ask for standings when it is painted next."""
        self._wants = wants
        self.update()

    def reword(self) -> None:
        """Say it again for those who do not see it."""
        lines = [f"{rung.name(current_language())}: {self._count(rung.number)}" for rung in self._rungs()]
        self.setAccessibleName(_("Ladder"))
        self.setAccessibleDescription(". ".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the ladder."""
        theme = current_theme()
        return QSize(theme.px(240), theme.px(self._geometry.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ladder, and beside each rung its name and count."""
        if self._wants:
            self._wants = False
            self.wanted.emit()
        theme = current_theme()
        painter = QPainter(self)
        counted = self._standings[1] if self._standings is not None else {}
        looks = [RungLook(number, Bar.CLOSED if counted.get(number) else Bar.EMPTY) for number in range(1, HIGHEST + 1)]
        paint_ladder(painter, self.width() / theme.scale, self._geometry, looks)
        left = theme.px(self._geometry.text)
        name_height, count_height = theme.line_height(Type.BASE), theme.line_height(Type.SMALL)
        one_line = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        for rung in self._rungs():
            stands = bool(counted.get(rung.number))
            row = theme.px(self._geometry.row_top(rung.number))
            top = row + (theme.px(self._geometry.row) - name_height - count_height) / 2
            font = theme.font(Type.STRONG if stands else Type.BASE)
            painter.setFont(font)
            painter.setPen(theme.colour(Colour.TEXT if stands else Colour.TEXT_SECOND))
            room = self.width() - left
            name = elided(rung.name(current_language()), font, room)
            painter.drawText(QRectF(left, top, room, name_height), one_line, name)
            painter.setFont(theme.font(Type.SMALL))
            painter.setPen(theme.colour(Colour.TEXT_SECOND))
            box = QRectF(left, top + name_height, room, count_height)
            painter.drawText(box, one_line, self._count(rung.number))

    def _rungs(self) -> tuple[Rung, ...]:
        return self._standings[0] if self._standings is not None else ()

    def _count(self, rung: int) -> str:
        n = self._standings[1].get(rung, 0) if self._standings is not None else 0
        return ngettext("{n} contact", "{n} contacts", n).format(n=n) if n else _("Nobody yet")

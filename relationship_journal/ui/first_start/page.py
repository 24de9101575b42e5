"""The first start: begin empty, bring what there is, or look around in the example; language and theme beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from relationship_journal.i18n import N_
from relationship_journal.ui.grounds import Ground
from relationship_journal.ui.icons import pixmap
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Label

from .choosers import Choosers
from .ladder_sign import LadderSign
from .way import Way

if TYPE_CHECKING:
    from relationship_journal.ui.desk import Desk

_TEXT_WIDTH, _LOW = 500, 720


class FirstStart(Ground):
    """The page. Files dropped anywhere begin a journal with them."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(Colour.PAGE)
        self._desk = desk
        self.setAcceptDrops(True)
        self.empty = Way("user-plus", N_("Begin empty"), N_("Add one person and write the first line."), "1")
        self.bring = Way(
            "download-simple", N_("Bring notes"), N_("Text, mail or pictures. Drop them anywhere here."), "2"
        )
        self.look = Way("book-open", N_("Look around"), N_("An example journal, in a file of its own."), "3")
        self.empty.clicked.connect(desk.begin_empty)
        self.bring.clicked.connect(desk.choose_files)
        self.look.clicked.connect(desk.open_example)
        self.choosers = Choosers(desk)
        self.sign = LadderSign()
        for key, way in (("1", self.empty), ("2", self.bring), ("3", self.look)):
            QShortcut(QKeySequence(key), self).activated.connect(way.click)
        self._lay_out()
        self.empty.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Anything that can be kept may be dropped."""
        from relationship_journal.ui.drop.taking_in import verb_for

        if verb_for(event.mimeData(), "") is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin a journal with what was dropped."""
        event.acceptProposedAction()
        self._desk.begin_with(event.mimeData())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has a low ladder."""
        super().resizeEvent(event)
        self.sign.be_low(self.height() < current_theme().px(_LOW))

    def _lay_out(self) -> None:
        px = current_theme().px
        middle = Qt.AlignmentFlag.AlignHCenter
        claim = Label(N_("Ask small, and ask early"), Type.DISPLAY)
        about = Label(
            N_(
                "Keep what happens between you and the people you work with. Act on what they give, thank them, "
                "return a little more, and climb one rung at a time."
            ),
            Type.READING,
            Colour.TEXT_SECOND,
            wrap=True,
        )
        about.setFixedWidth(px(_TEXT_WIDTH))
        about.setAlignment(middle)
        told = QHBoxLayout()
        told.addStretch(1)
        told.addWidget(about)
        told.addStretch(1)
        ways = QHBoxLayout()
        ways.setSpacing(px(tokens.SPACE_16))
        for way in (self.empty, self.bring, self.look):
            ways.addWidget(way)
        stays = Label(
            N_("Everything stays in one file on this computer. Nothing is sent anywhere."),
            Type.SMALL,
            Colour.TEXT_SECOND,
        )
        foot = QHBoxLayout()
        foot.setSpacing(px(tokens.SPACE_8))
        foot.addWidget(_Lock())
        foot.addWidget(stays, 1)
        foot.addWidget(self.choosers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(tokens.SPACE_32), px(tokens.SPACE_24), px(tokens.SPACE_32), px(tokens.SPACE_16))
        layout.setSpacing(0)
        layout.addStretch(2)
        layout.addWidget(self.sign, 0, middle)
        layout.addSpacing(px(tokens.SPACE_32))
        layout.addWidget(claim, 0, middle)
        layout.addSpacing(px(tokens.SPACE_8))
        layout.addLayout(told)
        layout.addSpacing(px(tokens.SPACE_32))
        layout.addLayout(ways)
        layout.setAlignment(ways, middle)
        layout.addStretch(3)
        layout.addLayout(foot)


class _Lock(QLabel):
    """The lock before the sentence about where everything stays."""

    def __init__(self) -> None:
        super().__init__()
        current_theme().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        theme = current_theme()
        side = theme.px(tokens.ICON_SMALL)
        self.setPixmap(pixmap("lock-simple", theme.colour(Colour.TEXT_SECOND), side, self.devicePixelRatioF()))

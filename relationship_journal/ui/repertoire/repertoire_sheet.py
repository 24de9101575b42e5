"""Ladder and ideas: the words of each rung, what is suggested on it, and what the user adds."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from relationship_journal.domain.ideas import Idea, IdeaText
from relationship_journal.domain.offers import Offer
from relationship_journal.domain.rung import HIGHEST, Rung
from relationship_journal.i18n import N_, Message, current_language
from relationship_journal.services.session import Session
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Label, SegmentedRow, Sheet

from .idea_delegate import IdeaDelegate
from .own_sheet import OwnSheet
from .repertoire_model import OFFERS, RepertoireModel
from .rung_form import RungForm

_LIST_HEIGHT = 212


def show_repertoire(context: Context, parent: QWidget | None) -> None:
    """Open the ladder's words and ideas."""
    RepertoireSheet(context, parent).open()


class RepertoireSheet(Sheet):
    """A shelf for each rung and one for the offers. *Save* keeps the rungs; hiding and adding are done at once."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(N_("Ladder and ideas"), N_("Save"), parent, width=tokens.SHEET_WIDE)
        self._context = context
        shelves = [(number, str(number), "") for number in range(1, HIGHEST + 1)]
        self.shelf = SegmentedRow(N_("Rung"), [*shelves, (OFFERS, N_("Ways to help"), "")], 1)
        self.forms = {rung.number: RungForm(rung) for rung in context.session.settings.rungs()}
        self.model = RepertoireModel(context, self)
        self.model.failed.connect(lambda problem: self.fail(problem.message))
        self.model.modelReset.connect(self._choose_again)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(IdeaDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFixedHeight(current_theme().px(_LIST_HEIGHT))
        self.list.setAccessibleName(self.title.text())
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._show(index))
        self.list.activated.connect(lambda _index: self._edit())
        self.words = Label("", Type.BASE, Colour.TEXT, wrap=True)
        self.act = Label("", Type.SMALL, Colour.TEXT_SECOND, wrap=True)
        self.add = Button(N_("Add your own…"), icon_name="plus")
        self.edit = Button(N_("Edit…"), "quiet")
        self.remove = Button(N_("Remove"), "quiet")
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.list.installEventFilter(self)
        self._lay_out()
        self.shelf.chosen.connect(self._turn_to)
        self.confirmed.connect(self._save)
        self.explain(N_("What is not ticked is not suggested. The number of rungs and their order stay."))
        self._turn_to(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete in the list removes what is the user's own."""
        if watched is not self.list or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        wanted = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if wanted:
            self._remove()
        return wanted

    def _lay_out(self) -> None:
        px = current_theme().px
        for place, button in enumerate((self.add, self.edit, self.remove)):
            self.buttons.insertWidget(place, button)
        said = QVBoxLayout()
        said.setSpacing(px(tokens.SPACE_4))
        said.addWidget(self.words)
        said.addWidget(self.act)
        self.body.addWidget(self.shelf)
        for form in self.forms.values():
            self.body.addWidget(form)
        self.body.addWidget(self.list)
        self.body.addLayout(said)

    def _turn_to(self, shelf: int) -> None:
        for number, form in self.forms.items():
            form.setVisible(number == shelf)
        self.model.show_shelf(shelf)
        self._choose_again()
        self.fit()

    def _choose_again(self) -> None:
        """Keep something chosen after the list was read again."""
        row = max(0, min(self.list.currentIndex().row(), self.model.rowCount() - 1))
        self.list.setCurrentIndex(self.model.index(row))
        self._show(self.list.currentIndex())

    def _show(self, index: QModelIndex) -> None:
        item = self.model.item(index.row()) if index.isValid() else None
        text = IdeaText("", "") if item is None else item.text(current_language())
        self.words.say(text.words)
        self.act.say(" ".join(part for part in (text.act, text.returns) if part))
        own = item is not None and item.own
        because = N_("What ships with the program can be hidden, not changed.")
        self.edit.allow(own, because)
        self.remove.allow(own, because)

    def _add(self) -> None:
        text = {"own": IdeaText("", "")}
        shelf = self.model.shelf
        if shelf == OFFERS:
            OwnSheet(self._context, Offer("", text), self).open()
        else:
            OwnSheet(self._context, Idea("", shelf, self.forms[shelf].domain.value, text), self).open()

    def _edit(self) -> None:
        index = self.list.currentIndex()
        if index.isValid() and self.model.item(index.row()).own:
            OwnSheet(self._context, self.model.item(index.row()), self).open()

    def _remove(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid() or not self.model.item(index.row()).own:
            return
        idea, session = self.model.item(index.row()), self._context.session
        self._context.tasks.run(
            lambda: session.ideas.remove(idea.id),
            lambda _done: self._removed(),
            lambda problem: self.fail(problem.message),
        )

    def _removed(self) -> None:
        self.model.read()
        self._context.notices.say_done(Message("Removed."), self._context.actions["edit.undo"].trigger)

    def _save(self) -> None:
        changed = [form.rung() for form in self.forms.values() if form.changed]
        session = self._context.session
        self.primary.setEnabled(False)
        self._context.tasks.run(
            lambda: _keep(session, changed), lambda _done: self.accept(), lambda problem: self.fail(problem.message)
        )


def _keep(session: Session, rungs: list[Rung]) -> None:
    for rung in rungs:
        session.settings.save_rung(rung)

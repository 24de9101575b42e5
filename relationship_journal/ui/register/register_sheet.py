"""The courtesy register in a sheet: by year or piece by piece, exported as CSV."""

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QStandardPaths, Qt
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QTableView, QWidget

from relationship_journal.domain.register import Register
from relationship_journal.i18n import N_, Message, _
from relationship_journal.reports.register_csv import lines_csv, sums_csv
from relationship_journal.services.register import courtesy_register
from relationship_journal.services.whole_file import write_whole
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Label, SegmentedRow, Sheet

from .register_model import RegisterModel, View

_HEIGHT, _WIDEST_COLUMN = 380, 200


def show_register(context: Context, parent: QWidget | None) -> None:
    """Show what was given and received."""
    RegisterSheet(context, parent).open()


class RegisterSheet(Sheet):
    """A table, the choice of its rows, and the button that exports it. Enter or a double click opens the contact."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(
            N_("Courtesy register"), N_("Export as CSV…"), parent, width=tokens.SHEET_REGISTER, cancel=N_("Close")
        )
        self._context = context
        self.model = RegisterModel(self)
        self.view = SegmentedRow(
            N_("Rows"), ((View.YEARS, N_("By year"), ""), (View.PIECES, N_("Piece by piece"), "")), View.YEARS
        )
        self.view.chosen.connect(self._show_view)
        self.empty = Label(N_("No present and no meal has been recorded yet."), Type.BASE, Colour.TEXT_SECOND)
        self.empty.hide()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(current_theme().px(tokens.NAV_ROW))
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setFixedHeight(current_theme().px(_HEIGHT))
        self.table.activated.connect(self._open_contact)
        self.table.selectionModel().currentRowChanged.connect(self._say_remark)
        self.remark = Label("", Type.SMALL, Colour.WARNING, wrap=True)
        self.body.addWidget(self.view, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.table)
        self.body.addWidget(self.remark)
        self.explain(N_("Presents and meals, each direction and currency apart; nothing is converted."))
        self.primary.setEnabled(False)
        self.confirmed.connect(self._export)
        self._name()
        today, session = context.today(), context.session
        context.tasks.read(lambda: courtesy_register(session, today), self._show)

    def changeEvent(self, event: QEvent) -> None:
        """React to the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._show_view(self.model.view)

    def _name(self) -> None:
        self.table.setAccessibleName(_("Courtesy register"))

    def _show(self, register: Register) -> None:
        self.model.show_register(register)
        found = bool(register.lines)
        self.table.setVisible(found)
        self.view.setVisible(found)
        self.empty.setVisible(not found)
        self.primary.setEnabled(found)
        self._settle()

    def _show_view(self, view: View) -> None:
        self.model.show_view(view)
        self._settle()

    def _settle(self) -> None:
        header = self.table.horizontalHeader()
        last = self.model.columnCount() - 1
        for column in range(last):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(current_theme().px(_WIDEST_COLUMN))
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
        if self.model.rowCount():
            self.table.selectRow(0)
            self.table.setFocus()

    def _say_remark(self, index: QModelIndex) -> None:
        """The remark of the row in full, since its column may be too narrow for it."""
        self.remark.say(self.model.remark(index.row()) if index.isValid() else "")

    def _open_contact(self, index: QModelIndex) -> None:
        self._context.selection.choose(self.model.contact(index.row()))
        self.accept()

    def _export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = Path(folder) / _("Courtesy register {day}.csv").format(day=self._context.today().isoformat())
        name, _kind = QFileDialog.getSaveFileName(self, _("Export as CSV"), str(start), _("Tables (*.csv)"))
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the rows shown to a file; where that fails, say why and stay open."""
        content = self.model.written(sums_csv, lines_csv)
        self._context.tasks.run(
            lambda: write_whole(path, content),
            lambda _done: self._context.notices.say(Message("Written: {path}", path=path.name)),
            lambda problem: self.fail(problem.message),
        )

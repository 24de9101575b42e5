"""The courtesy register as a table: by year, or piece by piece."""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyDirection
from relationship_journal.domain.register import Line, Register, YearSum
from relationship_journal.domain.words import courtesy_done
from relationship_journal.i18n import N_, _, ngettext, short_day, sum_of_money, word
from relationship_journal.values import dataclass

Index = QModelIndex | QPersistentModelIndex


class View(Enum):
    """What a row of the table is."""

    YEARS = "years"
    PIECES = "pieces"


@dataclass(frozen=True, slots=True)
class _Row:
    contact: ContactId
    cells: tuple[str, ...]
    remark: str


_HEADINGS: dict[View, tuple[str, ...]] = {
    View.YEARS: (N_("Year"), N_("Contact"), N_("Direction"), N_("Total"), N_("Pieces"), N_("Remarks")),
    View.PIECES: (N_("Day"), N_("Contact"), N_("What"), N_("Share"), N_("In return for"), N_("Remarks")),
}
_NUMBERS = frozenset({N_("Total"), N_("Share"), N_("Pieces")})
_DIRECTIONS = {CourtesyDirection.GIVEN: N_("given by me"), CourtesyDirection.RECEIVED: N_("received by me")}


class RegisterModel(QAbstractTableModel):
    """Rows of the register in the view chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register = Register((), ())
        self._rows: list[_Row] = []
        self.view = View.YEARS

    def show_register(self, register: Register) -> None:
        """Show what was read."""
        self._register = register
        self.show_view(self.view)

    def show_view(self, view: View) -> None:
        """Show the years or the pieces, in the language in use."""
        self.beginResetModel()
        self.view = view
        self._rows = (
            [_year(each) for each in self._register.sums]
            if view is View.YEARS
            else [_piece(line) for line in self._register.lines]
        )
        self.endResetModel()

    def written(self, years: Callable[[Register], bytes], pieces: Callable[[Register], bytes]) -> bytes:
        """The view shown as a file, by the writer that fits it."""
        return (years if self.view is View.YEARS else pieces)(self._register)

    def contact(self, row: int) -> ContactId:
        """Whose row it is."""
        return self._rows[row].contact

    def remark(self, row: int) -> str:
        """What is to be said of a row, empty where nothing is."""
        return self._rows[row].remark

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns the view has."""
        return 0 if parent.isValid() else len(_HEADINGS[self.view])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell; a remark is read out with every cell of its row."""
        row = self._rows[index.row()]
        cells = (*row.cells, row.remark)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(part for part in (cells[index.column()], row.remark) if part)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headings, in the language in use."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADINGS[self.view][section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        numeric = _HEADINGS[self.view][column] in _NUMBERS
        side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


def _year(each: YearSum) -> _Row:
    said = []
    if each.contact.official:
        said.append(_("Official"))
    if each.over and each.limit is not None:
        limit = _money(each.limit, each.currency)
        said.append(_("Over the limit of {limit}").format(limit=limit))
    if each.unknown:
        said.append(ngettext("{n} without a value", "{n} without a value", each.unknown).format(n=each.unknown))
    cells = (
        str(each.year),
        each.contact.name,
        _(_DIRECTIONS[each.direction]),
        _money(each.total, each.currency) if each.currency or each.total else "",
        str(each.pieces),
    )
    return _Row(each.contact.id, cells, " · ".join(said))


def _piece(line: Line) -> _Row:
    courtesy = line.courtesy
    what = _(courtesy_done(courtesy.kind, courtesy.direction))
    cells = (
        short_day(courtesy.day),
        line.contact.name,
        f"{what}: {courtesy.text}" if courtesy.text else what,
        "" if line.share is None else _money(line.share, courtesy.currency),
        line.favour,
    )
    return _Row(line.contact.id, cells, " ".join(word(verdict.because) for verdict in line.warnings))


def _money(value: Fraction, currency: str) -> str:
    cents = int(value * 100 + Fraction(1, 2))
    return sum_of_money(Decimal(cents) / 100, currency)

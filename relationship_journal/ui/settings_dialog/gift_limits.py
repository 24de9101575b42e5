"""Limits of gifts and meals: by currency, for one piece and for one contact in a year."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.problems import Problem
from relationship_journal.domain.settings import PIECE_LIMIT, YEAR_LIMIT, Settings
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Field, IconButton, Label

_CURRENCY_WIDTH = 96


class GiftLimits(QWidget):
    """A row for each currency."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._before = settings
        px = current_theme().px
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(tokens.SPACE_8))
        says = N_(
            "Above these sums the program warns before a gift or a meal is recorded, in both directions. "
            "Sums are never converted. Without a limit nothing is said, except with officials."
        )
        self._layout.addWidget(Label(says, Type.SMALL, Colour.TEXT_SECOND, wrap=True))
        self.rows: list[LimitRow] = []
        self.add = Button(N_("Add a currency"), "quiet", icon_name="plus", small=True)
        self.add.clicked.connect(lambda: self.append().currency.line.setFocus(Qt.FocusReason.OtherFocusReason))
        self._layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for currency in sorted({*settings.piece_limits, *settings.year_limits}):
            self.append(currency, settings.piece_limits.get(currency), settings.year_limits.get(currency))

    def append(self, currency: str = "", piece: Decimal | None = None, year: Decimal | None = None) -> "LimitRow":
        """Add a row."""
        row = LimitRow(currency, piece, year)
        row.gone.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._layout.insertWidget(self._layout.count() - 1, row)
        return row

    def changed(self) -> dict[str, str]:
        """What differs from before, as text by key, empty for a limit taken away. Problem where it makes no sense."""
        wanted: dict[str, str] = {}
        for row in self.rows:
            wanted.update(row.limits())
        before = {PIECE_LIMIT + code: value for code, value in self._before.piece_limits.items()}
        before |= {YEAR_LIMIT + code: value for code, value in self._before.year_limits.items()}
        found = {key: "" for key in before if key not in wanted}
        return found | {key: text for key, text in wanted.items() if before.get(key) != Decimal(text)}

    def _remove(self, row: "LimitRow") -> None:
        self.rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


class LimitRow(QWidget):
    """Currency, limit for a piece, limit for a year; an empty limit is none."""

    gone = Signal()

    def __init__(self, currency: str, piece: Decimal | None, year: Decimal | None) -> None:
        super().__init__()
        px = current_theme().px
        self.currency = Field(N_("Currency"), N_("such as CNY"), text=currency)
        self.currency.setFixedWidth(px(_CURRENCY_WIDTH))
        self.piece = Field(N_("For one piece"), N_("no limit"), text=_plain(piece))
        self.year = Field(N_("For a contact in a year"), N_("no limit"), text=_plain(year))
        remove = IconButton("x", N_("Remove"), size=tokens.CHIP_HEIGHT, icon_size=tokens.ICON_CONTROL)
        remove.clicked.connect(self.gone)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(tokens.SPACE_8))
        for field in (self.currency, self.piece, self.year):
            layout.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)

    def limits(self) -> dict[str, str]:
        """The limits as text by key, those that are set. Problem where the currency or a sum makes no sense."""
        code = self.currency.text().upper()
        sums = {PIECE_LIMIT: self.piece, YEAR_LIMIT: self.year}
        if not code and not any(field.text() for field in sums.values()):
            return {}
        if len(code) != 3 or not code.isascii() or not code.isalpha():
            raise _refused(self.currency, N_("Three letters, such as CNY or USD."))
        found = {}
        for family, field in sums.items():
            if not field.text():
                continue
            try:
                value = Decimal(field.text().replace(",", ""))
            except InvalidOperation:
                value = Decimal(0)
            if not value.is_finite() or value <= 0:
                raise _refused(field, N_("A sum above zero, or nothing."))
            found[family + code] = format(value, "f")
        return found


def _refused(field: Field, because: str) -> Problem:
    field.refuse(because)
    field.line.setFocus(Qt.FocusReason.OtherFocusReason)
    return Problem(Message(because))


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")

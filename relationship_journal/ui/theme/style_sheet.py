"""The application's style sheet, made from the tokens: how Qt's own controls look in this program."""

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from . import tokens
from .tokens import Colour, Type

if TYPE_CHECKING:
    from .theme import Theme


def style_sheet(theme: "Theme") -> str:
    """The rules for `theme`. Painted signs and rows do not go through here."""
    return _fill(_CONTROLS + _FIELDS + _LISTS + _TABLES + _MENUS, theme)


def _fill(text: str, theme: "Theme") -> str:
    values = {
        name: f"{theme.px(value)}px"
        for name, value in vars(tokens).items()
        if name.isupper() and isinstance(value, int)
    }
    values |= {role.name: _css(theme, role) for role in Colour}  # a hairline is a width too, and here its colour
    for face in Type:
        font = theme.font(face)
        values[f"FONT_{face.name}"] = f"font-size: {font.pixelSize()}px; font-weight: {int(font.weight())}"
    return Template(text).substitute(values)


def _css(theme: "Theme", role: Colour) -> str:
    """`#rrggbb`, or `#aarrggbb`: Qt misreads `rgba()` in `border-color`."""
    colour = theme.colour(role)
    return colour.name() if colour.alpha() == 255 else colour.name(QColor.NameFormat.HexArgb)


_CONTROLS = """
QPushButton {
    background: $CARD; color: $TEXT; border: 1px solid $BORDER; border-radius: $RADIUS_BUTTON;
    padding: 0 $BUTTON_PADDING; min-height: $BUTTON_INNER; $FONT_BUTTON; outline: 0;
}
QPushButton:hover { background: $HOVER; }
QPushButton:pressed, QPushButton:open { background: $PRESSED; }
QPushButton:disabled { background: transparent; color: $TEXT_THIRD; border-color: $HAIRLINE; }
QPushButton[kind="primary"] { background: $ACCENT; color: $ON_ACCENT; border-color: $ACCENT; }
QPushButton[kind="primary"]:hover { background: $ACCENT_HOVER; border-color: $ACCENT_HOVER; }
QPushButton[kind="primary"]:pressed { background: $ACCENT_PRESSED; border-color: $ACCENT_PRESSED; }
QPushButton[kind="primary"]:disabled {
    background: $DISABLED_FILL; color: $TEXT_THIRD; border-color: $DISABLED_FILL;
}
QPushButton[kind="quiet"] {
    background: transparent; color: $TEXT_SECOND; border-color: transparent; padding: 0 $SPACE_6;
}
QPushButton[kind="quiet"]:hover { background: $HOVER; border-color: $HOVER; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:open { background: $PRESSED; border-color: $PRESSED; }
QPushButton[kind="quiet"]:disabled { color: $TEXT_THIRD; }
QPushButton[kind="danger"] { color: $DANGER; }
QPushButton[small="true"] { min-height: $CHIP_INNER; padding: 0 $SPACE_8; }
QPushButton[kind="quiet"][small="true"] { min-height: $CHIP_SMALL_INNER; padding: 0 $SPACE_4; $FONT_SMALL; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton {
    background: transparent; border: 0; border-radius: $RADIUS_BUTTON; padding: 0; color: $TEXT_SECOND; outline: 0;
}
QToolButton:hover { background: $HOVER; }
QToolButton:pressed, QToolButton:open { background: $PRESSED; }
QToolButton:checked { background: $SELECTED; color: $TEXT; }
QToolButton:disabled { background: transparent; color: $TEXT_THIRD; }
QToolButton[segment="pill"] { border-radius: $RADIUS_PILL; }
QToolButton::menu-indicator { image: none; width: 0; }
QCheckBox, QRadioButton { spacing: $SPACE_8; color: $TEXT; outline: 0; }
QToolTip {
    background: $CARD; color: $TEXT; border: 1px solid $BORDER; padding: $SPACE_4; $FONT_SMALL;
}
QFrame[card="true"] { background: $CARD; border: 1px solid $BORDER; border-radius: $RADIUS_CARD; }
QFrame[card="accent"] { background: $CARD; border: 1px solid $ACCENT_LINE; border-radius: $RADIUS_CARD; }
QFrame[card="true"][focused="true"] { border-color: $ACCENT; }
QFrame[card="wash"] { background: $ACCENT_WASH; border: 1px solid $EVIDENCE; border-radius: $RADIUS_CARD; }
QDialog, QMessageBox { background: $PANEL; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: $FIELD; color: $TEXT; border: 1px solid $BORDER; border-radius: $RADIUS_FIELD;
    selection-background-color: $EVIDENCE; selection-color: $TEXT;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: $FIELD_INNER; padding: 0 $SPACE_8; }
QPlainTextEdit, QTextEdit { padding: $SPACE_4 $SPACE_6; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $ACCENT;
}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    min-height: $FIELD_FOCUS_INNER; padding: 0 $FIELD_FOCUS_PAD;
}
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $DANGER; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    background: transparent; color: $TEXT_THIRD; border-color: $HAIRLINE;
}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"] {
    background: transparent; border: 0; padding: 0; border-radius: 0;
}
QLineEdit[bare="true"] { min-height: $CHIP_INNER; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit, QComboBox QLineEdit:focus {
    background: transparent; border: 0; border-radius: 0; padding: 0; min-height: 0;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QComboBox::drop-down { border: 0; width: $SPACE_24; }
QComboBox QAbstractItemView {
    background: $CARD; border: 1px solid $BORDER; color: $TEXT; padding: $SPACE_4; outline: 0;
    selection-background-color: $SELECTED; selection-color: $TEXT;
}
"""

_LISTS = """
QScrollArea, QAbstractItemView { background: transparent; border: 0; }
QAbstractItemView { outline: 0; selection-background-color: $SELECTED; selection-color: $TEXT; }
QScrollBar:vertical { background: transparent; width: $SCROLL_BAR; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $SCROLL_BAR; margin: 0; }
QScrollBar::handle { background: $BORDER; border-radius: $SCROLL_ROUND; margin: 2px; }
QScrollBar::handle:vertical { min-height: $SCROLL_HANDLE_LEAST; }
QScrollBar::handle:horizontal { min-width: $SCROLL_HANDLE_LEAST; }
QScrollBar::handle:hover { background: $EMPTY; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $HAIRLINE; }
QProgressBar {
    background: $BAR_TRACK; border: 0; border-radius: $RADIUS_KEY_CAP; max-height: $BAR_HEIGHT; color: transparent;
}
QProgressBar::chunk { background: $ACCENT; border-radius: $RADIUS_KEY_CAP; }
"""

_TABLES = """
QTableView {
    background: $CARD; color: $TEXT; border: 1px solid $HAIRLINE; border-radius: $RADIUS_FIELD; outline: 0;
    selection-background-color: $SELECTED; selection-color: $TEXT; $FONT_BASE;
}
QTableView:focus { border-color: $ACCENT; }
QTableView::item { border: 0; padding: 0 $SPACE_4; }
QHeaderView { background: $CARD; border: 0; }
QHeaderView::section {
    background: $CARD; color: $TEXT_SECOND; border: 0; border-bottom: 1px solid $BORDER; padding: $SPACE_6 $SPACE_8;
    $FONT_SMALL;
}
"""

_MENUS = """
QMenu { background: $CARD; color: $TEXT; border: 1px solid $BORDER; border-radius: $RADIUS_FIELD; padding: $SPACE_4; }
QMenu::item {
    padding: $SPACE_6 $SPACE_24 $SPACE_6 $SPACE_8; border-radius: $RADIUS_BUTTON; min-width: $MENU_LEAST;
}
QMenu::item:selected { background: $SELECTED; }
QMenu::item:disabled { color: $TEXT_THIRD; }
QMenu::separator { height: 1px; background-color: $HAIRLINE; margin: $SPACE_4 $SPACE_8; }
QMenu::icon { padding-left: $SPACE_8; }
"""

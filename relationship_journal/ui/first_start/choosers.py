"""Language and theme, as quiet buttons with a menu: where no journal with its settings is open yet."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from relationship_journal.i18n import N_, current_language
from relationship_journal.ui.theme import Scheme, current_theme, tokens
from relationship_journal.ui.widgets import Button, Menu, worded

if TYPE_CHECKING:
    from relationship_journal.ui.desk import Desk

# A language is named in itself, so that whoever is lost finds the way back.
LANGUAGE_NAMES = {"en": "English", "zh": "中文"}
SCHEME_NAMES = {Scheme.SYSTEM: N_("As the system"), Scheme.LIGHT: N_("Light"), Scheme.DARK: N_("Dark")}


class Choosers(QWidget):
    """Two buttons side by side."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self.language = Button(lambda: LANGUAGE_NAMES[current_language()], "quiet", icon_name="globe")
        self.theme = Button(lambda: worded(SCHEME_NAMES[current_theme().scheme]), "quiet", icon_name="sun")
        self.language.clicked.connect(self._offer_languages)
        self.theme.clicked.connect(self._offer_themes)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(tokens.SPACE_8))
        layout.addWidget(self.language)
        layout.addWidget(self.theme)

    def _offer_languages(self) -> None:
        menu = Menu(self)
        for code, name in LANGUAGE_NAMES.items():
            menu.offer(name, partial(self._desk.use_language, code), checked=code == current_language())
        _open_above(menu, self.language)

    def _offer_themes(self) -> None:
        menu = Menu(self)
        for scheme, name in SCHEME_NAMES.items():
            menu.offer(name, partial(self._use, scheme), checked=scheme is current_theme().scheme)
        _open_above(menu, self.theme)

    def _use(self, scheme: Scheme) -> None:
        self._desk.use_theme(scheme)
        self.theme.reword()


def _open_above(menu: Menu, button: QPushButton) -> None:
    menu.popup(button.mapToGlobal(button.rect().topLeft()) - menu.rect().bottomLeft())

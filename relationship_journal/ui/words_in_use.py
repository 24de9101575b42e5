"""The language of the whole application: the program's words, Qt's own, and telling every widget."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from relationship_journal.i18n import LANGUAGES, install

from .theme import current_theme

_QT_WORDS = {"zh": "qtbase_zh_CN"}


class WordsInUse:
    """Switches the language while the program runs."""

    def __init__(self, catalogues: Path) -> None:
        self._catalogues = catalogues
        self._of_qt: QTranslator | None = None

    def use(self, language: str) -> None:
        """Put the whole application into `language` ("en" or "zh")."""
        install(language, self._catalogues)
        if self._of_qt is not None:
            QCoreApplication.removeTranslator(self._of_qt)
            self._of_qt = None
        if language in _QT_WORDS:
            translator = QTranslator()
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if translator.load(_QT_WORDS[language], folder):
                self._of_qt = translator
                QCoreApplication.installTranslator(translator)
        current_theme().reword()
        for widget in QApplication.topLevelWidgets():
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))


def language_of_the_system() -> str:
    """The first language of the desktop that the program speaks, else English."""
    for name in QLocale.system().uiLanguages():
        if name.split("-")[0] in LANGUAGES:
            return name.split("-")[0]
    return "en"

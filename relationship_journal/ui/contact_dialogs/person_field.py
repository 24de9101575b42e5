"""A field for one contact: names, nicknames, pinyin and initials complete."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.ui.sidebar.finding import find
from relationship_journal.ui.widgets import Field, Words

_MOST = 12


class PersonField(Field):
    """Holds a contact or nobody. What was typed and is nobody's name is refused by `chosen`."""

    def __init__(self, label: Words, hint: Words, people: Sequence[ContactRow], who: ContactId | None = None) -> None:
        super().__init__(label, hint)
        self._people = people
        self._by_text: dict[str, ContactId] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_MOST)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._offer)
        row = next((row for row in people if row.id == who), None)
        if row is not None:
            self._by_text[_told(row)] = row.id
            self.line.setText(_told(row))

    def chosen(self) -> ContactId | None:
        """The contact that stands there, or None where nothing does. LookupError where it is nobody's name."""
        text = self.text()
        if not text:
            return None
        if text in self._by_text:
            return self._by_text[text]
        same = [row.id for row in self._people if row.name.casefold() == text.casefold()]
        if len(same) == 1:
            return same[0]
        raise LookupError(text)

    def _offer(self, text: str) -> None:
        found = find(self._people, text)[:_MOST] if text.strip() else []
        self._by_text.update((_told(row), row.id) for row in found)
        self._model.setStringList([_told(row) for row in found])
        self.line.completer().complete()


def _told(row: ContactRow) -> str:
    return f"{row.name} ({row.org})" if row.org else row.name

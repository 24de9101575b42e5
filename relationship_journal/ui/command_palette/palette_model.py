"""What the palette offers for what was typed: people, what can be done for one of them, actions, or ways on."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.i18n import Message, _, current_language, word
from relationship_journal.ui.actions import Actions, Section
from relationship_journal.ui.sidebar.finding import find
from relationship_journal.ui.widgets.key_cap import key_text
from relationship_journal.values import dataclass

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_PEOPLE, _COMMANDS = 5, 8
_ORDER = (Section.RECORD, Section.GO, Section.CONTACT, Section.EDIT, Section.VIEW, Section.JOURNAL, Section.HELP)


@dataclass(frozen=True, slots=True)
class Line:
    """One line. A heading has no `act`; a line of a person has their row."""

    text: str
    act: Callable[[], object] | None = None
    icon: str = ""
    detail: str = ""
    keys: str = ""
    person: ContactRow | None = None


@dataclass(frozen=True, slots=True)
class Deeds:
    """Who is in view, what can be done for a person, each given the contact's id, and with words that nobody knows."""

    in_view: Callable[[], ContactRow | None]
    look_at: Callable[[ContactId], object]
    for_person: tuple[tuple[str, str, Callable[[ContactId], object]], ...]
    add: Callable[[str], object]
    search: Callable[[str], object]


class PaletteModel(QAbstractListModel):
    """The lines. `person` narrows them to what can be done for one contact."""

    def __init__(
        self, actions: Actions, people: Sequence[ContactRow], deeds: Deeds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._people = people
        self._deeds = deeds
        self._lines: list[Line] = []
        self._entries: list[Line] = []
        self._text = ""
        self.person: ContactRow | None = None

    def look_for(self, text: str, person: ContactRow | None = None) -> None:
        """Offer what fits `text`, for `person` if one is given."""
        self._text, self.person, self._entries = text, person, []
        self._show()

    def add_entries(self, entries: Sequence[Line]) -> None:
        """Show the entries that were found for what was typed."""
        self._entries = list(entries)
        self._show()

    def at(self, place: int) -> Line:
        """The line at a place."""
        return self._lines[place]

    def first(self) -> int:
        """The place of the first line that can be chosen, or -1."""
        return next((place for place, line in enumerate(self._lines) if line.act is not None), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, the whole line under `LINE`, and a sentence for screen readers."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.text, line.detail, line.keys) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and self._lines[index.row()].act is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _show(self) -> None:
        self.beginResetModel()
        self._lines = self._found()
        self.endResetModel()

    def _found(self) -> list[Line]:
        if self.person is not None:
            return self._for(self.person, self._text)
        text = self._text.strip()
        people = find(self._people, text)[:_PEOPLE] if text else []
        lines = _under(_("People"), [self._person(row) for row in people])
        first = people[0] if people else None if text else self._deeds.in_view()
        if first is not None:
            lines += self._for(first, "")
        lines += _under(_("Entries"), self._entries)
        lines += _under(_("Commands"), self._commands(text))
        if text and not lines:
            lines = [
                Line(word(Message("Add {name}", name=text)), lambda: self._deeds.add(text), "user-plus"),
                Line(
                    word(Message("Search the journal for “{text}”", text=text)),
                    lambda: self._deeds.search(text),
                    "magnifying-glass",
                ),
            ]
        return lines

    def _person(self, row: ContactRow) -> Line:
        separator = " " if current_language() == "zh" else ", "
        detail = separator.join(part for part in (row.org, row.title) if part)
        return Line(row.name, lambda: self._deeds.look_at(row.id), detail=detail, person=row)

    def _for(self, row: ContactRow, text: str) -> list[Line]:
        deeds = [
            Line(_(words), lambda deed=deed: deed(row.id), icon)  # type: ignore[misc] # one deed for each line
            for words, icon, deed in self._deeds.for_person
            if text.casefold() in _(words).casefold()
        ]
        return _under(word(Message("For {name}", name=row.name)), deeds)

    def _place_of_section(self, name: str) -> int:
        return _ORDER.index(self._actions.section(name))

    def _commands(self, text: str) -> list[Line]:
        found = [
            Line(
                self._actions[name].text(),
                self._actions[name].trigger,
                self._actions.icon_name(name),
                keys=key_text(self._actions[name].shortcut().toString()),
            )
            for name in sorted(self._actions.in_palette(), key=self._place_of_section)
            if _fits(f"{self._actions[name].text()} {self._actions.english(name)}", text)
        ]
        return found[:_COMMANDS] if text else found


def _under(heading: str, lines: list[Line]) -> list[Line]:
    return [Line(heading), *lines] if lines else []


def _fits(words: str, text: str) -> bool:
    """Whether every word that was typed begins or is within one of `words`."""
    said = words.casefold()
    return all(part in said for part in text.casefold().split())

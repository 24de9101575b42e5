"""What is found as one types: people, favours and entries under headings, and filters that complete what is typed."""

from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.hit import Hit, HitKind
from relationship_journal.domain.search_query import parse
from relationship_journal.domain.words import ENTRY_WORDS
from relationship_journal.i18n import N_, Message, _, current_language, full_day, word
from relationship_journal.reading.days import read_day
from relationship_journal.ui.context import Context
from relationship_journal.ui.sidebar.finding import find
from relationship_journal.ui.tasks import Generation
from relationship_journal.values import dataclass

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_LIMIT = 50
_OFFERED = 6
_HEADINGS = {HitKind.CONTACT: N_("People"), HitKind.FAVOUR: N_("Favours"), HitKind.ENTRY: N_("Entries")}
FILTERS = {"en": ("with:", "after:", "before:", "kind:"), "zh": ("和:", "之后:", "之前:", "类型:")}
_DAYS = {"en": ("yesterday", "last week", "last month"), "zh": ("昨天", "上周", "上个月")}
_WITH, _AFTER, _BEFORE, _KIND = range(4)


class LineKind(StrEnum):
    """What a line of the list is."""

    HEADING = "heading"
    HIT = "hit"
    FILTER = "filter"


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, something found, or a filter to take: `insert` replaces the word under the cursor."""

    kind: LineKind
    text: str = ""
    hit: Hit | None = None
    insert: str = ""


class SearchModel(QAbstractListModel):
    """The lines for a text. A result that comes after the text has changed is dropped."""

    found = Signal()  #: the lines were made anew

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._generation = Generation()
        self._lines: list[Line] = []
        self._people: tuple[ContactRow, ...] = ()
        self.text = ""
        self.not_read: tuple[str, ...] = ()
        self.is_waiting = False
        reads, today = context.session.reads, context.today()
        context.tasks.read(lambda: reads.contact_rows(today), self._keep_people)

    def look_for(self, text: str, cursor: int) -> None:
        """Find `text`; the word that ends at `cursor` may be a filter to complete."""
        self.text = text
        today, search = self._context.today(), self._context.session.search
        offered = self._completions(_word_before(text, cursor))
        if not text.strip():
            self._generation.next()
            self.is_waiting, self.not_read = False, ()
            self._show(offered, ())
            return
        self.is_waiting = True
        self.not_read = parse(text, today, read_day).not_read
        with self._context.tasks.together():  # most searches are done before the letter would be painted without them
            self._context.tasks.read(
                lambda: search.find(text, today, limit=_LIMIT),
                lambda hits: self._arrived(offered, hits),
                self._generation,
                failed=lambda _problem: self._arrived(offered, ()),
            )

    def at(self, place: int) -> Line:
        """The line at a place."""
        return self._lines[place]

    def first(self) -> int:
        """The first line that can be taken: what was found before what completes; -1 if there is none."""
        hits = [place for place, line in enumerate(self._lines) if line.kind is LineKind.HIT]
        return hits[0] if hits else next((n for n, line in enumerate(self._lines) if line.kind is LineKind.FILTER), -1)

    @property
    def hits(self) -> int:
        """How many things were found."""
        return sum(line.kind is LineKind.HIT for line in self._lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A line, and what a screen reader says of it."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(line, self._context.today())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        if index.isValid() and self._lines[index.row()].kind is LineKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def _keep_people(self, rows: tuple[ContactRow, ...]) -> None:
        self._people = rows

    def _arrived(self, offered: list[Line], hits: tuple[Hit, ...]) -> None:
        self.is_waiting = False
        self._show(offered, hits)

    def _show(self, offered: list[Line], hits: tuple[Hit, ...]) -> None:
        lines = list(offered)
        for kind in HitKind:
            group = [hit for hit in hits if hit.kind is kind]
            if group:
                lines.append(Line(LineKind.HEADING, _(_HEADINGS[kind])))
                lines += [Line(LineKind.HIT, hit=hit) for hit in group]
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        self.found.emit()

    def _completions(self, typed: str) -> list[Line]:
        """Values for the filter that is being typed."""
        words = FILTERS[current_language()]
        name, colon, value = typed.replace("：", ":").partition(":")
        key = next((n for n, known in enumerate(words) if f"{name}:".casefold() == known), None)
        if not colon or key is None:
            return []
        if key == _WITH:
            people = find(self._people, value) if value else list(self._people)
            offers = [row.name for row in people[:_OFFERED] if row.name.casefold() != value.strip('"').casefold()]
        elif key == _KIND:
            offers = [kind for kind in self._kinds() if kind.startswith(value.casefold()) and kind != value.casefold()]
        else:
            offers = [day for day in _DAYS[current_language()] if day.startswith(value.casefold()) and day != value]
        prefix = words[key]
        return [
            Line(
                LineKind.FILTER, f"{prefix}{offer}", insert=f'{prefix}"{offer}"' if " " in offer else f"{prefix}{offer}"
            )
            for offer in offers
        ]

    @staticmethod
    def _kinds() -> list[str]:
        if current_language() == "zh":
            return [*(_(ENTRY_WORDS[kind]) for kind in EntryKind), "人情", "联系人"]
        return [*(kind.value for kind in EntryKind), "favour", "contact"]


def spoken(line: Line, today: date) -> str:
    """A line as one phrase."""
    hit = line.hit
    if hit is None:
        return line.text
    parts = [hit.snippet.replace("\n", " ")]
    if hit.kind is not HitKind.CONTACT:
        parts += list(hit.names)
    if hit.day is not None:
        parts.append(full_day(hit.day, today))
    return ", ".join(part for part in parts if part)


def nothing_found(text: str) -> str:
    """The sentence for a text that nothing fits."""
    return word(Message("Nothing found for “{text}”.", text=text.strip()))


def _word_before(text: str, cursor: int) -> str:
    """The word that ends at `cursor`."""
    start = max(text.rfind(" ", 0, cursor), text.rfind("\u3000", 0, cursor)) + 1
    return text[start:cursor]

"""The rows of one sitting, found by section and by key, and how many of them are dealt with; counted once a change."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from relationship_journal.domain.plan import Section
from relationship_journal.domain.review import section_of

from .review_line import Line, Progress

_NOTHING = Progress(0, 0)


class Sitting:
    """Thousands of rows are asked for after every key press: nothing here looks through all of them to answer."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._lines: dict[Section, tuple[Line, ...]] = {}
        self._by_key: dict[str, Line] = {}
        self._earlier: dict[Section, int] = {}
        self._progress: dict[Section, Progress] = {}

    @property
    def lines(self) -> Mapping[Section, tuple[Line, ...]]:
        """The rows of each section in their order."""
        return self._lines

    def every(self) -> Iterator[Line]:
        """All rows from top to bottom."""
        for section in self._sections:
            yield from self._lines.get(section, ())

    def line(self, key: str) -> Line | None:
        """A row by its key."""
        return self._by_key.get(key)

    def progress_of(self, section: Section) -> Progress:
        """How much of a section is done; what was dealt with in an earlier sitting of the same review counts."""
        return self._progress.get(section, _NOTHING)

    def show(self, lines: Mapping[Section, tuple[Line, ...]], dealt: Collection[str]) -> None:
        """Put these rows in place of all; `dealt` are the keys of what was dealt with in the review so far."""
        self._lines = dict(lines)
        self._by_key = {line.key: line for line in self.every()}
        self._earlier = dict.fromkeys(self._sections, 0)
        for key in dealt:
            if key not in self._by_key and section_of(key) in self._earlier:
                self._earlier[Section(section_of(key))] += 1
        for section in self._sections:
            self._count(section)

    def put(self, line: Line) -> None:
        """Put a row in the place of the one with the same key."""
        section = line.row.section
        self._lines[section] = tuple(line if each.key == line.key else each for each in self._lines[section])
        self._by_key[line.key] = line
        self._count(section)

    def _count(self, section: Section) -> None:
        lines, earlier = self._lines.get(section, ()), self._earlier.get(section, 0)
        done = sum(line.how is not None for line in lines)
        self._progress[section] = Progress(done + earlier, len(lines) + earlier)

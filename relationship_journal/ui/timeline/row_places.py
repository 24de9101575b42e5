"""Where rows stand in the scrolled content: known heights where they were laid out, estimates elsewhere."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.values import dataclass, field

from .row_words import text_of


@dataclass(frozen=True, slots=True)
class Spaces:
    """Pixels: between rows of a day, before a day's header, before the first one, the header with its gap, the foot."""

    rows: int
    days: int
    first: int
    header: int
    foot: int


@dataclass(slots=True)
class RowPlaces:
    """Tops and heights of the held rows, relative to the first of them; a day's header stands above its first row."""

    tops: list[int] = field(default_factory=list)
    heights: list[int] = field(default_factory=list)
    headed: list[bool] = field(default_factory=list)
    height: int = 0

    def at(self, y: int) -> int:
        """The row at or next after `y`; the last where there is none after it; -1 if there are no rows."""
        index = bisect_right(self.tops, y) - 1
        if index >= 0 and y >= self.tops[index] + self.heights[index]:
            index += 1
        return min(max(index, 0), len(self.tops) - 1)

    def correct(self, heights: Mapping[int, int]) -> None:
        """Rows have turned out to be so high: what stands below each of them moves."""
        moved = 0
        for index in range(min(heights), len(self.tops)):
            self.tops[index] += moved
            if index in heights:
                moved += heights[index] - self.heights[index]
                self.heights[index] = heights[index]
        self.height += moved

    def between(self, top: int, bottom: int) -> range:
        """The rows of which something, their day's header included, may stand between two heights."""
        if not self.tops or bottom < 0 or top > self.height:
            return range(0)
        last = bisect_right(self.tops, bottom)
        # A header stands above its row's top: the row after the last one may show nothing but that.
        return range(max(0, self.at(top)), min(len(self.tops), last + 1))


def place(
    rows: Sequence[TimelineRow], height_of: Callable[[TimelineRow], int], spaces: Spaces, *, opens: bool
) -> RowPlaces:
    """Place `rows` below each other; `opens` says that the first of them is the newest of the whole."""
    made = RowPlaces()
    y, day = 0, None
    for index, row in enumerate(rows):
        headed = row.key.day != day
        if headed:
            y += (spaces.first if opens and not index else spaces.days) + spaces.header
        else:
            y += spaces.rows
        height = height_of(row)
        made.tops.append(y)
        made.heights.append(height)
        made.headed.append(headed)
        y, day = y + height, row.key.day
    made.height = y + spaces.foot
    return made


def estimate(row: TimelineRow, least: int, line: int, line_width: float, block: int) -> int:
    """About how high a row will be: `line_width` in Latin letters, `block` for each further line of parts."""
    text = text_of(row)
    begins = text[:80]
    wide = (len(begins.encode("utf-8", "surrogatepass")) - len(begins)) // 2  # a Chinese character has three bytes
    letters = len(text) * (len(begins) + wide) / max(1, len(begins))
    lines = min(40, max(text.count("\n") + 1, round(letters / max(1.0, line_width) + 0.5))) if text else 0
    blocks = bool(row.steps or row.courtesies) + bool(row.entry is not None and row.entry.attachments)
    return least + lines * line + blocks * block

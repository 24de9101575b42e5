"""Places by arithmetic: columns and lines of widgets for panes in which everything changes at once.

Qt's layouts ask every part for its least, its natural and its greatest size, on each level and several times, and do it
again for each part that is shown or hidden. For a panel of forty parts that takes as long as painting it. Here a pane
says when its parts are to be measured: each is asked once how high it is at the width that there is, and then given its
place. Where there is room enough the places are those of Qt's boxes, to the pixel.
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

_NARROW = (QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class Part(Protocol):
    """What stands in a column or a line. `measure` comes first; `place` rests on what it found."""

    stretch: int
    keeps_height: bool  #: as high as it is, also in a line that is higher
    on_top: bool  #: in such a line it stands on top, not in the middle

    def is_hidden(self) -> bool:
        """Whether it takes no room now."""

    def natural_width(self) -> int:
        """The width at which nothing of it is cut."""

    def least_width(self) -> int:
        """The width beyond which it does not shrink."""

    def measure(self, width: int) -> int:
        """How high it is at this width."""

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Stand there."""


class Of:
    """A widget as a part. One that has a method `height_at` is asked by it; else its hint says how high it is."""

    def __init__(self, widget: QWidget, stretch: int = 0, *, on_top: bool = False) -> None:
        self.widget = widget
        self.stretch = stretch
        self.on_top = on_top
        policy = widget.sizePolicy()
        self.keeps_height = on_top or policy.verticalPolicy() in _NARROW
        self.keeps_width = policy.horizontalPolicy() in _NARROW
        self._shrinks = bool(policy.horizontalPolicy().value & QSizePolicy.PolicyFlag.ShrinkFlag.value)
        self._height_at = getattr(widget, "height_at", None)

    def is_hidden(self) -> bool:
        """As the widget says."""
        return self.widget.isHidden()

    def natural_width(self) -> int:
        """That of its hint."""
        return self._hint().width()

    def least_width(self) -> int:
        """That of its least hint, where it may shrink at all."""
        return self.widget.minimumSizeHint().width() if self._shrinks else self._hint().width()

    def measure(self, width: int) -> int:
        """Its own answer, or its hint."""
        if self._height_at is not None:
            return int(self._height_at(width))
        widget = self.widget
        return widget.heightForWidth(width) if widget.hasHeightForWidth() else self._hint().height()

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Give the widget its place."""
        self.widget.setGeometry(x, y, width, height)

    def _hint(self) -> QSize:
        widget = self.widget
        return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())


class Space:
    """So many pixels left free, or a share of the room that is left."""

    keeps_height = on_top = False

    def __init__(self, size: int = 0, stretch: int = 0) -> None:
        self.size = size
        self.stretch = stretch

    def is_hidden(self) -> bool:
        """Never."""
        return False

    def natural_width(self) -> int:
        """As said."""
        return self.size

    def least_width(self) -> int:
        """As said."""
        return self.size

    def measure(self, _width: int) -> int:
        """As said."""
        return self.size

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """There is nothing to place."""


class _Group:
    """Parts together, with `edges` (left, top, right, bottom) left free around them; itself a part."""

    keeps_height = on_top = False

    def __init__(
        self, *parts: Part, gap: int = 0, edges: tuple[int, int, int, int] = (0, 0, 0, 0), stretch: int = 0
    ) -> None:
        self.parts = list(parts)
        self.gap = gap
        self.edges = edges
        self.stretch = stretch
        self._seen: list[Part] = []
        self._heights: list[int] = []

    def is_hidden(self) -> bool:
        """Where nothing in it is shown."""
        return all(isinstance(part, Space) or part.is_hidden() for part in self.parts)

    def least_width(self) -> int:
        """It gives way: what is in it is cut."""
        return 0

    def _gaps(self) -> int:
        return self.gap * max(0, sum(not isinstance(part, Space) for part in self._seen) - 1)


class Column(_Group):
    """Parts below each other, each as high as it is; what is left stays free below."""

    def natural_width(self) -> int:
        """That of the widest part."""
        shown = [part.natural_width() for part in self.parts if not part.is_hidden()]
        return max(shown, default=0) + self.edges[0] + self.edges[2]

    def measure(self, width: int) -> int:
        """All parts and the gaps between them."""
        left, top, right, bottom = self.edges
        self._seen = [part for part in self.parts if not part.is_hidden()]
        self._heights = [part.measure(width - left - right) for part in self._seen]
        return sum(self._heights) + self._gaps() + top + bottom

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """From the top down."""
        left, top, right, _bottom = self.edges
        x, room, y, gap = x + left, width - left - right, y + top, 0
        for part, high in zip(self._seen, self._heights, strict=True):
            if isinstance(part, Space):
                y += high
                continue
            y += gap
            gap = self.gap
            wide = min(room, part.natural_width()) if isinstance(part, Of) and part.keeps_width else room
            part.place(x, y, wide, high)
            y += high


class Line(_Group):
    """Parts beside each other. Room that is left goes to those with a stretch; where it is too narrow all give way."""

    def natural_width(self) -> int:
        """All parts and the gaps between them."""
        self._seen = [part for part in self.parts if not part.is_hidden()]
        return sum(part.natural_width() for part in self._seen) + self._gaps() + self.edges[0] + self.edges[2]

    def measure(self, width: int) -> int:
        """The height of the highest part."""
        left, top, right, bottom = self.edges
        self._seen = [part for part in self.parts if not part.is_hidden()]
        self._widths = self._shared(width - left - right)
        self._heights = [part.measure(wide) for part, wide in zip(self._seen, self._widths, strict=True)]
        high = (high for part, high in zip(self._seen, self._heights, strict=True) if not isinstance(part, Space))
        return max(high, default=0) + top + bottom

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """From left to right, lower ones in the middle."""
        left, top, _right, bottom = self.edges
        x, y, room, gap = x + left, y + top, height - top - bottom, 0
        for part, wide, own in zip(self._seen, self._widths, self._heights, strict=True):
            if not isinstance(part, Space):
                x += gap
                gap = self.gap
                high = min(room, own) if part.keeps_height else room
                part.place(x, y if part.on_top else y + (room - high) // 2, wide, high)
            x += wide

    def _shared(self, width: int) -> list[int]:
        parts, room = self._seen, width - self._gaps()
        widths = [0 if part.stretch else part.natural_width() for part in parts]
        left, shares = room - sum(widths), sum(part.stretch for part in parts)
        if left < 0 or (shares and left < sum(part.least_width() for part in parts if part.stretch)):
            return _squeezed(widths, [part.least_width() for part in parts], room)
        if shares:
            before = given = 0
            for at, part in enumerate(parts):
                if part.stretch:
                    before += part.stretch
                    upto = (2 * left * before + shares) // (2 * shares)
                    widths[at], given = upto - given, upto
        return widths


class Flowing(_Group):
    """Parts in lines like words, `gap` apart; a new line begins where one is full, the lines `between` apart."""

    def __init__(self, *parts: Part, gap: int, between: int) -> None:
        super().__init__(*parts, gap=gap)
        self.between = between
        self._places: list[tuple[int, int, int, int]] = []

    def natural_width(self) -> int:
        """All on one line."""
        self._seen = [part for part in self.parts if not part.is_hidden()]
        return sum(part.natural_width() for part in self._seen) + self._gaps()

    def measure(self, width: int) -> int:
        """All its lines."""
        self._seen = [part for part in self.parts if not part.is_hidden()]
        self._places.clear()
        x = y = line = 0
        for part in self._seen:
            wide = min(part.natural_width(), width)
            high = part.measure(wide)
            if x > 0 and x + wide > width:
                x, y, line = 0, y + line + self.between, 0
            self._places.append((x, y, wide, high))
            x += wide + self.gap
            line = max(line, high)
        return y + line

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Line by line."""
        for part, (left, top, wide, high) in zip(self._seen, self._places, strict=True):
            part.place(x + left, y + top, wide, high)


class Within:
    """A widget that holds other parts: they stand in it, and it is as high as they are. `border` is its frame's."""

    keeps_height = on_top = False

    def __init__(
        self,
        widget: QWidget,
        inside: "Column | Line | Flowing",
        *,
        border: int = 0,
        stretch: int = 0,
        on_top: bool = False,
    ) -> None:
        self.widget = widget
        self.inside = inside
        self.border = border
        self.stretch = stretch
        self.on_top = self.keeps_height = on_top

    def is_hidden(self) -> bool:
        """As the widget says."""
        return self.widget.isHidden()

    def natural_width(self) -> int:
        """That of its parts, within the frame."""
        return self.inside.natural_width() + 2 * self.border

    def least_width(self) -> int:
        """It gives way."""
        return 0

    def measure(self, width: int) -> int:
        """That of its parts, within the frame."""
        return self.inside.measure(width - 2 * self.border) + 2 * self.border

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Give the widget its place, and its parts theirs in it."""
        self.widget.setGeometry(x, y, width, height)
        border = self.border
        self.inside.place(border, border, width - 2 * border, height - 2 * border)


def _squeezed(wishes: list[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fit into `room`: all that can give way give as much, but none more than it can."""
    widths = [max(wish, low) for wish, low in zip(wishes, least, strict=True)]
    giving = [at for at, low in enumerate(least) if widths[at] > low]
    over = sum(widths) - room
    while over > 0 and giving:
        share, rest = divmod(over, len(giving))
        over = 0
        for place, at in enumerate(list(giving)):
            gives = share + (place < rest)
            possible = widths[at] - least[at]
            if possible <= gives:
                giving.remove(at)
                over += gives - possible
            widths[at] -= min(gives, possible)
    return widths

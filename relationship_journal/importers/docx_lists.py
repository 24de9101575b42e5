"""Lists in Word documents: which paragraphs are items, with a bullet or with which number."""

from collections import defaultdict
from collections.abc import Mapping

from relationship_journal.values import dataclass

from .strict_xml import local

_BULLET = "- "
_NO_MARKS = ("none", "")


@dataclass(slots=True)
class Item:
    """What a paragraph says of the list that it belongs to; `number` 0 takes it out of the list of its style."""

    style: str = ""
    number: str = ""
    level: int = 0
    is_marked: bool = False

    def take(self, tag: str, value: str) -> None:
        """One of `pStyle`, `numId`, `ilvl` with its value."""
        if tag == "pStyle":
            self.style = value
        elif tag == "numId":
            self.number = value
        else:
            self.level = _level(value)


class Lists:
    """Reads `numbering.xml` and `styles.xml`, and then counts."""

    def __init__(self) -> None:
        self._formats: dict[tuple[str, int], str] = {}
        self._kind_of: dict[str, str] = {}
        self._of_style: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = defaultdict(int)
        self._kind = self._number = self._style = ""
        self._level = 0

    def mark_of(self, item: Item) -> str:
        """What stands before the paragraph: a bullet, its number, or nothing. Asked again it says nothing."""
        number = item.number or self._of_style.get(item.style, "")
        if item.is_marked or not number or number == "0":
            return ""
        item.is_marked = True
        indent = "  " * item.level
        kind = self._kind_of.get(number, number)
        form = self._formats.get((kind, item.level), "bullet")
        if form in _NO_MARKS:
            return ""
        if form == "bullet":
            return indent + _BULLET
        self._counts[number, item.level] += 1
        for deeper in [key for key in self._counts if key[0] == number and key[1] > item.level]:
            del self._counts[deeper]
        return f"{indent}{self._counts[number, item.level]}. "

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        given = {local(key): value for key, value in attributes.items()}
        tag = local(name)
        if tag == "abstractNum":
            self._kind, self._number = given.get("abstractNumId", ""), ""
        elif tag == "num":
            self._number = given.get("numId", "")
        elif tag == "abstractNumId":
            self._kind_of[self._number] = "kind " + given.get("val", "")
        elif tag == "lvl":
            self._level = _level(given.get("ilvl", "0"))
        elif tag == "numFmt" and not self._number:
            self._formats["kind " + self._kind, self._level] = given.get("val", "")
        elif tag == "style":
            self._style = given.get("styleId", "")
        elif tag == "numId" and self._style:
            self._of_style[self._style] = given.get("val", "")

    def end(self, name: str) -> None:
        if local(name) == "style":
            self._style = ""

    def words(self, _words: str) -> None:
        """Nothing is said in these parts."""


def _level(number: str) -> int:
    return int(number) if number.isascii() and number.isdigit() and len(number) < 3 else 0

"""The geometry of a row: what stands where, for a width, in the fonts of the theme. Nothing is painted here."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import Courtesy
from relationship_journal.domain.entry import Attachment, EntrySource
from relationship_journal.domain.scope import UNSORTED, Scope, Whole
from relationship_journal.domain.timeline import StepInEntry, TimelineRow
from relationship_journal.domain.words import courtesy_done, step_word
from relationship_journal.i18n import _, ngettext, sum_of_money, word
from relationship_journal.ui.theme import Colour, Theme, Type, tokens
from relationship_journal.ui.theme.set_line import set_line
from relationship_journal.ui.theme.wide_marks import wide_formats
from relationship_journal.ui.widgets.text import text_lines
from relationship_journal.values import dataclass, field

from .links import find_links, utf16
from .row_folding import shown_text
from .row_parts import Paragraph, Part, PartKind, Piece
from .row_words import (
    closes,
    courtesy_detail,
    courtesy_spoken,
    file_detail,
    joined,
    kind_of,
    said_in_words,
    step_detail,
    step_spoken,
)

META = 20
_CARD_LEAST, _CARD_MOST = 140, 260


@dataclass(frozen=True, slots=True)
class Manner:
    """In which way rows are shown: the theme, whose timeline it is, and whether a long text is shown whole.

    In the current row what the rules say of a courtesy stands in whole sentences. `room` is the height in pixels that
    is left at the foot for the suggestions of its note, 0 where they are not shown.
    """

    theme: Theme
    scope: Scope
    unfolded: bool = False
    current: bool = False
    room: int = 0


@dataclass(slots=True)
class RowLayout:
    """A row laid out: all rectangles are relative to its top left corner."""

    row: TimelineRow
    manner: Manner
    width: int
    height: int = 0
    text: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    problems: list[Piece] = field(default_factory=list)

    def part_at(self, x: int, y: int) -> Part | None:
        """The part under a point."""
        return next((part for part in self.parts if part.rect.contains(x, y)), None)

    def offset_at(self, x: float, y: float) -> int | None:
        """The character (UTF-16 offset in the shown text) nearest to a point, None where there is no text."""
        for paragraph in self.paragraphs:
            if y < paragraph.top + paragraph.height or paragraph is self.paragraphs[-1]:
                layout = paragraph.layout
                for index in range(layout.lineCount()):
                    line = layout.lineAt(index)
                    bottom = paragraph.top + line.y() + line.height()
                    if y < bottom or index == layout.lineCount() - 1:
                        left = self.manner.theme.px(tokens.ENTRY_TEXT_LEFT)
                        return paragraph.start + int(line.xToCursor(x - left))
        return None


def lay_out(row: TimelineRow, width: int, manner: Manner) -> RowLayout:
    """Lay `row` out for a column `width` pixels wide."""
    return _Builder(row, width, manner).build()


class _Builder:
    def __init__(self, row: TimelineRow, width: int, manner: Manner) -> None:
        self.theme = manner.theme
        self.row = row
        self.left = self.theme.px(tokens.ENTRY_TEXT_LEFT)
        self.made = RowLayout(row, manner, width)
        self.right = width
        self.y = 0

    def build(self) -> RowLayout:
        files = self.row.entry.attachments if self.row.entry is not None else ()
        original = _original(self.row)
        self._meta(original)
        self._text()
        self._cards([file for file in files if file is not original])
        self._lines()
        self._warnings()
        self._problems(files)
        if self.made.manner.room:
            self.y += self.theme.px(tokens.SPACE_8) + self.made.manner.room
        self.made.height = max(self.y, self.theme.px(tokens.ICON_DISC) + 1)
        return self.made

    def _meta(self, original: Attachment | None) -> None:
        theme, scope = self.theme, self.made.manner.scope
        height, gap = theme.px(META), theme.px(tokens.SPACE_8)
        x = self.left
        # Room for the two tools that a hovered row shows.
        right = self.right - theme.px(2 * tokens.COMPOSER_TOOLS + tokens.SPACE_8)
        others = [
            (contact, name)
            for contact, name in zip(self.row.contacts, self.row.names, strict=False)
            if isinstance(scope, Whole) or contact != scope
        ]
        if isinstance(scope, Whole):
            x = self._names(x, right, others, Type.SMALL_STRONG, Colour.TEXT)
        x = self._piece(x, right, kind_of(self.row), Type.SMALL, Colour.TEXT_SECOND) + gap
        if self.row.key.time:
            x = self._piece(x, right, self.row.key.time, Type.SMALL, Colour.TEXT_THIRD) + gap
        courtesy = self.row.courtesies[0] if self.row.entry is None and self.row.courtesies else None
        if courtesy is not None and courtesy.value is not None:
            money = sum_of_money(courtesy.value, courtesy.currency)
            x = self._piece(x, right, money, Type.SMALL, Colour.TEXT_THIRD) + gap
        if courtesy is not None and (said := self.row.said_of(courtesy)):
            side = theme.px(tokens.ICON_SMALL)
            rect = QRect(x, self.y, side, height)
            self.made.parts.append(Part(PartKind.WARNING, rect, said_in_words(said), courtesy))
            x += side + gap
        if others and not isinstance(scope, Whole):
            x = self._piece(x, right, _("with"), Type.SMALL, Colour.TEXT_THIRD) + theme.px(tokens.SPACE_4)
            x = self._names(x, right, others, Type.SMALL, Colour.TEXT_SECOND)
        if self.row.chips > 0 and not self.made.manner.room:
            words = ngettext("{n} suggestion", "{n} suggestions", self.row.chips).format(n=self.row.chips)
            x = self._word_part(x, right, PartKind.CHIPS, words, Type.SMALL, Colour.ACCENT, None)
        if scope is UNSORTED:
            words = _("Whose is it?")
            x = self._word_part(x, right, PartKind.ASSIGN, words, Type.SMALL, Colour.ACCENT, None)
        if original is not None and right - x > theme.px(80):
            icon = theme.px(tokens.ICON_SMALL) + theme.px(tokens.SPACE_4)
            words = _("{file}, kept whole").format(file=original.name)
            piece = self._make(x + icon, right, words, Type.SMALL, Colour.TEXT_THIRD)
            rect = piece.rect.adjusted(-icon, 0, 0, 0)
            says = _("Open {file}").format(file=original.name)
            self.made.parts.append(Part(PartKind.ORIGINAL, rect, says, original, (piece,)))
        self.y = height

    def _names(self, x: int, right: int, names: list[tuple[ContactId, str]], kind: Type, colour: Colour) -> int:
        comma = joined(["", ""])
        close = not comma.endswith(" ")  # the wide sign brings its own room
        for index, (contact, name) in enumerate(names):
            follows = index < len(names) - 1
            shown = name + (comma.rstrip() if follows else "")
            if right - x < self.theme.px(40):
                return self._piece(x, self.right, f"+{len(names) - index}", Type.SMALL, Colour.TEXT_THIRD) + 8
            x = self._word_part(x, right, PartKind.CONTACT, shown, kind, colour, contact)
            if follows and close:
                x -= self.theme.px(tokens.SPACE_8)
        return x

    def _word_part(  # noqa: PLR0917 - where, what and how, in the order in which they are said
        self, x: int, right: int, kind: PartKind, words: str, face: Type, colour: Colour, value: ContactId | None
    ) -> int:
        piece = self._make(x, right, words, face, colour)
        says = _("Go to {name}").format(name=words.rstrip(",、")) if kind is PartKind.CONTACT else words
        self.made.parts.append(Part(kind, piece.rect, says, value, (piece,)))
        return piece.rect.right() + 1 + self.theme.px(tokens.SPACE_8)

    def _text(self) -> None:
        shown = shown_text(self.row, unfolded=self.made.manner.unfolded)
        text = shown.text
        if not text:
            return
        self.made.text = text
        links = find_links(text)
        start = 0
        for line in text.split("\n"):
            self._paragraph(line, start, [link for link in links if link[0] < start + len(line) and link[1] > start])
            start += len(line) + 1
        if shown.offer:
            words = _(shown.offer)
            piece = self._make(self.left, self.right, words, Type.SMALL_STRONG, Colour.ACCENT)
            self.made.parts.append(Part(PartKind.MORE, piece.rect, words, None, (piece,)))
            self.y += self.theme.px(META)

    def _paragraph(self, line: str, start: int, links: list[tuple[int, int, str]]) -> None:
        theme = self.theme
        layout = QTextLayout(line, theme.font(Type.READING))
        layout.setCacheEnabled(True)  # else Qt shapes the text again each time that it is painted
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        looks = [self._link_format(line, *_within(link, start, line)) for link in links]
        if looks := looks + wide_formats(line, theme.font(Type.READING)):
            layout.setFormats(looks)
        height = theme.line_height(Type.READING)
        y = 0
        layout.beginLayout()
        while (text_line := layout.createLine()).isValid():
            text_line.setLineWidth(self.right - self.left)
            text_line.setPosition(QPointF(0, y + (height - text_line.height()) / 2))
            y += height
        layout.endLayout()
        self.made.paragraphs.append(Paragraph(layout, utf16(self.made.text, start), self.y, max(y, height)))
        for first, last, address in links:
            self._link_part(layout, line, *_within((first, last, address), start, line), address)
        self.y += max(y, height)

    def _link_format(self, line: str, first: int, last: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = utf16(line, first)
        made.length = utf16(line, last) - made.start
        look = QTextCharFormat()
        look.setForeground(self.theme.colour(Colour.ACCENT))
        look.setFontUnderline(True)
        made.format = look
        return made

    def _link_part(self, layout: QTextLayout, line: str, first: int, last: int, address: str) -> None:
        begin, end = utf16(line, first), utf16(line, last)
        text_line = layout.lineForTextPosition(begin)
        stop = min(end, text_line.textStart() + text_line.textLength())
        x, right = _x(text_line.cursorToX(begin)), _x(text_line.cursorToX(stop))
        rect = QRect(int(self.left + x), int(self.y + text_line.y()), int(right - x), int(text_line.height()))
        says = _("Open {address}").format(address=address)
        self.made.parts.append(Part(PartKind.LINK, rect, says, address))

    def _cards(self, files: list[Attachment]) -> None:
        if not files:
            return
        theme = self.theme
        height, gap = theme.px(tokens.ATTACHMENT), theme.px(tokens.SPACE_8)
        inset = (height - theme.px(tokens.THUMBNAIL)) // 2
        text_x = inset + theme.px(tokens.THUMBNAIL) + theme.px(tokens.SPACE_8 + 2)
        x, y = self.left, self.y + gap
        for file in files:
            size = file_detail(file)
            natural = text_x + self._width(file.name, Type.SMALL_STRONG) + theme.px(tokens.SPACE_16)
            width = min(max(natural, theme.px(_CARD_LEAST)), theme.px(_CARD_MOST), self.right - self.left)
            if x + width > self.right and x > self.left:
                x, y = self.left, y + height + gap
            line = theme.line_height(Type.SMALL)
            top = y + (height - 2 * line) // 2
            right = x + width - theme.px(tokens.SPACE_8)
            name = self._elided(QRect(x + text_x, top, right - x - text_x, line), file.name, Type.SMALL_STRONG)
            below = Piece(QRect(x + text_x, top + line, right - x - text_x, line), size, Type.SMALL, Colour.TEXT_THIRD)
            says = _("Attachment {file}, {size}").format(file=file.name, size=size)
            rect = QRect(x, y, width, height)
            self.made.parts.append(Part(PartKind.ATTACHMENT, rect, says, file, (name, below)))
            x += width + gap
        self.y = y + height

    def _lines(self) -> None:
        """Steps and courtesies as lines that flow from left to right."""
        theme = self.theme
        height, gap = theme.px(tokens.STEP_LINE), theme.px(tokens.SPACE_6)
        x, y = self.left, self.y + theme.px(tokens.SPACE_8)
        lines: list[tuple[PartKind, str, StepInEntry | Courtesy, _Words]] = [
            (PartKind.STEP, step_spoken(step), step, _step_words(step)) for step in self.row.steps
        ]
        if self.row.entry is not None:
            courtesies = self.row.courtesies
            lines += [(PartKind.COURTESY, self._courtesy_says(one), one, _courtesy_words(one)) for one in courtesies]
        between, sign = theme.px(tokens.SPACE_8), theme.px(2 * tokens.SPACE_8 + tokens.RING_STEP)
        icon = theme.px(tokens.ICON_SMALL + tokens.SPACE_8)
        for kind, says, value, words in lines:
            warns = isinstance(value, Courtesy) and bool(self.row.said_of(value))
            most = self.right - self.left - sign - (icon if warns else 0)
            widths = _fitting([self._width(text, face) + between for text, face, _c in words], most, theme.px(56))
            width = sign + sum(widths) + (icon if warns else 0)
            if x + width > self.right and x > self.left:
                x, y = self.left, y + height + gap
            pieces, at = [], x + sign
            for (text, face, colour), room in zip(words, widths, strict=True):
                pieces.append(self._make(at, at + room - between + 1, text, face, colour, y, height))
                at += room
            self.made.parts.append(Part(kind, QRect(x, y, width, height), says, value, tuple(pieces), warns))
            x += width + gap
        if lines:
            self.y = y + height

    def _courtesy_says(self, courtesy: Courtesy) -> str:
        said = self.row.said_of(courtesy)
        spoken = courtesy_spoken(courtesy)
        return f"{spoken}\n{said_in_words(said)}" if said else spoken

    def _warnings(self) -> None:
        """What the rules say of its courtesies: whole where the row is current, else the signs tell that they do."""
        if not self.made.manner.current:
            return
        theme = self.theme
        left = self.left + theme.px(tokens.ICON_SMALL + tokens.SPACE_6)
        height = theme.line_height(Type.SMALL)
        for message in (message for _courtesy, messages in self.row.said for message in messages):
            self.y += theme.px(tokens.SPACE_6)
            lines = text_lines(word(message), theme.font(Type.SMALL), self.right - left)
            for number, line in enumerate(lines):
                piece = Piece(QRect(left, self.y, self.right - left, height), line, Type.SMALL, Colour.TEXT_SECOND)
                (self.made.pieces if number else self.made.problems).append(piece)
                self.y += height

    def _problems(self, files: tuple[Attachment, ...]) -> None:
        for file in files:
            if file.problem:
                self.y += self.theme.px(tokens.SPACE_6)
                inset = self.theme.px(tokens.ICON_SMALL + tokens.SPACE_6)
                height = self.theme.line_height(Type.SMALL)
                piece = self._make(
                    self.left + inset, self.right, file.problem, Type.SMALL, Colour.TEXT_SECOND, self.y, height
                )
                self.made.problems.append(piece)
                self.y += height

    def _piece(self, x: int, right: int, text: str, face: Type, colour: Colour) -> int:
        piece = self._make(x, right, text, face, colour)
        self.made.pieces.append(piece)
        return piece.rect.right() + 1

    def _make(  # noqa: PLR0917 - where, what and how, in the order in which they are said
        self, x: int, right: int, text: str, face: Type, colour: Colour, y: int = -1, height: int = 0
    ) -> Piece:
        """One line of words from `x`, elided before `right`."""
        y, height = (self.y, self.theme.px(META)) if y < 0 else (y, height)
        width = min(self._width(text, face), max(0, right - x))
        return self._elided(QRect(x, y, width, height), text, face, colour)

    def _elided(self, rect: QRect, text: str, face: Type, colour: Colour = Colour.TEXT) -> Piece:
        if set_line(text, self.theme.font(face)).width > rect.width() + 1:
            text = self.theme.metrics(face).elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
        return Piece(rect, text, face, colour)

    def _width(self, text: str, face: Type) -> int:
        return int(set_line(text, self.theme.font(face)).width) + 2


def _original(row: TimelineRow) -> Attachment | None:
    """The file whose text the entry is: shown beside the time, not as a card."""
    if row.entry is None or row.entry.source is EntrySource.TYPED or not row.entry.attachments:
        return None
    first = row.entry.attachments[0]
    told = first.media_type.startswith(("text/", "message/rfc822", "application/vnd.ms-outlook"))
    return first if told and not first.problem else None


_Words = list[tuple[str, Type, Colour]]


def _step_words(step: StepInEntry) -> _Words:
    words = [
        (_(step_word(step.step.kind, step.direction)), Type.SMALL_STRONG, Colour.TEXT),
        (step.title, Type.SMALL, Colour.TEXT_SECOND),
    ]
    if detail := step_detail(step):
        words.append((detail, Type.SMALL, Colour.TEXT_THIRD))
    if closes(step):
        words.append((_("loop closed"), Type.SMALL_STRONG, Colour.ACCENT))
    return words


def _courtesy_words(courtesy: Courtesy) -> _Words:
    words = [(_(courtesy_done(courtesy.kind, courtesy.direction)), Type.SMALL_STRONG, Colour.TEXT)]
    if detail := courtesy_detail(courtesy):
        words.append((detail, Type.SMALL, Colour.TEXT_SECOND))
    return words


def _fitting(widths: list[int], most: int, least: int) -> list[int]:
    """The widths, cut to `most` together: from the end, but never the first, and none below `least`."""
    over = sum(widths) - most
    for index in (2, 1, 3):
        if over > 0 and index < len(widths):
            cut = min(over, max(0, widths[index] - least))
            widths[index] -= cut
            over -= cut
    return widths


def _within(link: tuple[int, int, str], start: int, line: str) -> tuple[int, int]:
    return max(0, link[0] - start), min(len(line), link[1] - start)


def _x(found: object) -> float:
    """PySide gives the position alone or with the cursor that it was asked for."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]

"""Painting a row that `row_layout` has laid out."""

from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout

from relationship_journal.domain.courtesy import Courtesy
from relationship_journal.domain.entry import Attachment
from relationship_journal.domain.favour import Direction
from relationship_journal.domain.loop import State
from relationship_journal.domain.timeline import StepInEntry
from relationship_journal.i18n import full_day, relative_day
from relationship_journal.ui.icons import COURTESY_ICONS, ENTRY_ICONS, paint_icon
from relationship_journal.ui.signs import RingLook, paint_ring
from relationship_journal.ui.signs.stamp import stamp
from relationship_journal.ui.theme import Colour, Theme, Type, tokens
from relationship_journal.ui.theme.set_line import SetLine, set_line
from relationship_journal.values import dataclass

from .row_layout import RowLayout
from .row_parts import Paragraph, Part, PartKind, Piece
from .thumbnails import Thumbnails

GROUND_X, GROUND_Y = 12, 6  # how far a row's ground reaches beyond the row
_FILE_ICONS = (
    ("image/", "image"),
    ("audio/", "microphone"),
    ("video/", "film-strip"),
    ("message/rfc822", "envelope-simple"),
    ("application/vnd.ms-outlook", "envelope-simple"),
    ("text/calendar", "calendar-blank"),
    ("application/pdf", "file-pdf"),
    ("text/", "file-text"),
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words on which a suggestion rests, in UTF-16 units of the shown text; `lit` while its chip is the current one."""

    start: int
    end: int
    lit: bool = False


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row is shown now. `words` is the span of its text that is selected, in UTF-16 units; `evidence` are
    those on which suggestions rest.
    """

    selected: bool = False
    focused: bool = False
    ringed: bool = False
    marked: bool = False
    hovered_part: Part | None = None
    words: tuple[int, int] = (0, 0)
    evidence: tuple["Evidence", ...] = ()

    @property
    def has_ground(self) -> bool:
        """Whether the row stands on a ground of its own."""
        return self.selected or self.focused or self.marked


def paint_row(painter: QPainter, layout: RowLayout, corner: QPoint, state: RowState, thumbnails: Thumbnails) -> None:
    """Paint a row with its top left corner at `corner`."""
    theme = layout.manner.theme
    painter.save()
    painter.translate(corner)
    _ground(painter, layout, state)
    _disc(painter, layout)
    for piece in layout.pieces:
        _piece(painter, theme, piece)
    for paragraph in layout.paragraphs:
        _paragraph(painter, layout, paragraph, state)
    for part in layout.parts:
        _part(painter, layout, part, state, thumbnails)
    for problem in layout.problems:
        size = theme.px(tokens.ICON_SMALL)
        left = problem.rect.left() - size - theme.px(tokens.SPACE_6)
        icon = QRect(left, problem.rect.top(), size, problem.rect.height())
        paint_icon(painter, icon, "warning", theme.colour(Colour.WARNING))
        _piece(painter, theme, problem)
    painter.restore()


def paint_day(painter: QPainter, theme: Theme, rect: QRect, day: date, today: date) -> None:
    """A day's header: the day, beside it the full one where it is called by a word, and a hairline to the edge."""
    words, beside = full_day(day, today), ""
    if 0 <= (today - day).days <= 1:
        near = relative_day(day, today)
        words, beside = near[:1].upper() + near[1:], words
    x = rect.left()
    for text, face, colour in ((words, Type.SMALL_STRONG, Colour.TEXT), (beside, Type.SMALL, Colour.TEXT_SECOND)):
        if text:
            painter.setPen(theme.colour(colour))
            line = set_line(text, theme.font(face))
            width = int(line.width) + 2
            line.paint(painter, QRectF(x, rect.top(), width, rect.height()))
            x += width + theme.px(tokens.SPACE_8)
    painter.setPen(QPen(theme.colour(Colour.HAIRLINE), tokens.HAIRLINE))
    y = rect.center().y() + 1
    if x + theme.px(tokens.SPACE_8) < rect.right():
        painter.drawLine(x + theme.px(tokens.SPACE_4), y, rect.right(), y)


def file_icon(media_type: str) -> str:
    """The icon of a kind of file."""
    return next((icon for start, icon in _FILE_ICONS if media_type.startswith(start)), "file")


def _ground(painter: QPainter, layout: RowLayout, state: RowState) -> None:
    theme = layout.manner.theme
    if not state.has_ground:
        return
    x, y = theme.px(GROUND_X), theme.px(GROUND_Y)
    rect = QRectF(-x, -y, layout.width + 2 * x, layout.height + 2 * y)
    colour = Colour.SELECTED if state.selected else Colour.ACCENT_SOFT if state.marked else Colour.STEP_LINE
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if state.ringed:
        painter.setPen(QPen(theme.colour(Colour.ACCENT), tokens.FOCUS_RING))
        rect.adjust(1, 1, -1, -1)
    painter.setBrush(theme.colour(colour))
    painter.drawRoundedRect(rect, theme.px(tokens.RADIUS_ROW), theme.px(tokens.RADIUS_ROW))


def _disc(painter: QPainter, layout: RowLayout) -> None:
    theme, row = layout.manner.theme, layout.row
    side = theme.px(tokens.ICON_DISC)
    name = ENTRY_ICONS[row.entry.kind] if row.entry is not None else COURTESY_ICONS[row.courtesies[0].kind]

    def paint(inside: QPainter, disc: QRectF) -> None:
        inside.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside.setPen(Qt.PenStyle.NoPen)
        inside.setBrush(theme.colour(Colour.HOVER))
        inside.drawEllipse(disc)
        inset = (side - theme.px(tokens.ICON_CONTROL)) // 2
        paint_icon(inside, disc.adjusted(inset, inset, -inset, -inset), name, theme.colour(Colour.TEXT_SECOND))

    stamp(painter, QRectF(0, 1, side, side), f"disc {name}", paint)


def _piece(painter: QPainter, theme: Theme, piece: Piece, *, underlined: bool = False) -> None:
    line = set_line(piece.text, theme.font(piece.type))
    if underlined:
        font = QFont(theme.font(piece.type))
        font.setUnderline(True)
        line = SetLine(piece.text, font)
    painter.setPen(theme.colour(piece.colour))
    line.paint(painter, QRectF(piece.rect))


def _paragraph(painter: QPainter, layout: RowLayout, paragraph: Paragraph, state: RowState) -> None:
    theme = layout.manner.theme
    painter.setPen(theme.colour(Colour.TEXT))
    corner = QPointF(theme.px(tokens.ENTRY_TEXT_LEFT), paragraph.top)
    if not state.evidence and state.words[0] == state.words[1]:
        paragraph.layout.draw(painter, corner)
        return
    length = len(paragraph.layout.text().encode("utf-16-le")) // 2
    spans = []
    for evidence in sorted(state.evidence, key=lambda one: one.lit):
        look = QTextCharFormat()
        look.setUnderlineColor(theme.colour(Colour.ACCENT))
        style = QTextCharFormat.UnderlineStyle
        look.setUnderlineStyle(style.SingleUnderline if evidence.lit else style.DotLine)
        if evidence.lit:
            look.setBackground(theme.colour(Colour.EVIDENCE))
        spans += _span(paragraph, evidence.start, evidence.end, length, look)
    selected = QTextCharFormat()
    selected.setBackground(theme.colour(Colour.EVIDENCE))
    selected.setForeground(theme.colour(Colour.TEXT))
    spans += _span(paragraph, *state.words, length, selected)
    paragraph.layout.draw(painter, corner, spans)


def _span(
    paragraph: Paragraph, start: int, end: int, length: int, look: QTextCharFormat
) -> list[QTextLayout.FormatRange]:
    """What of `start` to `end` (of the whole text) stands in the paragraph of this length, if anything."""
    begin, end = max(0, start - paragraph.start), min(length, end - paragraph.start)
    if end <= begin:
        return []
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = begin, end - begin, look
    return [span]


def _part(painter: QPainter, layout: RowLayout, part: Part, state: RowState, thumbnails: Thumbnails) -> None:
    theme, hovered = layout.manner.theme, part == state.hovered_part
    if part.kind is PartKind.ATTACHMENT and isinstance(part.value, Attachment):
        _card(painter, theme, part, hovered, thumbnails)
    elif part.kind in (PartKind.STEP, PartKind.COURTESY):
        rest = Colour.CARD if state.has_ground else Colour.STEP_LINE
        _line(painter, theme, part, Colour.HOVER if hovered else rest)
    elif part.kind is PartKind.WARNING:
        paint_icon(painter, part.rect, "warning", theme.colour(Colour.WARNING))
    elif part.kind is PartKind.ORIGINAL:
        size = theme.px(tokens.ICON_SMALL)
        rect = QRect(part.rect.left(), part.rect.top(), size, part.rect.height())
        paint_icon(painter, rect, "paperclip", theme.colour(Colour.TEXT_THIRD))
    if part.kind not in (PartKind.STEP, PartKind.COURTESY, PartKind.ATTACHMENT):
        for piece in part.pieces:
            _piece(painter, theme, piece, underlined=hovered)


def _ring(step: StepInEntry) -> RingLook:
    arcs = step.arcs
    if step.direction is Direction.GIVEN:
        arcs = (arcs[1], arcs[1], arcs[2], arcs[2])
    return RingLook(State(step.state), arcs, step.rung)


def _card(painter: QPainter, theme: Theme, part: Part, hovered: bool, thumbnails: Thumbnails) -> None:
    file = part.value
    assert isinstance(file, Attachment)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = theme.px(tokens.RADIUS_ROW)
    painter.setPen(QPen(theme.colour(Colour.HAIRLINE), tokens.HAIRLINE))
    painter.setBrush(theme.colour(Colour.HOVER if hovered else Colour.CARD))
    painter.drawRoundedRect(QRectF(part.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    side = theme.px(tokens.THUMBNAIL)
    inset = (part.rect.height() - side) // 2
    picture = QRect(part.rect.left() + inset, part.rect.top() + inset, side, side)
    path = QPainterPath()
    path.addRoundedRect(QRectF(picture), theme.px(tokens.RADIUS_KEY_CAP), theme.px(tokens.RADIUS_KEY_CAP))
    found = thumbnails.of(file, side, painter.deviceTransform().m11())
    if found is None:
        painter.fillPath(path, theme.colour(Colour.HOVER if not hovered else Colour.CARD))
        size = theme.px(tokens.ICON_ALONE)
        gap = (side - size) // 2
        name = "warning" if file.problem else file_icon(file.media_type)
        colour = Colour.WARNING if file.problem else Colour.TEXT_SECOND
        paint_icon(painter, picture.adjusted(gap, gap, -gap, -gap), name, theme.colour(colour))
    else:
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(picture.topLeft(), found)
        painter.restore()
    for piece in part.pieces:
        _piece(painter, theme, piece)


def _line(painter: QPainter, theme: Theme, part: Part, ground: Colour) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    radius = theme.px(tokens.RADIUS_STEP_LINE)
    painter.drawRoundedRect(part.rect, radius, radius)
    size = theme.px(tokens.RING_STEP)
    top = part.rect.top() + (part.rect.height() - size) // 2
    sign = QRect(part.rect.left() + theme.px(tokens.SPACE_8), top, size, size)
    if isinstance(part.value, StepInEntry):
        paint_ring(painter, QRectF(sign), _ring(part.value))
    elif isinstance(part.value, Courtesy):
        paint_icon(painter, sign, COURTESY_ICONS[part.value.kind], theme.colour(Colour.TEXT_SECOND))
    if part.warns:
        side = theme.px(tokens.ICON_SMALL)
        right = part.rect.right() + 1 - theme.px(tokens.SPACE_8)
        place = QRect(right - side, part.rect.top(), side, part.rect.height())
        paint_icon(painter, place, "warning", theme.colour(Colour.WARNING))
    for piece in part.pieces:
        _piece(painter, theme, piece)

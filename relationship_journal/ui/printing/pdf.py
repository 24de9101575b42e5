"""A report's HTML as a PDF, page by page, no row torn apart, with the page's number at its foot.

Needs Qt's fonts and painting only: no widget and no display. A report may use what Qt's rich text knows (tables,
headings, lists, `font-size` in pt, never in px); the rest of a style sheet is passed over.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.services.whole_file import write_whole
from relationship_journal.ui.theme import tokens

A4, LETTER = "A4", "Letter"
PAPERS = {A4: QPageSize.PageSizeId.A4, LETTER: QPageSize.PageSizeId.Letter}

_application: list[QGuiApplication] = []  # Qt's application must outlive what it draws


def pdf_of(html: str, path: Path, *, paper: str = A4) -> None:
    """Write `html` to `path` on `paper`, "A4" or "Letter". An existing file is replaced once the new one is whole.

    Problem where the file cannot be written, or the paper has another name. May run outside of the UI thread.
    """
    if paper not in PAPERS:
        raise Problem(Message("There is no paper called {paper}. Use A4 or Letter.", paper=paper))
    _ensure_application()
    write_whole(path, _drawn(html, PAPERS[paper]))


def _drawn(html: str, size: QPageSize.PageSizeId) -> bytes:
    content = QByteArray()
    into = QBuffer(content)
    into.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(into)
    writer.setCreator("Relationship Journal")
    writer.setResolution(tokens.PRINT_DPI)
    margin = tokens.PRINT_MARGIN_MM
    margins = QMarginsF(margin, margin, margin, margin)
    writer.setPageLayout(
        QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(_font(tokens.PRINT_POINTS))
    document.setHtml(html)
    document.setTextWidth(writer.width())
    _use_families(document)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    foot = tokens.PRINT_DPI * tokens.PRINT_FOOT_MM / 25.4
    _paint(document, writer, writer.height() - foot)
    into.close()
    return bytes(content.data())


def _use_families(document: QTextDocument) -> None:
    """Whatever family a style sheet names, print in those that the program shows."""
    families = QTextCharFormat()
    families.setFontFamilies(_font(tokens.PRINT_POINTS).families())
    everything = QTextCursor(document)
    everything.select(QTextCursor.SelectionType.Document)
    everything.mergeCharFormat(families)


def _paint(document: QTextDocument, writer: QPdfWriter, room: float) -> None:
    """Page after page, each `room` high; a page ends where no row of a table is torn apart."""
    tops = _page_tops(document, room, above=tokens.PRINT_DPI / 24)
    ends = [*tops[1:], document.size().height()]
    painter = QPainter(writer)
    for number, (top, end) in enumerate(zip(tops, ends, strict=True), start=1):
        if number > 1:
            writer.newPage()
        painter.save()
        painter.translate(0, -top)
        document.drawContents(painter, QRectF(0, top, writer.width(), end - top))
        painter.restore()
        painter.setFont(_font(tokens.PRINT_FOOT_POINTS))
        painter.setPen(tokens.LIGHT[tokens.Colour.TEXT_THIRD])
        foot = QRectF(0, room, writer.width(), writer.height() - room)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, right, f"{number} / {len(tops)}")
    painter.end()


def _page_tops(document: QTextDocument, room: float, above: float) -> list[float]:
    """Where each page begins. What does not fit on a page of its own is cut.

    `above` of the space over a row goes with it: the line under the row before lies higher.
    """
    places, tops = _places_to_end(document, above), [0.0]
    while document.size().height() - tops[-1] > room:
        fitting = [place for place in places if tops[-1] < place <= tops[-1] + room]
        tops.append(fitting[-1] if fitting else tops[-1] + room)
    return tops


def _places_to_end(document: QTextDocument, above: float) -> list[float]:
    """Above each heading and paragraph, and above each row of a table but its first, which stays with its heading."""
    layout, places = document.documentLayout(), []
    block = document.begin()
    seen: set[tuple[int, int]] = set()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        cursor = QTextCursor(block)
        table = _table_at(cursor)
        if table is not None:
            row = table.firstPosition(), table.cellAt(cursor).row()
            if row[1] and row not in seen:
                places.append(top - above)
            seen.add(row)
        elif block.text():  # an empty one lies under every table
            places.append(top)
        block = block.next()
    return places


def _table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table in which the cursor stands, None outside of one."""
    return cursor.currentTable()


def _font(points: float) -> QFont:
    """Latin letters by the first family that is there, Chinese ones by the next that has them."""
    font = QFont()
    font.setFamilies([*tokens.FALLBACK_FAMILIES, *tokens.FAMILIES.get(sys.platform, tokens.FAMILIES["linux"])])
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _ensure_application() -> None:
    """On the command line nothing made Qt's application yet; on Linux there need not be a display either."""
    if QGuiApplication.instance() is not None:
        return
    has_display = sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM")
    _application.append(QGuiApplication(["relationship-journal", *([] if has_display else ["-platform", "offscreen"])]))

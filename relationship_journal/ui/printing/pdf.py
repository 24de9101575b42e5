"""A report's HTML as a PDF, page by page, with the page's number at its foot.

Needs Qt's fonts and painting only: no widget and no display. A report may use what Qt's rich text knows (tables,
headings, lists, `font-size` in pt, never in px); the rest of a style sheet is passed over.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
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
    keep_file(path, _drawn(html, PAPERS[paper]))


def keep_file(path: Path, content: bytes) -> None:
    """Write a file so that either the old one or the whole new one is there; Problem where that fails."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Problem(Message("Not written: {file}. {reason}", file=path.name, reason=error.strerror or "")) from error


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
    font = _font(tokens.PRINT_POINTS)
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(font)
    document.setHtml(html)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    foot = tokens.PRINT_DPI * tokens.PRINT_FOOT_MM / 25.4
    room = QSizeF(writer.width(), writer.height() - foot)
    document.setPageSize(room)
    _paint(document, writer, room)
    into.close()
    return bytes(content.data())


def _paint(document: QTextDocument, writer: QPdfWriter, room: QSizeF) -> None:
    pages = document.pageCount()
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * room.height())
        document.drawContents(painter, QRectF(0, page * room.height(), room.width(), room.height()))
        painter.restore()
        painter.setFont(_font(tokens.PRINT_FOOT_POINTS))
        painter.setPen(tokens.LIGHT[tokens.Colour.TEXT_THIRD])
        foot = QRectF(0, room.height(), room.width(), writer.height() - room.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, right, f"{page + 1} / {pages}")
    painter.end()


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

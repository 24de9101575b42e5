"""Three hundred mixed files dropped on the window at once: how long it takes, and how long the loop is held.

Then a thousand notes, and how long it is held while what they suggest is read in the background.
"""

import io
import random
import tempfile
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.contact import ContactId
from tests.bench.event_loop import Watch, run_for, run_until
from tests.bench.invented_notes import note
from tests.bench.keeping import milliseconds
from tests.bench.measurement import Goal, Measurement
from tests.bench.open_window import OpenWindow, open_window
from tests.bench.scrolling import idle
from tests.bench.taking_in import notes

DOCUMENTS = Path(__file__).parents[1] / "data/files/documents"
FILES = 300
WHOSE = ContactId(3)
SETTLING = 300  # ms in which the window does what waited while the files were made
READING = 5000  # ms of the reading of a thousand notes
AFTER = 1000  # ms in which the panes follow, and notes are read for suggestions beside the window


def mail(text: str, number: int) -> bytes:
    """A mail in two languages' worth of headers."""
    message = EmailMessage()
    message["Subject"] = f"报价 {number}"
    message["From"] = "Helen Zhou <helen@example.com>"
    message["To"] = "me@example.com"
    message["Date"] = "Mon, 20 Apr 2026 09:12:00 +0800"
    message.set_content(text)
    return message.as_bytes()


def rich_text(text: str) -> bytes:
    """As Word numbers what is beyond ASCII."""
    numbered = "".join(sign if sign < "\x80" else f"\\u{ord(sign)}?" for sign in text)
    return f"{{\\rtf1\\ansi {numbered}\\par}}".encode()


def in_word(text: str) -> bytes:
    """A real document with another text in it."""
    held = io.BytesIO()
    with ZipFile(DOCUMENTS / "libreoffice.docx") as sample, ZipFile(held, "w", ZIP_DEFLATED) as made:
        for name in sample.namelist():
            made.writestr(name, sample.read(name).replace("请他喝茶".encode(), escape(text).encode()))
    return held.getvalue()


def files(folder: Path, chance: random.Random) -> list[Path]:
    """Notes, Markdown, web pages, mails, documents and pictures in equal parts, no two the same."""
    made = []
    for number in range(FILES):
        text = f"{note(chance)} {folder.name}-{number}"
        kind = number % 10
        name, content = [
            (f"{number}.txt", text.encode()),
            (f"{number}.md", f"# {number}\n\n{text}".encode()),
            (f"{number}.html", f"<html><body><p>{text}</p></body></html>".encode()),
            (f"{number}.eml", mail(text, number)),
            (f"{number} gbk.txt", text.encode("gb18030")),
            (f"{number}.csv", f"{number};{text}".encode()),
            (f"{number}.png", b""),
            (f"{number}.rtf", rich_text(text)),
            (f"{number}.docx", in_word(text)),
            (f"{number}.pdf", (DOCUMENTS / "chromium.pdf").read_bytes() + f"\n%{folder.name}-{number}\n".encode()),
        ][kind]
        path = folder / name
        if content:
            path.write_bytes(content)
        else:
            picture = QImage(640, 480, QImage.Format.Format_RGB32)
            picture.fill(QColor(number % 256, 120, 200))
            picture.save(str(path))
        made.append(path)
    return made


def drop(shown: OpenWindow, paths: list[Path]) -> None:
    """Drag the files into the timeline and let go, as the system does it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window = shown.window
    view = shown.page.timeline.view
    at = QPointF(view.mapTo(window, view.rect().center()))
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(at.toPoint(), *how))
    QApplication.sendEvent(window, QDragMoveEvent(at.toPoint(), *how))
    QApplication.sendEvent(window, QDropEvent(at, *how))


def until_told(shown: OpenWindow, paths: list[Path]) -> None:
    """Drop them, until the window says what became of them and the panes have followed."""
    told: list[object] = []
    shown.context.notices.said.connect(told.append)
    drop(shown, paths)
    run_until(lambda: told)
    shown.context.notices.said.disconnect(told.append)
    run_for(AFTER)


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """New files each time, onto the contact in view; the notes are read for suggestions while the clock runs on."""
    rows = []
    chance = random.Random(29)
    for size, path in journals.items():
        with open_window(path) as shown, tempfile.TemporaryDirectory() as name:
            shown.context.selection.choose(WHOSE)
            shown.rest()
            nothing = idle(shown)
            held, taken = [], []
            for number in range(max(2, min(rounds, 6)) + 1):
                folder = Path(name) / str(number)
                folder.mkdir()
                paths = files(folder, chance)
                run_for(SETTLING)
                with Watch() as watch:
                    taken.append(milliseconds(until_told, shown, paths) - AFTER)
                held.append(watch.held.longest)
            until_told(shown, notes(Path(name) / "notes", chance))
            with Watch() as reading:
                run_for(READING)
        beside = f"an idle loop in the same minute {max(nothing):.1f} ms"
        rows += [
            Measurement(f"{FILES} mixed files dropped, until the window says so", taken[1:], Goal(), size=size),
            Measurement("… and the loop held meanwhile", held[1:], Goal(most=50), size=size, note=beside),
            Measurement(
                "1,000 notes brought in: the loop held while they are read for suggestions",
                reading.held.all,
                Goal(most=50),
                size=size,
                note=beside,
            ),
        ]
    return rows

"""Ways out for files and entries: open with the system's program, save a copy, drag to another program."""

import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from relationship_journal.domain.entry import Attachment
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.i18n import Message, _
from relationship_journal.services.whole_file import write_whole
from relationship_journal.ui.context import Context
from relationship_journal.ui.drop.payload import ENTRIES

from .row_words import as_markdown

_UNSAFE = re.compile(r"[\x00-\x1f<>:\"/\\|?*]")


class FileDoors:
    """Copies go to a folder of their own that ends with the program; the journal keeps the original."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def open(self, attachment: Attachment) -> None:
        """Open a copy with the system's program for such files."""
        self._copy(attachment, lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))

    def open_link(self, address: str) -> None:
        """Open a web or mail address."""
        QDesktopServices.openUrl(QUrl(address))

    def save_as(self, attachment: Attachment, parent: QWidget) -> None:
        """Ask where, and write a copy there."""
        name, _kind = QFileDialog.getSaveFileName(parent, _("Save a copy"), safe_name(attachment.name))
        if not name:
            return
        reads, path = self._context.session.reads, Path(name)

        def write() -> Path:
            write_whole(path, reads.attachment_bytes(attachment.sha256))
            return path

        self._context.tasks.run(write, lambda path: self._context.notices.say(Message("Saved: {file}", file=path.name)))

    def carry_file(self, attachment: Attachment) -> QMimeData:
        """A file to be dragged out."""
        mime = QMimeData()
        path = self._place(attachment)
        write_whole(path, self._context.session.reads.attachment_bytes(attachment.sha256))
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        return mime

    def carry_rows(self, rows: Sequence[TimelineRow]) -> QMimeData:
        """Rows to be dragged: Markdown for other programs, their ids for this one."""
        mime = QMimeData()
        text = as_markdown(list(rows))
        mime.setText(text)
        mime.setData("text/markdown", QByteArray(text.encode()))
        ids = ",".join(str(row.entry.id) for row in rows if row.entry is not None)
        if ids:
            mime.setData(ENTRIES, QByteArray(ids.encode()))
        return mime

    def _copy(self, attachment: Attachment, then: Callable[[Path], object]) -> None:
        reads, path = self._context.session.reads, self._place(attachment)

        def write() -> Path:
            if not path.exists():
                write_whole(path, reads.attachment_bytes(attachment.sha256))
            return path

        self._context.tasks.read(write, then, failed=self._context.notices.problem)

    def _place(self, attachment: Attachment) -> Path:
        """Files of one name may differ: each content has a folder of its own."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="relationship-journal-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name, attachment.sha256[:16])
        folder.mkdir(exist_ok=True)
        return folder / safe_name(attachment.name)


def safe_name(name: str) -> str:
    """A file name that every system takes and that leads to no other folder."""
    return _UNSAFE.sub("_", name).strip(". ")[:120] or "file"

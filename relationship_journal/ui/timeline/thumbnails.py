"""Small pictures of attached pictures, made off the UI thread when they first come into view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QPixmapCache

from relationship_journal.domain.entry import Attachment
from relationship_journal.ui.context import Context

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_LARGEST = 64_000_000  # bytes: a larger picture is not decoded for 38 pixels
_MOST_MEGABYTES = 256


class Thumbnails(QObject):
    """Pixmaps by content. What is not there yet is asked for once; `arrived` says that painting again pays."""

    arrived = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: set[str] = set()

    def of(self, attachment: Attachment, side: int, ratio: float) -> QPixmap | None:
        """The picture cut to a square of `side` logical pixels, or None where there is none (yet)."""
        if not attachment.media_type.startswith("image/") or attachment.size > _LARGEST:
            return None
        pixels = round(side * ratio)
        key = f"thumbnail {attachment.sha256} {pixels}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            found.setDevicePixelRatio(ratio)
            return found
        if key not in self._asked:
            self._asked.add(key)
            reads = self._context.session.reads

            def kept(image: "QImage | None") -> None:
                if image is not None:
                    QPixmapCache.insert(key, QPixmap.fromImage(image))
                    self._asked.discard(key)
                    self.arrived.emit()

            # A picture that can't be decoded keeps its place in `_asked`: it is not tried again and again.
            self._context.tasks.read(
                lambda: square(reads.attachment_bytes(attachment.sha256), pixels), kept, failed=lambda _problem: None
            )
        return None


def square(content: bytes, pixels: int) -> "QImage | None":
    """The middle of a picture as a square of so many pixels, or None if it is none that Qt reads."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageReader

    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setAllocationLimit(_MOST_MEGABYTES)
    size = reader.size()
    if size.isValid() and min(size.width(), size.height()) > pixels:
        # Decoders of photographs are much quicker when asked for a small one; twice the side keeps it sharp.
        reader.setScaledSize(size.scaled(QSize(2 * pixels, 2 * pixels), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return None
    image = image.scaled(
        pixels,
        pixels,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    return image.copy((image.width() - pixels) // 2, (image.height() - pixels) // 2, pixels, pixels)

"""What a drag or the clipboard carries, and what would become of it."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from relationship_journal.i18n import Message, _, bytes_in_words, ngettext, word
from relationship_journal.values import dataclass

from .mail_drags import Held, gives_only_an_address, held_in

if TYPE_CHECKING:
    from relationship_journal.importers import Source

ENTRIES = "application/x-relationship-journal-entries"
"""Ids of entries, joined by commas: what is dragged from the timeline onto a contact."""
_TEXTS = frozenset(
    ".txt .md .markdown .text .log .eml .msg .docx .odt .fodt .rtf .pdf .html .htm .xhtml .url .webloc .desktop".split()
)
_CONTAINERS = frozenset({".zip", ".mbox", ".vcf", ".ics"})
_MOST_FILES = 5000
_LISTED = 4
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Payload:
    """Files by path, mails held by the drag itself, a text, or a picture as bytes; `entries` are the journal's own,
    to be given to somebody. `problem` says why nothing of it can be had.
    """

    files: tuple[Path, ...] = ()
    text: str = ""
    picture: bytes = b""
    entries: tuple[int, ...] = ()
    held: tuple[Held, ...] = ()
    problem: Message | None = None

    def __bool__(self) -> bool:
        return bool(self.files or self.held or self.text.strip() or self.picture or self.entries or self.problem)

    @property
    def texts(self) -> int:
        """How many files will be read as a text or a mail, as far as names tell."""
        return sum(path.suffix.lower() in _TEXTS for path in self.files)

    def entry_count(self, *, each: bool) -> int:
        """How many entries it makes: each text is one; other files go with the only text, or are one together."""
        if self.held:
            return len(self.held)
        if not self.files:
            return 1
        if each:
            return len(self.files)
        texts = self.texts
        others = len(self.files) - texts
        return 1 if texts == 1 else texts + bool(others)

    def plan_words(self, *, each: bool) -> str:
        """`One entry, 3 attachments.`, as the overlay says it."""
        entries = self.entry_count(each=each)
        if self.problem is not None:
            return word(self.problem)
        if any(path.suffix.lower() in _CONTAINERS for path in self.files):
            kept = ngettext("{n} file", "{n} files", len(self.files)).format(n=len(self.files))
            return _("What is in {files} is taken in, each thing on its own.").format(files=kept)
        if not self.files and not self.held:
            return _("One entry, with the picture.") if self.picture else _("One entry, with the text as it is.")
        made = ngettext("{n} entry", "{n} entries", entries).format(n=entries)
        count = len(self.files) or len(self.held)
        kept = ngettext("{n} file", "{n} files", count).format(n=count)
        return _("{entries} from {files}. Stored whole first, then read.").format(entries=made, files=kept)

    def listed(self) -> list[tuple[str, str, str]]:
        """Icon, name and size of the first things, for the overlay."""
        if self.picture:
            return [("image", _("Picture"), bytes_in_words(len(self.picture)))]
        if self.held:
            return [("envelope-simple", held.name, "") for held in self.held[:_LISTED]]
        if not self.files:
            first = self.text.strip().partition("\n")[0]
            return [("text-align-left", first[:80], "")]
        shown = []
        for path in self.files[:_LISTED]:
            try:
                size = bytes_in_words(path.stat().st_size)
            except OSError:
                size = ""
            shown.append((_icon(path), path.name, size))
        if len(self.files) > _LISTED:
            more = len(self.files) - _LISTED
            shown.append(("files", ngettext("{n} more", "{n} more", more).format(n=more), ""))
        return shown

    def sources(self) -> list["Path | Source"]:
        """For the importing service."""
        from relationship_journal.importers import Source

        if self.picture:
            return [Source(_("Picture") + ".png", self.picture)]
        if self.held:
            return [Source(held.name, held.read()) for held in self.held]
        return list(self.files)


def payload_of(mime: QMimeData) -> Payload:
    """What `mime` carries. Folders stand for the files in them."""
    if mime.hasFormat(ENTRIES):
        ids = bytes(mime.data(ENTRIES).data()).decode("ascii", "replace").split(",")
        return Payload(entries=tuple(int(number) for number in ids if number.isdigit()))
    if local := [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]:
        return Payload(files=tuple(_unfolded(local)))
    if held := held_in(mime):
        return Payload(held=held)
    if gives_only_an_address(mime):
        reason = Message("The mail program gave only the address of the mail. Save the mail as a file, and drop that.")
        return Payload(problem=reason)
    if mime.hasImage() and not mime.hasText():
        picture = _png(mime.imageData())
        if picture:
            return Payload(picture=picture)
    text = linked_page(mime) or mime.text()
    if not text.strip() and mime.hasUrls():
        text = "\n".join(url.toString() for url in mime.urls())
    if not text.strip() or (mime.hasHtml() and not mime.hasFormat("text/plain")):
        from relationship_journal.importers.markup import text_of_html

        text = text_of_html(mime.html()) or text
    return Payload(text=text.replace("\r\n", "\n").replace("\x00", ""))


def linked_page(mime: QMimeData) -> str:
    """The name of a page and its address, where a single link was dragged out of a browser; else empty."""
    urls = [url.toString() for url in mime.urls()]
    if len(urls) != 1 or mime.text().strip() not in ("", urls[0], urls[0].rstrip("/")):
        return ""
    named = bytes(mime.data("text/x-moz-url").data()).decode("utf-16-le", "replace").partition("\n")[2]
    if not named and mime.hasHtml():
        from relationship_journal.importers.markup import text_of_html

        named = text_of_html(mime.html())
    name = " ".join(named.replace("\x00", "").split())[:_LONGEST_NAME]
    return f"{name}\n{urls[0]}" if name and name != urls[0] else urls[0]


def files_carried(mime: QMimeData) -> int:
    """How many files a drag carries, asked at every step of the mouse: folders are looked into once."""
    if held := held_in(mime):
        return len(held)
    return _counted(tuple(url.toLocalFile() for url in mime.urls() if url.isLocalFile()))


@lru_cache(maxsize=4)
def _counted(names: tuple[str, ...]) -> int:
    return len(_unfolded(names))


def can_take(mime: QMimeData) -> bool:
    """Whether anything in it can be kept, told without reading it."""
    known = mime.hasUrls() or mime.hasText() or mime.hasImage() or mime.hasHtml()
    return known or mime.hasFormat(ENTRIES) or bool(held_in(mime))


def _unfolded(names: Sequence[str]) -> list[Path]:
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.is_file() and not one.name.startswith("."))
            found += sorted(inside)[:_MOST_FILES]
        else:
            found.append(path)
    return found[:_MOST_FILES]


def _png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _icon(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix in (".eml", ".msg", ".mbox"):
        return "envelope-simple"
    if suffix in (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".heic", ".tif", ".tiff"):
        return "image"
    return "file-text" if suffix in _TEXTS else "file"

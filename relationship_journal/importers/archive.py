"""ZIP archives: what lies in them, under names that every system wrote in its own way."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.values import replace

from .charset import decode
from .containers import Allowance
from .plan import Refusal, Source
from .zipped import BROKEN

_ONE_DOCUMENT = ("[Content_Types].xml", "mimetype", "META-INF/", "AndroidManifest.xml", "Index/Document.iwa")
_LARGEST = 256 * 1024 * 1024
_AT_ONCE = 2**20
_MOST_LISTED = 50_000
_ENCRYPTED = 0x1
_UTF_8 = 0x800


def recognises(source: Source) -> bool:
    """Whether it is an archive of several things rather than a document that is packed in the same way.

    Raises Problem where its list alone would fill the memory.
    """
    if not zipfile.is_zipfile(BytesIO(source.content)):
        return False
    if source.content.count(b"PK\x01\x02") > _MOST_LISTED:
        raise Problem(Message("{name} lists too many files to be opened; it was kept as it is.", name=source.name))
    try:
        with zipfile.ZipFile(BytesIO(source.content)) as opened:
            return not any(name.startswith(_ONE_DOCUMENT) for name in opened.namelist()[:50])
    except BROKEN:
        return False


def members(source: Source, allowance: Allowance) -> Iterator[Source | Refusal]:
    """The files in it, without folders and what systems hide there. Nothing is ever written to a disk.

    Raises Problem where all of it is encrypted.
    """
    with zipfile.ZipFile(BytesIO(source.content)) as opened:
        inside = [one for one in opened.infolist() if not one.is_dir()]
        if inside and all(one.flag_bits & _ENCRYPTED for one in inside):
            raise Problem(
                Message("{name} is encrypted. Unpack it with its password, and drop what is in it.", name=source.name)
            )
        for one in inside:
            name = _name(one)
            if _is_hidden(name):
                continue
            if not allowance.one_more():
                reason = Message("{name} holds more files than are taken at once; the rest was left.", name=source.name)
                yield Refusal(source.name, reason)
                return
            read = _read(opened, one, name, allowance)
            yield replace(read, known=source.known) if isinstance(read, Source) else read
            if allowance.size < 0:
                reason = Message("{name} unpacks to more than is taken at once; the rest was left.", name=source.name)
                yield Refusal(source.name, reason)
                return


def _read(opened: zipfile.ZipFile, one: zipfile.ZipInfo, name: str, allowance: Allowance) -> Source | Refusal:
    """The member, never more of it than is allowed, whatever size it claims to have."""
    if one.flag_bits & _ENCRYPTED:
        return Refusal(name, Message("{name} is encrypted and was not taken.", name=name))
    most = min(_LARGEST, allowance.size)
    too_large = Message("{name} is larger than {limit} MB and was not taken.", name=name, limit=_LARGEST // 2**20)
    if one.file_size > _LARGEST:
        return Refusal(name, too_large)
    pieces, size = [], 0
    try:
        with opened.open(one) as stream:
            while piece := stream.read(_AT_ONCE):
                size += len(piece)
                if size > most:
                    allowance.size -= size
                    return Refusal(name, too_large)
                pieces.append(piece)
    except BROKEN:
        return Refusal(name, Message("{name} is damaged inside the archive and was not taken.", name=name))
    allowance.size -= size
    return Source(name, b"".join(pieces), _day(one))


def _name(one: zipfile.ZipInfo) -> str:
    """The member's own name: without folders, `..` among them, and in the characters that were meant.

    Archives made on Chinese Windows write GBK and do not say so; Python reads that as code page 437.
    """
    name = one.filename
    if not one.flag_bits & _UTF_8:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        if raw and not raw.isascii():
            name = decode(raw) or name
    name = name.replace("\\", "/").rstrip("/")
    parts = [part for part in PurePosixPath(name).parts if part not in ("/", "..", ".")]
    return "/".join(parts) if any(part.startswith((".", "__MACOSX")) for part in parts) else (parts or ["file"])[-1]


def _is_hidden(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return name.startswith("__MACOSX") or last.startswith(".") or last.lower() in ("thumbs.db", "desktop.ini")


def _day(one: zipfile.ZipInfo) -> date | None:
    try:
        return date(*one.date_time[:3])
    except (ValueError, TypeError):
        return None

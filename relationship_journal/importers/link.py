"""Links as desktops keep them (`.url`, `.webloc`, `.desktop`): the page's name and its address. Nothing is opened."""

import re
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import PurePath

from relationship_journal.domain.problems import Problem

from .charset import decode
from .documents import Words, document
from .plan import ImportPlan, Source
from .property_list import read_property_list
from .reasons import damaged

_LARGEST = 65_536
_WINDOWS = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe)?\s*\[\s*(?:InternetShortcut|DEFAULT)", re.IGNORECASE)
_DESKTOP = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:#[^\n]*\n|\s)*\[Desktop Entry\]")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}:\S{1,4000}\Z", re.IGNORECASE)


def recognises(source: Source) -> bool:
    """Whether it is small and one of the three shapes, with an address in it."""
    content = source.content
    if len(content) > _LARGEST:
        return False
    if content.startswith(b"bplist00") or (b"<plist" in content and b"<key>URL</key>" in content):
        return _has_address(content)
    plain = content.replace(b"\x00", b"")
    if _DESKTOP.match(plain):
        return re.search(rb"(?m)^Type\s*=\s*Link\s*$", plain) is not None
    return _WINDOWS.match(plain) is not None and re.search(rb"(?im)^URL\s*=", plain) is not None


def _has_address(content: bytes) -> bool:
    """Whether a property list has an address; one that is broken counts, if it says that it has."""
    try:
        return "URL" in read_property_list(content, "")
    except Problem:
        return content.startswith(b"<") or b"URL" in content


def plan(source: Source) -> ImportPlan:
    """One entry: the name on a line, the address below. Problem where there is no address in it."""
    if source.content.startswith(b"bplist00") or b"<plist" in source.content:
        name, address = "", _in_property_list(source)
        media_type = "application/x-webloc"
    else:
        name, address = _in_sections(source)
        media_type = "application/x-desktop" if b"[Desktop Entry]" in source.content else "application/x-mswinurl"
    if not _ADDRESS.match(address):
        raise Problem(damaged(source.name))
    title = name or PurePath(source.name).stem
    return document(source, "link", media_type, Words(f"{title}\n{address}"))


def _in_property_list(source: Source) -> str:
    address = read_property_list(source.content, source.name).get("URL")
    return address.strip() if isinstance(address, str) else ""


def _in_sections(source: Source) -> tuple[str, str]:
    parser = ConfigParser(interpolation=None, strict=False, allow_no_value=True, delimiters=("=",))
    try:
        parser.read_string(decode(source.content) or "")
    except ConfigError as error:
        raise Problem(damaged(source.name)) from error
    sections = {name.lower(): parser[name] for name in parser.sections()}
    held = sections.get("internetshortcut") or sections.get("desktop entry")
    if held is None:
        return "", ""
    return (held.get("name") or "").strip(), (held.get("url") or "").strip()

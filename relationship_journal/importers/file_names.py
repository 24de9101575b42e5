"""Names of files as archives, mails and systems write them: what of one is the name, and what it tells of the file."""

import mimetypes

_LONGEST = 200


def without_folders(name: str) -> str:
    """The last part, whichever way the folders before it are parted; a name that ends with a folder has none."""
    return name.replace("\\", "/").rpartition("/")[2]


def harmless(name: str) -> str:
    """A file's name without folders, `..` and signs that no screen shows, no longer than file systems allow."""
    shown = "".join(sign for sign in without_folders(name.rstrip("\\/")) if sign.isprintable())
    stem, dot, suffix = shown.rpartition(".")
    if len(shown) > _LONGEST:
        shown = stem[: _LONGEST - len(suffix) - 1] + dot + suffix if len(suffix) < 10 else shown[:_LONGEST]
    return "" if shown in (".", "..") else shown


def type_by_name(name: str) -> str:
    """The media type that a name's ending tells; that of mere bytes where it tells none."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"

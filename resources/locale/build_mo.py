"""Builds `<language>/messages.mo` from the `.po` files beside it: several areas, one catalogue.

Run by dev.py, by tests/conftest.py, by the wheel and by the bundle; does nothing where the catalogue is newer than
its sources. A message that stands in two areas keeps the words of the first by name (a test tells where they differ).
"""

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def sources(language: Path) -> list[Path]:
    """The areas of one language, in order of name."""
    return sorted(language.glob("*.po"))


def is_stale(language: Path) -> bool:
    """Whether the catalogue of this language is missing or older than one of its sources."""
    catalogue = language / "messages.mo"
    return not catalogue.exists() or any(
        area.stat().st_mtime >= catalogue.stat().st_mtime for area in sources(language)
    )


def build(language: Path) -> Path:
    """Write the catalogue of one language folder, replaced whole; PoFileError where a source is malformed."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    merged = Catalog(locale=language.name, charset="utf-8", fuzzy=False)
    for area in sources(language):
        with area.open("rb") as file:
            for message in read_po(file, locale=language.name, abort_invalid=True):
                if message.id and message.string and not message.fuzzy and message.id not in merged:
                    merged.add(message.id, message.string, context=message.context)
    catalogue = language / "messages.mo"
    fresh = catalogue.with_suffix(f".{os.getpid()}.part")
    with fresh.open("wb") as out:
        write_mo(out, merged)
    fresh.replace(catalogue)
    return catalogue


def stale(folder: Path = FOLDER) -> list[Path]:
    """The language folders whose catalogue is to be built."""
    return [path for path in sorted(folder.iterdir()) if path.is_dir() and sources(path) and is_stale(path)]


def build_stale(folder: Path = FOLDER) -> list[Path]:
    """Build what is missing or out of date; the catalogues that were written."""
    return [build(language) for language in stale(folder)]


if __name__ == "__main__":
    for written in build_stale():
        print(f"built {written.relative_to(FOLDER.parent.parent)}")

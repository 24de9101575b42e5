"""What the program remembers that is no journal content: language, theme, window places, the last journal used."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = "window.json"


class Preferences:
    """Words and numbers in one small file. It is never worth an error: what cannot be read counts as not set."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE
        self._known: dict[str, Any] = self._read()

    def text(self, key: str, default: str = "") -> str:
        """The text kept under `key`."""
        value = self._known.get(key)
        return value if isinstance(value, str) else default

    def numbers(self, key: str) -> tuple[int, ...]:
        """The whole numbers kept under `key`, or none."""
        value = self._known.get(key)
        if isinstance(value, list) and all(type(number) is int for number in value):
            return tuple(value)
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts kept under `key`, or none."""
        value = self._known.get(key)
        return tuple(value) if isinstance(value, list) and all(isinstance(text, str) for text in value) else ()

    def remember(self, **values: str | list[int] | list[str]) -> None:
        """Keep values. Another window may have written meanwhile: only the keys given are replaced."""
        fresh = self._read() | values
        if fresh != self._known or not self.file.exists():
            self._write(fresh)
        self._known = fresh

    def _read(self) -> dict[str, Any]:
        try:
            known = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _write(self, values: Mapping[str, Any]) -> None:
        new = self.file.with_suffix(".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(values, ensure_ascii=False, indent=1), "utf-8")
            new.replace(self.file)
        except OSError:
            new.unlink(missing_ok=True)


def last_journal(preferences: Preferences, data: Path) -> Path:
    """The journal to open when none is named: the last one used, else `journal.rjdb` in the user's data folder."""
    used = preferences.text("journal")
    return Path(used) if used else data / "journal.rjdb"

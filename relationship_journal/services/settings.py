"""Settings, the ladder's words, and their effect on the method. Not undone by undo."""

from pathlib import Path

from relationship_journal.domain import settings as values
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.rung import DOMAINS, Rung
from relationship_journal.domain.settings import Settings, Value
from relationship_journal.i18n import Message
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads
from relationship_journal.store.reads.settings import shipped_rungs
from relationship_journal.values import replace

INBOX = "inbox.folder"


class SettingsService:
    """Use cases on settings."""

    def __init__(self, gestures: Gestures, reads: Reads) -> None:
        self._gestures = gestures
        self._reads = reads

    def all(self) -> dict[str, Value]:
        """Every setting by its key, in the method's order."""
        return self._reads.settings().values()

    def get(self, key: str) -> Value:
        """One setting; Problem where there is no such key."""
        return self._reads.settings().value(key)

    def set(self, key: str, text: str) -> Value:
        """Change a setting. Problem where the key is unknown or the text makes no sense for it."""
        value = values.read(key, _folder(text) if key == INBOX else text)
        stored = values.write(value)
        with self._gestures.work(None) as work:
            work.delete("setting", key=key)
            if value is not None and value != values.DEFAULTS.get(key):
                work.insert("setting", key=key, value=stored)
        return value

    def numbers(self) -> Settings:
        """The settings in force, as the rules take them, with what follows from the ladder as the user edited it."""
        return self._reads.settings()

    def rungs(self) -> tuple[Rung, ...]:
        """The rungs, lowest first, with the user's own words, domains and weights."""
        return self._reads.rungs()

    def save_rung(self, rung: Rung) -> None:
        """Keep words, domain, weight and whether a rung is hidden from suggestions, as given."""
        if rung.domain not in DOMAINS:
            raise Problem(Message("{domain} is no domain of life that the ladder knows.", domain=rung.domain))
        shipped = next(one for one in shipped_rungs() if one.number == rung.number)
        with self._gestures.work(None) as work:
            work.delete("rung_edit", number=rung.number)
            if rung != replace(shipped, hidden=False):
                work.insert(
                    "rung_edit",
                    number=rung.number,
                    name_en=_own(rung.names, shipped.names, "en"),
                    name_zh=_own(rung.names, shipped.names, "zh"),
                    example_en=_own(rung.examples, shipped.examples, "en"),
                    example_zh=_own(rung.examples, shipped.examples, "zh"),
                    domain=None if rung.domain == shipped.domain else rung.domain,
                    weight=None if rung.weight == shipped.weight else rung.weight,
                    hidden=int(rung.hidden),
                )


def _folder(text: str) -> str:
    """A folder that is there, by its whole path; empty for none. Raises Problem."""
    if text.strip().lower() in ("", "none"):
        return ""
    path = Path(text.strip()).expanduser()
    if not path.is_dir():
        raise Problem(Message("There is no folder {name}.", name=text.strip()))
    return str(path.resolve())


def _own(words: dict[str, str], shipped: dict[str, str], language: str) -> str | None:
    text = words.get(language, "").strip()
    return text if text and text != shipped.get(language) else None

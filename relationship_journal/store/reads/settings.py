"""Reads of the settings, the ladder as the user edited it, and what lies in the journal as a whole."""

from functools import cache, lru_cache

from relationship_journal.domain.contact import Facet, FacetKind
from relationship_journal.domain.journal_facts import JournalFacts
from relationship_journal.domain.rung import Rung, read_rungs, with_rungs
from relationship_journal.domain.settings import Settings
from relationship_journal.paths import resources
from relationship_journal.store import schema

from .connected import Connected, Row

_WRITTEN = (
    "contact nickname tag handle facet occasion entry entry_contact attachment favour step courtesy courtesy_contact "
    "profile_facet"
).split()
_RUNG_EDITS = "SELECT number, name_en, name_zh, example_en, example_zh, domain, weight, hidden FROM rung_edit"


class SettingReads(Connected):
    """Queries for settings, profile and the journal's facts."""

    def info(self) -> JournalFacts:
        """What `info` tells of the journal."""
        counts = self._row(
            "SELECT (SELECT count(*) FROM contact WHERE trashed IS NULL),"
            " (SELECT count(*) FROM entry INDEXED BY entry_by_day WHERE trashed IS NULL),"
            " (SELECT count(*) FROM favour WHERE trashed IS NULL),"
            " (SELECT count(*) FROM attachment"
            "  WHERE entry_id NOT IN (SELECT id FROM entry WHERE trashed IS NOT NULL))"
        )
        return JournalFacts(
            path=self._file.path,
            schema=str(schema.REVISION),
            encrypted=False,
            contacts=counts[0],
            entries=counts[1],
            favours=counts[2],
            attachments=counts[3],
            bytes=self._file.path.stat().st_size,
            last_backup=self.memo("last_backup"),
        )

    def memo(self, key: str) -> str | None:
        """What the program noted for itself under `key`."""
        rows = self._rows("SELECT value FROM memo WHERE key = ?", key)
        return rows[0][0] if rows else None

    def digest(self) -> str:
        """A SHA-256 of all that the user can write in the journal: the same as long as nothing was changed."""
        from hashlib import sha256

        sums = sha256()
        for table in _WRITTEN:
            sums.update(repr(self._rows(f"SELECT * FROM {table} ORDER BY 1, 2")).encode())
        return sums.hexdigest()

    def draft(self, scope: int) -> str | None:
        """The unfinished text of a contact's composer, or of nobody's (0), as it was stored."""
        rows = self._rows("SELECT content FROM draft WHERE scope = ?", scope)
        return rows[0][0] if rows else None

    def my_facets(self) -> tuple[Facet, ...]:
        """The facets of the user's own life, in their order."""
        rows = self._rows("SELECT kind, text, id FROM profile_facet ORDER BY position, id")
        return tuple(Facet(FacetKind(kind), text, number) for kind, text, number in rows)

    def setting_texts(self) -> dict[str, str]:
        """What is stored of the settings, as text by key."""
        return dict(self._rows("SELECT key, value FROM setting ORDER BY key"))

    def settings(self) -> Settings:
        """The settings in force, with what follows from the ladder as the user edited it."""
        return self._as_read("settings", self._read_settings)

    def rungs(self) -> tuple[Rung, ...]:
        """The rungs, lowest first, with the user's own words, domains and weights."""
        return self._as_read("rungs", self._read_rungs)

    def _read_settings(self) -> Settings:
        settings = _settings(tuple(self.setting_texts().items()))
        return with_rungs(settings, self.rungs()) if self._rung_edits() else settings

    def _read_rungs(self) -> tuple[Rung, ...]:
        edits = self._rung_edits()
        return tuple(_edited(rung, edits[rung.number]) if rung.number in edits else rung for rung in shipped_rungs())

    def _rung_edits(self) -> dict[int, Row]:
        return {row[0]: row[1:] for row in self._rows(_RUNG_EDITS)}


@cache
def shipped_rungs() -> tuple[Rung, ...]:
    """The rungs as they ship with the program."""
    return read_rungs((resources() / "rungs.toml").read_text("utf-8"))


@lru_cache(maxsize=8)
def _settings(texts: tuple[tuple[str, str], ...]) -> Settings:
    return Settings.of(dict(texts))


def _edited(rung: Rung, edit: Row) -> Rung:
    name_en, name_zh, example_en, example_zh, domain, weight, hidden = edit
    return Rung(
        rung.number,
        rung.names | {code: name for code, name in (("en", name_en), ("zh", name_zh)) if name},
        domain or rung.domain,
        rung.weight if weight is None else weight,
        rung.examples | {code: text for code, text in (("en", example_en), ("zh", example_zh)) if text},
        bool(hidden),
    )

"""Reads of the trash: one row for each removal, the last one first."""

from relationship_journal.domain.trashed import Trashed, TrashedKind

from .connected import Connected, day_or_none

_BEGINNING = 200  # code points of an entry's text
_REMOVALS = f"""
SELECT kind, id, text, day, (SELECT count(*) FROM entry e WHERE e.trashed = number AND head <> 2) FROM (
    SELECT min(head) AS head, kind, id, text, day, number FROM (
        SELECT 1 AS head, 'contact' AS kind, id, name AS text, NULL AS day, trashed AS number
            FROM contact WHERE trashed IS NOT NULL
        UNION ALL SELECT 2, 'entry', id, substr(text, 1, {_BEGINNING}), day, trashed
            FROM entry WHERE trashed IS NOT NULL
        UNION ALL SELECT 3, 'favour', id, title, NULL, trashed FROM favour WHERE trashed IS NOT NULL
        UNION ALL SELECT 4, 'courtesy', id, text, day, trashed FROM courtesy WHERE trashed IS NOT NULL
    ) GROUP BY number
) ORDER BY number DESC LIMIT ?"""


class TrashReads(Connected):
    """Queries for what was removed."""

    def trash(self, limit: int = 500) -> tuple[Trashed, ...]:
        """The last removals, last first."""
        return tuple(
            Trashed(TrashedKind(kind), number, text, day_or_none(when), entries)
            for kind, number, text, when, entries in self._rows(_REMOVALS, limit)
        )

"""Rows of the review that are made when they are looked at."""

import pytest

from relationship_journal.domain import agenda_rows
from relationship_journal.domain.agenda import TO_DO, agenda
from relationship_journal.domain.plan import Section
from relationship_journal.domain.repertoire import Repertoire
from relationship_journal.domain.review import placed_key, row_key
from tests.domain.stories import SETTINGS, TODAY, between, person, received


def test_only_what_is_looked_at_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty loops are open: the plan's first seven make their rows, one that is shown makes its own, once."""
    made: list[str] = []
    real = agenda_rows.favour

    def counted(*told: object) -> agenda_rows.Row:
        row = real(*told)  # type: ignore[arg-type]
        made.append(row.name)
        return row

    monkeypatch.setattr(agenda_rows, "favour", counted)
    people = [
        between(
            received("Tea", 1, f"asked@{90 - number} granted@{80 - number}", id=number),
            contact=person(id=number, name=f"Person {number:02}"),
            met=(5,),
        )
        for number in range(1, 21)
    ]
    found = agenda(people, SETTINGS, TODAY, Repertoire((), (), SETTINGS, TODAY))
    rows = found.sections[Section.CLOSE_LOOPS]
    assert (len(rows), len(made)) == (20, SETTINGS.review_plan_size)
    assert rows[-1].name == rows[-1].name == "Person 20"
    assert len(made) == SETTINGS.review_plan_size + 1
    assert [row.name for row in rows[:3]] == ["Person 01", "Person 02", "Person 03"]
    assert rows == [*rows]
    assert rows != [*rows][1:]
    for section in TO_DO:
        assert [placed_key(one) for one in found.sections[section].placed] == [
            row_key(row) for row in found.sections[section]
        ]

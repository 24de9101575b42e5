"""The ladder that ships with the program."""

from dataclasses import replace

import pytest

from relationship_journal.domain.rung import read_rungs, with_rungs
from relationship_journal.domain.settings import Settings
from relationship_journal.paths import resources

RUNGS = read_rungs((resources() / "rungs.toml").read_text("utf-8"))


def test_the_ladder_is_that_of_the_method() -> None:
    """Numbers, names, domains and weights as METHOD 2 lists them."""
    assert [(rung.number, rung.name("en"), rung.name("zh"), rung.domain, rung.weight) for rung in RUNGS] == [
        (1, "Tiny personal ask", "随口小问", "personal", 1),
        (2, "Personal favour", "举手之劳", "personal", 2),
        (3, "Their expertise", "请教专长", "expertise", 3),
        (4, "Their trade", "请教业务", "trade", 5),
        (5, "Small work favour", "工作小忙", "work", 8),
        (6, "Real work request", "工作大事", "work", 13),
    ]
    assert all(rung.example(language) for rung in RUNGS for language in ("en", "zh"))


def test_the_settings_know_the_ladder_as_edited() -> None:
    """A rung whose domain was changed and one that is hidden."""
    edited = (*RUNGS[:2], replace(RUNGS[2], domain="trade"), replace(RUNGS[3], hidden=True), *RUNGS[4:])
    settings = with_rungs(Settings(), edited)
    assert settings.rung_domains[2] == "trade"
    assert settings.hidden_rungs == {4}


def test_a_broken_ladder_is_an_error_of_the_installation() -> None:
    """A rung missing from the file."""
    with pytest.raises(ValueError, match="1 to 6"):
        read_rungs("rung = []")

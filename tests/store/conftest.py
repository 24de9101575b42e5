"""A real journal file for each test."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from relationship_journal.services.session import Session

TODAY = date(2026, 11, 23)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's journal lies."""
    return tmp_path / "journal.rjdb"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """A new journal, open."""
    session = Session.open(path, create=True)
    yield session
    session.close()

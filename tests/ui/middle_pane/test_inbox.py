"""The inbox folder while the window is open: told of with a way back, whatever is in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relationship_journal.domain.scope import EVERYONE
from relationship_journal.i18n import word
from relationship_journal.ui.context import Context
from relationship_journal.ui.inbox.watch import InboxWatch
from relationship_journal.ui.settings_dialog.habits import Habits
from tests.ui.conftest import Wait

from .conftest import Journal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


@pytest.fixture
def watch(context: Context) -> Iterator[InboxWatch]:
    made = InboxWatch(context, between=40)
    made.begin()
    yield made
    made.deleteLater()


def test_what_is_saved_while_the_window_is_open_is_taken_in(
    journal: Journal, context: Context, watch: InboxWatch, folder: Path, wait: Wait
) -> None:
    """The folder is set, a chat is saved there: a notice says what came and with whom, and undoes it."""
    context.tasks.run(lambda: journal.session.settings.set("inbox.folder", str(folder)))
    wait(lambda: journal.session.settings.get("inbox.folder"))
    (folder / "chat.txt").write_text("29/04/2026, 9:00 - Helen Zhou: Hi\n29/04/2026, 9:01 - Me: Hello\n")
    wait(lambda: journal.texts(journal.helen) == ["Helen Zhou 09:00\nHi\n\nMe 09:01\nHello"])
    wait((folder / "Taken in" / "chat.txt").exists)
    wait(lambda: bool(journal.notices))
    assert word(journal.notices[-1].message) == "From the inbox: Helen Zhou. Kept 1 entry."
    act = journal.notices[-1].act
    assert act is not None
    act()
    wait(lambda: journal.texts(EVERYONE) == [])


def test_what_lies_there_at_the_start_is_taken_in(journal: Journal, context: Context, folder: Path, wait: Wait) -> None:
    """Saved while the program was not running."""
    journal.session.settings.set("inbox.folder", str(folder))
    (folder / "note.txt").write_text("bought cherries")
    watch = InboxWatch(context, between=40)
    watch.begin()
    wait(lambda: journal.texts(EVERYONE) == ["bought cherries"])
    wait((folder / "Taken in" / "note.txt").exists)
    watch.deleteLater()


def test_what_fails_is_told_once(
    journal: Journal, watch: InboxWatch, context: Context, folder: Path, wait: Wait
) -> None:
    """A file of 300 MB stays where it is; the next file that comes is taken in without telling of it again."""
    with (folder / "film.bin").open("wb") as stream:
        stream.truncate(300 * 2**20)
    context.tasks.run(lambda: journal.session.settings.set("inbox.folder", str(folder)))
    wait(lambda: bool(journal.notices))
    assert journal.notices[-1].is_problem
    assert word(journal.notices[-1].message) == "From the inbox: film.bin is larger than 256 MB and was not taken."
    (folder / "note.txt").write_text("bought cherries")
    wait(lambda: journal.texts(EVERYONE) == ["bought cherries"])
    wait(lambda: len(journal.notices) == 2)
    assert "film" not in word(journal.notices[-1].message)


def test_the_settings_name_the_folder(journal: Journal, folder: Path) -> None:
    """Chosen it is shown and would be saved; turned off again nothing is changed."""
    habits = Habits(journal.session.settings.numbers())
    assert not habits.inbox.turn_off.isVisibleTo(habits)
    habits.inbox.use(str(folder))
    assert habits.changed() == {"inbox.folder": str(folder)}
    habits.inbox.turn_off.click()
    assert habits.changed() == {}

"""What every test stands on: a home of its own, no screen, words that are built, and no error lost in a Qt slot."""

import os
import runpy
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import hypothesis
import pytest

# Before anything imports Qt or asks for the user's folders: a test never touches the journal of who runs it.
_home = tempfile.TemporaryDirectory(prefix="relationship-journal-tests-", ignore_cleanup_errors=True)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(
    HOME=_home.name,
    USERPROFILE=_home.name,
    APPDATA=_home.name,
    LOCALAPPDATA=_home.name,
    XDG_CACHE_HOME=f"{_home.name}/cache",
    XDG_CONFIG_HOME=f"{_home.name}/config",
    XDG_DATA_HOME=f"{_home.name}/share",
    XDG_STATE_HOME=f"{_home.name}/state",
    LANGUAGE="en",
    LC_ALL="C.UTF-8",
)

# A property holds however busy the machine is.
# How fast the machine is at the moment is nobody's fault: no test is timed.
hypothesis.settings.register_profile("journal", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("journal")


def pytest_configure() -> None:
    """Build the words that are older than their source, so that plain pytest has them too."""
    runpy.run_path(str(Path(__file__).parent.parent / "resources/locale/build_mo.py"))["build_stale"]()


def pytest_unconfigure() -> None:
    """Remove the tests' home."""
    _home.cleanup()


@pytest.fixture(autouse=True)
def no_error_is_lost(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test in which a Qt slot or a thread raised: Qt only prints such errors and goes on."""
    lost: list[BaseException] = []

    def in_slot(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        lost.append(error)
        sys.__excepthook__(kind, error, trace)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            in_slot(args.exc_type, args.exc_value, args.exc_traceback)

    monkeypatch.setattr(sys, "excepthook", in_slot)
    monkeypatch.setattr(threading, "excepthook", in_thread)
    yield
    if lost:
        raise AssertionError(f"an error was raised outside the test's own call: {lost[0]!r}") from lost[0]


@pytest.fixture
def fresh_process() -> Iterator[None]:
    """A test that begins and ends without the process beside the program."""
    from relationship_journal.beside import the_process

    the_process.end()
    yield
    the_process.end()

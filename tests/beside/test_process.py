"""The process beside the program, really started, killed and left hanging."""

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from relationship_journal.beside import BrokenOffError, Process, TooSlowError, wire
from relationship_journal.domain.entry import EntryKind
from relationship_journal.i18n import Message
from relationship_journal.importers import ImportPlan, PlannedEntry, PlannedFile

ROOT = Path(__file__).parents[2]
PATIENCE = 20  # s in which a process is gone on a busy machine


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[Process]:
    """A process of this test's own."""
    made = Process()
    yield made
    made.end()


def ask(process: Process, name: str, *arguments: object, patience: float = PATIENCE, **more: Any) -> Any:
    return process.ask(f"tests.beside.errands.{name}", arguments, patience=patience, **more)


def is_there(number: int) -> bool:
    """Whether a process runs, seen from outside."""
    if sys.platform == "win32":
        listed = subprocess.run(["tasklist", "/FI", f"PID eq {number}"], capture_output=True, text=True, check=True)
        return str(number) in listed.stdout
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False)
    return listed.stdout.strip()[:1] not in ("", "Z")


def wait_until_gone(number: int) -> None:
    until = monotonic() + PATIENCE
    look = threading.Event()
    while is_there(number):
        assert monotonic() < until
        look.wait(0.02)


def test_values_travel_there_and_back(process: Process) -> None:
    """Drafts with their files, large and small, come back as they were; what prints there garbles nothing."""
    files = (
        PlannedFile("a.bin", bytes(range(256)) * 4000, "x/y", Message("{name}", name="a")),
        PlannedFile("b", b"", ""),
    )
    made = ImportPlan("file", (PlannedEntry(EntryKind.CALL, "樱桃", date(2026, 4, 30), files=files),))
    assert ask(process, "echo", made) == made
    assert ask(process, "prints") == "said"
    assert ask(process, "echo", "后") == "后"


def test_one_process_does_all_errands(process: Process) -> None:
    """It is another one than the program, started by the first errand and no sooner."""
    assert process.number is None
    numbers = {ask(process, "number") for _ in range(3)}
    assert numbers == {process.number}
    assert numbers != {os.getpid()}


def test_what_lasts_is_sent_once(process: Process) -> None:
    """The same people with every note are the same object there; others replace them; a new process is told again."""
    people = tuple(f"somebody {number}" for number in range(1000))
    first = ask(process, "with_lasting", "a", lasting=people)
    again = ask(process, "with_lasting", "b", lasting=people)
    assert first[1] == people
    assert again[2] == first[2]
    assert ask(process, "with_lasting", "c", lasting=people[:2])[1] == people[:2]
    process.end()
    assert ask(process, "with_lasting", "d", lasting=people)[1] == people


def test_it_asks_whom_the_journal_knows(process: Process) -> None:
    """The answers come from the program, while the errand is under way."""
    known = {"王建国"}.__contains__
    assert ask(process, "asks_back", ["王建国", "Tom"], knows=known) == [True, False]


def test_an_errand_that_fails_or_ends_the_process_harms_no_other(process: Process) -> None:
    """An error nobody expected; a crash, tried once more; more memory than there is: the next errand is done."""
    with pytest.raises(BrokenOffError):
        ask(process, "fails")
    number = process.number
    with pytest.raises(BrokenOffError):
        ask(process, "kills_itself")
    with pytest.raises(BrokenOffError):
        ask(process, "wants_all_memory")
    assert ask(process, "echo", "still") == "still"
    assert process.number not in (None, number)


def test_killed_between_two_errands_it_is_started_again(process: Process) -> None:
    """Somebody ended it: nobody notices."""
    first = ask(process, "number")
    os.kill(first, signal.SIGTERM)
    wait_until_gone(first)
    assert ask(process, "number") not in (None, first)


def test_what_hangs_is_ended_after_its_time(process: Process) -> None:
    """The errand gets its seconds and no more, and the process is gone."""
    number = ask(process, "number")
    began = monotonic()
    with pytest.raises(TooSlowError):
        ask(process, "hangs", patience=0.3)
    assert monotonic() - began < PATIENCE
    wait_until_gone(number)
    assert ask(process, "echo", 1) == 1


def test_who_waits_for_another_errand_loses_none_of_its_time(process: Process) -> None:
    """The errand before takes longer than this one may: it is this one's turn, and it is done."""
    before: list[object] = []

    def hang(value: object) -> bool:
        before.append(value)
        return False

    def ask_first() -> None:
        with pytest.raises(TooSlowError):
            ask(process, "asks_and_hangs", patience=4, knows=hang)

    first = threading.Thread(target=ask_first)
    first.start()
    until = monotonic() + PATIENCE
    while not before:
        assert monotonic() < until
        threading.Event().wait(0.01)
    assert ask(process, "echo", "mine", patience=3) == "mine"
    first.join(PATIENCE)


def test_who_gives_up_waits_no_longer(process: Process) -> None:
    """Cancelled while an errand hangs, and while another waits for it: both are told, and the process is gone."""
    number = ask(process, "number")
    given_up, told = threading.Event(), list[str]()

    def give_up() -> None:
        try:
            ask(process, "hangs", given_up=given_up.is_set)
        except BrokenOffError:
            told.append("broken off")

    threads = [threading.Thread(target=give_up) for _ in range(2)]
    for thread in threads:
        thread.start()
    given_up.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert told == ["broken off", "broken off"]
    wait_until_gone(number)


_PROGRAM = """
import sys, threading
from relationship_journal.beside import Process
process = Process()
print(process.ask("tests.beside.errands.number", (), patience=60), flush=True)
if sys.argv[1] == "busy":
    process.ask("tests.beside.errands.hangs", (), patience=60)
if sys.argv[1] == "idle":
    threading.Event().wait()
"""


@pytest.mark.parametrize("state", ["busy", "idle", "ends"])
def test_it_ends_with_the_program(state: str) -> None:
    """Killed at rest or in the middle of an errand, or ended well: the process hears it and is gone."""
    command = [sys.executable, "-c", _PROGRAM, state]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        number = int(program.stdout.readline())
        assert state == "ends" or is_there(number)
        if state != "ends":
            program.kill()
        program.wait(PATIENCE)
    wait_until_gone(number)


class _Trap:
    """What a process that was taken over might send."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("trapped",)


@pytest.mark.parametrize("value", [_Trap(), Path("x"), os.system, subprocess.Popen])
def test_nothing_but_values_is_made_of_an_answer(
    value: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No function is called and no object made that is not one of the program's own values."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(pickle.UnpicklingError):
        wire.unpacked(wire.packed(value))
    assert list(tmp_path.iterdir()) == []


def test_it_loads_no_more_than_its_errand_needs(process: Process) -> None:
    """Neither Qt nor the database are in it: it starts at once and is small."""
    loaded = {name.partition(".")[0] for name in ask(process, "modules")}
    assert not loaded & {"PySide6", "sqlcipher3", "sqlmodel", "sqlalchemy", "pydantic"}

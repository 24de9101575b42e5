"""Process start to the first painted, usable journal, and from there to all ready, against a bare window; its memory.

Each round starts the bare window and the program on every journal by turns, each as a process of its own with
bytecode there, so that a slow minute of the machine strikes all. Processor time stands beside the clock: on a machine
that has other things to do it is the steadier of the two.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.bench.measurement import ROOT, Goal, Measurement

_FEWER = 3  # rounds of what takes long: one in so many


class Start(NamedTuple):
    """One start. Milliseconds from the start of the process, or from the first paint; memory in MiB."""

    ms: float
    processor: float
    mib: float
    ready: float = 0
    held: float = 0
    scrolled_mib: float = 0


def start(until: str, *arguments: str) -> Start:
    """Start a process in a home of its own and wait until it tells; RuntimeError where it painted nothing."""
    command = [sys.executable, "-m", "tests.bench.first_paint", until, *arguments]
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "relationship-journal"
        folder.mkdir()
        # The review, which opens by itself on its day, would cover what is measured.
        (folder / "window.json").write_text(json.dumps({"review_opened": date.today().isoformat()}), "utf-8")
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home)
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **places}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # whoever starts a program twice has its bytecode
        began = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"no window was painted: {done.stderr[-2000:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    return Start(
        (told["painted_at"] - began) * 1000,
        told["processor"] * 1000,
        told["peak_mib"],
        (told["ready_at"] - told["painted_at"]) * 1000 if "ready_at" in told else 0,
        told.get("held", 0),
        told.get("peak_mib_scrolled", 0),
    )


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Warm starts, cold starts, and what comes after them."""
    return [*_warm(journals, rounds), *_cold(journals, max(3, rounds // _FEWER)), *_after(journals, rounds)]


def _warm(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    found = _by_turns("painted", journals, rounds)
    bare = found.pop(-1)
    first = next(iter(found))
    rows = []
    for size, ours in found.items():
        what = "process start to painted journal"
        rows.append(Measurement(what, _ms(ours), Goal(times=1.5), _ms(bare), size))
        if size != first:
            compared = f"{what}, to that of {first:,}"
            rows.append(Measurement(compared, _ms(ours), Goal(times=1.1), _ms(found[first]), size))
        used, bare_used = [one.processor for one in ours], [one.processor for one in bare]
        rows.append(Measurement("processor time until then", used, Goal(times=1.5), bare_used, size))
        memory, bare_memory = [one.mib for one in ours], [one.mib for one in bare]
        rows.append(Measurement("peak memory until then", memory, Goal(times=3), bare_memory, size, "MiB"))
    return rows


def _cold(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """What was read from the disk is given back before each start, as far as no other process holds it."""
    found = _by_turns("painted", journals, rounds, cold=True)
    bare = found.pop(-1)
    return [
        Measurement("the same, cold cache", _ms(ours), Goal(times=1.5), _ms(bare), size) for size, ours in found.items()
    ]


def _after(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    found = _by_turns("scrolled", journals, max(3, rounds // _FEWER))
    bare = [one.mib for one in found.pop(-1)]
    first = next(iter(found))
    rows = []
    for size, ours in found.items():
        memory = [one.scrolled_mib for one in ours]
        what = "peak memory after 5,000 rows"
        rows.append(Measurement("painted to everything ready", [one.ready for one in ours], Goal(), size=size))
        rows.append(Measurement("longest hold until then", [one.held for one in ours], Goal(most=16), size=size))
        rows.append(Measurement(what, memory, Goal(times=3), bare, size, "MiB"))
        if size != first:
            before = [one.scrolled_mib for one in found[first]]
            rows.append(Measurement(f"{what}, to that of {first:,}", memory, Goal(times=1.2), before, size, "MiB"))
    return rows


def _by_turns(until: str, journals: dict[int, Path], rounds: int, *, cold: bool = False) -> dict[int, list[Start]]:
    """The starts by size of journal; those of the bare window under -1. The first round of warm ones does not count."""
    found: dict[int, list[Start]] = {-1: [], **{size: [] for size in journals}}
    commands = {-1: ("bare",), **{size: (until, "--journal", str(path)) for size, path in journals.items()}}
    for turn in range(rounds if cold else rounds + 1):
        for size, command in commands.items():
            if cold:
                _forget_files()
            one = start(*command)
            if cold or turn:
                found[size].append(one)
    return found


def _forget_files() -> None:
    """Ask the system to read the program, Python and Qt from the disk again. Only where it can be asked."""
    if not hasattr(os, "posix_fadvise"):
        return
    for file in _files():
        try:
            descriptor = os.open(file, os.O_RDONLY)
        except OSError:
            continue
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def _files() -> Iterator[Path]:
    folders = [ROOT / "relationship_journal", ROOT / "resources", Path(os.__file__).parent]
    for module in ("PySide6", "shiboken6", "sqlcipher3", "qtawesome"):
        spec = find_spec(module)
        folders += [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def _ms(starts: list[Start]) -> list[float]:
    return [one.ms for one in starts]

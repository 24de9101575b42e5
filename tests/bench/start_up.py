"""Process start to the first painted, usable journal, against a bare window of the same size; and its memory."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.measurement import ROOT, Goal, Measurement


class Start(NamedTuple):
    """One start: milliseconds until the paint that counts, and the peak memory until then in MiB."""

    ms: float
    mib: float


def start(*arguments: str) -> Start:
    """Start a process and wait for its first paint; RuntimeError where it painted nothing."""
    command = [sys.executable, "-m", "tests.bench.first_paint", *arguments]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # whoever starts a program twice has its bytecode
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"no window was painted: {done.stderr[-2000:]}")
    painted = json.loads(done.stdout.splitlines()[-1])
    return Start((painted["painted_at"] - began) * 1000, painted["peak_mib"])


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Bare and journal by turns, so that a slow minute of the machine strikes both."""
    rows = []
    for size, path in journals.items():
        start("bare"), start("journal", "--journal", str(path))
        pairs = [(start("bare"), start("journal", "--journal", str(path))) for _ in range(rounds)]
        bare, ours = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        rows.append(
            Measurement(
                "process start to painted journal",
                [at.ms for at in ours],
                Goal(times=1.5),
                [at.ms for at in bare],
                size,
            )
        )
        rows.append(
            Measurement(
                "peak memory at that moment",
                [at.mib for at in ours],
                Goal(times=3),
                [at.mib for at in bare],
                size,
                "MiB",
            )
        )
    return rows

"""What `test_inner.py` measures with pytest-benchmark, as rows of the same table."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.measurement import ROOT, Goal, Measurement

_MOST_KEPT = 1_000
_CALIBRATED = "--benchmark-max-time=0.5"


def measure(_journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """One row for each benchmark, in milliseconds; RuntimeError where one fails."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "inner.json"
        asked = ["--benchmark-only", f"--benchmark-min-rounds={rounds}", _CALIBRATED, f"--benchmark-json={kept}"]
        command = [sys.executable, "-m", "pytest", "-q", "-o", "addopts=--import-mode=importlib", *asked]
        done = subprocess.run(
            [*command, "tests/bench/test_inner.py"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"an inner measurement failed: {done.stdout[-2000:]}")
        found: list[dict[str, Any]] = json.loads(kept.read_text("utf-8"))["benchmarks"]
    return [
        Measurement(
            one["extra_info"]["what"],
            [seconds * 1000 for seconds in one["stats"]["data"][:_MOST_KEPT]],
            Goal(median=one["extra_info"]["most"]),
        )
        for one in found
    ]

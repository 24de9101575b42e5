"""What one measurement is, how it is judged against its goal, and how a run is printed and kept."""

import json
import os
import platform
import statistics
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "bench-results"


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The value that nineteen of twenty do not exceed; the largest where there are fewer than twenty."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


@dataclass(frozen=True, slots=True)
class Goal:
    """What is aimed at: `times` the yardstick's median, or at most `p95`, `median` or `most` in its unit."""

    times: float | None = None
    p95: float | None = None
    median: float | None = None
    most: float | None = None

    def __str__(self) -> str:
        parts = [
            f"≤ {self.times:g} ×" if self.times is not None else "",
            f"p95 ≤ {self.p95:g}" if self.p95 is not None else "",
            f"≤ {self.median:g}" if self.median is not None else "",
            f"never > {self.most:g}" if self.most is not None else "",
        ]
        return ", ".join(part for part in parts if part)


@dataclass(slots=True)
class Measurement:
    """One row: what was measured how often, beside its yardstick measured in the same run, and the goal."""

    what: str
    ours: list[float]
    goal: Goal
    yardstick: list[float] = field(default_factory=list)
    size: int = 0
    unit: str = "ms"
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Our median over the yardstick's; None without a yardstick."""
        return median(self.ours) / median(self.yardstick) if self.yardstick else None

    @property
    def met(self) -> bool:
        """Whether every part of the goal holds."""
        ratio = self.ratio
        return (
            (self.goal.times is None or (ratio is not None and ratio <= self.goal.times))
            and (self.goal.p95 is None or p95(self.ours) <= self.goal.p95)
            and (self.goal.median is None or median(self.ours) <= self.goal.median)
            and (self.goal.most is None or max(self.ours) <= self.goal.most)
        )

    def cells(self) -> list[str]:
        """The row as it is printed."""
        return [
            self.what,
            f"{self.size:,}" if self.size else "",
            f"{median(self.ours):.2f}",
            f"{p95(self.ours):.2f}",
            f"{max(self.ours):.2f}",
            f"{median(self.yardstick):.2f}" if self.yardstick else "",
            f"{self.ratio:.2f} ×" if self.ratio is not None else "",
            self.unit,
            str(self.goal),
            "yes" if self.met else "NO",
            str(len(self.ours)),
        ]


HEADINGS = ["what", "entries", "median", "p95", "most", "yardstick", "ratio", "unit", "goal", "met", "rounds"]


def table(rows: Sequence[Measurement]) -> str:
    """A Markdown table, its columns aligned for reading in a terminal."""
    cells = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    lines = [
        "| " + " | ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) + " |" for line in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    notes = [f"{row.what}: {row.note}" for row in rows if row.note]
    return "\n".join([*lines, *notes])


def machine() -> dict[str, str | int]:
    """What the figures depend on, without naming the machine."""
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": platform.machine(),
        "cores": os.cpu_count() or 0,
        "python": platform.python_version(),
        "load": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "",
    }


def come_first() -> None:
    """Go before other programs of this machine where the system lets one: what they do is not to be measured."""
    autogroup = Path("/proc/self/autogroup")
    with suppress(OSError):
        os.nice(-15)
        if autogroup.exists():
            autogroup.write_text("-15")


def keep(rows: Sequence[Measurement], at: datetime) -> Path:
    """Write the run as JSON into bench-results/; the file's path."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{at:%Y-%m-%d-%H%M%S}.json"
    kept = [
        {
            "what": row.what,
            "entries": row.size,
            "unit": row.unit,
            "median": median(row.ours),
            "p95": p95(row.ours),
            "most": max(row.ours),
            "yardstick": median(row.yardstick) if row.yardstick else None,
            "ratio": row.ratio,
            "goal": str(row.goal),
            "met": row.met,
            "ours": row.ours,
            "of_yardstick": row.yardstick,
        }
        for row in rows
    ]
    path.write_text(json.dumps({"machine": machine(), "rows": kept}, ensure_ascii=False, indent=1), "utf-8")
    return path

"""`python3 dev.py bench [NAME…] [--journal FILE]`: each figure beside its yardstick, measured in the same run."""

import argparse
import importlib
import sys
from datetime import datetime
from pathlib import Path

from tests.bench.make_journal import make
from tests.bench.measurement import RESULTS, Measurement, come_first, keep, machine, table

MEASUREMENTS = {
    "start": "start_up",
    "backup": "backing_up",
    "keep": "keeping",
    "people": "everybody",
    "look": "looking",
    "choose": "choosing",
    "scroll": "scrolling",
    "search": "searching",
    "type": "typing_in_search",
    "import": "taking_in",
    "drop": "dropping",
    "review": "reviewing",
    "inner": "inner",
}
SIZES = (1_000, 100_000)


HERE = Path(__file__).parent
STORE = HERE.parents[1] / "relationship_journal/store"
MADE_BY = [
    HERE / "make_journal.py",
    HERE / "invented_notes.py",
    STORE / "tables.py",
    STORE / "schema.py",
    STORE.parent / "domain/marks.py",
]


def prepared(size: int) -> Path:
    """The journal of this size, made once and kept in bench-results/ until what it is made by changes."""
    generator = max(module.stat().st_mtime for module in MADE_BY)
    path = RESULTS / f"journal-{size}.rjdb"
    if not path.exists() or path.stat().st_mtime < generator:
        print(f"making a journal of {size:,} entries", file=sys.stderr)
        RESULTS.mkdir(exist_ok=True)
        for file in RESULTS.glob(f"{path.name}*"):
            file.unlink()
        make(path, entries=size, contacts=size // 10, favours=size // 5)
    return path


def main(arguments: list[str]) -> int:
    """Measure what is asked for, all of it by default; print the table and keep it."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {' '.join(MEASUREMENTS)} (default: all)")
    parser.add_argument("--journal", type=Path, help="measure on this journal; it is not changed")
    parser.add_argument("--rounds", type=int, default=15, help="how often (default %(default)s; short ones more often)")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in MEASUREMENTS]
    if unknown:
        parser.error(f"no such measurement: {' '.join(unknown)}")
    journals = {0: asked.journal} if asked.journal else {size: prepared(size) for size in SIZES}
    come_first()
    before = machine()
    rows: list[Measurement] = []
    for name in asked.names or MEASUREMENTS:
        print(f"measuring: {name}", file=sys.stderr)
        rows += importlib.import_module(f"tests.bench.{MEASUREMENTS[name]}").measure(journals, asked.rounds)
    print(table(rows))
    print("  ".join(f"{key}: {value}" for key, value in before.items()))
    print(f"kept in {keep(rows, datetime.now()).relative_to(RESULTS.parent)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

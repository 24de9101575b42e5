"""`python -m tests.training` writes the weights of the note reader; `--figures` prints how it reads hands left out."""

import sys
from collections.abc import Sequence

from relationship_journal.paths import resources
from relationship_journal.reading.linear import as_bytes

from .held_out import figures, row, together
from .labelled_notes import hands, own_notes, prepared
from .models import train


def main(arguments: Sequence[str]) -> None:
    """Train on all labelled notes and write the weights, or leave out each hand in turn and print the table."""
    if "--figures" in arguments:
        told = []
        for hand, counts in figures():
            print(row(hand, counts), flush=True)
            told.append(counts)
        print(row("**all**", together(told)))
    else:
        notes = [prepared(note) for of_hand in hands().values() for note in of_hand] + own_notes()
        (resources() / "reading" / "weights.z").write_bytes(as_bytes(train(notes)))


if __name__ == "__main__":
    main(sys.argv[1:])

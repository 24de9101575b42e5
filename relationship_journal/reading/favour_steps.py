"""Favour steps that a note says have happened: the clause that tells each, whose it is, and the probable rung."""

from collections.abc import Iterator, Sequence

from .annotated import Annotated
from .linear import Linear
from .note import FoundStep
from .rungs import rung_told

STEPS = (
    "received:asked", "received:granted", "received:declined", "received:acted_on", "received:thanked",
    "received:returned", "given:asked", "given:offered", "given:promised", "given:done", "given:acknowledged",
)  # fmt: skip


def favour_steps(
    annotated: Annotated,
    scores: Sequence[Sequence[int]],
    clause_model: Linear,
    rung_model: Linear,
    least: dict[str, int],
) -> Iterator[FoundStep]:
    """The steps, each once for a contact, told by the clause that tells it most clearly."""
    best: dict[tuple[str | None, str], tuple[int, int]] = {}
    for label in STEPS:
        place, bound = clause_model.labels.index(label), least.get(label, 0)
        for clause, sums in zip(annotated.clauses, scores, strict=True):
            if sums[place] > bound and sums[place] > best.get((clause.contact, label), (bound, 0))[0]:
                best[clause.contact, label] = (sums[place], clause.index)
    rungs = _rungs(annotated, best, rung_model)
    for (contact, label), (_score, index) in sorted(
        best.items(), key=lambda item: (item[1][1], STEPS.index(item[0][1]))
    ):
        direction, step = label.split(":")
        clause = annotated.clauses[index]
        rung = rungs[contact] if direction == "received" else None
        yield FoundStep(contact, direction, step, rung, annotated.span(clause.start, clause.end))


def _rungs(
    annotated: Annotated, best: dict[tuple[str | None, str], tuple[int, int]], rung_model: Linear
) -> dict[str | None, int]:
    """The rung of what each contact was asked for: their steps are of one favour."""
    of_contact: dict[str | None, dict[str, int]] = {}
    for (contact, label), (_score, index) in best.items():
        if label.startswith("received"):
            of_contact.setdefault(contact, {})[label] = index
    return {contact: rung_told(annotated, steps, rung_model) for contact, steps in of_contact.items()}

"""Reads a note: the parts in their order over one annotated text."""

from . import linear
from .annotated import Annotated, annotate
from .courtesies import COURTESIES, courtesies
from .dealing import channel_of, day_of_dealing
from .facets import FACETS, facets
from .favour_steps import STEPS, favour_steps
from .features import Features
from .follow_ups import FOLLOW_UP, follow_ups
from .linear import Linear
from .note import FoundPerson, Note, Reading, Span
from .occasions import occasions
from .second_look import found_around

# How sure the models must be before something is suggested, in hundredths, tuned with each hand left out in turn.
_LEAST = {
    **dict.fromkeys(STEPS, 40),
    **dict.fromkeys(FACETS, -80),
    **dict.fromkeys(COURTESIES, -50),
    FOLLOW_UP: -20,
    "occasion": -60,
}


def read(note: Note, models: dict[str, Linear] | None = None) -> Reading:
    """What `note` suggests. The models are those that ship with the program unless others are given."""
    used = linear.shipped() if models is None else models
    annotated = annotate(note)
    clause_model = used["clauses"]
    looks = len(clause_model.labels) // 2
    features = Features(annotated)
    rows = [features.of_clause(index) for index in range(features.count)]
    totals = [clause_model.total(row) for row in rows]
    first_look = [clause_model.sums(total) for total in totals]
    around = found_around(annotated, clause_model.labels, first_look)
    scores = [
        clause_model.sums(clause_model.total(more, total))[looks:] for total, more in zip(totals, around, strict=True)
    ]
    rows = [[*row, *more] for row, more in zip(rows, around, strict=True)]
    day, day_span = day_of_dealing(annotated, used["day"])
    channel, channel_span = channel_of(annotated, used["channel"])
    return Reading(
        contacts=_contacts(annotated),
        new_people=_new_people(annotated),
        day=day,
        day_span=day_span,
        channel=channel,
        channel_span=channel_span,
        steps=tuple(favour_steps(annotated, scores, clause_model, used["rung"], _LEAST)),
        courtesy=tuple(courtesies(annotated, scores, clause_model, _LEAST)),
        facets=tuple(facets(annotated, scores, clause_model, _LEAST)),
        occasions=tuple(occasions(annotated, rows, used["occasions"], day, _LEAST)),
        follow_ups=tuple(follow_ups(annotated, scores, clause_model, _LEAST)),
    )


def _contacts(annotated: Annotated) -> tuple[FoundPerson, ...]:
    """The known contacts that the note names, and the one on whose timeline it is."""
    found = annotated.people()
    about = annotated.note.about
    if about is not None and about not in found:
        found[about] = FoundPerson(about, Span(0, 0))
    return tuple(found.values())


def _new_people(annotated: Annotated) -> tuple[FoundPerson, ...]:
    found: dict[str, FoundPerson] = {}
    for start, end, name in annotated.strangers:
        found.setdefault(name, FoundPerson(name, annotated.written(start, end)))
    return tuple(found.values())

"""What the rules say to what is being written, before it is kept: to its courtesy and to the steps tied to it."""

from datetime import date
from typing import Any

from relationship_journal.domain.courtesy import Courtesy, CourtesyId
from relationship_journal.domain.favour import Favour, Step, StepKind
from relationship_journal.domain.rules import Verdict
from relationship_journal.values import replace

from .unfinished import Unfinished

ADVISED = frozenset({StepKind.ASKED, StepKind.PLANNED, StepKind.RETURNED})
"""The steps to which rules speak."""


def needs_advice(draft: Unfinished) -> bool:
    """Whether there is anything in it to which a rule could speak."""
    return draft.courtesy is not None or any(tied.step.kind in ADVISED for tied in draft.steps)


def advice(session: Any, draft: Unfinished, today: date) -> tuple[Verdict, ...]:
    """The verdicts that are not ok, each once, those to the steps first."""
    from relationship_journal.domain.recording import warnings_for_courtesy, warnings_for_step

    reads, settings = session.reads, session.settings.numbers()
    day = draft.day or today
    found: dict[Verdict, None] = {}
    for tied in draft.steps:
        if tied.step.kind in ADVISED and tied.step.favour is not None:
            favour: Favour = reads.favour(tied.step.favour)
            step = Step(tied.step.kind, tied.step.day or day, weight=tied.step.weight)
            with_it = replace(favour, steps=(*favour.steps, step))
            relationship = reads.relationship(favour.contact)
            found.update(dict.fromkeys(warnings_for_step(relationship, with_it, step, settings)))
    if draft.courtesy is not None:
        typed = draft.courtesy.as_draft(strict=False)
        contacts = tuple(contact for contact, _name in draft.contacts)
        courtesy = Courtesy(
            CourtesyId(0), typed.kind, typed.direction, day, contacts, typed.text, typed.value, typed.currency
        )
        for contact in contacts:
            verdicts = warnings_for_courtesy(reads.relationship(contact), courtesy, settings)
            found.update(dict.fromkeys(verdicts))
    return tuple(verdict for verdict in found if verdict.speaks)

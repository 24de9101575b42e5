"""The courtesy register of the whole journal."""

from datetime import date

from relationship_journal.domain.register import Register, register

from .session import Session


def courtesy_register(session: Session, today: date) -> Register:
    """Every present and meal up to today, and what they come to by contact and year."""
    return register(session.reads.relationships(), session.settings.numbers(), today)

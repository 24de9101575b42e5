"""The table of marks; imported with the others, by the first write and by migrations."""

from sqlalchemy import Text, text
from sqlmodel import Field, SQLModel


def _number() -> int:
    return Field(sa_column_kwargs={"server_default": text("0")})  # type: ignore[no-any-return]


class ContactMark(SQLModel, table=True):
    """What a contact's marks rest on (`domain.marks.Marks`), computed once; a trigger removes it when that changes.

    Days are ordinals. `stamp` tells by which rules and settings; `open_favours` are ids parted by blanks. Outside the
    undo log: whatever is missing or of another stamp is computed anew.
    """

    __tablename__ = "contact_mark"
    contact_id: int = Field(foreign_key="contact.id", ondelete="CASCADE", primary_key=True)
    stamp: int = _number()
    first_day: int = _number()
    end_day: int = _number()
    rest_until: int = _number()
    last_contact: int = _number()
    cadence: int = _number()
    last_move: int = _number()
    open_favours: str = Field(sa_type=Text, sa_column_kwargs={"server_default": ""})
    arcs: int = _number()
    carries_1: int = _number()
    carries_2: int = _number()
    carries_3: int = _number()
    carries_4: int = _number()
    carries_5: int = _number()
    carries_6: int = _number()

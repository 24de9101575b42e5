"""The tables of a journal. Rows never leave store/; imported by the first write and by migrations, not at start-up.

Days are ISO text, flags 0 or 1, sums of money decimal text. `trashed` is the number of the removal that put a row
into the trash, NULL where it is not there. `position` keeps the user's order. An id is never used twice
(AUTOINCREMENT), so that an id held by a window never comes to mean something else.
"""

from sqlalchemy import Index, LargeBinary, Text, text
from sqlmodel import Field, SQLModel

_OWN_IDS = {"sqlite_autoincrement": True}
_KEYED = {"sqlite_with_rowid": False}


def _trash(table: str) -> Index:
    return Index(f"{table}_in_trash", "trashed", sqlite_where=text("trashed IS NOT NULL"))


def _text() -> str:
    return Field(sa_type=Text, sa_column_kwargs={"server_default": ""})  # type: ignore[no-any-return]


def _number(default: int = 0) -> int:
    return Field(sa_column_kwargs={"server_default": text(str(default))})  # type: ignore[no-any-return]


def _owner(column: str, *, index: bool = True, primary_key: bool = False) -> int:
    return Field(foreign_key=column, ondelete="CASCADE", index=index, primary_key=primary_key)  # type: ignore[no-any-return]


def _pointer(column: str) -> int | None:
    return Field(default=None, foreign_key=column, ondelete="SET NULL", index=True)  # type: ignore[no-any-return]


def _id() -> int | None:
    return Field(default=None, primary_key=True)  # type: ignore[no-any-return]


class Contact(SQLModel, table=True):
    """`keys` are the pinyin and initials by which a name is found, `sort_key` orders a list."""

    __table_args__ = (
        Index("contact_in_order", "sort_key", "name", "id", sqlite_where=text("trashed IS NULL")),
        _trash("contact"),
        _OWN_IDS,
    )
    id: int | None = _id()
    name: str = _text()
    org: str = _text()
    title: str = _text()
    introduced_by: int | None = _pointer("contact.id")
    cadence: int | None = None
    official: int = _number()
    decision_first: str | None = Field(default=None, sa_type=Text)
    decision_last: str | None = Field(default=None, sa_type=Text)
    region: str = _text()
    note: str = _text()
    picture: str = _text()
    sort_key: str = _text()
    keys: str = _text()
    trashed: int | None = None


class Nickname(SQLModel, table=True):
    """Another name; `keys` as on the contact."""

    id: int | None = _id()
    contact_id: int = _owner("contact.id")
    position: int = _number()
    text: str = _text()
    keys: str = _text()


class Tag(SQLModel, table=True):
    """A word that the user puts on contacts."""

    id: int | None = _id()
    contact_id: int = _owner("contact.id")
    position: int = _number()
    text: str = _text()


class Handle(SQLModel, table=True):
    """How they are reached."""

    id: int | None = _id()
    contact_id: int = _owner("contact.id")
    position: int = _number()
    kind: str = _text()
    value: str = _text()


class Facet(SQLModel, table=True):
    """A facet of their life."""

    id: int | None = _id()
    contact_id: int = _owner("contact.id")
    position: int = _number()
    kind: str = _text()
    text: str = _text()


class Occasion(SQLModel, table=True):
    """A day that matters to them; `date` as `domain.contact.Occasion` has it."""

    id: int | None = _id()
    contact_id: int = _owner("contact.id")
    position: int = _number()
    kind: str = _text()
    date: str = _text()
    text: str = _text()


class Entry(SQLModel, table=True):
    """What happened. `unsorted` is 1 where no contact is on it."""

    __table_args__ = (
        Index("entry_by_day", "day", "time", "id", sqlite_where=text("trashed IS NULL")),
        Index("entry_unsorted", "day", "time", "id", sqlite_where=text("unsorted = 1 AND trashed IS NULL")),
        _trash("entry"),
        _OWN_IDS,
    )
    id: int | None = _id()
    kind: str = _text()
    day: str = _text()
    time: str = _text()
    text: str = _text()
    source: str = _text()
    revision: int = _number()
    unsorted: int = _number()
    trashed: int | None = None


class EntryContact(SQLModel, table=True):
    """Whose entry it is. Day, time, kind and trash mark repeat the entry's: a contact's timeline reads this order."""

    __tablename__ = "entry_contact"
    __table_args__ = (Index("entry_contact_by_entry", "entry_id", "position"), _KEYED)
    contact_id: int = _owner("contact.id", index=False, primary_key=True)
    day: str = Field(sa_type=Text, primary_key=True)
    time: str = Field(sa_type=Text, primary_key=True)
    entry_id: int = _owner("entry.id", index=False, primary_key=True)
    position: int = _number()
    kind: str = _text()
    trashed: int | None = None


class Content(SQLModel, table=True):
    """A file's bytes, kept once whatever the number of attachments. Outside the undo log, as its chunks are."""

    sha256: str = Field(sa_type=Text, primary_key=True)
    size: int = _number()


class Chunk(SQLModel, table=True):
    """At most 1 MiB of a file; chunks count from 0."""

    __table_args__ = (Index("chunk_in_order", "sha256", "number", unique=True),)
    id: int | None = _id()
    sha256: str = Field(sa_type=Text, foreign_key="content.sha256", ondelete="CASCADE")
    number: int = _number()
    content: bytes = Field(sa_type=LargeBinary)


class Attachment(SQLModel, table=True):
    """A file on an entry, under the name it had."""

    __table_args__ = (_OWN_IDS,)
    id: int | None = _id()
    entry_id: int = _owner("entry.id")
    position: int = _number()
    name: str = _text()
    sha256: str = Field(sa_type=Text, foreign_key="content.sha256", index=True)
    media_type: str = _text()
    problem: str = _text()


class Favour(SQLModel, table=True):
    """A favour; its state follows from its steps and stands nowhere."""

    __table_args__ = (_trash("favour"), _OWN_IDS)
    id: int | None = _id()
    contact_id: int = _owner("contact.id")
    title: str = _text()
    direction: str = _text()
    rung: int = _number(1)
    domain: str = _text()
    weight: int = _number(1)
    against_interest: int = _number()
    note: str = _text()
    trashed: int | None = None


class Courtesy(SQLModel, table=True):
    """A gift, meal or greeting. `alone` is 1 where no entry tells of it: then it is a timeline row of its own."""

    __table_args__ = (
        Index("courtesy_alone", "day", "id", sqlite_where=text("alone = 1 AND trashed IS NULL")),
        _trash("courtesy"),
        _OWN_IDS,
    )
    id: int | None = _id()
    kind: str = _text()
    direction: str = _text()
    day: str = _text()
    text: str = _text()
    value: str | None = Field(default=None, sa_type=Text)
    currency: str = _text()
    favour_id: int | None = _pointer("favour.id")
    entry_id: int | None = _pointer("entry.id")
    alone: int = _number(1)
    trashed: int | None = None


class CourtesyContact(SQLModel, table=True):
    """Whose courtesy it is."""

    __tablename__ = "courtesy_contact"
    __table_args__ = (Index("courtesy_contact_by_courtesy", "courtesy_id", "position"), _KEYED)
    contact_id: int = _owner("contact.id", index=False, primary_key=True)
    courtesy_id: int = _owner("courtesy.id", index=False, primary_key=True)
    position: int = _number()


class Step(SQLModel, table=True):
    """A dated step of a favour; `with_*` name that in which something was returned."""

    __table_args__ = (Index("step_by_favour", "favour_id", "day", "id"), _OWN_IDS)
    id: int | None = _id()
    favour_id: int = _owner("favour.id", index=False)
    kind: str = _text()
    day: str = _text()
    text: str = _text()
    entry_id: int | None = _pointer("entry.id")
    weight: int | None = None
    with_favour: int | None = _pointer("favour.id")
    with_courtesy: int | None = _pointer("courtesy.id")
    reason: str = _text()


class ProfileFacet(SQLModel, table=True):
    """A facet of the user's own life."""

    __tablename__ = "profile_facet"
    id: int | None = _id()
    position: int = _number()
    kind: str = _text()
    text: str = _text()


class Setting(SQLModel, table=True):
    """A setting that is not at its default."""

    key: str = Field(sa_type=Text, primary_key=True)
    value: str = _text()


class RungEdit(SQLModel, table=True):
    """The user's own words, domain and weight for a rung; NULL where the shipped ones stand."""

    __tablename__ = "rung_edit"
    number: int = Field(primary_key=True)
    name_en: str | None = Field(default=None, sa_type=Text)
    name_zh: str | None = Field(default=None, sa_type=Text)
    example_en: str | None = Field(default=None, sa_type=Text)
    example_zh: str | None = Field(default=None, sa_type=Text)
    domain: str | None = Field(default=None, sa_type=Text)
    weight: int | None = None
    hidden: int = _number()


class OwnIdea(SQLModel, table=True):
    """An idea or an offer of the user's own; facets are words parted by blanks."""

    __tablename__ = "own_idea"
    id: int | None = _id()
    offer: int = _number()
    rung: int = _number(1)
    domain: str = _text()
    facets: str = _text()
    season: str = _text()
    text: str = _text()
    words: str = _text()
    act_on: str = _text()
    fitting_return: str = _text()


class HiddenIdea(SQLModel, table=True):
    """A shipped idea or offer that the user does not want to see."""

    __tablename__ = "hidden_idea"
    idea: str = Field(sa_type=Text, primary_key=True)


class UsedIdea(SQLModel, table=True):
    """An idea that was used with a contact: it is not proposed to them again."""

    __tablename__ = "used_idea"
    id: int | None = _id()
    contact_id: int = _owner("contact.id")
    idea: str = _text()
    favour_id: int | None = _pointer("favour.id")
    day: str = _text()


class Review(SQLModel, table=True):
    """A weekly review, begun or saved; `moved` counts what had moved when it was saved."""

    id: int | None = _id()
    day: str = _text()
    saved: int = _number()
    moved: int = _number()


class ReviewRow(SQLModel, table=True):
    """A row that was dealt with in a review, so that a half-done one can be resumed; `key` says which."""

    __tablename__ = "review_row"
    id: int | None = _id()
    review_id: int = _owner("review.id")
    key: str = _text()


class Plan(SQLModel, table=True):
    """What the user means to do in the week after a review; `section` and `step` are of the row it came from."""

    id: int | None = _id()
    review_id: int = _owner("review.id")
    position: int = _number()
    contact_id: int | None = Field(default=None, foreign_key="contact.id", ondelete="CASCADE", index=True)
    favour_id: int | None = _pointer("favour.id")
    text: str = _text()
    day: str | None = Field(default=None, sa_type=Text)
    section: str = _text()
    step: str = _text()
    done: int = _number()


class Snooze(SQLModel, table=True):
    """A review row that is not to be seen before `until`: a favour's, or the contact's own."""

    id: int | None = _id()
    contact_id: int = _owner("contact.id")
    favour_id: int | None = Field(default=None, foreign_key="favour.id", ondelete="CASCADE", index=True)
    until: str = _text()


class Reading(SQLModel, table=True):
    """A suggestion that was read from an entry and taken or dismissed: it is not offered again."""

    id: int | None = _id()
    entry_id: int = _owner("entry.id")
    suggestion: str = _text()
    taken: int = _number()


class Waiting(SQLModel, table=True):
    """A suggestion that the note of an entry was found to make; `open` is 0 once it was taken or dismissed.

    An empty `suggestion` stands for a note that is still to be read. Outside the undo log: see `store.waiting`.
    """

    __table_args__ = (Index("waiting_open", "entry_id", sqlite_where=text("open = 1")), _KEYED)
    entry_id: int = _owner("entry.id", index=False, primary_key=True)
    suggestion: str = Field(sa_type=Text, primary_key=True)
    open: int = _number(1)


class Draft(SQLModel, table=True):
    """Unfinished text in a composer, as JSON; `scope` is a contact's id, or 0. Outside the undo log."""

    scope: int = Field(primary_key=True)
    content: str = _text()


class Memo(SQLModel, table=True):
    """What the program notes about the file itself: its revision, the last backup. Outside the undo log."""

    key: str = Field(sa_type=Text, primary_key=True)
    value: str = _text()

"""A contact: who they are, what is known of their life, and which days matter to them."""

from datetime import date
from enum import StrEnum
from typing import NewType

from relationship_journal.values import dataclass

ContactId = NewType("ContactId", int)


class FacetKind(StrEnum):
    """The facets of life (生活面): where help and common ground are found."""

    WEEKEND = "weekend"
    CLOTHING = "clothing"
    PARTNER = "partner"
    PARENTS = "parents"
    CHILDREN = "children"
    HEALTH = "health"
    AFFAIRS = "affairs"
    CURIOSITY = "curiosity"
    HOBBY = "hobby"
    FOOD = "food"
    HOMETOWN = "hometown"
    EXPERTISE = "expertise"
    WORK = "work"


class OccasionKind(StrEnum):
    """What a day that matters to them is about."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    EXAM = "exam"
    WEDDING = "wedding"
    BIRTH = "birth"
    MOVE = "move"
    TRIP = "trip"
    FESTIVAL = "festival"
    OTHER = "other"


class HandleKind(StrEnum):
    """How somebody is reached."""

    PHONE = "phone"
    EMAIL = "email"
    WECHAT = "wechat"
    ADDRESS = "address"
    URL = "url"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing known of a life. `id` is 0 before it is stored."""

    kind: FacetKind
    text: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day that matters. `date` is `2027-06-07`, `--04-12` (every year), `lunar:08-06` or `lunar:leap-06-15`."""

    kind: OccasionKind
    date: str
    text: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Handle:
    """A way to reach somebody."""

    kind: HandleKind
    value: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """Days, both included, in which a tender, renewal or appraisal is open in which they decide."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody in the journal.

    `cadence` is in days, None where it is learned; `region` an ISO country code or empty; `picture` the
    sha256 of an attachment or empty.
    """

    id: ContactId
    name: str
    nicknames: tuple[str, ...] = ()
    org: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    introduced_by: ContactId | None = None
    cadence: int | None = None
    official: bool = False
    decision: OpenDecision | None = None
    region: str = ""
    note: str = ""
    picture: str = ""
    facets: tuple[Facet, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    handles: tuple[Handle, ...] = ()

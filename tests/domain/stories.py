"""Short ways to write a relationship down in a test: days are counted back from `TODAY`."""

from datetime import date, timedelta
from decimal import Decimal

from relationship_journal.domain.contact import Contact, ContactId, Facet, FacetKind, Occasion, OpenDecision
from relationship_journal.domain.courtesy import Courtesy, CourtesyDirection, CourtesyId, CourtesyKind
from relationship_journal.domain.favour import Direction, Favour, FavourId, Step, StepKind
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.settings import Settings

TODAY = date(2026, 6, 10)
SETTINGS = Settings()
DOMAIN_OF = dict(enumerate(SETTINGS.rung_domains, start=1))
WEIGHT_OF = {1: 1, 2: 2, 3: 3, 4: 5, 5: 8, 6: 13}


def ago(days: int) -> date:
    """The day `days` before today; negative for days ahead."""
    return TODAY - timedelta(days=days)


def steps(story: str) -> tuple[Step, ...]:
    """Steps from words such as `asked@20 granted@18 returned@3:2`: kind, days ago, weight of what was returned."""
    found = []
    for word in story.split():
        kind, _, rest = word.partition("@")
        days, _, weight = rest.partition(":")
        found.append(Step(StepKind(kind), ago(int(days or 0)), weight=int(weight) if weight else None))
    return tuple(found)


def received(title: str, rung: int, story: str, **more: object) -> Favour:
    """A favour that they do for me."""
    return _favour(title, Direction.RECEIVED, rung, story, more)


def given(title: str, story: str, rung: int = 1, **more: object) -> Favour:
    """A favour that I do for them."""
    return _favour(title, Direction.GIVEN, rung, story, more)


def _favour(title: str, direction: Direction, rung: int, story: str, more: dict[str, object]) -> Favour:
    values: dict[str, object] = {
        "id": FavourId(sum(map(ord, title)) * 7 + len(title)),
        "contact": ContactId(1),
        "domain": DOMAIN_OF[rung],
        "weight": WEIGHT_OF[rung],
        "steps": steps(story),
    }
    return Favour(title=title, direction=direction, rung=rung, **(values | more))  # type: ignore[arg-type]


def closed(title: str, rung: int, days_ago: int, **more: object) -> Favour:
    """A received favour whose loop was closed `days_ago`, asked thirty days before that."""
    story = f"asked@{days_ago + 30} granted@{days_ago + 30} acted_on@{days_ago + 9} thanked@{days_ago + 5}"
    return received(title, rung, f"{story} returned@{days_ago}", **more)


def courtesy(kind: str, days_ago: int, direction: str = "given", value: str | None = None, **more: object) -> Courtesy:
    """A present, a meal or a greeting; in CNY where it has a value."""
    values: dict[str, object] = {
        "id": CourtesyId(900 + days_ago),
        "contacts": (ContactId(1),),
        "value": None if value is None else Decimal(value),
        "currency": "" if value is None else "CNY",
        "text": kind,
    }
    return Courtesy(
        kind=CourtesyKind(kind),
        direction=CourtesyDirection(direction),
        day=ago(days_ago),
        **(values | more),  # type: ignore[arg-type]
    )


def person(name: str = "Helen Zhou", facets: str = "", **more: object) -> Contact:
    """A contact; facets as `parents: mother, 71; hobby: tea`."""
    known = dict(more)
    known.setdefault("facets", facets_of(facets))
    return Contact(id=known.pop("id", ContactId(1)), name=name, **known)  # type: ignore[arg-type]


def facets_of(text: str) -> tuple[Facet, ...]:
    """Facets from `kind: text; kind: text`."""
    pairs = (part.partition(":") for part in text.split(";") if part.strip())
    return tuple(Facet(FacetKind(kind.strip()), said.strip()) for kind, _, said in pairs)


def between(
    *facts: Favour | Courtesy,
    contact: Contact | None = None,
    met: tuple[int, ...] = (),
    mine: str = "",
) -> Relationship:
    """A relationship from its facts; `met` are days ago with an entry, `mine` the user's own facets."""
    return Relationship(
        contact or person(),
        favours=tuple(fact for fact in facts if isinstance(fact, Favour)),
        courtesies=tuple(fact for fact in facts if isinstance(fact, Courtesy)),
        days_kept=tuple(sorted(ago(days) for days in met)),
        my_facets=facets_of(mine),
    )


__all__ = [
    "DOMAIN_OF",
    "SETTINGS",
    "TODAY",
    "Occasion",
    "OpenDecision",
    "ago",
    "between",
    "closed",
    "courtesy",
    "facets_of",
    "given",
    "person",
    "received",
    "steps",
]

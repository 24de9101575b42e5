"""All the facts about one contact that the method looks at, as one value."""

from datetime import date

from relationship_journal.values import dataclass

from .contact import Contact, Facet
from .courtesy import Courtesy
from .favour import Favour


@dataclass(frozen=True, slots=True)
class Relationship:
    """A contact with everything between us.

    `days_kept` are the distinct days, ascending, of entries with them that are not of kind `note`;
    `my_facets` are the user's own, from the profile. Orders carry no meaning: no result depends on them.
    """

    contact: Contact
    favours: tuple[Favour, ...] = ()
    courtesies: tuple[Courtesy, ...] = ()
    days_kept: tuple[date, ...] = ()
    my_facets: tuple[Facet, ...] = ()

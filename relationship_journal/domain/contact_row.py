"""A contact as a list shows them: who they are, and where things stand in a few marks."""

from datetime import date
from typing import NamedTuple

from .contact import ContactId


class ContactRow(NamedTuple):
    """One row of the sidebar. Rows are ordered by `sort_key` (pinyin or casefolded Latin), then name.

    `keys` is a casefolded text of all by which one is found: name, nicknames, organisation, title, tags, full
    pinyin and initials, parted by newlines. `standing` is 0 (ground) to 6; `open_loops` counts favours that are
    open; `ready` says that the next step is an ask of somebody whom I met; `last_contact` is None if never met;
    `arcs` are those of the granted loop that is to be closed, none where nothing granted is open.
    """

    id: ContactId
    name: str
    nicknames: tuple[str, ...]
    org: str
    title: str
    tags: tuple[str, ...]
    picture: str
    official: bool
    sort_key: str
    keys: str
    standing: int = 0
    open_loops: int = 0
    ready: bool = False
    cooling: bool = False
    last_contact: date | None = None
    arcs: tuple[bool, bool, bool, bool] = (False, False, False, False)

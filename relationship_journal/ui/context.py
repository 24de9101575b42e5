"""What every pane is given: the open journal and the few things that all panes share."""

from collections.abc import Callable
from datetime import date, datetime

from relationship_journal.services.session import Session
from relationship_journal.values import dataclass

from .actions import Actions
from .bridge import Bridge
from .notices import Notices
from .selection import Selection
from .tasks import Tasks
from .theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """One open journal in one window. `today` is asked each time that a pane reads, since a window stays open
    over midnight; `now` is local time.
    """

    session: Session
    tasks: Tasks
    bridge: Bridge
    actions: Actions
    selection: Selection
    notices: Notices
    theme: Theme
    today: Callable[[], date]
    now: Callable[[], datetime] = datetime.now

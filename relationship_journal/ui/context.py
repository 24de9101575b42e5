"""What every pane is given: the open journal and the few things that all panes share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from .actions import Actions
from .bridge import Bridge
from .notices import Notices
from .selection import Selection
from .tasks import Tasks


@dataclass(frozen=True, slots=True)
class Context:
    """One open journal in one window. `session` is a services.session.Session, `theme` a ui.theme.Theme.

    `today` is asked each time that a pane reads, since a window stays open over midnight; `now` is local time.
    """

    session: Any
    tasks: Tasks
    bridge: Bridge
    actions: Actions
    selection: Selection
    notices: Notices
    theme: Any
    today: Callable[[], date]
    now: Callable[[], datetime] = datetime.now

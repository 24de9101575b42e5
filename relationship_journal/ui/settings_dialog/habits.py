"""What the program does by itself: the day of the review, what it asks, the folder that it takes in."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.domain import settings as known
from relationship_journal.domain.settings import WEEKDAYS, Settings, write
from relationship_journal.i18n import N_
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets import CheckBox, ChoiceField

from .inbox_folder import InboxFolder

_DAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_FLAGS = ("ask-what-was-learned", "reading")
_WIDTH = 240


class Habits(QWidget):
    """A day, and a box to tick for each thing."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._before = settings
        px = current_theme().px
        self.day = ChoiceField(
            known.ALL["review.day"].label, list(zip(WEEKDAYS, _DAYS, strict=True)), settings.review_day
        )
        self.day.setFixedWidth(px(_WIDTH))
        self.boxes = {key: CheckBox(known.ALL[key].label, checked=bool(settings.value(key))) for key in _FLAGS}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(tokens.SPACE_12))
        layout.addWidget(self.day)
        for box in self.boxes.values():
            layout.addWidget(box)
        self.inbox = InboxFolder(settings.inbox_folder)
        layout.addWidget(self.inbox)

    def changed(self) -> dict[str, str]:
        """What differs from before, as text by key."""
        wanted = {"review.day": self.day.value, "inbox.folder": self.inbox.folder}
        wanted |= {key: write(box.isChecked()) for key, box in self.boxes.items()}
        return {key: text for key, text in wanted.items() if known.read(key, text) != self._before.value(key)}

"""The parts of a row that can be reached: by the mouse where they are painted, by Tab in the row that is current."""

from enum import StrEnum

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextLayout

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import Courtesy
from relationship_journal.domain.entry import Attachment
from relationship_journal.domain.timeline import StepInEntry
from relationship_journal.ui.theme import Colour, Type
from relationship_journal.values import dataclass


class PartKind(StrEnum):
    """What a part does when it is clicked."""

    CONTACT = "contact"
    ASSIGN = "assign"
    ORIGINAL = "original"
    LINK = "link"
    MORE = "more"
    ATTACHMENT = "attachment"
    STEP = "step"
    COURTESY = "courtesy"
    WARNING = "warning"
    CHIPS = "chips"


@dataclass(frozen=True, slots=True)
class Part:
    """A part at `rect` (within the row), painted as `pieces`, read aloud as `says`, standing for `value`."""

    kind: PartKind
    rect: QRect
    says: str
    value: StepInEntry | Attachment | Courtesy | ContactId | str | None = None
    pieces: tuple["Piece", ...] = ()
    warns: bool = False  #: a rule speaks to it: a sign stands at its end


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words on one line: where it stands within the row, its text role and its colour role."""

    rect: QRect
    text: str
    type: Type
    colour: Colour


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A laid-out paragraph: `start` is its first character within the shown text, `top` its place within the row."""

    layout: QTextLayout
    start: int
    top: int
    height: int

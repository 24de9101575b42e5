"""The controls of this program, in the look of the component sheet."""

from .button import Button, IconButton
from .card import Card
from .check_box import CheckBox
from .chip import Chip, ChipState
from .choice_field import ChoiceField, NumberField, labelled
from .combo_box import ComboBox
from .day_field import DayField
from .field import Field, LineField
from .flow import Flow
from .key_cap import KeyCap, key_caps
from .label import Label
from .menu import Menu
from .segmented_row import SegmentedRow
from .sheet import Sheet
from .toast import NoticeBar
from .words import Rewords, Words, verbatim, worded

__all__ = [
    "Button",
    "Card",
    "CheckBox",
    "Chip",
    "ChipState",
    "ChoiceField",
    "ComboBox",
    "DayField",
    "Field",
    "Flow",
    "IconButton",
    "KeyCap",
    "Label",
    "LineField",
    "Menu",
    "NoticeBar",
    "NumberField",
    "Rewords",
    "SegmentedRow",
    "Sheet",
    "Words",
    "key_caps",
    "labelled",
    "verbatim",
    "worded",
]

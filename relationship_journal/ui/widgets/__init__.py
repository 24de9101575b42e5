"""The controls of this program, in the look of the component sheet. Each is loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_MODULES = {
    "Button": "button",
    "Card": "card",
    "CheckBox": "check_box",
    "Chip": "chip",
    "ChipState": "chip",
    "ChoiceField": "choice_field",
    "ComboBox": "combo_box",
    "DayField": "day_field",
    "Field": "field",
    "Flow": "flow",
    "IconButton": "button",
    "KeyCap": "key_cap",
    "Label": "label",
    "LineField": "field",
    "Menu": "menu",
    "NoticeBar": "toast",
    "NumberField": "choice_field",
    "Rewords": "words",
    "SegmentedRow": "segmented_row",
    "Sheet": "sheet",
    "Words": "words",
    "key_caps": "key_cap",
    "labelled": "choice_field",
    "verbatim": "words",
    "worded": "words",
}

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


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"{__name__} has no {name}")
    found: object = getattr(import_module(f".{module}", __name__), name)
    globals()[name] = found
    return found

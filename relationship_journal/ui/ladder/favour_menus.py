"""The menus of the ladder: of a favour, of its steps, of a rung, and of what can be recorded."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from relationship_journal.domain.courtesy import CourtesyKind
from relationship_journal.domain.favour import STEPS_OF, Direction, StepKind
from relationship_journal.domain.loop import Loop
from relationship_journal.domain.words import COURTESY_WORDS, step_word
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.icons import COURTESY_ICONS, step_icon
from relationship_journal.ui.widgets import Menu, verbatim

from .advice import STEP_BUTTONS
from .ladder_model import Shown
from .words import rung_words

if TYPE_CHECKING:
    from .gestures import FavourGestures

_HERE = N_("It stands here already")


def favour_menu(gestures: "FavourGestures", loop: Loop, shown: Shown, *, within_story: bool = False) -> Menu:
    """What can be done with a favour."""
    menu = _menu(gestures)
    favour = loop.favour
    if not within_story:
        menu.offer(N_("Open"), lambda: gestures.open(favour.id), icon_name="book-open")
        if loop.next_step is not None:
            icon_name = step_icon(favour.direction, loop.next_step)
            menu.offer(
                STEP_BUTTONS[loop.next_step], lambda: gestures.take_next(favour.id), icon_name=icon_name, key="N"
            )
        steps = menu.submenu(N_("Another step"), "list-bullets")
        _fill_steps(steps, gestures, loop)
    if favour.direction is Direction.RECEIVED:
        move = menu.submenu(N_("Move to rung"), "arrows-down-up")
        for rung in reversed(shown.rungs):
            move.offer(
                rung_words(rung),
                partial(gestures.move, favour.id, rung.number),
                because=_HERE if rung.number == favour.rung else "",
            )
        if StepKind.RETURNED in loop.missing:
            menu.offer(
                N_("Return with a gift or a meal"),
                lambda: gestures.record_courtesy(CourtesyKind.GIFT, favour.id),
                icon_name="gift",
            )
    menu.offer(N_("Edit"), lambda: gestures.edit(favour.id), icon_name="pencil-simple")
    menu.addSeparator()
    over = loop.closing_day is not None
    closed = N_("The loop is closed")
    menu.offer(
        N_("Close by hand"),
        lambda: gestures.ask_step(favour.id, StepKind.CLOSED),
        icon_name="check-circle",
        because=closed if over else "",
    )
    menu.offer(
        N_("Let go"),
        lambda: gestures.take(favour.id, StepKind.LET_GO),
        icon_name="leaf",
        because=closed if over else "",
    )
    menu.offer(N_("Remove"), lambda: gestures.remove(favour.id), icon_name="trash")
    return menu


def steps_menu(gestures: "FavourGestures", loop: Loop) -> Menu:
    """Every step that a favour can take, each in its dialog."""
    menu = _menu(gestures)
    _fill_steps(menu, gestures, loop)
    return menu


def rung_menu(gestures: "FavourGestures", rung: int, shown: Shown) -> Menu:
    """What can be recorded on a rung."""
    menu = _menu(gestures)
    menu.offer(
        Message("Record an ask on rung {rung}", rung=rung), lambda: gestures.record_on(rung), icon_name="hand-waving"
    )
    menu.offer(
        Message("Plan an ask on rung {rung}", rung=rung),
        lambda: gestures.record_on(rung, StepKind.PLANNED),
        icon_name="calendar-check",
    )
    menu.offer(N_("Keep an idea for it"), lambda: gestures.record_on(rung, StepKind.IDEA), icon_name="lightbulb")
    _list_favours(menu, gestures, rung, shown, separated=True)
    return menu


def rung_favours_menu(gestures: "FavourGestures", rung: int, shown: Shown) -> Menu:
    """All favours of a rung."""
    menu = _menu(gestures)
    _list_favours(menu, gestures, rung, shown, separated=False)
    return menu


def add_menu(gestures: "FavourGestures") -> Menu:
    """What can be recorded with a contact."""
    menu = _menu(gestures)
    menu.offer(N_("They do something for me"), gestures.record, icon_name="hand-waving", key="Ctrl+Shift+F")
    menu.offer(N_("I do something for them"), gestures.record_given, icon_name="handshake")
    menu.addSeparator()
    for kind in CourtesyKind:
        menu.offer(COURTESY_WORDS[kind], partial(gestures.record_courtesy, kind), icon_name=COURTESY_ICONS[kind])
    return menu


def _fill_steps(menu: Menu, gestures: "FavourGestures", loop: Loop) -> None:
    direction = loop.favour.direction
    for kind in STEPS_OF[direction]:
        if kind in (StepKind.IDEA, StepKind.CLOSED, StepKind.LET_GO):
            continue
        menu.offer(
            step_word(kind, direction),
            partial(gestures.ask_step, loop.favour.id, kind),
            icon_name=step_icon(direction, kind),
        )


def _list_favours(menu: Menu, gestures: "FavourGestures", rung: int, shown: Shown, *, separated: bool) -> None:
    loops = next(one.loops for one in shown.picture.rungs if one.rung.number == rung)
    if separated and loops:
        menu.addSeparator()
    for loop in loops:
        menu.offer(
            verbatim(loop.favour.title),
            partial(gestures.open, loop.favour.id),
            icon_name="circle",
        )


def _menu(gestures: "FavourGestures") -> Menu:
    menu = Menu(gestures.window())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu

"""Tying a step of a favour to the entry that is being written: a menu of what could have happened in it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import StepDraft
from relationship_journal.domain.favour import STEPS_OF, Favour, StepKind
from relationship_journal.domain.loop import Loop, loop_of
from relationship_journal.domain.words import step_word
from relationship_journal.i18n import N_
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import step_icon
from relationship_journal.ui.widgets import Menu

from .unfinished import TiedStep

Tied = Callable[[TiedStep], object]
_NO_ENTRY = (StepKind.IDEA, StepKind.CLOSED)


def offer_steps(context: Context, contacts: Sequence[ContactId], anchor: QWidget, at: QPoint, tied: Tied) -> None:
    """Read the favours of `contacts` and open the menu at a point of the screen."""
    session, today = context.session, context.today()

    def read() -> list[tuple[Favour, Loop]]:
        settings = session.reads.settings()
        favours = [favour for contact in contacts for favour in session.reads.favours(contact)]
        loops = [(favour, loop_of(favour, today, settings)) for favour in favours]
        return sorted(loops, key=lambda pair: (not pair[1].open, pair[0].title))

    context.tasks.read(read, lambda loops: _open(context, loops, contacts, anchor, at, tied))


def _open(  # noqa: PLR0917 - what was asked for, with what was read
    context: Context,
    loops: list[tuple[Favour, Loop]],
    contacts: Sequence[ContactId],
    anchor: QWidget,
    at: QPoint,
    tied: Tied,
) -> None:
    menu = Menu(anchor)
    for favour, loop in loops:
        if loop.open:
            under = menu.submenu(partial(str, favour.title))
            _steps(under, favour, loop, tied)
    finished = [(favour, loop) for favour, loop in loops if not loop.open]
    if finished:
        rest = menu.submenu(N_("Other favours")) if menu.actions() else menu
        for favour, loop in finished:
            _steps(rest.submenu(partial(str, favour.title)), favour, loop, tied)
    if menu.actions():
        menu.addSeparator()
    if not contacts:
        menu.offer(N_("A favour"), lambda: None, because=N_("Say first with whom it was."))
    if "favour.record" in context.actions:
        menu.addAction(context.actions["favour.record"])
    menu.popup(at)


def _steps(menu: Menu, favour: Favour, loop: Loop, tied: Tied) -> None:
    """The next step first, then the others."""
    kinds = [kind for kind in STEPS_OF[favour.direction] if kind not in _NO_ENTRY]
    if loop.next_step in kinds:
        kinds.remove(loop.next_step)
        kinds.insert(0, loop.next_step)
    for kind in kinds:
        word = step_word(kind, favour.direction)
        step = TiedStep(StepDraft(kind, favour=favour.id), favour.title, word)
        menu.offer(word, partial(tied, step), icon_name=step_icon(favour.direction, kind))
        if kind == loop.next_step:
            menu.addSeparator()

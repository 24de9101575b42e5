"""Editing a step that was read in a note: of which favour it is, an open one or a new one, and all that it says."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.domain.favour import Direction, FavourId, StepKind
from relationship_journal.domain.loop import Loop
from relationship_journal.domain.words import step_word
from relationship_journal.i18n import N_, Message, _
from relationship_journal.reading.note import FoundStep
from relationship_journal.services.suggestions import NEW_FAVOUR, Suggestion
from relationship_journal.ui.context import Context
from relationship_journal.ui.ladder.favour_form import FavourForm
from relationship_journal.ui.ladder.ladder_model import Shown
from relationship_journal.ui.ladder.record_dialog import RecordDialog
from relationship_journal.ui.ladder.step_dialog import StepDialog
from relationship_journal.ui.ladder.through import Through
from relationship_journal.ui.theme import Colour, Type
from relationship_journal.ui.widgets import ChoiceField, Label, Sheet, Words, verbatim

from .chip_words import day_noted


class StepEditing:
    """The dialog of a step with a choice of favours above; another choice opens the dialog that fits it instead."""

    def __init__(
        self, context: Context, suggestion: Suggestion, shown: Shown, through: Through, parent: QWidget
    ) -> None:
        assert isinstance(suggestion.found, FoundStep)
        self._context = context
        self._suggestion = suggestion
        self._shown = shown
        self._through = through
        self._parent = parent
        self._kind = StepKind(suggestion.found.step)
        self._direction = Direction(suggestion.found.direction)

    def begin(self) -> None:
        """Open the dialog for the favour that the step seems to belong to."""
        favour = self._suggestion.favour
        self._open(NEW_FAVOUR if favour is None else favour.id)

    def _open(self, favour: FavourId) -> None:
        choice = ChoiceField(N_("Belongs to"), self._choices(), favour)
        dialog = self._dialog(favour, self._above(choice))

        def another() -> None:
            dialog.reject()
            self._open(choice.value)

        choice.changed.connect(another)
        dialog.open()

    def _above(self, choice: QWidget) -> QWidget:
        """The choice, and below it what is said of the day by which the note wants it done."""
        day = day_noted(self._suggestion)
        if day is None:
            return choice
        both = QWidget()
        lines = QVBoxLayout(both)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(choice)
        lines.addWidget(Label(day, Type.SMALL, Colour.TEXT_SECOND, wrap=True))
        return both

    def _dialog(self, favour: FavourId, above: QWidget) -> Sheet:
        one = self._suggestion
        loop = self._shown.loop(favour) if favour != NEW_FAVOUR else None
        if loop is not None:
            return StepDialog(
                self._context,
                self._shown,
                loop,
                self._kind,
                told=self._told,
                parent=self._parent,
                day=one.day,
                entry=one.entry,
                above=above,
                through=self._through,
            )
        assert one.favour is not None
        rung = one.favour.rung if one.opens_favour else 1
        title = one.favour.title if one.opens_favour else one.words
        form = FavourForm(self._shown.contact.id, title, self._direction, rung, step=self._kind, day=one.day)
        return RecordDialog(
            self._context,
            self._shown,
            self._parent,
            form=form,
            entry=one.entry,
            above=above,
            through=self._through,
        )

    def _choices(self) -> list[tuple[FavourId, Words]]:
        """Their open favours of this direction and the one found, then a new one."""
        found = self._suggestion.favour
        loops = [
            loop
            for loop in self._shown.loops
            if loop.favour.direction is self._direction
            and (loop.open or (found is not None and loop.favour.id == found.id))
        ]
        choices: list[tuple[FavourId, Words]] = [(loop.favour.id, verbatim(loop.favour.title)) for loop in loops]
        return [*choices, (NEW_FAVOUR, N_("A new favour"))]

    def _told(self, loop: Loop, kind: StepKind, _recorded: Any) -> None:
        said = Message("{step}: {title}", step=_(step_word(kind, loop.favour.direction)), title=loop.favour.title)
        self._context.notices.say_done(said, self._context.actions["edit.undo"].trigger)

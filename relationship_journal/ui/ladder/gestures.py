"""What can be done with favours from the panel, its menus and dialogs: each a gesture that can be undone."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from relationship_journal.domain.courtesy import CourtesyKind
from relationship_journal.domain.drafts import StepDraft
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import Direction, Favour, FavourId, Step, StepKind
from relationship_journal.domain.loop import Loop, State, loop_of
from relationship_journal.domain.recording import warnings_for_step
from relationship_journal.domain.rung import HIGHEST
from relationship_journal.domain.words import courtesy_done, step_word
from relationship_journal.i18n import N_, Message, _
from relationship_journal.services.favours import Recorded
from relationship_journal.ui.context import Context

from . import favour_menus
from .choices import Choice
from .favour_form import FavourForm
from .ladder_model import LadderModel
from .reason import Reason, Tone
from .step_form import ASKS_MORE

_LATER = 7
"""Days for which *Later* puts off what the Next card says: until the next weekly review."""
_OFFERED, _PLANNED = N_("Offered: {title}"), N_("Planned: {title}")


class FavourGestures(QObject):
    """The gestures of one panel. Dialogs open over the window of `host`."""

    def __init__(self, context: Context, model: LadderModel, host: QWidget) -> None:
        super().__init__(host)
        self.context = context
        self.model = model
        self._host = host

    def today(self) -> date:
        """The day that it is."""
        return self.context.today()

    def record(self, form: FavourForm | None = None) -> None:
        """Open the dialog that records a favour."""
        from .record_dialog import RecordDialog

        if self.model.shown is not None:
            RecordDialog(self.context, self.model.shown, self._window(), form=form).open()

    def record_on(self, rung: int, step: StepKind = StepKind.ASKED) -> None:
        """Record an ask on a rung."""
        if self.model.shown is not None:
            self.record(FavourForm(self.model.shown.contact.id, rung=rung, step=step))

    def record_given(self) -> None:
        """Record what I do for them."""
        if self.model.shown is not None:
            form = FavourForm(self.model.shown.contact.id, direction=Direction.GIVEN, step=StepKind.PROMISED)
            self.record(form)

    def record_courtesy(self, kind: CourtesyKind = CourtesyKind.GIFT, favour: FavourId | None = None) -> None:
        """Open the dialog that records a gift, a meal or a greeting."""
        from .courtesy_dialog import CourtesyDialog

        if self.model.shown is not None:
            CourtesyDialog(self.context, self.model.shown, self._window(), kind=kind, favour=favour).open()

    def open(self, favour: int) -> None:
        """Open a favour's story."""
        from .story_dialog import StoryDialog

        if self._loop(favour) is not None:
            StoryDialog(self, favour, self._window()).open()

    def edit(self, favour: int) -> None:
        """Edit a favour's title, rung, domain, weight and note."""
        from .edit_dialog import EditDialog

        loop = self._loop(favour)
        if loop is not None and self.model.shown is not None:
            EditDialog(self.context, self.model.shown, loop.favour, self._window()).open()

    def show_all(self) -> None:
        """Open the list of all favours with this contact."""
        from .favours_dialog import FavoursDialog

        if self.model.shown is not None:
            FavoursDialog(self, self._window()).open()

    def take_advice(self) -> None:
        """Do what the Next card's button says."""
        shown = self.model.shown
        if shown is None:
            return
        advice = shown.advice
        if advice.step.loop is not None:
            self.take_next(advice.step.loop.favour.id)
        elif (chosen := advice.choice(self.model.choice)) is not None:
            self._take_choice(chosen)
        elif advice.button:
            self.record_on(advice.step.rung, StepKind.PLANNED)

    def answer(self, kind: StepKind) -> None:
        """Record the answer to the ask that the Next card is about."""
        shown = self.model.shown
        if shown is not None and shown.advice.step.loop is not None:
            self.take(shown.advice.step.loop.favour.id, kind)

    def put_off(self) -> None:
        """Put off for a week what the Next card says: the review does not show it either. The facts stay."""
        self._snooze(self.today() + timedelta(days=_LATER))

    def show_again(self) -> None:
        """Take back that it was put off."""
        self._snooze(self.today())

    def _snooze(self, until: date) -> None:
        shown, session, today = self.model.shown, self.context.session, self.today()
        if shown is None:
            return
        step, contact = shown.advice.step, shown.contact.id
        favour = step.loop.favour.id if step.loop is not None else None

        def told(_none: None) -> None:
            if until > today:
                said = Message("Put off until {day}, here and in the review", day=until)
                self.context.notices.say_done(said, self.undo)

        self.context.tasks.run(lambda: session.review.snooze(contact, until, favour), told)

    def _take_choice(self, chosen: Choice) -> None:
        if chosen.loop is not None:
            planned = chosen.loop.state is State.PLANNED
            self.take(chosen.loop.favour.id, StepKind.ASKED if planned else StepKind.PLANNED)
            return
        session, today, draft, step = self.context.session, self.today(), chosen.draft(), chosen.step()
        said = Message(_OFFERED if chosen.offer else _PLANNED, title=draft.title)
        self.context.tasks.run(
            lambda: session.favours.add(draft, (step,), today=today),
            lambda _recorded: self.context.notices.say_done(said, self.undo),
        )

    def take_next(self, favour: int) -> None:
        """Take a favour's next step, today; the story opens where none is due."""
        loop, shown = self._loop(favour), self.model.shown
        if loop is None or shown is None:
            return
        advised = shown.advice.step
        kind = advised.step if advised.loop is not None and advised.loop.favour.id == favour else loop.next_step
        if kind is None:
            self.open(favour)
        else:
            self.take(favour, kind)

    def take(self, favour: int, kind: StepKind) -> None:
        """Take a step today with one click; where it needs words or a rule speaks, in its dialog."""
        loop, shown = self._loop(favour), self.model.shown
        if loop is None or shown is None:
            return
        today = self.today()
        situation = shown.situation
        if kind in ASKS_MORE or warnings_for_step(
            situation.relationship, loop.favour, Step(kind, today), situation.settings
        ):
            self.ask_step(favour, kind)
            return
        session = self.context.session
        draft = StepDraft(kind, today)
        self.context.tasks.run(
            lambda: session.favours.take_step(loop.favour.id, draft, today),
            lambda recorded: self.tell_step(loop, kind, recorded),
        )

    def ask_step(self, favour: int, kind: StepKind) -> None:
        """Open the dialog for a step."""
        from .step_dialog import StepDialog

        loop = self._loop(favour)
        if loop is not None and self.model.shown is not None:
            dialog = StepDialog(self.context, self.model.shown, loop, kind, told=self.tell_step, parent=self._window())
            dialog.open()

    def tell_step(self, before: Loop, kind: StepKind, recorded: Recorded) -> None:
        """Say what was recorded, and where it closed the loop what that opens."""
        shown = self.model.shown
        favour = recorded.favour
        said = Message("{step}: {title}", step=_(step_word(kind, favour.direction)), title=favour.title)
        if shown is not None:
            after = loop_of(favour, self.today(), shown.situation.settings)
            if after.state is State.CLOSED and before.state is not State.CLOSED:
                rung = favour.rung + 1
                opens = after.on_ladder and favour.rung > shown.picture.standing and rung <= HIGHEST
                said = Message("Loop closed. Rung {rung} is open.", rung=rung) if opens else Message("Loop closed.")
        self.context.notices.say_done(said, self.undo)

    def move(self, favour: int, rung: int) -> None:
        """Put a favour on another rung."""
        session, number = self.context.session, FavourId(favour)

        def moved(changed: Favour) -> None:
            said = Message("{title} is on rung {rung} now", title=changed.title, rung=changed.rung)
            self.context.notices.say_done(said, self.undo)

        self.context.tasks.run(lambda: session.favours.move_to_rung(number, rung), moved)

    def remove(self, favour: int) -> None:
        """Put a favour into the trash."""
        session, loop = self.context.session, self._loop(favour)
        if loop is None:
            return
        said = Message("Removed: {title}", title=loop.favour.title)
        self.context.tasks.run(
            lambda: session.favours.remove([loop.favour.id]),
            lambda _none: self.context.notices.say_done(said, self.undo),
        )

    def remove_step(self, step: int) -> None:
        """Take a step back that did not happen."""
        session = self.context.session
        said = Message("Step removed")
        self.context.tasks.run(
            lambda: session.favours.remove_step(step), lambda _favour: self.context.notices.say_done(said, self.undo)
        )

    def copy_words(self, words: str = "") -> None:
        """Put the words to say on the clipboard: as the user changed them, else as they are suggested."""
        shown = self.model.shown
        words = words or (shown.advice.card(self.model.choice).words if shown is not None else "")
        if not words:
            return
        QGuiApplication.clipboard().setText(words)
        self.context.notices.say(Message("The words are on the clipboard."))

    def undo(self) -> None:
        """Take the last gesture back."""
        self.context.tasks.run(self.context.session.history.undo)

    def show_entry(self, entry: EntryId) -> None:
        """Show an entry in the timeline."""
        self.context.selection.show_entry(entry)

    def advice_on(self, loop: Loop, step: Step) -> list[Reason]:
        """What the rules said to a step on its day: it stands beside what was recorded."""
        shown = self.model.shown
        if shown is None:
            return []
        situation = shown.situation
        verdicts = warnings_for_step(situation.relationship, loop.favour, step, situation.settings)
        return [Reason(Tone.OPEN, verdict.because) for verdict in verdicts]

    def within_words(self, step: Step) -> str:
        """That in which something was returned, in words; empty where nothing is named."""
        shown = self.model.shown
        if shown is None:
            return ""
        if step.favour is not None:
            loop = shown.loop(step.favour)
            return loop.favour.title if loop is not None else ""
        for courtesy in shown.situation.relationship.courtesies:
            if courtesy.id == step.courtesy:
                return courtesy.text or _(courtesy_done(courtesy.kind, courtesy.direction))
        return ""

    def favour_menu(self, favour: int, at: QPoint, *, within_story: bool = False) -> None:
        """Offer what can be done with a favour."""
        loop = self._loop(favour)
        if loop is not None and self.model.shown is not None:
            favour_menus.favour_menu(self, loop, self.model.shown, within_story=within_story).popup(at)

    def steps_menu(self, loop: Loop, at: QPoint) -> None:
        """Offer the steps of a favour."""
        favour_menus.steps_menu(self, loop).popup(at)

    def rung_menu(self, rung: int, at: QPoint) -> None:
        """Offer what can be done on a rung."""
        if self.model.shown is not None:
            favour_menus.rung_menu(self, rung, self.model.shown).popup(at)

    def rung_favours_menu(self, rung: int, at: QPoint) -> None:
        """List the favours of a rung."""
        if self.model.shown is not None:
            favour_menus.rung_favours_menu(self, rung, self.model.shown).popup(at)

    def add_menu(self, at: QPoint) -> None:
        """Offer what can be recorded."""
        favour_menus.add_menu(self).popup(at)

    def window(self) -> QWidget:
        """The window over which menus and dialogs open."""
        return self._window()

    def _window(self) -> QWidget:
        return self._host.window()

    def _loop(self, favour: int) -> Loop | None:
        return self.model.shown.loop(favour) if self.model.shown is not None else None

"""The card in which an entry is written."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyKind
from relationship_journal.domain.entry import Entry, EntryKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.scope import Whole
from relationship_journal.i18n import N_, Message, _, bytes_in_words
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Chip, Flow, Label
from relationship_journal.ui.widgets.tab_order import tab_after, tab_stops

from .advice import ADVISED
from .composer_model import ComposerModel
from .growing_text import GrowingText
from .tool_row import ToolRow
from .unfinished import CourtesyFields, TiedStep

if TYPE_CHECKING:
    from relationship_journal.services.glances import Noticed


class Composer(QFrame):
    """Writes one entry. `kept` tells the Entry after it is on disk; `brought` a QMimeData pasted that is none."""

    kept = Signal(object)
    brought = Signal(object)
    left_downwards = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = ComposerModel(context, self)
        self._wants_people = False
        self._brought: tuple[object, object] | None = None  #: the files and steps that have their chips
        theme = current_theme()
        self.setProperty("card", "true")
        self.setObjectName("composer")
        self.setAccessibleName(_("New entry"))
        self.told = Label("", Type.SMALL, Colour.TEXT_THIRD)
        self.discard = Button(N_("Discard"), "quiet", small=True)
        self.text = GrowingText(N_("What happened?"), N_("What happened? Drop anything here."))
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self.error = Label("", Type.SMALL, Colour.DANGER, wrap=True)
        self.tools = ToolRow(context)
        layout = QVBoxLayout(self)
        edge = theme.px(tokens.SPACE_12)
        layout.setContentsMargins(edge, edge - 1, edge, theme.px(tokens.SPACE_8))
        layout.setSpacing(theme.px(tokens.SPACE_6))
        told = QHBoxLayout()
        told.addWidget(self.told, 1)
        told.addWidget(self.discard)
        layout.addLayout(told)
        for widget in (self.text, self._chips, self.error, self.tools):
            layout.addWidget(widget)
        self._layout = layout
        self.model.loaded.connect(self.show_draft)
        self.show_draft()

    @property
    def is_complete(self) -> bool:
        """Whether there is more than the field and its tools."""
        return "people" in vars(self)

    def complete(self) -> None:
        """Add what is seen only while one writes, where it is not there yet: a draft needs it."""
        for _part in self.completing():
            pass

    def completing(self) -> Iterator[None]:
        """Add it part by part, after the first picture."""
        if self.is_complete:
            return
        from relationship_journal.ui.ladder.verdict_list import VerdictList

        from .contact_field import ContactField
        from .courtesy_row import CourtesyRow
        from .mentions import Mentions
        from .noticed_row import NoticedRow
        from .noticing import Noticing

        self.text.leave_drops()
        yield
        people, noticed = ContactField(self._context), NoticedRow(self._context, self.text)
        yield
        courtesy = CourtesyRow()
        yield
        advice = VerdictList()
        for widget in (people, noticed, courtesy, advice):
            yield
            widget.hide()
            widget.setParent(self)
        if "people" in vars(self):  # a draft came meanwhile
            return
        self.people, self.noticed, self.courtesy, self.advice = people, noticed, courtesy, advice
        self.mentions = Mentions(self._context, self.text)
        self.noticing = Noticing(self._context, self.model, self)
        for place, added in enumerate((people, self.text, noticed, courtesy, self._chips, advice), start=1):
            self._layout.insertWidget(place, added)
        tab_after(self.discard, *tab_stops(people, self.text, noticed, courtesy, self._chips, advice))
        self._connect()
        self.noticing.begin()
        self.show_draft()

    def _connect(self) -> None:
        model, tools = self.model, self.tools
        model.loaded.connect(self.noticing.begin)
        model.failed.connect(self._refused)
        model.kept.connect(self._kept)
        model.advised.connect(self.advice.show_verdicts)
        self.discard.clicked.connect(self._discard)
        model.busy.connect(lambda busy: tools.keep.setEnabled(not busy))
        self.text.textChanged.connect(self._typed)
        self.text.keep_wanted.connect(self.keep)
        self.text.cancelled.connect(self._leave)
        self.text.brought.connect(self.brought)
        self.text.brings = self._is_chat
        self.text.left_downwards.connect(self.left_downwards)
        self.text.installEventFilter(self)
        self.text.taking_over_wanted.connect(self.noticed.take_all)
        self.mentions.named.connect(self._with)
        self.noticing.shown.connect(self.noticed.show_noticed)
        self.noticed.taken.connect(self._take_over)
        self.noticed.dismissed.connect(self._wave_away)
        self.noticed.pointed_at.connect(self._show_words_of)
        self.people.changed.connect(lambda: self._change(contacts=self.people.named))
        self.courtesy.changed.connect(lambda: self._change(courtesy=self.courtesy.fields))
        self.courtesy.closed.connect(self._no_courtesy)
        self.courtesy.keep_wanted.connect(self.keep)
        tools.kinds.chosen.connect(lambda kind: self._change(kind=kind))
        tools.day.chosen.connect(lambda _day: self._change(day=tools.day.day))
        tools.courtesy_chosen.connect(self._begin_courtesy)
        tools.attach.clicked.connect(self._attach)
        tools.people.clicked.connect(self._show_people)
        tools.favour.clicked.connect(self._tie)
        tools.keep.clicked.connect(self.keep)

    def start(self) -> None:
        """Put the cursor where one writes."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """Keep what is written."""
        self.error.hide()
        self.courtesy.value.mark_wrong(False)
        self.model.keep(self.advice.said(), self.noticing.decided())

    def show_draft(self) -> None:
        """Show the model's draft."""
        draft = self.model.draft
        if draft.worth_keeping and not self.is_complete:
            self.complete()
            return
        if self.text.text() != draft.text:
            self.text.blockSignals(True)
            self.text.put(draft.text)
            self.text.blockSignals(False)
        self.tools.kinds.choose(draft.kind)
        self.tools.day.show_day(draft.day)
        if self.is_complete:
            self.people.show_contacts(draft.contacts)
            if draft.courtesy is not None:
                self.courtesy.show_fields(draft.courtesy)
        self.error.hide()
        self._show_parts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps it, wherever in it the keyboard is."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter and modifiers == Qt.KeyboardModifier.ControlModifier and self.is_complete:
            self.start()  # the chip that has the keyboard goes with what it was noticed in
            self.keep()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Chips are worded when they are made: make them again."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(_("New entry"))
            self._make_chips()
            self._show_parts()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card shows that the text in it has the keyboard."""
        if watched is self.text and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        return super().eventFilter(watched, event)

    def _show_parts(self) -> None:
        """What is there only when it is used: people, courtesy, files, steps, the line that a draft was restored."""
        draft, scope = self.model.draft, self._context.selection.scope
        own = 0 if isinstance(scope, Whole) else 1
        nobody_yet = isinstance(scope, Whole) and draft.worth_keeping
        if self.is_complete:
            self.people.setVisible(len(draft.contacts) != own or nobody_yet or self._wants_people)
            self.courtesy.setVisible(draft.courtesy is not None)
            self.advice.reason.setVisible(any(tied.step.kind in ADVISED for tied in draft.steps))
        self.told.setVisible(bool(self.model.unfinished_from))
        self.discard.setVisible(bool(self.model.unfinished_from))
        if self.model.unfinished_from:
            self.told.say(Message("Unfinished, from {time}", time=self.model.unfinished_from))
        brought = (draft.files, draft.steps)
        if brought != self._brought:
            self._brought = brought
            self._make_chips()
        self.tools.offer_keep(draft.worth_keeping)

    def _make_chips(self) -> None:
        """A chip for each file and each step of the draft."""
        draft = self.model.draft
        self._flow.clear()
        for index, file in enumerate(draft.files):
            words = f"{file.name}  {bytes_in_words(len(file.content))}"
            chip = Chip(partial(str, words), icon_name="paperclip", closable=True)
            chip.dismissed.connect(partial(self._drop_file, index))
            self._flow.addWidget(chip)
        for step in draft.steps:
            chip = Chip(step.said, icon_name="arrows-left-right", closable=True)
            chip.dismissed.connect(partial(self._untie, step))
            self._flow.addWidget(chip)
        self._flow.tab_through()
        self._chips.setVisible(bool(self._flow.count()))
        self.updateGeometry()

    def _with(self, contact: int, name: str) -> None:
        """Somebody whom the text names is there too."""
        self.people.add(ContactId(contact), name)

    def _take_over(self, noticed: "Noticed") -> None:
        """What was noticed holds; the keyboard goes back to the text when nothing is left to decide."""
        if isinstance(noticed.what, EntryKind):
            self._change(kind=noticed.what)
            self.tools.kinds.choose(noticed.what)
        elif isinstance(noticed.what, date):
            self._change(day=noticed.what)
            self.tools.day.show_day(noticed.what)
        else:
            self._with(noticed.what, noticed.name)
        self._go_back_to_text()

    def _wave_away(self, noticed: "Noticed") -> None:
        self.noticing.wave_away(noticed)
        self._go_back_to_text()

    def _go_back_to_text(self) -> None:
        if not self.noticed.noticed:
            self.start()

    def _show_words_of(self, noticed: "Noticed | None") -> None:
        self.text.show_evidence(*(0, 0) if noticed is None else (noticed.span.start, noticed.span.end))

    def _is_chat(self, text: str) -> bool:
        return bool(self._context.session.importing.is_chat(text, self._context.today()))

    def _change(self, **changes: object) -> None:
        self.model.change(**changes)
        self.noticing.chosen(**changes)
        self.error.hide()
        self._show_parts()

    def _typed(self) -> None:
        was = self.model.draft.worth_keeping
        told = bool(self.model.unfinished_from)
        self.model.change(text=self.text.text())
        self.noticing.text_changed()
        if was != self.model.draft.worth_keeping or told or not self.error.isHidden():
            self.error.hide()
            self._show_parts()

    def _begin_courtesy(self, kind: CourtesyKind) -> None:
        was = self.model.draft.courtesy
        fields = CourtesyFields(kind) if was is None else CourtesyFields(kind, was.direction, was.text, was.value)
        self.courtesy.show_fields(fields)
        self._change(courtesy=self.courtesy.fields)
        self.courtesy.what.setFocus()

    def _no_courtesy(self) -> None:
        self._change(courtesy=None)
        self.start()

    def _show_people(self) -> None:
        self._wants_people = True
        self.people.show()
        self.people.line.setFocus()

    def _attach(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        names, _kind = QFileDialog.getOpenFileNames(self, _("Attach files"))
        if names:
            from .files import read_files

            self._context.tasks.read(
                lambda: read_files(names), self.model.add_files, failed=self._context.notices.problem
            )

    def _drop_file(self, index: int) -> None:
        files = self.model.draft.files
        self._change(files=(*files[:index], *files[index + 1 :]))

    def _tie(self) -> None:
        from .step_menu import offer_steps

        button = self.tools.favour
        contacts = [contact for contact, _name in self.model.draft.contacts]
        offer_steps(self._context, contacts, button, button.mapToGlobal(button.rect().bottomLeft()), self._tied)

    def _tied(self, step: TiedStep) -> None:
        if step not in self.model.draft.steps:
            self._change(steps=(*self.model.draft.steps, step))
        self.start()

    def _untie(self, step: TiedStep) -> None:
        self._change(steps=tuple(one for one in self.model.draft.steps if one != step))

    def _refused(self, problem: Problem) -> None:
        """Nothing that was typed is lost; the sentence stands where it was typed."""
        self.error.say(problem.message)
        self.error.show()
        courtesy = self.model.draft.courtesy
        if courtesy is not None and problem.message.facts.get("value") == courtesy.value.strip():
            self.courtesy.value.mark_wrong(True)
            self.courtesy.value.setFocus()
        self.updateGeometry()

    def _kept(self, entry: Entry) -> None:
        self._wants_people = False
        self._show_parts()
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus):
            self.start()
        self.kept.emit(entry)

    def _discard(self) -> None:
        self.model.discard()
        self.start()

    def _leave(self) -> None:
        """Escape goes on to the rows; what is written stays."""
        self.left_downwards.emit()

"""Every field of a contact, for a new one or one that is there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from relationship_journal.domain.contact import (
    Contact,
    ContactId,
    Facet,
    Handle,
    HandleKind,
    Occasion,
    OccasionKind,
    OpenDecision,
)
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import FACET_WORDS, OCCASION_WORDS
from relationship_journal.i18n import N_, _
from relationship_journal.reading.days import read_day
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import CheckBox, Field, Label, Sheet

from .add_sheet import kept
from .occasion_dates import occasion_date
from .person_field import PersonField
from .rows_editor import RowsEditor, RowText

HANDLE_WORDS = {
    HandleKind.PHONE: N_("Phone"),
    HandleKind.EMAIL: N_("E-mail"),
    HandleKind.WECHAT: N_("WeChat"),
    HandleKind.ADDRESS: N_("Address"),
    HandleKind.URL: N_("Web page"),
    HandleKind.OTHER: N_("Other"),
}
_YEARLY = (OccasionKind.BIRTHDAY, OccasionKind.ANNIVERSARY)
_NOTE_HEIGHT = 72


def edit_contact(context: Context, contact: ContactId, parent: QWidget | None) -> None:
    """Let the user edit a contact."""
    try:
        found = context.session.reads.contact(contact)
    except Problem as problem:
        context.notices.problem(problem)
        return
    ContactSheet(context, parent, contact=found).open()


class _MakesNoSense(Exception):  # noqa: N818 - what was typed, which the form shows
    """Something in the form cannot be."""


class ContactSheet(Sheet):
    """The form. With `contact` it edits one, with `draft` it adds one."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None,
        *,
        contact: Contact | None = None,
        draft: ContactDraft | None = None,
    ) -> None:
        editing = contact is not None
        super().__init__(
            N_("Edit contact") if editing else N_("Add a contact"),
            N_("Save") if editing else N_("Add"),
            parent,
            width=tokens.SHEET_WIDE,
        )
        self._context = context
        self._contact = contact
        self._shown: Contact | ContactDraft = contact or draft or ContactDraft("")
        self._make_who()
        self._make_life()
        self._make_care()
        self.confirmed.connect(self._save)
        self.name.line.setFocus()

    def _make_who(self) -> None:
        shown = self._shown
        self.name = Field(N_("Name"), text=shown.name)
        self.nicknames = Field(N_("Nicknames"), N_("with commas between"), text=", ".join(shown.nicknames))
        self.org = Field(N_("Company"), text=shown.org)
        self.title_field = Field(N_("Job title"), text=shown.title)
        self.tags = Field(N_("Tags"), N_("with commas between"), text=", ".join(shown.tags))
        self.region = Field(N_("Country"), N_("two letters, such as CN"), text=shown.region)
        people = self._context.session.reads.contact_rows(self._context.today())
        others = [row for row in people if self._contact is None or row.id != self._contact.id]
        self.introduced_by = PersonField(
            N_("Introduced by"), N_("name, pinyin or initials"), others, shown.introduced_by
        )
        self.cadence = Field(
            N_("In touch every … days"),
            N_("empty: learned from the entries"),
            text="" if shown.cadence is None else str(shown.cadence),
        )
        self._add_grid(
            (self.name, self.nicknames),
            (self.org, self.title_field),
            (self.tags, self.region),
            (self.introduced_by, self.cadence),
        )
        self.handles = RowsEditor(
            N_("How to reach them"), N_("Add a number or address"), HANDLE_WORDS, text_name=N_("Number or address")
        )
        self.handles.fill([RowText(handle.kind, handle.value, id=handle.id) for handle in shown.handles])
        self.body.addWidget(self.handles)

    def _make_life(self) -> None:
        shown = self._shown
        self.facets = RowsEditor(
            N_("Facets of life"),
            N_("Add a facet"),
            FACET_WORDS,
            text_name=N_("What you know of it"),
            text_hint=N_("such as: daughter takes her exams this year"),
        )
        self.facets.fill([RowText(facet.kind, facet.text, id=facet.id) for facet in shown.facets])
        self.occasions = RowsEditor(
            N_("Days that matter"),
            N_("Add a day"),
            OCCASION_WORDS,
            text_name=N_("What day it is"),
            second_name=N_("Day"),
            second_hint=N_("04-12, 2027-06-07, lunar:08-06"),
        )
        self.occasions.fill([RowText(one.kind, one.text, one.date, one.id) for one in shown.occasions])
        self.body.addWidget(self.facets)
        self.body.addWidget(self.occasions)

    def _make_care(self) -> None:
        shown = self._shown
        words = N_("A public official, or their employer forbids presents")
        self.official = CheckBox(words, checked=shown.official)
        decision = shown.decision
        self.first = Field(
            N_("They decide from"), N_("day, or empty"), text=decision.first.isoformat() if decision else ""
        )
        self.last = Field(N_("until"), N_("day, or empty"), text=decision.last.isoformat() if decision else "")
        self.body.addWidget(self.official)
        self._add_grid((self.first, self.last))
        self.body.addWidget(
            Label(
                N_("While a tender, renewal or appraisal is open, presents and requests at work are warned of."),
                Type.SMALL,
                Colour.TEXT_THIRD,
                wrap=True,
            )
        )
        notes = QVBoxLayout()
        notes.setSpacing(current_theme().px(tokens.SPACE_2))
        notes.addWidget(Label(N_("Remark"), Type.SMALL, Colour.TEXT_SECOND))
        self.note = QPlainTextEdit(shown.note)
        self.note.setAccessibleName(_("Remark"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(current_theme().px(_NOTE_HEIGHT))
        notes.addWidget(self.note)
        self.body.addLayout(notes)

    def _add_grid(self, *rows: tuple[Field, Field]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_theme().px(tokens.SPACE_12))
        grid.setVerticalSpacing(current_theme().px(tokens.SPACE_8))
        for number, (left, right) in enumerate(rows):
            grid.addWidget(left, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, number, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def _save(self) -> None:
        try:
            draft = self._read()
        except _MakesNoSense:
            return
        contacts = self._context.session.contacts
        self.primary.setEnabled(False)
        if self._contact is None:
            self._context.tasks.run(lambda: contacts.add(draft), self._added, self._failed)
        else:
            fields = {name: getattr(draft, name) for name in ContactDraft.__dataclass_fields__}
            whole = Contact(self._contact.id, **fields)
            self._context.tasks.run(lambda: contacts.save(whole), self._saved, self._failed)

    def _read(self) -> ContactDraft:
        """What the form says. `_MakesNoSense` where something in it does not, which is then shown."""
        if not self.name.text():
            raise self._refused(self.name, N_("A contact needs a name."))
        return ContactDraft(
            self.name.text(),
            nicknames=_listed(self.nicknames.text()),
            org=self.org.text(),
            title=self.title_field.text(),
            tags=_listed(self.tags.text()),
            introduced_by=self._read_introduced_by(),
            cadence=self._read_cadence(),
            official=self.official.isChecked(),
            decision=self._read_decision(),
            region=self.region.text().upper(),
            note=self.note.toPlainText().strip(),
            picture=self._shown.picture,
            facets=tuple(Facet(row.kind, row.text, row.id) for row in self.facets.rows()),
            occasions=self._read_occasions(),
            handles=tuple(Handle(row.kind, row.text, row.id) for row in self.handles.rows()),
        )

    def _read_introduced_by(self) -> ContactId | None:
        try:
            return self.introduced_by.chosen()
        except LookupError:
            raise self._refused(self.introduced_by, N_("Nobody of that name is in the journal.")) from None

    def _read_cadence(self) -> int | None:
        text = self.cadence.text()
        if not text:
            return None
        if not text.isdecimal() or int(text) == 0:
            raise self._refused(self.cadence, N_("A whole number of days, or nothing."))
        return int(text)

    def _read_decision(self) -> OpenDecision | None:
        if not self.first.text() and not self.last.text():
            return None
        days = []
        for field in (self.first, self.last):
            day = read_day(field.text(), self._context.today(), ahead=True)
            if day is None:
                raise self._refused(field, N_("No such day"))
            days.append(day)
        if days[1] < days[0]:
            raise self._refused(self.last, N_("This is before the first day."))
        return OpenDecision(*days)

    def _read_occasions(self) -> tuple[Occasion, ...]:
        read = []
        for place, row in enumerate(self.occasions.rows()):
            day = occasion_date(row.second, self._context.today(), yearly=row.kind in _YEARLY)
            if day is None:
                self.occasions.mark_wrong(place)
                self.fail(N_("A day is written 04-12, 2027-06-07 or lunar:08-06, or said in words."))
                raise _MakesNoSense
            read.append(Occasion(row.kind, day, row.text, row.id))
        return tuple(read)

    def _refused(self, field: Field, because: str) -> Exception:
        field.refuse(because)
        field.line.setFocus()
        return _MakesNoSense()

    def _added(self, contact: Contact) -> None:
        self.accept()
        kept(self._context, contact)

    def _saved(self, _contact: Contact) -> None:
        self.accept()

    def _failed(self, problem: Problem) -> None:
        self.fail(problem.message)


def _listed(text: str) -> tuple[str, ...]:
    parts = text.replace("，", ",").replace("、", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

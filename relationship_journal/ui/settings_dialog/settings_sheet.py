"""The settings: what applies at once (language, theme), and what is saved (numbers, limits, the own life)."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.domain.contact import Facet
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import FACET_WORDS
from relationship_journal.i18n import N_, current_language
from relationship_journal.services.session import Session
from relationship_journal.ui.contact_dialogs.rows_editor import RowsEditor, RowText
from relationship_journal.ui.context import Context
from relationship_journal.ui.first_start.choosers import LANGUAGE_NAMES, SCHEME_NAMES
from relationship_journal.ui.theme import Colour, Scheme, Type, current_theme, tokens
from relationship_journal.ui.widgets import Label, SegmentedRow, Sheet

from .gift_limits import GiftLimits
from .habits import Habits
from .method_numbers import MethodNumbers

if TYPE_CHECKING:
    from relationship_journal.ui.desk import Desk

_SCHEME_ICONS = {Scheme.SYSTEM: "desktop", Scheme.LIGHT: "sun", Scheme.DARK: "moon"}


class Part(StrEnum):
    """The parts of the sheet. The value is the msgid of its tab."""

    LOOK = N_("Look")
    ME = N_("About me")
    HABITS = N_("Habits")
    METHOD = N_("Numbers of the method")
    GIFTS = N_("Gift limits")


def show_settings(context: Context, desk: "Desk", parent: QWidget | None) -> None:
    """Open the settings."""
    SettingsSheet(context, desk, parent).open()


class SettingsSheet(Sheet):
    """Parts behind tabs; *Save* keeps what all of them say."""

    def __init__(self, context: Context, desk: "Desk", parent: QWidget | None) -> None:
        super().__init__(N_("Settings"), N_("Save"), parent, width=tokens.SHEET_WIDE)
        self._context = context
        self._desk = desk
        session = context.session
        numbers = session.settings.numbers()
        self.tabs = SegmentedRow(N_("Settings"), [(part, part.value, "") for part in Part], Part.LOOK)
        self.numbers = MethodNumbers(numbers)
        self.limits = GiftLimits(numbers)
        self.habits = Habits(numbers)
        self.facets = RowsEditor(
            N_("Facets of my own life"),
            N_("Add a facet"),
            FACET_WORDS,
            text_name=N_("What there is to tell"),
            text_hint=N_("such as: sea fishing at weekends"),
        )
        self._facets_before = session.profile.facets()
        self.facets.fill([RowText(facet.kind, facet.text, id=facet.id) for facet in self._facets_before])
        self._parts = {
            Part.LOOK: self._look(),
            Part.ME: self._me(),
            Part.HABITS: self.habits,
            Part.METHOD: self.numbers,
            Part.GIFTS: self.limits,
        }
        self.body.addWidget(self.tabs)
        for part in self._parts.values():
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.tabs.chosen.connect(self._turn_to)
        self.confirmed.connect(self._save)
        self._turn_to(Part.LOOK)

    def _look(self) -> QWidget:
        page, layout = _page()
        self.language = SegmentedRow(
            N_("Language"), [(code, name, "") for code, name in LANGUAGE_NAMES.items()], current_language()
        )
        self.theme = SegmentedRow(
            N_("Theme"),
            [(scheme, words, _SCHEME_ICONS[scheme]) for scheme, words in SCHEME_NAMES.items()],
            current_theme().scheme,
        )
        self.language.chosen.connect(self._desk.use_language)
        self.theme.chosen.connect(self._desk.use_theme)
        for label, row in ((N_("Language"), self.language), (N_("Theme"), self.theme)):
            layout.addWidget(Label(label, Type.SMALL, Colour.TEXT_SECOND))
            layout.addWidget(row)
        return page

    def _me(self) -> QWidget:
        page, layout = _page()
        says = N_("What you share with somebody is where a relationship begins. The program looks for it here.")
        layout.addWidget(Label(says, Type.SMALL, Colour.TEXT_SECOND, wrap=True))
        layout.addWidget(self.facets)
        return page

    def _turn_to(self, wanted: Part) -> None:
        for part, page in self._parts.items():
            page.setVisible(part is wanted)
        self.fit()

    def _save(self) -> None:
        try:
            self.tabs.choose(Part.METHOD)
            changed = self.numbers.changed()
            self.tabs.choose(Part.GIFTS)
            changed |= self.limits.changed() | self.habits.changed()
        except Problem as problem:
            self._turn_to(self.tabs.value)
            self.fail(problem.message)
            return
        facets = tuple(Facet(row.kind, row.text, row.id) for row in self.facets.rows())
        mine = facets if facets != self._facets_before else None
        if not changed and mine is None:
            self.accept()
            return
        session = self._context.session
        self.primary.setEnabled(False)
        self._context.tasks.run(
            lambda: _keep(session, changed, mine),
            lambda _done: self.accept(),
            lambda problem: self.fail(problem.message),
        )


def _keep(session: Session, changed: dict[str, str], facets: tuple[Facet, ...] | None) -> None:
    for key, text in changed.items():
        session.settings.set(key, text)
    if facets is not None:
        session.profile.save_facets(facets)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_theme().px(tokens.SPACE_8))
    return page, layout

"""The head of the middle pane: who they are, in a few lines."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import Contact, Facet, FacetKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.i18n import N_, Message, _, current_language
from relationship_journal.ui.context import Context
from relationship_journal.ui.signs import paint_avatar
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import IconButton, Label, Menu, Rewords
from relationship_journal.ui.widgets.placing import Column, Flowing, Line, Of, Space, Within
from relationship_journal.ui.widgets.tab_order import tab_after

from .facet_chips import FacetChips
from .header_model import HeaderFacts, HeaderModel
from .header_words import occasion_words, warmth_reason, warmth_words
from .plain_fact import PlainFact

_MENU = ("contact.edit", "favour.record", "contact.facets", "contact.remove")


class Header(Rewords, QWidget):
    """Avatar, name, title and organisation, facts, facets; for everyone and the unsorted a title.

    What it stands on gives it and its parts their places (`part`).
    """

    renamed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = HeaderModel(context, self)
        self._told: object = None  #: what the facts were made of
        self._fact_row: _FactRow | None = None
        theme = current_theme()
        self.avatar = _Avatar()
        self.name = Label("", Type.TITLE)
        self.line = Label("", Type.BASE, Colour.TEXT_SECOND)
        self._facts = QWidget()
        self._flow = Flowing(gap=theme.px(tokens.SPACE_16), between=theme.px(tokens.SPACE_2))
        self.facets = FacetChips()
        self.more = IconButton("dots-three", N_("More about this person"), icon_size=tokens.ICON_ALONE)
        for widget in (self.avatar, self.name, self.line, self._facts, self.facets, self.more):
            widget.setParent(self)
        told = Of(self.name), Of(self.line), Within(self._facts, self._flow), Space(theme.px(tokens.SPACE_8))
        beside = Column(*told, self.facets.part, gap=theme.px(tokens.SPACE_2), stretch=1)
        parts = Of(self.avatar, on_top=True), beside, Of(self.more, on_top=True)
        self.part = Within(self, Line(*parts, gap=theme.px(tokens.SPACE_16)))
        self.facets.refilled.connect(self.updateGeometry)
        self.model.changed.connect(self._show)
        self.facets.opened.connect(self._open_facet)
        self.facets.added.connect(lambda _button: self.add_facet())
        self.more.clicked.connect(self._open_menu)
        self._show()

    def reword(self) -> None:
        """Sentences are made when facts come: make them again."""
        self._show()

    def add_facet(self) -> None:
        """Ask what was learned."""
        if self.model.facts is not None:
            self._edit_facet(None, self.facets.add or self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips fold in a narrow window."""
        super().resizeEvent(event)
        self.facets.fold(self.window().width() < current_theme().px(tokens.BELOW_NARROW))

    def _show(self) -> None:
        self._show_all()
        self.updateGeometry()
        self.renamed.emit()

    def _show_all(self) -> None:
        facts = self.model.facts
        for widget in (self.avatar, self.line, self._facts, self.facets, self.more):
            widget.setVisible(facts is not None)
        if facts is None:
            everyone = self._context.selection.scope is EVERYONE
            self.name.say(N_("Everyone") if everyone else N_("Unsorted"))
        else:
            contact = facts.contact
            self.avatar.show_contact(contact)
            self.name.say(lambda: contact.name)
            line = _line(contact)
            self.line.say(lambda: line)
            self.line.setVisible(bool(line))
            self._show_facts(facts)
            self.facets.show_facets(contact.facets, facts.shared)

    def _show_facts(self, facts: HeaderFacts) -> None:
        contact, today = facts.contact, self._context.today()
        told = (facts, today, current_language())
        if told == self._told:
            return
        self._told = told
        shown = self._fact_row = self._fact_row or self._make_facts()
        shown.by.setVisible(bool(facts.introduced_by))
        shown.by.say(Message("Introduced by {name}", name=facts.introduced_by))
        shown.warm.say(lambda: warmth_words(facts.warmth, today))
        shown.warm.setToolTip(warmth_reason(facts.warmth))
        shown.warm.tint(Colour.WARNING if facts.warmth.cooling else Colour.TEXT_SECOND)
        shown.coming.setVisible(facts.occasion is not None)
        if facts.occasion is not None:
            occasion, day = facts.occasion
            shown.coming.say(lambda: occasion_words(occasion, day, today))
        shown.official.setVisible(contact.official)
        shown.official.setToolTip(_("No presents, and nothing to ask for at work."))
        decides = contact.decision is not None and contact.decision.first <= today <= contact.decision.last
        shown.decides.setVisible(decides)
        if contact.decision is not None:
            shown.decides.say(Message("Decides about us until {day}", day=contact.decision.last))

    def _make_facts(self) -> "_FactRow":
        """Made once: what there is to say of one contact takes the place of what was said of another."""
        row = _FactRow(
            PlainFact("user-plus", "", leads=True),
            PlainFact("thermometer-simple", ""),
            PlainFact("calendar-check", ""),
            PlainFact("bank", N_("Official")),
            PlainFact("scales", ""),
        )
        for fact in row:
            fact.setParent(self._facts)
            self._flow.parts.append(Of(fact))
            fact.show()
        row.by.clicked.connect(self._go_to_introducer)
        tab_after(self._facts, *row)
        return row

    def _go_to_introducer(self) -> None:
        facts = self.model.facts
        if facts is not None and facts.contact.introduced_by is not None:
            self._context.selection.choose(facts.contact.introduced_by)

    def _open_facet(self, facet: Facet, chip: QWidget) -> None:
        self._edit_facet(facet, chip)

    def _edit_facet(self, facet: Facet | None, anchor: QWidget) -> None:
        def keep(kind: FacetKind, text: str) -> None:
            if facet is None:
                self.model.add_facet(kind, text, failed)
            else:
                self.model.edit_facet(facet, kind, text, failed)

        def failed(problem: Problem) -> None:
            self._context.notices.problem(problem)

        def remove() -> None:
            if facet is not None:
                self.model.remove_facet(facet)

        from .facet_popover import FacetPopover

        FacetPopover(facet, keep, remove, self).open_below(anchor)

    def _open_menu(self) -> None:
        menu = Menu(self)
        for name in _MENU:
            if name in self._context.actions:
                menu.addAction(self._context.actions[name])
        menu.offer(N_("Add a facet of life…"), self.add_facet, icon_name="plus")
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class _FactRow(NamedTuple):
    """Who introduced them, how warm it is, which day of theirs comes, and what their office asks for."""

    by: PlainFact
    warm: PlainFact
    coming: PlainFact
    official: PlainFact
    decides: PlainFact


class _Avatar(QWidget):
    """The avatar, 56 px."""

    def __init__(self) -> None:
        super().__init__()
        self._contact: Contact | None = None
        side = current_theme().px(tokens.AVATAR_HEADER)
        self.setFixedSize(side, side)

    def show_contact(self, contact: Contact) -> None:
        self._contact = contact
        self.setAccessibleName(contact.name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._contact is not None:
            paint_avatar(QPainter(self), QRectF(self.rect()), self._contact.id, self._contact.name)


def _line(contact: Contact) -> str:
    """`VP Procurement, Northfield Medical`; `澜海重工 采购总监`."""
    if current_language() == "zh":
        return " ".join(part for part in (contact.org, contact.title) if part)
    return ", ".join(part for part in (contact.title, contact.org) if part)

"""A sheet for an idea or an offer of the user's own."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.ideas import Idea, IdeaText
from relationship_journal.domain.offers import Offer
from relationship_journal.domain.words import FACET_WORDS
from relationship_journal.i18n import N_
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import ChoiceField, Field, Label, Sheet, labelled
from relationship_journal.values import replace

_ANY = "own"
_WORDS_HEIGHT = 84


class OwnSheet(Sheet):
    """Title, words to say, how it is done, what return fits, and the facet of their life that it builds on."""

    def __init__(self, context: Context, before: Idea | Offer, parent: QWidget | None) -> None:
        offer = isinstance(before, Offer)
        title = N_("An offer of your own") if offer else N_("An idea of your own")
        super().__init__(title, N_("Save"), parent)
        self._context = context
        self._before = before
        text = before.text("")
        self.name = Field(N_("Title"), N_("short, as it stands in a list"), text=text.title)
        self.words = QPlainTextEdit(text.words)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(current_theme().px(_WORDS_HEIGHT))
        self.act = Field(N_("How it is done") if offer else N_("How you will use it"), text=text.act)
        self.returns = Field(N_("What return fits"), text=text.returns)
        self.returns.setVisible(not offer)
        known = next(iter(sorted(before.facets)), None)
        self.facet = ChoiceField[FacetKind | None](
            N_("Builds on this facet of theirs"), [(None, N_("nothing special")), *FACET_WORDS.items()], known
        )
        hint = Label(N_("{name} stands for how they are addressed."), Type.SMALL, Colour.TEXT_THIRD)
        hint.setIndent(current_theme().px(tokens.SPACE_2))
        for part in (self.name, labelled(N_("Words to say"), self.words), hint, self.act, self.returns, self.facet):
            self.body.addWidget(part)
        self.name.line.setFocus()
        self.confirmed.connect(self._save)

    def _save(self) -> None:
        text = IdeaText(self.name.text(), self.words.toPlainText(), self.act.text(), self.returns.text())
        facets = frozenset() if self.facet.value is None else frozenset({self.facet.value})
        whole = replace(self._before, texts={_ANY: text}, facets=facets)
        ideas = self._context.session.ideas
        self.primary.setEnabled(False)
        self._context.tasks.run(
            lambda: ideas.keep_offer(whole) if isinstance(whole, Offer) else ideas.keep_idea(whole),
            lambda _done: self.accept(),
            lambda problem: self.fail(problem.message),
        )

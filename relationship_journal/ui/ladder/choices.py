"""What could be asked or offered next: plans and ideas of my own, then what the program suggests, with its words."""

from collections.abc import Mapping

from relationship_journal.domain.contact import Contact
from relationship_journal.domain.drafts import FavourDraft, StepDraft
from relationship_journal.domain.drive import Quadrant
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.ideas import Idea, IdeaText
from relationship_journal.domain.loop import Loop, State
from relationship_journal.domain.offers import Offer
from relationship_journal.domain.repertoire import Repertoire
from relationship_journal.domain.situation import Situation
from relationship_journal.i18n import N_, Message, _, current_language
from relationship_journal.values import dataclass

from .picture import in_order


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them: a favour of mine that is planned or an idea (`loop`), a suggested ask, or a suggested offer."""

    contact: Contact
    loop: Loop | None = None
    idea: Idea | None = None
    offer: Offer | None = None
    because: tuple[Message, ...] = ()

    @property
    def title(self) -> str:
        """What it is, in the language in use."""
        text = self._text()
        return self.loop.favour.title if self.loop is not None else text.title if text is not None else ""

    @property
    def words(self) -> str:
        """What to say, in the language in use; empty where nothing is suggested."""
        text = self._text()
        return text.to_say(self.contact) if text is not None else ""

    @property
    def act(self) -> str:
        """How it is then acted on, or done."""
        text = self._text()
        return text.act if text is not None else ""

    @property
    def button(self) -> str:
        """The msgid of the button that records it."""
        if self.loop is not None and self.loop.state is State.PLANNED:
            return N_("Mark as asked")
        return N_("Mark as offered") if self.offer is not None else N_("Plan it")

    def draft(self) -> FavourDraft:
        """A suggestion as the favour that it becomes; what to do with it is kept as its note."""
        text = self._text()
        assert text is not None
        if self.offer is not None:
            return FavourDraft(self.contact.id, text.title, Direction.GIVEN, note=text.act)
        assert self.idea is not None
        fits = _("What return fits: {returns}").format(returns=text.returns) if text.returns else ""
        note = "\n".join(part for part in (text.act, fits) if part)
        return FavourDraft(self.contact.id, text.title, rung=self.idea.rung, domain=self.idea.domain, note=note)

    def step(self) -> StepDraft:
        """The first step of that favour."""
        return StepDraft(StepKind.OFFERED if self.offer is not None else StepKind.PLANNED)

    def _text(self) -> IdeaText | None:
        either = self.idea or self.offer
        return either.text(current_language()) if either is not None else None


def choices_to_ask(
    situation: Situation, rung: int, quadrant: Quadrant, repertoire: Repertoire | None, known: Mapping[str, Idea]
) -> tuple[Choice, ...]:
    """My own plans and ideas up to `rung`, then suggestions. Offers come before asks where I lean on them.

    `known` holds the ideas by casefolded title, so that a planned one keeps its words.
    """
    contact = situation.contact
    own = [
        Choice(contact, loop=loop, idea=known.get(loop.favour.title.casefold()))
        for loop in in_order(situation.received)
        if loop.state in (State.PLANNED, State.IDEA) and loop.favour.rung <= rung and not loop.favour.against_interest
    ]
    if repertoire is None:
        return tuple(own)
    mine = {choice.title.casefold() for choice in own}
    asks = [
        Choice(contact, idea=found.what, because=found.because)
        for found in repertoire.ideas_for(situation, rung)
        if not mine.intersection(title.casefold() for title in found.what.titles)
    ]
    if quadrant is Quadrant.I_LEAN:
        return (*choices_to_offer(situation, repertoire), *own, *asks)
    return (*own, *asks)


def choices_to_offer(situation: Situation, repertoire: Repertoire | None) -> tuple[Choice, ...]:
    """Ways to help them."""
    if repertoire is None:
        return ()
    return tuple(
        Choice(situation.contact, offer=found.what, because=found.because) for found in repertoire.offers_for(situation)
    )

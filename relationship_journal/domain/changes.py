"""What a gesture changed: published after each commit so that whoever shows it reads again."""

from relationship_journal.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of what was made, changed or removed. `everything` where that is not known (another program wrote).

    `contacts` has those too whose entries, favours or courtesies changed; `settings` stands for the rungs, the
    profile and the user's ideas too, `reviews` for reviews, plans and snoozes, `readings` for what waits of notes.
    """

    contacts: frozenset[int] = field(default_factory=frozenset)
    entries: frozenset[int] = field(default_factory=frozenset)
    favours: frozenset[int] = field(default_factory=frozenset)
    courtesies: frozenset[int] = field(default_factory=frozenset)
    settings: bool = False
    reviews: bool = False
    everything: bool = False
    readings: bool = False

    def __bool__(self) -> bool:
        return bool(
            self.everything
            or self.settings
            or self.reviews
            or self.contacts
            or self.entries
            or self.favours
            or self.courtesies
            or self.readings
        )

    def __or__(self, other: "Changes") -> "Changes":
        """Both together."""
        return Changes(
            self.contacts | other.contacts,
            self.entries | other.entries,
            self.favours | other.favours,
            self.courtesies | other.courtesies,
            self.settings or other.settings,
            self.reviews or other.reviews,
            self.everything or other.everything,
            self.readings or other.readings,
        )

    def concern(self, contact: int) -> bool:
        """Whether what is shown of this contact has to be read again."""
        return self.everything or self.settings or contact in self.contacts

"""A journal as chance writes it: every kind of gesture, in any order, undone and done again, by two windows at once."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from relationship_journal.domain.contact import ContactId, FacetKind, OccasionKind, OpenDecision
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import ContactDraft, CourtesyDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import STEPS_OF, Direction, FavourId, StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.trashed import TrashedKind
from relationship_journal.services.session import Session

_SETTINGS = {
    "warmth.default": ("5", "30", "60"),
    "standing.period": ("40", "365"),
    "let-it-rest.days": ("2", "14"),
    "silent.days": ("60", "180"),
    "open-decision.rung": ("2", "5"),
}
_REGIONS = ("", "CN", "FR", "US")


class RandomLife:
    """Gestures on `session`; `more` are other windows on the same journal, which see it by polling."""

    def __init__(self, session: Session, chance: random.Random, today: date, more: tuple[Session, ...] = ()) -> None:
        self.sessions = (session, *more)
        self.session = session
        self.chance = chance
        self.today = today
        self._gestures: list[tuple[int, Callable[[], object]]] = [
            (4, self._contact),
            (14, self._entry),
            (14, self._favour),
            (16, self._step),
            (6, self._courtesy),
            (3, self._edit_contact),
            (2, self._facet),
            (2, self._occasion),
            (2, self._edit_favour),
            (1, self._remove_contact),
            (2, self._remove_entry),
            (2, self._remove_favour),
            (2, self._remove_step),
            (1, self._remove_courtesy),
            (1, self._restore),
            (1, self._merge),
            (1, self._setting),
            (1, self._batch),
            (4, self._undo),
            (3, self._redo),
            (1, self._snooze),
            (1, self._save_review),
        ]

    def live(self, gestures: int) -> None:
        """So many gestures, each by one of the windows; what the rules of the journal refuse is left."""
        for _ in range(gestures):
            self.session = self.chance.choice(self.sessions)
            self.session.file.poll()
            (gesture,) = self.chance.choices(
                [each for _, each in self._gestures], [weight for weight, _ in self._gestures]
            )
            try:
                gesture()
            except Problem:
                continue
        for session in self.sessions:
            session.file.poll()

    def day(self, ahead: int = 0) -> date:
        """A day up to today; with `ahead` up to so many days after it now and then."""
        if ahead and self.chance.random() < 0.1:
            return self.today + timedelta(days=self.chance.randint(1, ahead))
        return self.today - timedelta(days=int(self.chance.expovariate(1 / self.chance.choice((8, 60, 400)))))

    def _who(self) -> ContactId:
        people = sorted(self.session.reads.names())
        return self.chance.choice(people) if people else self._contact()

    def _some_favour(self) -> FavourId:
        favours = self.session.reads.favours()
        return self.chance.choice(favours).id if favours else self._favour()

    def _contact(self) -> ContactId:
        name = self.chance.choice(["王建国", "Helen Zhou", "Bea", "李梅", "Abe"]) + str(self.chance.randint(1, 30))
        return self.session.contacts.add(
            ContactDraft(
                name,
                org=self.chance.choice(["", "Acme"]),
                cadence=self.chance.choice([None, None, 7, 40]),
                official=self.chance.random() < 0.15,
                tags=("friend",) if self.chance.random() < 0.3 else (),
            )
        ).id

    def _entry(self) -> None:
        people = tuple({self._who() for _ in range(self.chance.choice((1, 1, 1, 2)))})
        kind = self.chance.choice(list(EntryKind))
        if self.chance.random() < 0.1:
            people = ()
        self.session.journal.keep(EntryDraft("打电话 a call", self.day(40), kind, people))

    def _favour(self) -> FavourId:
        direction = self.chance.choice([Direction.RECEIVED, Direction.RECEIVED, Direction.GIVEN])
        rung = self.chance.choice((1, 1, 1, 2, 2, 3, 4, 5, 6))
        domain = ("personal", "personal", "expertise", "trade", "work", "work")[rung - 1]
        kinds = STEPS_OF[direction]
        day, steps = self.day(), []
        for kind in self.chance.sample(kinds, self.chance.randint(0, len(kinds) - 2)):
            steps.append(StepDraft(kind, day, weight=self.chance.choice((None, 1, 4))))
            day += timedelta(days=self.chance.randint(0, 20))
        if direction is Direction.RECEIVED and self.chance.random() < 0.4:
            day = self.day()
            steps = [
                StepDraft(kind, day + timedelta(days=place))
                for place, kind in enumerate(
                    (StepKind.ASKED, StepKind.GRANTED, StepKind.ACTED_ON, StepKind.THANKED, StepKind.RETURNED)
                )
            ]
        draft = FavourDraft(
            self._who(),
            f"Favour {self.chance.randint(1, 50)}",
            direction,
            rung,
            domain,
            against_interest=self.chance.random() < 0.1,
        )
        return self.session.favours.add(draft, steps, today=self.today).favour.id

    def _step(self) -> None:
        favour = self.session.reads.favour(self._some_favour())
        kind = self.chance.choice(STEPS_OF[favour.direction])
        self.session.favours.take_step(favour.id, StepDraft(kind, self.day(30)), self.today)

    def _courtesy(self) -> None:
        people = tuple({self._who() for _ in range(self.chance.choice((1, 1, 2)))})
        favour = self._some_favour() if self.chance.random() < 0.2 else None
        draft = CourtesyDraft(
            self.chance.choice(list(CourtesyKind)),
            self.chance.choice(list(CourtesyDirection)),
            self.day(20),
            people,
            value=Decimal(self.chance.randint(0, 300)),
            currency="CNY",
            favour=favour,
        )
        self.session.courtesies.add(draft, self.today)

    def _edit_contact(self) -> None:
        from dataclasses import replace

        first = self.today + timedelta(days=self.chance.randint(-40, 40))
        contact = self.session.reads.contact(self._who())
        change = self.chance.choice(
            (
                {"cadence": self.chance.choice((None, 5, 90))},
                {"official": not contact.official},
                {"decision": OpenDecision(first, first + timedelta(days=self.chance.randint(0, 40)))},
                {"decision": None},
                {"name": f"{contact.name}x"},
                {"region": self.chance.choice(_REGIONS)},
                {"nicknames": ("老王",)},
            )
        )
        self.session.contacts.save(replace(contact, **change))

    def _facet(self) -> None:
        self.session.contacts.add_facet(self._who(), self.chance.choice(list(FacetKind)), "茶 tea")

    def _occasion(self) -> None:
        day = self.today + timedelta(days=self.chance.randint(-20, 30))
        text = self.chance.choice((day.isoformat(), f"--{day:%m-%d}", "lunar:08-15"))
        self.session.contacts.add_occasion(self._who(), self.chance.choice(list(OccasionKind)), text)

    def _edit_favour(self) -> None:
        self.session.favours.move_to_rung(self._some_favour(), self.chance.randint(1, 6))

    def _remove_contact(self) -> None:
        self.session.contacts.remove([self._who()])

    def _remove_entry(self) -> None:
        rows = self.session.reads.timeline(self._who(), limit=5)
        entries = [row.entry.id for row in rows if row.entry is not None]
        if entries:
            self.session.journal.remove([self.chance.choice(entries)])

    def _remove_favour(self) -> None:
        self.session.favours.remove([self._some_favour()])

    def _remove_step(self) -> None:
        steps = self.session.reads.favour(self._some_favour()).steps
        if steps:
            self.session.favours.remove_step(self.chance.choice(steps).id)

    def _remove_courtesy(self) -> None:
        found = self.session.reads.courtesies()
        if found:
            self.session.courtesies.remove([self.chance.choice(found).id])

    def _restore(self) -> None:
        gone = [ContactId(one.id) for one in self.session.reads.trash() if one.kind is TrashedKind.CONTACT]
        if gone:
            self.session.contacts.restore(gone[:1])

    def _merge(self) -> None:
        self.session.contacts.merge(self._who(), self._who())

    def _setting(self) -> None:
        key = self.chance.choice(sorted(_SETTINGS))
        self.session.settings.set(key, self.chance.choice(_SETTINGS[key]))

    def _batch(self) -> None:
        with self.session.batch(Gesture.IMPORTED) as batch:
            for _ in range(4):
                self.chance.choice((self._entry, self._favour, self._contact, self._courtesy))()
            if self.chance.random() < 0.3:
                batch.roll_back()

    def _undo(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.session.history.undo()

    def _redo(self) -> None:
        for _ in range(self.chance.randint(1, 3)):
            self.session.history.redo()

    def _snooze(self) -> None:
        self.session.review.snooze(self._who(), self.today + timedelta(days=self.chance.randint(0, 20)))

    def _save_review(self) -> None:
        self.session.review.save(self.today - timedelta(days=self.chance.randint(0, 30)))

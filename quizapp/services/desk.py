"""What studying needs at hand: whose progress it is, where it is kept, and what time it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from quizapp.core.card import Card, CardKey
from quizapp.core.clock import Clock, Moment, Names, moment
from quizapp.core.event import Action, ActionKind, ConfigId, Event, EventId, SchedulerConfig, SessionId
from quizapp.core.memory import NEW, Memory
from quizapp.core.question import DeckId
from quizapp.core.records import Learner
from quizapp.core.replay import heirs, in_force, replay
from quizapp.core.scheduler import default_config
from quizapp.library import Library
from quizapp.settings import Settings
from quizapp.store.store import Store
from quizapp.store.writer import Writer

AT_ONCE = 500
"""Of how many cards the log is read at once."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The learner's place of work."""

    store: Store
    library: Library
    learner: Learner
    settings: Settings
    clock: Clock
    names: Names

    def moment(self) -> Moment:
        """The clock, read once."""
        store, learner = self.store, self.learner.id
        return moment(
            self.clock,
            self.settings.rollover_hour,
            store.last_logical_ms(learner),
            store.last_study_day(learner),
        )

    def config(self, deck: DeckId) -> SchedulerConfig:
        """How cards of this deck are scheduled from now on: with the parameters of the fit that stands."""
        return _config(
            self.store.fitted(self.learner.id),
            self.settings.retention_of(deck),
            self.settings.learning_steps_seconds,
            self.settings.relearning_steps_seconds,
        )

    def configs(self) -> Mapping[ConfigId, SchedulerConfig]:
        """How reviews count now, by the config that they were given with."""
        return in_force(self.store.actions_of_kind(self.learner.id, ActionKind.FIT), self.store.configs())

    def action(self, kind: ActionKind, moment: Moment, session: SessionId | None) -> Action:
        """An action without its details."""
        return Action(
            id=EventId(self.names.new(moment.at)),
            learner=self.learner.id,
            device=self.store.device,
            session=session,
            at=moment.at,
            study_day=moment.day,
            logical_ms=moment.logical_ms,
            kind=kind,
        )

    def record(self, writer: Writer, action: Action, cards: Iterable[CardKey]) -> None:
        """Add the action, and compute the memory of the cards that it concerns again."""
        writer.add_action(action)
        self.rebuild(writer, cards)

    def rebuild(self, writer: Writer, cards: Iterable[CardKey]) -> None:
        """Compute memories from the log, those too of the cards to which relinks carried their history on."""
        rest = iter(sorted(set(cards)))
        while some := list(islice(rest, AT_ONCE)):
            for card, memory in self._rebuilt(some):
                writer.put_memory(self.learner.id, card, memory, expected_revision=None)

    def _rebuilt(self, cards: Iterable[CardKey]) -> Iterator[tuple[CardKey, Memory]]:
        touched, further = set[CardKey](), set(cards)
        events: list[Event] = []
        while further:
            touched |= further
            events = self.store.events_of(self.learner.id, touched)
            further = set(heirs(events, further)) - touched
        memories = replay(events, self.store.configs())
        return ((card, memories.get(card, NEW)) for card in sorted(touched))

    def card(self, key: CardKey) -> Card | None:
        """The card as its deck has it now, under the key that it has now; None when it is in no deck."""
        seen, todo = set[CardKey](), [key]
        while todo:
            key = todo.pop()
            found = self.library.card(key)
            if found is not None:
                return found
            seen.add(key)
            events = self.store.events_of(self.learner.id, [key])
            todo += [heir for heir in heirs(events, [key]) if heir not in seen]
        return None


# Asked for each of hundreds of cards when a session begins.
@lru_cache(maxsize=64)
def _config(
    parameters: tuple[float, ...] | None,
    retention: float,
    learning_steps: tuple[int, ...],
    relearning_steps: tuple[int, ...],
) -> SchedulerConfig:
    return default_config(
        parameters=parameters,
        retention=retention,
        learning_steps=learning_steps,
        relearning_steps=relearning_steps,
    )

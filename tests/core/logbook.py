"""A log kept the way the engine keeps it: answers from the memory before, actions by replaying."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from quizapp.core.answer import Rating, SelfRated
from quizapp.core.card import CardKey
from quizapp.core.event import (
    Action,
    ActionKind,
    ConfigId,
    DeviceId,
    Event,
    EventId,
    Kind,
    LearnerId,
    Move,
    Review,
    SchedulerConfig,
    SessionId,
)
from quizapp.core.memory import NEW, Memory
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.replay import fitted_parameters, memory_of, newest_to_redo, newest_to_undo, replay
from quizapp.core.scheduler import DEFAULT_CONFIG, answered, config_id

START = datetime(2025, 5, 2, 12, tzinfo=UTC)
LAPTOP = DeviceId("laptop")
ANN = LearnerId("ann")


def key(name: str, part: str = "") -> CardKey:
    return CardKey(DeckId("d"), QuestionId(name), part)


@dataclass
class Logbook:
    """Events in the order in which they happened, and what is stored for each card."""

    events: list[Event] = field(default_factory=list)
    stored: dict[CardKey, Memory] = field(default_factory=dict)
    config: SchedulerConfig = DEFAULT_CONFIG
    configs: dict[ConfigId, SchedulerConfig] = field(default_factory=dict)
    now: datetime = START

    @property
    def day(self) -> int:
        return self.now.toordinal()

    def forward(self, days: float) -> None:
        self.now += timedelta(days=days)

    def head(self) -> tuple[EventId, int]:
        """The next id and its place in the log, which grows whatever the clock does."""
        last = self.events[-1].logical_ms if self.events else 0
        return EventId(f"e{len(self.events):04d}"), max(int(self.now.timestamp() * 1000), last + 1)

    def present_config(self) -> SchedulerConfig:
        """The setting, with the parameters of the fit that counts."""
        fitted = fitted_parameters(self.events, self.configs)
        return self.config if fitted is None else replace(self.config, parameters=fitted)

    def answer(
        self,
        card: CardKey,
        rating: Rating,
        *,
        kind: Kind = Kind.SCHEDULED,
        device: DeviceId = LAPTOP,
        fingerprint: str = "f",
    ) -> Review:
        before = self.stored.get(card, NEW)
        name, logical_ms = self.head()
        config = self.present_config()
        self.configs[config_id(config)] = config
        review = Review(
            id=name,
            learner=ANN,
            device=device,
            card=card,
            session=SessionId("s"),
            at=self.now,
            utc_offset=0,
            study_day=self.day,
            logical_ms=logical_ms,
            kind=kind,
            answer=SelfRated(rating),
            shown=(),
            score=float(rating > Rating.AGAIN),
            suggested=rating,
            rating=rating,
            hints=0,
            duration_ms=1000,
            confidence=None,
            wording_fingerprint="w",
            answer_fingerprint=fingerprint,
            config=config_id(config),
            phase=before.phase,
            elapsed_days=0,
            interval_before=before.interval,
            stability_before=before.stability,
            difficulty_before=before.difficulty,
            predicted=None,
        )
        self.events.append(review)
        if kind is Kind.SCHEDULED:
            self.stored[card] = answered(
                before,
                rating,
                config,
                card=card,
                at=self.now,
                day=self.day,
                answer_fingerprint=fingerprint,
            )
        return review

    def act(
        self,
        kind: ActionKind,
        *,
        device: DeviceId = LAPTOP,
        undoes: EventId | None = None,
        review: EventId | None = None,
        card: CardKey | None = None,
        rating: Rating | None = None,
        score: float | None = None,
        moves: tuple[Move, ...] = (),
        config: SchedulerConfig | None = None,
    ) -> Action:
        name, logical_ms = self.head()
        if config is not None:
            self.configs[config_id(config)] = config
        action = Action(
            id=name,
            learner=ANN,
            device=device,
            session=None,
            at=self.now,
            study_day=self.day,
            logical_ms=logical_ms,
            kind=kind,
            undoes=undoes,
            review=review,
            card=card,
            rating=rating,
            score=score,
            moves=moves,
            config=config_id(config) if config is not None else None,
        )
        self.events.append(action)
        replayed = replay(self.events, self.configs)
        for each in {*self.stored, *replayed} if card is None else {card}:
            self.stored[each] = replayed.get(each, NEW)
        return action

    def relink(self, old: CardKey, new: CardKey, device: DeviceId = LAPTOP) -> Action:
        move = Move(old.siblings, new.siblings, "", "")
        return self.act(ActionKind.RELINK, moves=(move,), device=device)

    def undo(self) -> Event | None:
        target = newest_to_undo(self.events, LAPTOP)
        if target is not None:
            self.act(ActionKind.VOID, undoes=target.id)
        return target

    def redo(self) -> Event | None:
        target = newest_to_redo(self.events, LAPTOP)
        if target is not None:
            self.act(ActionKind.RESTORE, undoes=target.id)
        return target

    def memory(self, card: CardKey) -> Memory:
        return memory_of(self.events, card, self.configs)

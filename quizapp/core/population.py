"""A deck's cards as expected values: how many there are of each kind, and how they fare from day to day.

A card that is answered splits: the part that was recalled goes on as rated Good, the rest as rated Again and
then taken through its steps. Parts that are alike are counted together, and what an answer does is reckoned
once for all that are nearly alike, so that the work grows with the days and not with the answers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.event import SchedulerConfig
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.scheduler import answered, forgetting_curve

Place = tuple[int, int, int]
"""Parts of one place are alike: last day, stability (tenths of its logarithm), difficulty (halves)."""

_CARD = CardKey(DeckId("any"), QuestionId("card"))
_AT = datetime(2000, 1, 1, tzinfo=UTC)
_STABILITY_PARTS = 10
_DIFFICULTY_PARTS = 2
_EASIEST, _HARDEST = 1.0, 10.0
_MOST_STEPS = 20
_LEAST = 1e-9


@dataclass(slots=True)
class Part:
    """So many cards (`weight`, any number above 0) of one memory in the review phase; days are study days."""

    weight: float
    stability: float
    difficulty: float
    due: int
    last: int
    place: Place = field(init=False)

    def __post_init__(self) -> None:
        self.place = (
            self.last,
            round(_STABILITY_PARTS * math.log(self.stability)),
            round(_DIFFICULTY_PARTS * self.difficulty),
        )


@dataclass(frozen=True, slots=True)
class Work:
    """Answers of one study day: to `new` cards, `reviews`, and further ones in learning steps."""

    new: float = 0.0
    reviews: float = 0.0
    learning: float = 0.0

    def __add__(self, other: Work) -> Work:
        return Work(self.new + other.new, self.reviews + other.reviews, self.learning + other.learning)


@dataclass(frozen=True, slots=True)
class _After:
    """A memory at the end of a day on which it was answered: `growth` and `harder` are what became of it."""

    growth: float
    harder: float
    interval: int
    steps: int


class Model:
    """What an answer does to a memory, by one configuration; kept from one reckoning to the next."""

    def __init__(self, config: SchedulerConfig) -> None:
        self._config = replace(config, fuzz=False)
        self.curve = forgetting_curve(config)
        self._known: dict[tuple[int, int, int, int, Rating], _After] = {}

    def first(self, rating: Rating) -> tuple[Memory, int]:
        """A new card's memory after a first answer on day 0 and its steps, and how many these were."""
        return self._through(NEW, rating, 0)

    def recall(self, part: Part, day: int) -> float:
        """The predicted recall (0..1) on a day."""
        return self.curve(part.stability, max(0, day - part.last))

    def after(self, part: Part, rating: Rating, day: int, weight: float) -> tuple[Part, int]:
        """So many of the cards of a part after an answer on a day, and the further steps of each."""
        _, log_stability, difficulty = part.place
        elapsed = max(0, day - part.last)
        key = (log_stability, difficulty, elapsed, part.due - part.last, rating)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._reckoned(*key)
        return (
            Part(
                weight,
                part.stability * found.growth,
                min(_HARDEST, max(_EASIEST, part.difficulty + found.harder)),
                day + found.interval,
                max(day, part.last),
            ),
            found.steps,
        )

    def _reckoned(
        self, log_stability: int, difficulty: int, elapsed: int, interval: int, rating: Rating
    ) -> _After:
        """From the middle of all that are nearly alike."""
        stability = math.exp(log_stability / _STABILITY_PARTS)
        hard = min(_HARDEST, max(_EASIEST, difficulty / _DIFFICULTY_PARTS))
        before = Memory(
            phase=Phase.REVIEW,
            stability=stability,
            difficulty=hard,
            due_day=interval,
            interval=interval,
            last_day=0,
            reps=1,
        )
        after, steps = self._through(before, rating, elapsed)
        assert after.stability is not None and after.difficulty is not None
        return _After(after.stability / stability, after.difficulty - hard, after.interval, steps)

    def _through(self, memory: Memory, rating: Rating, day: int) -> tuple[Memory, int]:
        """Answered on a day, then well until the steps are over; and how many these were."""
        memory = answered(memory, rating, self._config, card=_CARD, at=_AT, day=day)
        steps = 0
        while memory.phase is not Phase.REVIEW and steps < _MOST_STEPS:
            steps += 1
            memory = answered(memory, Rating.GOOD, self._config, card=_CARD, at=_AT, day=day)
        return memory, steps


class Population:
    """The cards that are studied, from their state on `today`; it is asked about days that never go back.

    `missed_first` (0..1) is the share of new cards that are answered wrongly at first.
    """

    def __init__(self, memories: Iterable[Memory], today: int, model: Model, missed_first: float) -> None:
        self._model = model
        self._missed_first = missed_first
        self._days: dict[int, dict[Place, Part]] = {}
        for memory in memories:
            if memory.stability is not None and memory.difficulty is not None:
                last = today if memory.last_day is None else memory.last_day
                # In its steps: they are over today.
                due = min(today, last + 1) if memory.due_day is None else memory.due_day
                self._add(Part(1.0, memory.stability, memory.difficulty, due, last))

    def due(self, day: int) -> float:
        """How many cards are due on a day or before."""
        return math.fsum(part.weight for part in self._until(day))

    def due_from(self, day: int) -> list[Part]:
        """What is due on a day or later."""
        return [part for due, parts in self._days.items() if due >= day for part in parts.values()]

    def recalled(self, day: int) -> float:
        """How many cards will be recalled on a day, if none is answered before."""
        parts = (part for parts in self._days.values() for part in parts.values())
        return math.fsum(part.weight * self._model.recall(part, day) for part in parts)

    def learn(self, count: float, day: int) -> Work:
        """So many new cards are answered for the first time, and taken through their steps."""
        work = Work(new=count)
        for share, rating in ((1 - self._missed_first, Rating.GOOD), (self._missed_first, Rating.AGAIN)):
            weight = count * share
            if weight > _LEAST:
                after, steps = self._model.first(rating)
                assert after.stability is not None and after.difficulty is not None
                self._add(Part(weight, after.stability, after.difficulty, day + after.interval, day))
                work += Work(learning=steps * weight)
        return work

    def review(self, day: int, most: float, order: Callable[[Part], float] | None = None) -> Work:
        """At most so many of the cards that are due are answered, those least by `order` first.

        Without an order: those least likely to be recalled on this day.
        """
        waiting = list(self._until(day))
        if math.fsum(part.weight for part in waiting) > most:
            waiting.sort(key=order or (lambda part: self._model.recall(part, day)))
        return self.answer(waiting, day, most)

    def answer(self, parts: Iterable[Part], day: int, most: float) -> Work:
        """At most so many cards of these parts are answered, in this order, due or not."""
        reviews = learning = 0.0
        for part in parts:
            weight = min(part.weight, most - reviews)
            if weight <= _LEAST:
                break
            self._take_out(part, weight)
            known = weight * self._model.recall(part, day)
            reviews += weight
            for rating, share in ((Rating.GOOD, known), (Rating.AGAIN, weight - known)):
                if share > _LEAST:
                    after, steps = self._model.after(part, rating, day, share)
                    self._add(after)
                    learning += steps * share
        return Work(reviews=reviews, learning=learning)

    def _add(self, part: Part) -> None:
        parts = self._days.setdefault(part.due, {})
        there = parts.setdefault(part.place, part)
        if there is part:
            return
        there.weight += part.weight
        share = part.weight / there.weight
        there.stability += share * (part.stability - there.stability)
        there.difficulty += share * (part.difficulty - there.difficulty)

    def _take_out(self, part: Part, weight: float) -> None:
        if part.weight - weight > _LEAST:
            part.weight -= weight
        else:
            del self._days[part.due][part.place]

    def _until(self, day: int) -> Iterator[Part]:
        return (part for due, parts in self._days.items() if due <= day for part in parts.values())

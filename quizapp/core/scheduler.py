"""When a card comes back: FSRS-6 for the memory, and around it our own phases, steps, study days and fuzz.

FSRS-6 (open-spaced-repetition, the model inside Anki) gives stability and difficulty after every scheduled
review, and the interval at which recall falls to the wanted retention. Steps within a day are ours, by the
clock. Nothing is left to chance: the same inputs give the same memory, so what is announced is what happens.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import assert_never

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, ItemState, MemoryState, NextStates

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.event import ConfigId, SchedulerConfig
from quizapp.core.memory import Memory, Phase
from quizapp.core.step import Delay

RETENTION = (0.7, 0.99)
"""The least and the greatest desired retention."""

LEECH_LAPSES = 8
LEECH_AGAIN = 4

_PARAMETERS = 21
_DAY_SECONDS = 86400
_LONGEST = 36500
# (from days, to days, share of the days between that fuzz may add or take away), as Anki spreads its reviews.
_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, math.inf, 0.05))


def default_config(
    *,
    parameters: tuple[float, ...] | None = None,
    retention: float = 0.9,
    learning_steps: tuple[int, ...] = (60, 600),
    relearning_steps: tuple[int, ...] = (600,),
    maximum_interval: int = _LONGEST,
    fuzz: bool = True,
) -> SchedulerConfig:
    """A checked config, with FSRS-6's default parameters unless given; ValueError if something is wrong."""
    config = SchedulerConfig(
        parameters=parameters or tuple(round(p, 4) for p in DEFAULT_PARAMETERS),
        retention=retention,
        learning_steps=learning_steps,
        relearning_steps=relearning_steps,
        maximum_interval=maximum_interval,
        fuzz=fuzz,
    )
    check_config(config)
    return config


@lru_cache(maxsize=256)
def check_config(config: SchedulerConfig) -> None:
    """ValueError, with what is wrong and what is right, for a config that FSRS would misread in silence."""
    low, high = RETENTION
    if not low <= config.retention <= high:
        raise ValueError(f"desired retention {config.retention} is not between {low} and {high}")
    if len(config.parameters) != _PARAMETERS or not all(map(math.isfinite, config.parameters)):
        raise ValueError(f"FSRS-6 takes {_PARAMETERS} finite parameters")
    for name, steps in (("learning", config.learning_steps), ("relearning", config.relearning_steps)):
        if any(step <= 0 for step in steps):
            raise ValueError(f"{name} steps must be longer than 0 seconds: {steps}")
    if not 1 <= config.maximum_interval <= _LONGEST:
        raise ValueError(f"maximum interval {config.maximum_interval} is not between 1 and {_LONGEST} days")


DEFAULT_CONFIG = default_config()


def config_id(config: SchedulerConfig) -> ConfigId:
    """The name of a config: a hash of its content."""
    content = repr(
        (
            tuple(map(float, config.parameters)),
            float(config.retention),
            config.learning_steps,
            config.relearning_steps,
            config.maximum_interval,
            config.fuzz,
        )
    )
    return ConfigId(hashlib.sha256(content.encode("ascii")).hexdigest()[:16])


def answered(
    memory: Memory,
    rating: Rating,
    config: SchedulerConfig,
    *,
    card: CardKey,
    at: datetime,
    day: int,
    answer_fingerprint: str = "",
) -> Memory:
    """The memory after a scheduled review at the moment `at` (aware UTC) of the study day `day`.

    Elapsed time is the difference of study days and never below 0, whatever the clock did. `last_day` never
    goes back. Raises ValueError for a rating, config or memory that makes no sense.
    """
    turn = _Turn(memory, config, card, at, day, answer_fingerprint)
    return turn.after(Rating(rating))


def all_answered(
    memory: Memory,
    config: SchedulerConfig,
    *,
    card: CardKey,
    at: datetime,
    day: int,
    answer_fingerprint: str = "",
) -> dict[Rating, Memory]:
    """What `answered` gives for each of the four ratings."""
    turn = _Turn(memory, config, card, at, day, answer_fingerprint)
    return {rating: turn.after(rating) for rating in Rating}


def delay(after: Memory, at: datetime, day: int) -> Delay:
    """How long after the moment `at` of study day `day` the card comes back; 0 seconds for a new card."""
    if after.phase is Phase.REVIEW and after.due_day is not None:
        return Delay(days=after.due_day - day)
    if after.due_at is None:
        return Delay(seconds=0)
    return Delay(seconds=max(0, round((after.due_at - at).total_seconds())))


def recall(memory: Memory, config: SchedulerConfig, day: int) -> float | None:
    """The predicted chance (0..1) of recalling the card on a study day; None while it is new.

    FSRS-6's forgetting curve: R = (1 + f * t / S) ** d, with d = -(the last parameter) and f such that R is
    0.9 when the elapsed days t equal the stability S.
    """
    if memory.stability is None:
        return None
    return forgetting_curve(config)(memory.stability, _elapsed(memory, day))


def forgetting_curve(config: SchedulerConfig) -> Callable[[float, float], float]:
    """Recall (0..1) from stability and elapsed time, both in days; see `recall` for the formula."""
    check_config(config)
    decay = -config.parameters[-1]
    factor = 0.9 ** (1 / decay) - 1
    return lambda stability, elapsed: float((1 + factor * elapsed / stability) ** decay)


def fading(recall: float, config: SchedulerConfig) -> float:
    """How many times its stability ago a card was answered when its recall is this (0..1, not 0)."""
    check_config(config)
    decay = -config.parameters[-1]
    return float((recall ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1))


def is_leech(lapses: int) -> bool:
    """Whether this lapse is one at which a card is flagged as a leech: the 8th and every 4th after it."""
    return lapses >= LEECH_LAPSES and (lapses - LEECH_LAPSES) % LEECH_AGAIN == 0


class _Turn:
    """One review of one card, before its rating is known."""

    def __init__(
        self,
        memory: Memory,
        config: SchedulerConfig,
        card: CardKey,
        at: datetime,
        day: int,
        answer_fingerprint: str,
    ) -> None:
        if at.tzinfo is None:
            raise ValueError("a review needs a moment with a time zone")
        check_config(config)
        self._memory, self._config, self._at, self._day = memory, config, at, day
        self._fingerprint = answer_fingerprint or memory.answer_fingerprint
        self._seed = f"{card}\n{memory.reps}"
        self._states = _next_states(memory, config, _elapsed(memory, day))

    def after(self, rating: Rating) -> Memory:
        match self._memory.phase:
            case Phase.NEW | Phase.LEARNING:
                return self._stepped(rating, Phase.LEARNING, self._config.learning_steps)
            case Phase.RELEARNING:
                return self._stepped(rating, Phase.RELEARNING, self._config.relearning_steps)
            case Phase.REVIEW if rating is Rating.AGAIN:
                return self._stepped(rating, Phase.RELEARNING, self._config.relearning_steps, lapsed=1)
            case Phase.REVIEW:
                return self._in_days(rating)
            case _:
                assert_never(self._memory.phase)

    def _stepped(self, rating: Rating, phase: Phase, steps: tuple[int, ...], lapsed: int = 0) -> Memory:
        step = min(self._memory.step, len(steps) - 1)
        if not steps or rating is Rating.EASY:
            return self._in_days(rating, lapsed)
        match rating:
            case Rating.AGAIN:
                return self._in_seconds(rating, phase, 0, steps[0], lapsed)
            case Rating.HARD:
                return self._in_seconds(rating, phase, step, _hard_seconds(steps, step), lapsed)
            case Rating.GOOD if step + 1 < len(steps):
                return self._in_seconds(rating, phase, step + 1, steps[step + 1], lapsed)
            case Rating.GOOD:
                return self._in_days(rating, lapsed)
            case _:
                assert_never(rating)

    def _in_seconds(self, rating: Rating, phase: Phase, step: int, seconds: int, lapsed: int) -> Memory:
        return self._memory_after(
            rating, phase, lapsed, step=step, due_at=self._at + timedelta(seconds=seconds)
        )

    def _in_days(self, rating: Rating, lapsed: int = 0) -> Memory:
        days = self._interval(rating)
        return self._memory_after(rating, Phase.REVIEW, lapsed, due_day=self._day + days, interval=days)

    def _interval(self, rating: Rating) -> int:
        """Days for a rating; each rating that leads to days gives at least one more than the one below."""
        least = 1
        if rating is Rating.EASY or (rating is Rating.GOOD and self._hard_leads_to_days):
            least = self._interval(Rating(rating - 1)) + 1
        days = _state(self._states, rating).interval
        before = self._memory.interval if self._memory.phase is Phase.REVIEW else 0
        if rating is not Rating.AGAIN and before and round(days) > before:
            least = max(least, before + 1)
        least = min(least, self._config.maximum_interval)
        if not self._config.fuzz:
            return max(least, min(round(days), self._config.maximum_interval))
        return _fuzzed(days, least, self._config.maximum_interval, self._seed)

    @property
    def _hard_leads_to_days(self) -> bool:
        match self._memory.phase:
            case Phase.REVIEW:
                return True
            case Phase.NEW | Phase.LEARNING:
                return not self._config.learning_steps
            case Phase.RELEARNING:
                return not self._config.relearning_steps
            case _:
                assert_never(self._memory.phase)

    def _memory_after(
        self,
        rating: Rating,
        phase: Phase,
        lapsed: int,
        *,
        step: int = 0,
        due_at: datetime | None = None,
        due_day: int | None = None,
        interval: int = 0,
    ) -> Memory:
        before, state = self._memory, _state(self._states, rating).memory
        return Memory(
            phase=phase,
            step=step,
            stability=state.stability,
            difficulty=state.difficulty,
            due_at=due_at,
            due_day=due_day,
            interval=interval,
            last_at=self._at,
            last_day=self._day if before.last_day is None else max(self._day, before.last_day),
            reps=before.reps + 1,
            lapses=before.lapses + lapsed,
            suspended=before.suspended,
            buried_on=None,
            answer_fingerprint=self._fingerprint,
            revision=before.revision + 1,
        )


@lru_cache(maxsize=64)
def _model(parameters: tuple[float, ...]) -> FSRS:
    return FSRS(parameters)


def _next_states(memory: Memory, config: SchedulerConfig, elapsed: int) -> NextStates:
    state = None
    if memory.stability is not None and memory.difficulty is not None:
        if not (0 < memory.stability < math.inf and 1 <= memory.difficulty <= 10):
            raise ValueError(f"no such memory: {memory.stability} days, difficulty {memory.difficulty}")
        state = MemoryState(memory.stability, memory.difficulty)
    return _model(config.parameters).next_states(state, config.retention, elapsed)


def _state(states: NextStates, rating: Rating) -> ItemState:
    match rating:
        case Rating.AGAIN:
            return states.again
        case Rating.HARD:
            return states.hard
        case Rating.GOOD:
            return states.good
        case Rating.EASY:
            return states.easy
        case _:
            assert_never(rating)


def _elapsed(memory: Memory, day: int) -> int:
    return 0 if memory.last_day is None else max(0, day - memory.last_day)


def _hard_seconds(steps: tuple[int, ...], step: int) -> int:
    if step > 0:
        return steps[step]
    if len(steps) > 1:
        return (steps[0] + steps[1]) // 2
    return min(steps[0] * 3 // 2, steps[0] + _DAY_SECONDS)


def _fuzzed(days: float, least: int, most: int, seed: str) -> int:
    """A whole number of days near `days`, between `least` and `most`, that depends on the seed alone."""
    if days < _FUZZ[0][0]:
        return max(least, min(round(days), most))
    slack = 1 + sum(share * max(0.0, min(days, end) - start) for start, end, share in _FUZZ)
    low, high = (max(least, min(round(d), most)) for d in (days - slack, days + slack))
    if low == high < most:
        high += 1
    digest = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)

"""The workload that each desired retention would bring, simulated with the learner's habits and memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.core.answer import Rating
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId
from quizapp.core.queue import DEFAULT_PACE_MS, Pace
from quizapp.core.scheduler import DEFAULT_CONFIG
from quizapp.core.training import Parameters, simulated
from quizapp.core.workload import (
    FIRST_RATINGS,
    PASSED_RATINGS,
    RETENTIONS,
    Habits,
    Workload,
    least_effort,
    shares,
    workload,
)
from quizapp.errors import UsageError
from quizapp.services.apart import apart
from quizapp.services.desk import Desk
from quizapp.store import ratings

Tell = Callable[[str, int, int], None]
"""Told again and again what is going on, how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Workloads:
    """The workload of each retention, the least first; `own` is the learner's setting.

    `fitted` tells whether the parameters are the learner's own, `paced` and `rated` whether the log was long
    enough to take pace and ratings from.
    """

    habits: Habits
    loads: tuple[Workload, ...]
    own: float
    fitted: bool
    paced: bool
    rated: bool

    @property
    def least(self) -> Workload | None:
        return least_effort(self.loads)


@dataclass(frozen=True, slots=True)
class _Job:
    habits: Habits
    parameters: Parameters
    retentions: Sequence[float]


def simulate(
    desk: Desk,
    decks: Sequence[DeckId] = (),
    *,
    days: int = 365,
    new_per_day: int | None = None,
    reviews_per_day: int | None = None,
    tell: Tell = lambda text, done, of: None,
) -> Workloads:
    """Simulate so many days over all decks or some; limits are those of the settings unless given.

    The same log, decks and settings give the same figures. UsageError when there is no card.
    """
    pace = desk.store.pace(desk.learner.id)
    rated = ratings.lately(desk.store.connection, desk.learner.id)
    first = [rated[Phase.NEW, rating] for rating in Rating]
    passed = [rated[Phase.REVIEW, rating] for rating in Rating if rating is not Rating.AGAIN]
    own = desk.settings.retention_of(decks[0]) if len(decks) == 1 else desk.settings.retention
    habits = Habits(
        cards=_cards(desk, decks),
        days=days,
        new_per_day=desk.settings.new_per_day if new_per_day is None else new_per_day,
        reviews_per_day=desk.settings.reviews_per_day if reviews_per_day is None else reviews_per_day,
        seconds=_seconds(pace),
        learning_steps=len(desk.settings.learning_steps),
        relearning_steps=len(desk.settings.relearning_steps),
        first_ratings=shares(first, FIRST_RATINGS),
        passed_ratings=shares(passed, PASSED_RATINGS),
    )
    parameters = desk.store.fitted(desk.learner.id)
    job = _Job(habits, parameters or DEFAULT_CONFIG.parameters, sorted({*RETENTIONS, own}))
    return Workloads(
        habits=habits,
        loads=tuple(_simulated_apart(job, tell)),
        own=own,
        fitted=parameters is not None,
        paced=None not in pace,
        rated=habits.first_ratings is not FIRST_RATINGS and habits.passed_ratings is not PASSED_RATINGS,
    )


def _cards(desk: Desk, decks: Sequence[DeckId]) -> int:
    now = desk.moment()
    counts = desk.store.deck_counts(desk.learner.id, now.day, now.at)
    found = sum(each.total - each.suspended for deck, each in counts.items() if not decks or deck in decks)
    if not found:
        raise UsageError("There are no cards to simulate.", "`quizapp decks` lists the decks.")
    return found


def _seconds(pace: Pace) -> tuple[float, float, float]:
    new, learning, review = ((DEFAULT_PACE_MS if ms is None else ms) / 1000 for ms in pace)
    return new, review, learning


def _simulated_apart(job: _Job, tell: Tell) -> Iterator[Workload]:
    done = 0
    for load in apart(_work, job):
        tell("Simulating", done, len(job.retentions))
        if load is not None:
            done += 1
            yield load


def _work(job: _Job) -> Iterator[Workload]:
    for retention in job.retentions:
        runs = [
            simulated(job.habits, job.parameters, retention, seed) for seed in range(1, job.habits.runs + 1)
        ]
        yield workload(retention, job.habits.days, runs)

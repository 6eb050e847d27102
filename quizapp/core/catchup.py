"""Catching up after a break: when it is offered, in which order, and on which day it ends."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quizapp.core.event import SchedulerConfig
from quizapp.core.gain import Gains, gains
from quizapp.core.memory import Memory
from quizapp.core.population import Model, Part, Population
from quizapp.core.queue import Pace, minutes_for
from quizapp.core.records import DayCounts
from quizapp.core.studyplan import FIRST_MISSED

USUAL_DAYS = 3
"""So many days' usual load may be overdue before a catch-up is offered."""

LEAST_BACKLOG = 30
"""With fewer cards overdue no catch-up is offered."""

LOOKED_BACK = 90
"""In how many past days the usual load is looked for."""

LONGEST = 180
"""A catch-up that takes more days is said to have no end."""

SUGGESTED_DAYS = (7, 14, 30)
"""In how many days the backlog may be gone, as suggestions."""

BACKLOG_MEANS = (
    "Backlog: review cards that were due before today and are not answered. A catch-up is offered when they "
    f"are more than {USUAL_DAYS} days' usual reviews and at least {LEAST_BACKLOG}. Usual: the median of "
    f"reviews a day over the days with any among the last {LOOKED_BACK}."
)
CATCH_UP_MEANS = (
    "Catch-up: at most so many reviews a day over all decks until every card that was due when it began has "
    "been answered; then everything is as usual. Its last day is reckoned with expected values, with the "
    "cards that come due or are forgotten meanwhile. Decks with an exam date come first."
)


@dataclass(frozen=True, slots=True)
class CatchUp:
    """A catch-up that was begun on the study day `began`: `per_day` reviews, new cards paused or not."""

    began: int
    per_day: int
    pause_new: bool = False


@dataclass(frozen=True, slots=True)
class CatchUpDay:
    """One study day of it, in expected numbers of cards; `left` of the backlog at its end."""

    study_day: int
    reviews: float
    left: float
    minutes: float


@dataclass(frozen=True, slots=True)
class CatchUpCourse:
    """Day by day until the backlog is gone; `ends` is that study day, None when it would take too long."""

    days: tuple[CatchUpDay, ...]
    ends: int | None


def usual_load(days: Mapping[int, DayCounts], today: int) -> int | None:
    """The median of reviews a day, see BACKLOG_MEANS; None when there are no reviews to go by."""
    counted = sorted(
        counts.review
        for day, counts in days.items()
        if today - LOOKED_BACK <= day < today and counts.review > 0
    )
    return counted[len(counted) // 2] if counted else None


def is_offered(overdue: int, usual: int | None) -> bool:
    """Whether the backlog is large enough, see BACKLOG_MEANS."""
    return overdue >= LEAST_BACKLOG and (usual is None or overdue > USUAL_DAYS * usual)


def reckoned(
    memories: Iterable[Memory],
    plan: CatchUp,
    today: int,
    config: SchedulerConfig,
    pace: Pace,
    *,
    new_per_day: int = 0,
    new_left: int = 0,
    missed_first: float = FIRST_MISSED,
    done_today: int = 0,
    model: Model | None = None,
    within: int = LONGEST,
) -> CatchUpCourse:
    """The days of a catch-up, at most `within`, from the memories of all cards that come due in them.

    `new_per_day` of the `new_left` new cards come too, unless they are paused. `done_today` reviews are done.
    """
    model = model or Model(config)
    cards, order = Population(memories, today, model, missed_first), gains(config)
    days: list[CatchUpDay] = []
    new_left = 0 if plan.pause_new else new_left
    for day in range(today, today + within):
        most = plan.per_day - (done_today if day == today else 0)
        work = cards.review(day, max(0, most), _by_gain(order, day))
        new = min(new_per_day, new_left)
        new_left -= new
        work += cards.learn(new, day)
        left = cards.due(plan.began)
        spent = minutes_for(work.new, max(0.0, work.learning - work.new), work.reviews, pace)
        days.append(CatchUpDay(day, work.reviews, left, spent))
        if left < 0.5:
            return CatchUpCourse(tuple(days), day)
    return CatchUpCourse(tuple(days), None)


def _by_gain(order: Gains, day: int) -> Callable[[Part], float]:
    return lambda part: -order.of(part.stability, part.difficulty, max(0, day - part.last))


def least_per_day(ends: Callable[[int], bool], backlog: int, days: int) -> int:
    """The fewest reviews a day with which a catch-up ends within so many days.

    `ends` tells whether it does with so many reviews a day. At most one day's whole load.
    """
    low, high = max(1, math.ceil(backlog / days)), max(1, backlog)
    while low < high:
        middle = (low + high) // 2
        if ends(middle):
            high = middle
        else:
            low = middle + 1
    return high

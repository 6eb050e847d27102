"""What a desired retention costs and brings in the long run: the simulation's inputs and figures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

RETENTIONS = (0.70, 0.75, 0.80, 0.85, 0.88, 0.90, 0.92, 0.94, 0.95, 0.97)
"""The desired retentions that are compared, besides the learner's own."""

LEAST_RATINGS = 100
"""From how many answers on the learner's own ratings are taken."""

_CARDS_IN_ALL = 3000
_MOST_RUNS = 30

WORKLOAD_MEANS = (
    "Workload: fsrs-rs simulates the days to come for each desired retention, several times, and the figures "
    "are means. It assumes that all cards of the decks are new today, that you study every day, take the "
    "new cards and reviews of your settings, answer at your pace, and forget as FSRS predicts with the "
    "parameters in force. What you know already is not counted, so the first weeks will differ."
)
REVIEWS_MEANS = (
    "Reviews and minutes a day: means over all simulated days. A review is a card that came due; answers in "
    "learning steps are in the minutes only. Late: minutes a day in the last twelfth of the time."
)
KNOWN_MEANS = (
    "Known: the sum of predicted recall on the last day over all cards learnt by then, out of all cards. "
    "Least effort: the fewest minutes for each card known on the last day; it says nothing of how it feels "
    "to forget more often."
)

# How many users of Anki rate, as fsrs-rs has it: Again, Hard, Good, Easy; then Hard, Good, Easy; then from
# Again, Hard and Good to the next of the four in the learning steps, and in the relearning steps.
FIRST_RATINGS = (0.24, 0.094, 0.495, 0.171)
PASSED_RATINGS = (0.224, 0.631, 0.145)
_LEARNING = (
    (0.3686, 0.0628, 0.5108, 0.0577),
    (0.0442, 0.4553, 0.4457, 0.0549),
    (0.0519, 0.047, 0.8462, 0.055),
)
_RELEARNING = (
    (0.2157, 0.0643, 0.6595, 0.0604),
    (0.05, 0.4638, 0.4475, 0.0387),
    (0.1057, 0.1434, 0.7266, 0.0244),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How somebody studies.

    `first_ratings` are the chances of Again, Hard, Good, Easy for a new card; `passed_ratings` of Hard, Good,
    Easy for one that is recalled; the transitions those of the next rating after Again, Hard, Good in the
    steps. `seconds` is the time of an answer to a new, a review and
    a relearning card.
    """

    cards: int
    days: int
    new_per_day: int
    reviews_per_day: int
    seconds: tuple[float, float, float]
    learning_steps: int
    relearning_steps: int
    first_ratings: tuple[float, ...] = FIRST_RATINGS
    passed_ratings: tuple[float, ...] = PASSED_RATINGS
    learning_transitions: tuple[tuple[float, ...], ...] = _LEARNING
    relearning_transitions: tuple[tuple[float, ...], ...] = _RELEARNING

    @property
    def runs(self) -> int:
        """How often a simulation is repeated: the fewer cards, the more chance there is in each."""
        reached = max(1, min(self.cards, self.new_per_day * self.days))
        return max(1, min(_MOST_RUNS, -(-_CARDS_IN_ALL // reached)))


@dataclass(frozen=True, slots=True)
class Simulated:
    """One made-up course: reviews, cards learnt, minutes in all and in the last twelfth of the days, and the
    sum of predicted recall on the last day."""

    reviews: float
    learnt: float
    minutes: float
    late_minutes: float
    known: float


@dataclass(frozen=True, slots=True)
class Workload:
    """What one desired retention comes to; see REVIEWS_MEANS and KNOWN_MEANS."""

    retention: float
    reviews_a_day: float
    minutes_a_day: float
    late_minutes_a_day: float
    learnt: float
    known: float
    minutes_per_known: float | None


def shares(counts: Sequence[int], otherwise: tuple[float, ...]) -> tuple[float, ...]:
    """The counts as shares of 1, when there are at least LEAST_RATINGS; else what is said otherwise."""
    total = sum(counts)
    return tuple(count / total for count in counts) if total >= LEAST_RATINGS else otherwise


def workload(retention: float, days: int, runs: Sequence[Simulated]) -> Workload:
    """The means of some runs of so many days."""

    def mean(figures: Sequence[float]) -> float:
        return math.fsum(figures) / len(runs)

    minutes, known = mean([run.minutes for run in runs]), mean([run.known for run in runs])
    return Workload(
        retention=retention,
        reviews_a_day=mean([run.reviews for run in runs]) / days,
        minutes_a_day=minutes / days,
        late_minutes_a_day=mean([run.late_minutes for run in runs]) / late_days(days),
        learnt=mean([run.learnt for run in runs]),
        known=known,
        minutes_per_known=minutes / known if known > 0 else None,
    )


def late_days(days: int) -> int:
    """How many days the last twelfth has, at least one."""
    return max(1, days // 12)


def least_effort(loads: Sequence[Workload]) -> Workload | None:
    """The one with the fewest minutes for each card known; None when no card is known in any."""
    known = [load for load in loads if load.minutes_per_known is not None]
    return min(known, key=lambda load: load.minutes_per_known or 0.0, default=None)

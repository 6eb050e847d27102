"""What takes FSRS long: fitting its parameters to reviews, predicting many reviews, simulating a year.

All of it holds the interpreter's lock without a sign of life: run it in a process of its own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from fsrs_rs_python import (
    DEFAULT_PARAMETERS,
    FSRS,
    FSRSItem,
    FSRSReview,
    SimulatorConfig,
    simulate,
)

from quizapp.core.scheduler import default_config, forgetting_curve
from quizapp.core.workload import Habits, Simulated, late_days

Turn = tuple[int, int]
"""A rating 1..4, and the study days since the review before (0 for a card's first)."""

Parameters = tuple[float, ...]

_WITHOUT_END = 1e9


class Training:
    """Reviews in order of time, to fit FSRS-6 to and to predict.

    `histories` are the turns of each card; `order` names (history, place) of each review that counts, all of
    them at least a day after the one before.
    """

    def __init__(self, histories: Sequence[Sequence[Turn]], order: Sequence[tuple[int, int]]) -> None:
        self._histories, self._order = histories, order
        self._reviews = [[FSRSReview(*turn) for turn in turns] for turns in histories]
        self._items = [FSRSItem(self._reviews[number][: place + 1]) for number, place in order]

    def fitted(self, until: int, relearning_steps: int) -> Parameters | None:
        """The parameters for which the first `until` reviews are likeliest, late ones counting more.

        None when they teach nothing: fsrs-rs leaves out first intervals that are rare or longer than 100
        days, and when too little is left it says so, or gives its defaults unasked.
        """
        cards = [number for number, _ in self._order[:until]]
        try:
            found = FSRS(DEFAULT_PARAMETERS).compute_parameters(
                self._items[:until], cards, True, relearning_steps
            )
        except ValueError as error:
            if "NotEnoughData" not in str(error):
                raise
            return None
        return None if list(found) == list(DEFAULT_PARAMETERS) else tuple(round(each, 4) for each in found)

    def predicted(self, parameters: Parameters, since: int, until: int) -> list[float]:
        """Recall (0..1) that these parameters predict for each review from `since` up to `until`."""
        wanted = self._order[since:until]
        numbers = sorted({number for number, _ in wanted})
        items = [FSRSItem(self._reviews[number]) for number in numbers]
        states = dict(zip(numbers, FSRS(parameters).historical_memory_state_batch(items), strict=True))
        curve = forgetting_curve(default_config(parameters=parameters))
        return [
            curve(states[number][place - 1].stability, self._histories[number][place][1])
            for number, place in wanted
        ]


def simulated(habits: Habits, parameters: Parameters, retention: float, seed: int) -> Simulated:
    """One made-up course of the days to come; the same seed gives the same."""
    config = SimulatorConfig(
        # Cards that are never begun would change nothing but the time that it takes.
        deck_size=min(habits.cards, max(1, habits.new_per_day * habits.days)),
        learn_span=habits.days,
        max_cost_perday=_WITHOUT_END,
        max_ivl=36500.0,
        first_rating_prob=habits.first_ratings,
        review_rating_prob=habits.passed_ratings,
        learn_limit=habits.new_per_day,
        review_limit=habits.reviews_per_day,
        new_cards_ignore_review_limit=True,
        learning_step_transitions=habits.learning_transitions,
        relearning_step_transitions=habits.relearning_transitions,
        state_rating_costs=[[habits.seconds[phase]] * 4 for phase in range(3)],
        learning_step_count=habits.learning_steps,
        relearning_step_count=habits.relearning_steps,
    )
    found = simulate(parameters, retention, config, seed)
    return Simulated(
        reviews=sum(found.review_cnt_per_day),
        learnt=sum(found.learn_cnt_per_day),
        minutes=math.fsum(found.cost_per_day) / 60,
        late_minutes=math.fsum(found.cost_per_day[-late_days(habits.days) :]) / 60,
        known=found.memorized_cnt_per_day[-1],
    )

"""Catching up: when it is offered, in which order, and when it ends, with numbers worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.catchup import CatchUp, is_offered, least_per_day, reckoned, usual_load
from quizapp.core.gain import Gains
from quizapp.core.memory import Memory, Phase
from quizapp.core.population import Model, Part, Population
from quizapp.core.records import DayCounts
from quizapp.core.scheduler import default_config

TODAY = 739_000
CONFIG = default_config()
MODEL = Model(CONFIG)
# FSRS-6's default parameters, from its authors' repository.
W = (0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
     0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542)  # fmt: skip
Order = Callable[[int, Part], float]
NO_PACE = (None, None, None)


def retrievability(stability: float, elapsed: int) -> float:
    """FSRS-6's forgetting curve with its default decay, without our code."""
    factor = 0.9 ** (-1 / 0.1542) - 1
    return float((1 + factor * elapsed / stability) ** -0.1542)


def overdue(stability: float = 8.0, late: int = 10, difficulty: float = 5.0) -> Memory:
    last = TODAY - late - round(stability)
    return Memory(
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=difficulty,
        due_day=TODAY - late,
        interval=round(stability),
        last_day=last,
        reps=3,
    )


def test_the_usual_load_is_the_median_of_the_days_with_reviews() -> None:
    reviews = {1: 4, 2: 0, 3: 30, 10: 10, 90: 50, 91: 1000, 0: 1000}
    days = {TODAY - ago: DayCounts(TODAY - ago, review=count) for ago, count in reviews.items()}
    # 4, 10, 30 and 50 count: not the day without any, not today, not what is more than 90 days ago.
    assert usual_load(days, TODAY) == 30
    assert usual_load({}, TODAY) is None


@pytest.mark.parametrize(
    ("late", "usual", "offered"),
    [(29, 1, False), (30, 9, True), (30, 10, False), (31, 10, True), (30, None, True), (29, None, False)],
)
def test_a_catch_up_is_offered_from_more_than_three_usual_days_on(
    late: int, usual: int | None, offered: bool
) -> None:
    assert is_offered(late, usual) is offered


def test_the_gain_is_what_an_answer_adds_in_a_week() -> None:
    # Stability e^2, difficulty 5, answered so long ago that recall is 80 %: the middle of its group.
    stability, known = math.exp(2), 0.8
    elapsed = round(stability * (known ** (-1 / W[20]) - 1) / (0.9 ** (-1 / W[20]) - 1))
    known = retrievability(stability, elapsed)
    growth = math.exp(W[8]) * (11 - 5) * stability ** -W[9] * (math.exp(W[10] * (1 - known)) - 1)
    forgotten = W[11] * 5 ** -W[12] * ((stability + 1) ** W[13] - 1) * math.exp(W[14] * (1 - known))
    forgotten *= max(1.0, math.exp(W[17] * W[18]) * forgotten ** -W[19])
    answered = known * retrievability(stability * (1 + growth), 7) + (1 - known) * retrievability(
        forgotten, 7
    )
    by_hand = answered - retrievability(stability, elapsed + 7)
    assert Gains(CONFIG).of(stability, 5.0, elapsed) == pytest.approx(by_hand, abs=0.004)


def test_what_has_faded_most_gains_most_and_of_equals_what_is_not_shaky() -> None:
    order = Gains(CONFIG)
    faded, fresh, lasting = order.of(20.0, 5.0, 200), order.of(20.0, 5.0, 20), order.of(300.0, 5.0, 300)
    assert faded > lasting > fresh
    assert order.of(3.0, 5.0, 300) > order.of(3.0, 9.5, 300)


@given(st.floats(0.05, 500), st.floats(1, 10), st.integers(0, 2000))
def test_the_gain_is_a_difference_of_shares(stability: float, difficulty: float, elapsed: int) -> None:
    assert -1 <= Gains(CONFIG).of(stability, difficulty, elapsed) <= 1


def recall_kept(order: Order, away: int) -> float:
    """Mean recall over 30 days of 120 cards after so many days away, twelve answered a day in an order."""
    cards = [
        overdue(stability, away, 1 + 9 * (turn * 7 % 10) / 10)
        for turn in range(12)
        for stability in (1.0, 2.0, 3.0, 5.0, 8.0, 14.0, 21.0, 40.0, 60.0, 120.0)
    ]
    people = Population(cards, TODAY, MODEL, 0.5)
    kept = 0.0
    for day in range(TODAY, TODAY + 30):
        people.review(day, 12, partial(order, day))
        kept += people.recalled(day + 1) / len(cards) / 30
    return kept


@pytest.mark.parametrize("away", [20, 100])
def test_the_order_keeps_more_than_simpler_ones(away: int) -> None:
    order = Gains(CONFIG)
    by_gain = recall_kept(lambda day, p: -order.of(p.stability, p.difficulty, day - p.last), away)
    simpler: dict[str, Order] = {
        "least likely first": lambda day, p: MODEL.recall(p, day),
        "most likely first": lambda day, p: -MODEL.recall(p, day),
        "longest due first": lambda day, p: p.due,
        "easiest first": lambda day, p: p.difficulty,
        "strongest first": lambda day, p: -p.stability,
    }
    for name, other in simpler.items():
        assert by_gain > recall_kept(other, away) - 0.001, name


def test_ten_cards_five_a_day_take_two_days() -> None:
    # Nothing comes back meanwhile: what is recalled waits for weeks, and what is not is due tomorrow, after
    # the rest of the backlog, which fades faster.
    found = reckoned([overdue() for _ in range(10)], CatchUp(TODAY, 5), TODAY, CONFIG, NO_PACE)
    assert found.days[0].left == pytest.approx(5)
    assert found.ends in (TODAY + 1, TODAY + 2)


def test_what_was_answered_today_counts() -> None:
    cards = [overdue() for _ in range(10)]
    found = reckoned(cards, CatchUp(TODAY, 5), TODAY, CONFIG, NO_PACE, done_today=3)
    assert found.days[0].reviews == pytest.approx(2)


def test_new_cards_cost_time_unless_they_are_paused() -> None:
    cards = [overdue() for _ in range(40)]
    with_new, without = (
        reckoned(cards, CatchUp(TODAY, 8, pause), TODAY, CONFIG, NO_PACE, new_per_day=5, new_left=100)
        for pause in (False, True)
    )
    assert with_new.ends is not None and without.ends is not None
    assert without.ends <= with_new.ends
    assert without.days[0].minutes < with_new.days[0].minutes


def test_what_takes_longer_than_half_a_year_has_no_end() -> None:
    found = reckoned([overdue() for _ in range(400)], CatchUp(TODAY, 2), TODAY, CONFIG, NO_PACE)
    assert found.ends is None


def test_the_backlog_is_over_at_once_when_nothing_is_due() -> None:
    assert reckoned([], CatchUp(TODAY, 5), TODAY, CONFIG, NO_PACE).ends == TODAY


@given(late=st.lists(st.integers(0, 60), min_size=1, max_size=60), per_day=st.integers(1, 80))
@settings(max_examples=20, deadline=None)
def test_no_day_asks_more_than_was_said_and_the_backlog_only_shrinks(late: list[int], per_day: int) -> None:
    cards = [overdue(1.0 + days / 4, days) for days in late]
    found = reckoned(cards, CatchUp(TODAY, per_day), TODAY, CONFIG, NO_PACE)
    assert all(day.reviews <= per_day + 1e-6 for day in found.days)
    left = [day.left for day in found.days]
    assert left == sorted(left, reverse=True)
    if per_day >= len(late):
        assert found.ends == TODAY


def test_the_fewest_a_day_that_will_do_are_found() -> None:
    assert least_per_day(lambda per_day: per_day >= 37, 100, 7) == 37
    assert least_per_day(lambda per_day: False, 100, 7) == 100
    assert least_per_day(lambda per_day: True, 100, 7) == 15
    assert least_per_day(lambda per_day: True, 0, 7) == 1

"""Catching up: when it is offered, in which order, and when it ends, with numbers worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.catchup import CatchUp, is_offered, least_per_day, loss, reckoned, usual_load
from quizapp.core.memory import Memory, Phase
from quizapp.core.records import DayCounts
from quizapp.core.scheduler import default_config, forgetting_curve

TODAY = 739_000
CONFIG = default_config()
NO_PACE = (None, None, None)


def retrievability(stability: float, elapsed: int) -> float:
    """FSRS-6's forgetting curve with its default decay, without our code."""
    factor = 0.9 ** (-1 / 0.1542) - 1
    return float((1 + factor * elapsed / stability) ** -0.1542)


def overdue(stability: float = 8.0, late: int = 10) -> Memory:
    last = TODAY - late - round(stability)
    return Memory(
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=5.0,
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


def test_what_a_card_loses_by_waiting_is_its_fall_in_a_week() -> None:
    curve = forgetting_curve(CONFIG)
    by_hand = retrievability(10.0, 12) - retrievability(10.0, 19)
    assert loss(curve, 10.0, 12) == pytest.approx(by_hand)


def test_fading_cards_come_before_those_that_are_long_forgotten_or_that_last() -> None:
    curve = forgetting_curve(CONFIG)
    fading, forgotten, lasting = loss(curve, 3.0, 3), loss(curve, 3.0, 300), loss(curve, 200.0, 210)
    assert fading > forgotten and fading > lasting


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


def test_too_few_a_day_never_ends() -> None:
    found = reckoned([overdue(0.5) for _ in range(60)], CatchUp(TODAY, 2), TODAY, CONFIG, NO_PACE)
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

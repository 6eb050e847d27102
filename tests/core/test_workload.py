"""The figures of a simulated workload, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.core.workload import Habits, Simulated, late_days, least_effort, shares, workload

HABITS = Habits(
    cards=100,
    days=365,
    new_per_day=20,
    reviews_per_day=200,
    seconds=(10.0, 10.0, 10.0),
    learning_steps=2,
    relearning_steps=1,
)
FIRST = Simulated(reviews=300, learnt=40, minutes=60, late_minutes=4, known=30)
SECOND = Simulated(reviews=500, learnt=40, minutes=90, late_minutes=6, known=20)


def test_figures_are_means_over_runs_and_days() -> None:
    found = workload(0.9, 100, [FIRST, SECOND])
    assert (found.retention, found.learnt, found.known) == (0.9, 40, 25)
    assert found.reviews_a_day == pytest.approx(4)  # 800 in 2 x 100 days
    assert found.minutes_a_day == pytest.approx(0.75)  # 150 in 200 days
    assert found.late_minutes_a_day == pytest.approx(0.625)  # 10 in 2 x 8 days
    assert found.minutes_per_known == pytest.approx(3)  # 75 / 25


@pytest.mark.parametrize(("days", "late"), [(365, 30), (30, 2), (1, 1)])
def test_the_last_twelfth_of_the_days(days: int, late: int) -> None:
    assert late_days(days) == late


def test_where_nothing_is_known_effort_is_not_defined() -> None:
    nothing = workload(0.9, 100, [replace(FIRST, known=0)])
    assert nothing.minutes_per_known is None
    assert least_effort([nothing]) is None


def test_least_effort_is_the_fewest_minutes_for_a_known_card() -> None:
    cheap, dear = workload(0.8, 100, [FIRST]), workload(0.9, 100, [SECOND])
    assert least_effort([dear, cheap]) == cheap


def test_ratings_are_the_own_ones_from_a_hundred_on() -> None:
    assert shares([10, 20, 69], (0.5, 0.3, 0.2)) == (0.5, 0.3, 0.2)
    assert shares([10, 20, 70], (0.5, 0.3, 0.2)) == (0.1, 0.2, 0.7)


@pytest.mark.parametrize(
    ("cards", "new", "runs"), [(100, 20, 30), (1000, 20, 3), (100_000, 20, 1), (100_000, 1, 9), (1, 0, 30)]
)
def test_small_decks_are_simulated_more_often(cards: int, new: int, runs: int) -> None:
    assert replace(HABITS, cards=cards, new_per_day=new).runs == runs

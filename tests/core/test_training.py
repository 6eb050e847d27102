"""Fitting, predicting and simulating with fsrs-rs, held against the scheduler, py-fsrs and arithmetic."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise

import fsrs
import pytest
from logbook import key
from simulated_learner import FORGETFUL, MadeUp

from quizapp.core.answer import Rating
from quizapp.core.fitting import Evidence
from quizapp.core.memory import NEW
from quizapp.core.scheduler import DEFAULT_CONFIG, answered, recall
from quizapp.core.training import Parameters, Training, Turn, simulated
from quizapp.core.workload import Habits

START = datetime(2026, 1, 5, 12, tzinfo=UTC)
TURNS: list[tuple[Turn, ...]] = [
    ((3, 0), (3, 0), (3, 4), (1, 11), (3, 0), (2, 3), (4, 9)),
    ((1, 0), (2, 0), (1, 1), (1, 2), (3, 6)),
    ((4, 0), (3, 30), (3, 90)),
]
ORDER = [
    (card, place) for card, turns in enumerate(TURNS) for place, (_, days) in enumerate(turns) if days > 0
]
HABITS = Habits(
    cards=100,
    days=120,
    new_per_day=5,
    reviews_per_day=50,
    seconds=(20.0, 10.0, 15.0),
    learning_steps=2,
    relearning_steps=1,
)


def by_scheduler(parameters: Parameters) -> list[float]:
    """What our own scheduler predicts, answer by answer."""
    config = FORGETFUL if parameters == FORGETFUL.parameters else DEFAULT_CONFIG
    said = []
    for turns in TURNS:
        memory, at = NEW, START
        for rating, days in turns:
            at += timedelta(days=days)
            chance = recall(memory, config, at.toordinal())
            if days > 0 and chance is not None:
                said.append(chance)
            memory = answered(
                memory, Rating(rating), config, card=key("a"), at=at, day=at.toordinal()
            )  # fmt: skip
    return said


@pytest.mark.parametrize("parameters", [DEFAULT_CONFIG.parameters, FORGETFUL.parameters], ids=["own", "far"])
def test_predictions_are_those_of_the_scheduler(parameters: Parameters) -> None:
    found = Training(TURNS, ORDER).predicted(parameters, 0, len(ORDER))
    assert found == pytest.approx(by_scheduler(parameters), abs=1e-5)


@pytest.mark.parametrize("parameters", [DEFAULT_CONFIG.parameters, FORGETFUL.parameters], ids=["own", "far"])
def test_predictions_are_those_of_py_fsrs(parameters: Parameters) -> None:
    oracle = fsrs.Scheduler(parameters=parameters, enable_fuzzing=False)
    said = []
    for turns in TURNS:
        card, at = fsrs.Card(), START
        for rating, days in turns:
            at += timedelta(days=days)
            if days > 0:
                said.append(oracle.get_card_retrievability(card, at))
            card, _ = oracle.review_card(card, fsrs.Rating(rating), at)
    assert Training(TURNS, ORDER).predicted(parameters, 0, len(ORDER)) == pytest.approx(said, abs=1e-4)


def test_a_part_of_the_predictions_is_the_same_as_in_all() -> None:
    training = Training(TURNS, ORDER)
    whole = training.predicted(DEFAULT_CONFIG.parameters, 0, len(ORDER))
    assert training.predicted(DEFAULT_CONFIG.parameters, 3, 6) == whole[3:6]


@cache
def forgetful(answers: int, seed: int = 1) -> tuple[Evidence, Training]:
    found, made_up = Evidence(), MadeUp(seed=seed)
    reviews = list(made_up.reviews(answers))
    found.add(reviews, {review.card for review in reviews})
    return found, Training([each.turns for each in found.histories], found.order())


def log_loss(answers: int, parameters: Parameters, since: int) -> float:
    found, training = forgetful(answers)
    order = found.order()
    said = training.predicted(parameters, since, len(order))
    came = [found.histories[number].turns[place][0] > 1 for number, place in order[since:]]
    return -math.fsum(math.log(p if y else 1 - p) for p, y in zip(said, came, strict=True)) / len(said)


def test_a_fit_predicts_later_answers_better_than_defaults_that_are_far_off() -> None:
    found, training = forgetful(1800)
    half = found.counted // 2
    fitted = training.fitted(half, 1)
    assert fitted is not None
    assert log_loss(1800, fitted, half) < log_loss(1800, DEFAULT_CONFIG.parameters, half) - 0.01
    assert log_loss(1800, fitted, half) < log_loss(1800, FORGETFUL.parameters, half) + 0.02


def test_the_same_answers_give_the_same_fit() -> None:
    found, training = forgetful(1800)
    again = Training([each.turns for each in found.histories], found.order())
    assert training.fitted(900, 1) == again.fitted(900, 1)


def test_parameters_are_rounded_and_make_a_sound_config() -> None:
    fitted = forgetful(1800)[1].fitted(900, 1)
    assert fitted is not None and len(fitted) == 21
    assert all(round(each, 4) == each and math.isfinite(each) for each in fitted)
    assert all(each > 0 for each in fitted[:4])


@pytest.mark.parametrize("until", [0, 3, 7, 20])
def test_defaults_that_come_back_unasked_are_noticed(until: int) -> None:
    assert forgetful(1800)[1].fitted(until, 1) is None


@pytest.mark.parametrize("first", [lambda card: 1 + card % 90, lambda card: 200], ids=["uneven", "long"])
def test_first_intervals_that_fsrs_cannot_begin_from_teach_nothing(first: Callable[[int], int]) -> None:
    histories = [
        ((3, 0), (3, first(card)), *(((1, 9),) if card % 5 == 0 else ((3, 9),))) for card in range(300)
    ]
    order = [(card, place) for card in range(300) for place in (1, 2)]
    assert Training(histories, order).fitted(len(order), 1) is None


def test_what_fsrs_calls_wrong_is_not_taken_for_too_little() -> None:
    histories = [((7, 0), (3, 5))] * 100
    with pytest.raises(ValueError, match="InvalidInput"):
        Training(histories, [(card, 1) for card in range(100)]).fitted(100, 1)


def test_a_simulation_is_the_same_for_the_same_seed_only() -> None:
    first = simulated(HABITS, DEFAULT_CONFIG.parameters, 0.9, 1)
    assert simulated(HABITS, DEFAULT_CONFIG.parameters, 0.9, 1) == first
    assert simulated(HABITS, DEFAULT_CONFIG.parameters, 0.9, 2) != first


def test_a_simulation_keeps_the_limits() -> None:
    found = simulated(HABITS, DEFAULT_CONFIG.parameters, 0.9, 1)
    assert found.learnt == 100
    assert 80 < found.known < 100
    assert found.minutes > found.late_minutes > 0


def test_a_higher_retention_costs_more_and_brings_more() -> None:
    many = replace(HABITS, cards=500, new_per_day=20)
    loads = [simulated(many, DEFAULT_CONFIG.parameters, retention, 1) for retention in (0.7, 0.8, 0.9, 0.97)]
    for less, more in pairwise(loads):
        assert less.reviews < more.reviews and less.minutes < more.minutes and less.known < more.known


def test_without_new_cards_nothing_is_learnt() -> None:
    found = simulated(replace(HABITS, new_per_day=0), DEFAULT_CONFIG.parameters, 0.9, 1)
    assert (found.learnt, found.reviews, found.known, found.minutes) == (0, 0, 0, 0)


def test_time_is_what_answers_take() -> None:
    slow = replace(HABITS, seconds=(40.0, 20.0, 30.0))
    once = simulated(HABITS, DEFAULT_CONFIG.parameters, 0.9, 1)
    twice = simulated(slow, DEFAULT_CONFIG.parameters, 0.9, 1)
    assert twice.minutes == pytest.approx(2 * once.minutes, rel=1e-5)
    assert twice.reviews == once.reviews

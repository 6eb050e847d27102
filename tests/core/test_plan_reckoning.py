"""The plan day by day: numbers worked out by hand, a tree of all outcomes, and what must always hold."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.population import Model, Population
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.readiness import ExamDate
from quizapp.core.scheduler import answered, default_config, recall
from quizapp.core.studyplan import Assumed, Holdings, course, readiness

TODAY = 739_000
CONFIG = default_config(fuzz=False)
AT = datetime(2026, 1, 1, tzinfo=UTC)
KEY = CardKey(DeckId("rome"), QuestionId("q"))
# FSRS-6's default parameters, from the paper's repository.
W = (0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
     0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542)  # fmt: skip


def retrievability(stability: float, elapsed: float) -> float:
    factor = 0.9 ** (-1 / W[20]) - 1
    return float((1 + factor * elapsed / stability) ** -W[20])


def after_good(stability: float, difficulty: float, known: float) -> float:
    growth = math.exp(W[8]) * (11 - difficulty) * stability ** -W[9] * (math.exp(W[10] * (1 - known)) - 1)
    return float(stability * (1 + growth))


def after_again_and_good(stability: float, difficulty: float, known: float) -> float:
    forgotten = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * math.exp(W[14] * (1 - known))
    forgotten = min(forgotten, stability / math.exp(W[17] * W[18]))
    return float(forgotten * max(1.0, math.exp(W[17] * W[18]) * forgotten ** -W[19]))


def memory(stability: float, last: int, due: int, difficulty: float = 5.0) -> Memory:
    return Memory(
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=difficulty,
        due_day=due,
        interval=due - last,
        last_day=last,
        reps=3,
    )


def exam(days: int, target: float | None = None) -> ExamDate:
    return ExamDate(deck=DeckId("rome"), day=TODAY + days, set_on=TODAY, target=target)


def test_one_review_splits_into_recalled_and_forgotten() -> None:
    # Exactly in the middle of its group, so that nothing is rounded: stability e^2.3, difficulty 5.
    stability = math.exp(2.3)
    card = memory(stability, TODAY - 10, TODAY)
    known = retrievability(stability, 10)
    good, again = after_good(stability, 5, known), after_again_and_good(stability, 5, known)
    by_hand = known * retrievability(good, 1) + (1 - known) * retrievability(again, 1)
    found = course(Holdings([card]), exam(1), TODAY, CONFIG, Assumed())
    assert found.recall == pytest.approx(by_hand, abs=1e-5)
    assert [(day.new, day.due, day.early) for day in found.days] == [(0, 1.0, 0.0)]


def test_a_new_card_is_learned_or_missed_at_first() -> None:
    # Good, then Good again in its step: the second answer of a day leaves stability 2.3065 as it is.
    good = W[2] * max(1.0, math.exp(W[17] * W[18]) * W[2] ** -W[19])
    again = W[0]
    for _ in range(2):
        again *= max(1.0, math.exp(W[17] * W[18]) * again ** -W[19])
    by_hand = 0.75 * retrievability(good, 1) + 0.25 * retrievability(again, 1)
    found = course(Holdings(new=1), exam(1), TODAY, CONFIG, Assumed(missed_first=0.25))
    assert found.recall == pytest.approx(by_hand, abs=1e-4)


def test_minutes_are_at_the_own_pace() -> None:
    card = memory(math.exp(2.3), TODAY - 10, TODAY)
    known = retrievability(math.exp(2.3), 10)
    # 20 s for a new card and 10 s for its step; 6 s for the review, 10 s more when it was forgotten.
    pace = (20_000.0, 10_000.0, 6_000.0)
    found = course(Holdings([card], new=1), exam(1), TODAY, CONFIG, Assumed(missed_first=0, pace=pace))
    assert found.days[0].minutes == pytest.approx((20 + 10 + 6 + (1 - known) * 10) / 60, abs=1e-6)


def tree(card: Memory, day: int, end: int) -> float:
    """Recall on the last day over all outcomes of all reviews, each weighed with its chance."""
    while day < end and (card.due_day is None or card.due_day > day):
        day += 1
    known = recall(card, CONFIG, end)
    if day >= end:
        return known or 0.0
    chance = recall(card, CONFIG, day) or 0.0
    return sum(
        share * tree(settled(card, rating, day), day, end)
        for share, rating in ((chance, Rating.GOOD), (1 - chance, Rating.AGAIN))
    )


def settled(card: Memory, rating: Rating, day: int) -> Memory:
    card = answered(card, rating, CONFIG, card=KEY, at=AT, day=day)
    while card.phase is not Phase.REVIEW:
        card = answered(card, Rating.GOOD, CONFIG, card=KEY, at=AT, day=day)
    return card


@pytest.mark.parametrize("days", [1, 2, 5, 12])
@pytest.mark.parametrize(
    "card",
    [
        memory(1.3, TODAY - 2, TODAY, 8.2),
        memory(7.7, TODAY - 6, TODAY + 2, 3.1),
        memory(40.0, TODAY - 70, TODAY - 30, 5.4),
        settled(NEW, Rating.AGAIN, TODAY - 1),
    ],
    ids=["shaky", "young", "overdue", "just learned"],
)
def test_the_plan_of_a_card_agrees_with_a_tree_of_all_outcomes(card: Memory, days: int) -> None:
    # A target far below keeps anything from being brought forward, which the tree does not know of.
    found = course(Holdings([card]), exam(days, target=0.7), TODAY, CONFIG, Assumed())
    assert found.recall == pytest.approx(tree(card, TODAY, TODAY + days), abs=0.015)


@pytest.mark.parametrize("days", [3, 8, 13])
def test_the_plan_of_a_deck_agrees_with_the_trees_of_its_cards(days: int) -> None:
    cards = [
        memory(stability, last, last + max(1, round(stability)), 1 + 9 * (place * 7 % 10) / 10)
        for place, stability in enumerate(math.exp(power / 8) for power in range(-6, 32))
        for last in (TODAY - 1 - place * 11 % 19,)
    ]
    found = course(Holdings(cards), exam(days, target=0.7), TODAY, CONFIG, Assumed())
    exactly = math.fsum(tree(card, TODAY, TODAY + days) for card in cards) / len(cards)
    assert found.recall == pytest.approx(exactly, abs=0.004)


CARDS = st.lists(
    st.builds(
        lambda stability, last, ahead, hard: memory(stability, TODAY - last, TODAY - last + ahead, hard),
        st.floats(0.3, 200),
        st.integers(1, 60),
        st.integers(1, 80),
        st.floats(1, 10),
    ),
    min_size=1,
    max_size=25,
)


@given(cards=CARDS, new=st.integers(0, 30), days=st.integers(1, 25))
@settings(max_examples=12, deadline=None)
def test_more_days_missed_never_raise_the_expected_recall(cards: list[Memory], new: int, days: int) -> None:
    found = readiness(Holdings(cards, new), exam(days), TODAY, CONFIG, Assumed(), range(1, days + 1))
    for column in ([each.next_ones for each in found.missed], [each.last_ones for each in found.missed]):
        told = [each for each in (found.planned.recall, *column) if each is not None]
        assert len(told) == len(found.missed) + 1
        assert told == sorted(told, reverse=True)
    if len(found.missed) == days:
        assert found.missed[-1].next_ones == pytest.approx(found.now, abs=0.01)


@given(cards=CARDS, new=st.integers(0, 20), days=st.integers(1, 20), limit=st.integers(0, 12))
@settings(max_examples=15, deadline=None)
def test_no_card_is_lost_or_made_and_the_limit_is_kept(
    cards: list[Memory], new: int, days: int, limit: int
) -> None:
    people = Population(cards, TODAY, Model(CONFIG), 0.5)
    for day in range(TODAY, TODAY + days):
        people.review(day, limit)
        people.learn(1, day)
    assert math.fsum(part.weight for part in people.due_from(0)) == pytest.approx(len(cards) + days)
    found = course(Holdings(cards, new), exam(days), TODAY, CONFIG, Assumed(reviews_per_day=limit))
    assert all(day.due + day.early <= limit + 1e-6 for day in found.days)
    assert sum(day.new for day in found.days) == new
    assert found.recall is not None and 0 <= found.recall <= 1


@given(cards=CARDS, days=st.integers(1, 20))
@settings(max_examples=10, deadline=None)
def test_what_is_expected_after_each_day_ends_at_the_promise(cards: list[Memory], days: int) -> None:
    found = readiness(Holdings(cards, 3), exam(days), TODAY, CONFIG, Assumed(), ())
    assert found.planned.days[-1].recall == found.planned.recall


def test_missing_every_day_is_studying_nothing_more() -> None:
    cards = [memory(5.0, TODAY - 3, TODAY + 2), memory(9.0, TODAY - 3, TODAY + 6)]
    found = readiness(Holdings(cards, 2), exam(6), TODAY, CONFIG, Assumed(), [40])
    assert found.now is not None
    assert [each.days for each in found.missed] == [6]
    assert found.missed[0].last_ones == pytest.approx(found.now, abs=0.005)
    assert found.missed[0].then_cards is None


def test_what_is_missed_is_made_up_for_by_more_cards_a_day() -> None:
    found = readiness(Holdings(new=30), exam(12), TODAY, CONFIG, Assumed(), [3])
    assert found.planned.days[3].new == 3
    assert found.missed[0].then_cards == 5


def test_suspended_cards_fade_and_are_not_asked() -> None:
    card = memory(10.0, TODAY - 2, TODAY + 1)
    held = Holdings(resting=[card], resting_new=1)
    found = readiness(held, exam(8), TODAY, CONFIG, Assumed())
    assert (found.cards, found.new) == (2, 1)
    assert found.now == found.planned.recall == pytest.approx(retrievability(10.0, 10) / 2)
    assert all(day.cards == 0 for day in found.planned.days)


def test_other_exams_take_their_reviews_first() -> None:
    cards = [memory(5.0, TODAY - 9, TODAY) for _ in range(10)]
    assumed = Assumed(reviews_per_day=12, taken={TODAY: 8.0})
    assert course(Holdings(cards), exam(3), TODAY, CONFIG, assumed).days[0].due == pytest.approx(4)


def test_a_deck_without_cards_has_no_expected_recall() -> None:
    found = readiness(Holdings(), exam(3), TODAY, CONFIG, Assumed())
    assert found.now is None and found.planned.recall is None
    assert [(each.next_ones, each.last_ones) for each in found.missed] == [(None, None)] * 2

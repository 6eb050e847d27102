"""What is expected at an exam, and the rules of the plan, with numbers worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory import Memory, Phase
from quizapp.core.question import DeckId
from quizapp.core.readiness import (
    ExamDate,
    days_for_new,
    expected_recall,
    is_at_risk,
    new_today,
    share_today,
)
from quizapp.core.scheduler import default_config, fading, recall

TODAY = 739_000
CONFIG = default_config()
# FSRS-6's last default parameter; the curve falls to 90 % after as many days as the stability.
DECAY = -0.1542


def retrievability(stability: float, elapsed: int) -> float:
    """The forgetting curve as its authors write it, without our code."""
    factor = 0.9 ** (1 / DECAY) - 1
    return float((1 + factor * elapsed / stability) ** DECAY)


def memory(stability: float, last: int, due: int, **changes: object) -> Memory:
    made = Memory(
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=5.0,
        due_day=due,
        interval=due - last,
        last_day=last,
        reps=3,
    )
    return made if not changes else Memory(**{**_fields(made), **changes})  # type: ignore[arg-type]


def _fields(made: Memory) -> dict[str, object]:
    return {name: getattr(made, name) for name in Memory.__slots__}


def exam(day: int, set_on: int = TODAY, target: float | None = None) -> ExamDate:
    return ExamDate(deck=DeckId("rome"), day=day, set_on=set_on, target=target)


def test_expected_recall_is_the_mean_over_all_cards_with_new_ones_as_0() -> None:
    cards = [memory(10.0, TODAY - 2, TODAY + 8), memory(3.0, TODAY - 5, TODAY - 2)]
    # On the day 6 days from now: 8 days after the one, 11 after the other; two more cards are new.
    by_hand = (retrievability(10.0, 8) + retrievability(3.0, 11) + 0 + 0) / 4
    assert expected_recall(cards, 2, CONFIG, TODAY + 6) == pytest.approx(by_hand, abs=1e-9)
    assert by_hand == pytest.approx((0.914587 + 0.790464) / 4, abs=1e-6)


def test_expected_recall_of_no_cards_is_not_defined() -> None:
    assert expected_recall([], 0, CONFIG, TODAY) is None
    assert expected_recall([], 3, CONFIG, TODAY) == 0


def test_a_suspended_card_counts_as_it_fades() -> None:
    suspended = memory(10.0, TODAY - 2, TODAY + 8, suspended=True)
    assert expected_recall([suspended], 0, CONFIG, TODAY) == pytest.approx(retrievability(10.0, 2))


@pytest.mark.parametrize("wanted", [0.7, 0.9, 0.95, 0.99])
def test_fading_is_the_inverse_of_the_forgetting_curve(wanted: float) -> None:
    assert retrievability(20.0, 0) == 1
    days = fading(wanted, CONFIG) * 20.0
    factor = 0.9 ** (1 / DECAY) - 1
    assert (1 + factor * days / 20.0) ** DECAY == pytest.approx(wanted)


def test_fading_to_90_percent_takes_the_stability() -> None:
    assert fading(0.9, CONFIG) == pytest.approx(1)


@pytest.mark.parametrize(
    ("away", "days"),
    # A quarter of the days is kept for reviews, rounded down, at least 1 and at most 14.
    [(1, 1), (2, 1), (3, 2), (4, 3), (8, 6), (19, 15), (60, 46), (200, 186)],
)
def test_new_cards_are_spread_over_all_days_but_the_last_quarter(away: int, days: int) -> None:
    assert days_for_new(exam(TODAY + away), TODAY) == days


def test_the_days_for_new_cards_pass_one_by_one() -> None:
    planned = exam(TODAY + 8)
    assert [days_for_new(planned, TODAY + gone) for gone in range(6)] == [6, 5, 4, 3, 2, 1]


def test_who_is_late_has_half_of_the_days_that_remain() -> None:
    planned = exam(TODAY + 8)
    assert [days_for_new(planned, TODAY + gone) for gone in (6, 7)] == [1, 1]
    assert days_for_new(exam(TODAY + 20, set_on=TODAY), TODAY + 15) == 3


def test_from_the_exam_on_no_new_cards_are_planned() -> None:
    assert [new_today(exam(TODAY), TODAY + gone, 10) for gone in (0, 1)] == [0, 0]


@given(left=st.integers(0, 500), away=st.integers(1, 120))
def test_following_the_plan_introduces_every_card_in_time(left: int, away: int) -> None:
    planned = exam(TODAY + away)
    kept = min(14, max(1, away // 4)) if away > 1 else 0
    a_day: list[int] = []
    for day in range(TODAY, TODAY + away - kept):
        a_day.append(new_today(planned, day, left))
        left -= a_day[-1]
    assert left == 0
    assert max(a_day) - min(a_day) <= 1


@given(risky=st.integers(0, 300), first=st.integers(1, 7))
def test_all_cards_at_risk_are_brought_forward_before_the_exam(risky: int, first: int) -> None:
    planned = exam(TODAY + first)
    a_day = []
    for day in range(TODAY, TODAY + first):
        a_day.append(share_today(risky, planned, day))
        risky -= a_day[-1]
    assert risky == 0
    assert max(a_day) - min(a_day) <= 1


def test_nothing_is_brought_forward_before_the_last_week_or_from_the_exam_on() -> None:
    planned = exam(TODAY + 20)
    assert [share_today(10, planned, TODAY + gone) for gone in (12, 13, 19, 20, 21)] == [0, 2, 10, 0, 0]


def test_at_risk_is_what_is_not_due_before_the_exam_but_would_fall_below_the_wanted_recall() -> None:
    planned = exam(TODAY + 5)
    # 12 days after the last answer a stability of 10 days leaves less than 90 %, one of 14 days more.
    fading_card, lasting_card = (memory(s, TODAY - 7, TODAY + 6) for s in (10.0, 14.0))
    assert retrievability(10.0, 12) < 0.9 < retrievability(14.0, 12)
    assert is_at_risk(fading_card, planned, CONFIG, TODAY)
    assert not is_at_risk(lasting_card, planned, CONFIG, TODAY)


def test_a_target_of_its_own_puts_more_cards_at_risk() -> None:
    card = memory(14.0, TODAY - 7, TODAY + 6)
    assert is_at_risk(card, exam(TODAY + 5, target=0.95), CONFIG, TODAY)
    assert not is_at_risk(memory(8.0, TODAY - 7, TODAY + 6), exam(TODAY + 5, target=0.8), CONFIG, TODAY)


@pytest.mark.parametrize(
    "card",
    [
        memory(5.0, TODAY - 7, TODAY + 4),
        memory(5.0, TODAY, TODAY + 6),
        memory(5.0, TODAY - 7, TODAY + 6, phase=Phase.RELEARNING),
        Memory(),
    ],
    ids=["due before the exam", "answered today", "in its steps", "new"],
)
def test_other_cards_are_not_at_risk(card: Memory) -> None:
    assert not is_at_risk(card, exam(TODAY + 5), CONFIG, TODAY)


def test_a_card_that_was_just_brought_forward_is_safe() -> None:
    assert recall(memory(30.0, TODAY, TODAY + 30), CONFIG, TODAY + 5) == pytest.approx(
        retrievability(30.0, 5)
    )
    assert not is_at_risk(memory(30.0, TODAY, TODAY + 30), exam(TODAY + 5), CONFIG, TODAY + 1)

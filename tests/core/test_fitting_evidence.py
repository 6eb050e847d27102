"""What a log holds to fit to: which answers count, why others do not, and how they are held back."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logbook import Logbook, key

from quizapp.core.answer import Rating
from quizapp.core.event import ActionKind, Kind
from quizapp.core.fitting import LEAST, PARTS, Evidence, LeftOut, Outcome, held_back, trial

AGAIN, HARD, GOOD, EASY = Rating
A, B = key("a"), key("b")


def evidence(log: Logbook) -> Evidence:
    found = Evidence()
    found.add(log.events, [A, B])
    return found


def turns(log: Logbook) -> list[tuple[tuple[int, int], ...]]:
    return [history.turns for history in evidence(log).histories]


@pytest.fixture
def log() -> Logbook:
    """Good, Good the same day, Hard after 3 days, Again after 5 more."""
    made = Logbook()
    for days, rating in ((0, GOOD), (0.01, GOOD), (3, HARD), (5, AGAIN)):
        made.forward(days)
        made.answer(A, rating)
    return made


def test_a_history_has_ratings_and_study_days_between(log: Logbook) -> None:
    assert turns(log) == [((3, 0), (3, 0), (2, 3), (1, 5))]


def test_only_answers_on_a_later_study_day_are_counted(log: Logbook) -> None:
    found = evidence(log)
    assert (found.counted, found.counted_cards, found.order()) == (2, 1, [(0, 2), (0, 3)])
    assert found.left_out == {LeftOut.FIRST: 1, LeftOut.SAME_DAY: 1}


@pytest.mark.parametrize(
    ("kind", "reason"), [(Kind.PRACTICE, LeftOut.PRACTICE), (Kind.EXAM, LeftOut.EXAM)], ids=str
)
def test_what_is_not_scheduled_is_left_out(log: Logbook, kind: Kind, reason: LeftOut) -> None:
    before = turns(log)
    log.forward(2)
    log.answer(A, GOOD, kind=kind)
    assert turns(log) == before
    assert evidence(log).left_out[reason] == 1


def test_an_answer_taken_back_is_left_out_and_comes_back(log: Logbook) -> None:
    log.undo()
    assert turns(log) == [((3, 0), (3, 0), (2, 3))]
    assert evidence(log).left_out[LeftOut.TAKEN_BACK] == 1
    log.redo()
    assert evidence(log).left_out[LeftOut.TAKEN_BACK] == 0


@pytest.mark.parametrize("kind", [ActionKind.RERATE, ActionKind.OVERRIDE, ActionKind.REGRADE])
def test_a_changed_rating_counts_as_it_stands(log: Logbook, kind: ActionKind) -> None:
    log.act(kind, review=log.events[-1].id, rating=EASY, score=1.0)
    assert turns(log)[0][-1] == (4, 5)


def test_a_relinked_question_is_one_history(log: Logbook) -> None:
    log.relink(A, B)
    log.forward(4)
    log.answer(B, GOOD)
    assert turns(log) == [((3, 0), (3, 0), (2, 3), (1, 5), (3, 4))]


def test_a_card_that_was_reset_begins_a_new_history(log: Logbook) -> None:
    log.act(ActionKind.RESET, card=A)
    log.forward(4)
    log.answer(A, GOOD)
    assert turns(log) == [((3, 0), (3, 0), (2, 3), (1, 5)), ((3, 0),)]
    log.undo()
    log.undo()
    assert len(turns(log)) == 1


def test_a_clock_that_was_set_back_takes_no_days_away(log: Logbook) -> None:
    log.forward(-3)
    log.answer(A, GOOD)
    log.forward(4)
    log.answer(A, GOOD)
    assert turns(log)[0][-2:] == ((3, 0), (3, 1))


def test_counted_answers_of_all_cards_are_in_order_of_time() -> None:
    log = Logbook()
    for days, card in ((0, A), (1, B), (2, A), (1, B), (5, B), (1, A)):
        log.forward(days)
        log.answer(card, GOOD)
    assert evidence(log).order() == [(0, 1), (1, 1), (1, 2), (0, 2)]


def test_only_the_cards_asked_for_are_taken(log: Logbook) -> None:
    log.answer(B, GOOD)
    found = Evidence()
    found.add(log.events, [B])
    assert [history.turns for history in found.histories] == [((3, 0),)]
    assert found.left_out == {LeftOut.FIRST: 1, LeftOut.SAME_DAY: 0}


@given(counted=st.integers(LEAST, 10_000), seen=st.integers(0, 9000))
def test_parts_follow_one_another_to_the_end(counted: int, seen: int) -> None:
    parts = held_back(counted, min(seen, counted))
    assert len(parts) == PARTS
    assert parts[0][0] >= max(64, min(seen, counted))
    assert parts[-1][1] == counted
    assert all(before[1] == after[0] for before, after in pairwise(parts))
    sizes = [until - since for since, until in parts]
    assert max(sizes) - min(sizes) <= 1


def test_five_sixths_are_held_back() -> None:
    assert held_back(606) == [(101, 202), (202, 303), (303, 404), (404, 505), (505, 606)]


def test_figures_of_a_trial_worked_out_by_hand() -> None:
    # Four answers; before it said 0.9 to all, after it said 0.8, 0.8, 0.6 and 0.4.
    outcomes = [
        Outcome(0.9, 0.9, 0.8, True),
        Outcome(0.9, 0.9, 0.8, True),
        Outcome(0.9, 0.9, 0.6, True),
        Outcome(0.9, 0.9, 0.4, False),
    ]
    found = trial(outcomes)
    # -(3 ln 0.9 + ln 0.1) / 4 and -(2 ln 0.8 + 2 ln 0.6) / 4
    assert found.before.log_loss == pytest.approx(0.654666, abs=1e-6)
    assert found.after.log_loss == pytest.approx(0.366985, abs=1e-6)
    # The answers' likelihoods: 0.0729 before, 0.2304 after; (ln 0.2304 - ln 0.0729) / 4.
    assert found.gain == pytest.approx(0.287682, abs=1e-6)
    # One bin at 0.9 that holds 3 of 4; then bins 0.8 (2 of 2), 0.6 (1 of 1), 0.4 (0 of 1).
    assert found.before.rmse == pytest.approx(0.15, abs=1e-9)
    assert found.after.rmse == pytest.approx(math.sqrt((2 * 0.04 + 0.16 + 0.16) / 4), abs=1e-9)
    # Gains -0.117783 twice, -0.405465 and 1.791759: standard deviation 1.011848 over 3 degrees.
    assert found.margin == pytest.approx(1.96 * 1.011848 / 2, abs=1e-5)
    assert found.better and found.may_be_chance


def test_a_gain_that_all_answers_share_is_no_chance() -> None:
    found = trial([Outcome(0.9, 0.9, 0.99, True)] * 50 + [Outcome(0.9, 0.9, 0.95, True)])
    assert found.better and not found.may_be_chance

"""Day counts say what the log says, answer by answer and after every change of mind."""

from __future__ import annotations

from shelf import ANN, DAY, act, action, give, key, review, store

from quizapp.core.answer import Rating
from quizapp.core.event import ActionKind, DeviceId, Kind
from quizapp.core.memory import Phase
from quizapp.core.records import DayCounts
from quizapp.store import Store

__all__ = ["store"]


def counts(store: Store, day: int = DAY) -> DayCounts:
    return store.days(ANN, day, day).get(day, DayCounts(day))


def test_each_kind_of_answer_counts_where_it_belongs(store: Store) -> None:
    give(
        store,
        review(1, key("q0"), phase=Phase.NEW, duration_ms=100),
        review(2, key("q0"), phase=Phase.LEARNING, duration_ms=20, score=0.9),
        review(3, key("q1"), phase=Phase.REVIEW, duration_ms=3),
        review(4, key("q1"), phase=Phase.RELEARNING, score=0.0, duration_ms=0),
    )
    assert counts(store) == DayCounts(DAY, answers=4, right=2, new=1, review=1, practice=0, duration_ms=123)


def test_practice_counts_but_uses_up_no_limit(store: Store) -> None:
    give(store, review(1, key("q0"), kind=Kind.PRACTICE, phase=Phase.REVIEW))
    assert counts(store) == DayCounts(DAY, answers=1, right=1, practice=1, duration_ms=1000)


def test_an_exam_counts_its_answers_but_uses_up_no_limit(store: Store) -> None:
    give(store, review(1, key("q0"), kind=Kind.EXAM, phase=Phase.REVIEW))
    assert counts(store) == DayCounts(DAY, answers=1, right=1, duration_ms=1000)


def test_an_answer_taken_back_does_not_count_and_brought_back_counts_again(store: Store) -> None:
    give(store, review(1, key("q0")), review(2, key("q1")))
    act(store, action(3, ActionKind.VOID, undoes="e0001"))
    assert (counts(store).answers, counts(store).new) == (1, 1)
    act(store, action(4, ActionKind.RESTORE, undoes="e0001"))
    assert (counts(store).answers, counts(store).new) == (2, 2)


def test_a_day_without_live_answers_is_no_day(store: Store) -> None:
    give(store, review(1, key("q0")))
    act(store, action(2, ActionKind.VOID, undoes="e0001"))
    assert store.days(ANN, DAY - 9, DAY + 9) == {}
    assert store.today(ANN, DAY) == {}


def test_i_was_right_counts_as_right_until_it_is_undone(store: Store) -> None:
    give(store, review(1, key("q0"), score=0.0, rating=Rating.AGAIN))
    act(store, action(2, ActionKind.OVERRIDE, of="e0001", rating=Rating.GOOD, score=1.0))
    assert counts(store).right == 1
    act(store, action(3, ActionKind.VOID, undoes="e0002"))
    assert counts(store).right == 0


def test_days_add_up_decks_and_leave_out_empty_ones(store: Store) -> None:
    give(
        store,
        review(1, key("q0")),
        review(2, key("q0", "greece")),
        review(3, key("q0"), day=DAY + 2),
        review(4, key("q0"), day=DAY + 9),
    )
    found = store.days(ANN, DAY, DAY + 2)
    assert {day: each.answers for day, each in found.items()} == {DAY: 2, DAY + 2: 1}


def test_today_tells_decks_apart(store: Store) -> None:
    give(store, review(1, key("q0")), review(2, key("q0", "greece")), review(3, key("q1", "greece")))
    assert {deck: each.new for deck, each in store.today(ANN, DAY).items()} == {"rome": 1, "greece": 2}


def test_pace_is_the_middle_of_the_last_live_answers_of_each_kind(store: Store) -> None:
    assert store.pace(ANN) == (None, None, None)
    spent = (900_000, 4000, 6000, 2000, 8000)
    steps = (Phase.LEARNING, Phase.RELEARNING, Phase.LEARNING, Phase.RELEARNING, Phase.LEARNING)
    give(
        store,
        *(review(i, key("q0"), duration_ms=ms) for i, ms in enumerate(spent, 1)),
        *(review(i, key("q0"), phase=phase, duration_ms=i) for i, phase in enumerate(steps, 11)),
        review(21, key("q0"), phase=Phase.LEARNING, kind=Kind.PRACTICE, duration_ms=1),
        review(22, key("q0"), phase=Phase.NEW, duration_ms=1),
    )
    act(store, action(23, ActionKind.VOID, undoes="e0022"))
    assert store.pace(ANN) == (6000.0, 13.0, None)


def test_pace_is_not_told_from_a_handful_of_answers(store: Store) -> None:
    give(store, *(review(i, key("q0")) for i in range(1, 5)))
    assert store.pace(ANN) == (None, None, None)


def test_pace_forgets_what_is_more_than_two_hundred_answers_ago(store: Store) -> None:
    old = (review(i, key("q0"), duration_ms=90_000, device=DeviceId("desktop")) for i in range(1, 400))
    new = (review(i, key("q0"), duration_ms=3000) for i in range(400, 600))
    give(store, *old, *new)
    assert store.pace(ANN)[0] == 3000.0

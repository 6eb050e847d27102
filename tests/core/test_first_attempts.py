"""From exams that were handed in to the matrix of item analysis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizapp.core.answer import Answer, Picked, Said, Wrote
from quizapp.core.facing import listed
from quizapp.core.firstattempts import DIFFERENT_PAPERS, DIFFERENT_POINTS, first_attempts, right_options
from quizapp.core.handin import Attempt, ItemAnswer
from quizapp.core.question import DeckId, QuestionId

START = datetime(2026, 11, 20, 9, tzinfo=UTC)


def asked(name: str, score: float | None = 1.0, **other: object) -> ItemAnswer:
    made = ItemAnswer(
        question=QuestionId(name),
        label=f"{name}?",
        type="typed",
        points=1.0,
        reached=True,
        score=score,
        answer=None if score is None else Wrote("x"),
        wording_fingerprint="w1",
        answer_fingerprint="a1",
    )
    return replace(made, **other)  # type: ignore[arg-type]


def picked(*texts: str, score: float = 1.0, expected: str = "red") -> ItemAnswer:
    shown = ("blue", "red", "green")
    return asked("c", score, type="choice", shown=shown, expected=expected, answer=Picked(texts))


def attempt(*items: ItemAnswer, number: int = 1, after: int = 0) -> Attempt:
    began = START + timedelta(hours=after)
    return Attempt(
        id=f"{number}-{after}",
        number=number,
        deck=DeckId("d"),
        title="Exam",
        deck_fingerprint="f",
        seed="s",
        started_at=began,
        ended_at=began + timedelta(minutes=20),
        items=items,
    )


def scores_of(attempts: Sequence[Attempt]) -> Sequence[Sequence[float | None]]:
    return first_attempts(attempts).matrix.scores


def test_points_are_the_share_scored_of_what_the_question_is_worth() -> None:
    found = first_attempts([attempt(asked("a", 0.5, points=4.0), asked("b", 0.0))]).matrix
    assert found.scores == ((2.0, 0.0),)
    assert [item.maximum for item in found.items] == [4.0, 1.0]


def test_a_blank_answer_counts_0_only_where_the_learner_saw_the_question() -> None:
    assert scores_of([attempt(asked("a", None), asked("b", None, reached=False))]) == ((0.0, None),)


def test_only_the_first_attempt_of_a_learner_counts() -> None:
    first, second = attempt(asked("a", 0.0)), attempt(asked("a"), number=2)
    found = first_attempts([second, first])
    assert (found.used, found.later) == ((first,), (second,))
    assert found.matrix.scores == ((0.0,),)


def test_the_version_that_most_learners_had_counts_and_others_are_told() -> None:
    old, new = asked("a"), asked("a", answer_fingerprint="a2")
    attempts = [attempt(old), attempt(new, after=1), attempt(old)]
    found = first_attempts(attempts)
    assert found.used == (attempts[0], attempts[2])
    assert found.other_version == (attempts[1],)


def test_of_two_versions_that_as_many_had_the_later_one_counts() -> None:
    old, new = attempt(asked("a"), after=1), attempt(asked("a", wording_fingerprint="w2"), after=2)
    assert first_attempts([new, old]).used == (new,)


def test_papers_in_another_order_are_the_same_paper() -> None:
    one, two = attempt(asked("a"), asked("b", 0.0)), attempt(asked("b"), asked("a", 0.0))
    found = first_attempts([one, two, one]).matrix
    assert ([item.id for item in found.items], found.incomparable) == (["a", "b"], "")
    assert found.scores == ((1.0, 0.0), (0.0, 1.0), (1.0, 0.0))


def test_papers_drawn_from_pools_leave_out_what_was_not_on_them_and_have_no_totals() -> None:
    found = first_attempts([attempt(asked("a"), asked("b")), attempt(asked("a"), asked("c"))]).matrix
    assert found.scores == ((1.0, 1.0, None), (1.0, None, 1.0))
    assert (found.incomparable, found.complete) == (DIFFERENT_PAPERS, ())


def test_papers_that_value_a_question_differently_have_no_totals() -> None:
    found = first_attempts([attempt(asked("a", 0.5, points=2.0)), attempt(asked("a"))]).matrix
    assert (found.incomparable, found.scores) == (DIFFERENT_POINTS, ((1.0,), (2.0,)))


def test_a_choice_knows_its_options_its_key_and_what_guessing_earns() -> None:
    found = first_attempts([attempt(picked("red")), attempt(picked("green", score=0.0))]).matrix
    item = found.items[0]
    assert (item.options, item.right, item.single) == (("red", "blue", "green"), ("red",), True)
    assert item.guess == pytest.approx(1 / 3)
    assert found.picks == ((("red",),), (("green",),))


def test_true_or_false_is_a_choice_of_two() -> None:
    answer: Answer = Said(False)
    found = first_attempts(
        [attempt(asked("t", 0.0, type="truefalse", expected="True", answer=answer))]
    ).matrix
    item = found.items[0]
    assert (item.options, item.right, item.guess) == (("True", "False"), ("True",), 0.5)
    assert found.picks == ((("False",),),)


def test_several_right_options_are_read_from_what_was_expected() -> None:
    several = replace(picked("red", "blue", expected="red, blue"), type="multiple")
    item = first_attempts([attempt(several)]).matrix.items[0]
    assert (item.right, item.single, item.guess) == (("blue", "red"), False, None)


def test_a_typed_answer_has_no_options_and_no_guess() -> None:
    item = first_attempts([attempt(asked("a"))]).matrix.items[0]
    assert (item.options, item.guess) == ((), None)


@pytest.mark.parametrize("right", [("red",), ("a, b", "c"), ("x; y",), ("one\n two", "three")])
def test_right_options_survive_being_written_on_one_line(right: tuple[str, ...]) -> None:
    assert right_options(listed(right), (*right, "other")) == tuple(sorted(right))


@pytest.mark.parametrize("expected", ["", "nothing of it", "red, red", "red, "])
def test_an_expected_text_that_lists_no_options_names_no_key(expected: str) -> None:
    assert right_options(expected, ("red", "blue")) == ()


def test_nobody_handed_in_an_exam() -> None:
    assert first_attempts([]).matrix.scores == ()

"""What is said of an exam: times, places, points and results in plain words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from world import START

from quizapp.core.answer import Answer, Filled, Matched, Ordered, Picked, Said, Wrote
from quizapp.core.examwording import (
    alarm,
    given_line,
    item_line,
    passed,
    points,
    ranges,
    result_line,
    time_left,
)
from quizapp.core.handin import Attempt, ItemAnswer
from quizapp.core.question import DeckId, QuestionId


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3600, "60 min left"),
        (600, "10 min left"),
        (599, "9 min 59 s left"),
        (60, "1 min 0 s left"),
        (8.9, "8 s left"),
        (0, "0 s left"),
        (-5, "0 s left"),
    ],
)
def test_the_time_left_grows_more_exact_towards_the_end(seconds: float, words: str) -> None:
    assert time_left(START + timedelta(seconds=seconds), START) == words


def test_without_a_limit_there_is_no_time_left() -> None:
    assert time_left(None, START) == "no time limit"


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (301, 300, "5 minutes left."),
        (300, 299, ""),
        (61, 60, "1 minute left."),
        (400, 100, "2 minutes left."),
        (400, 30, "1 minute left."),
        (61, 0, ""),
        (61, -3, ""),
    ],
)
def test_each_alarm_is_said_once_and_tells_what_is_left_then(before: int, now: int, words: str) -> None:
    end = START
    assert alarm(end, end - timedelta(seconds=before), end - timedelta(seconds=now)) == words


@pytest.mark.parametrize(
    ("numbers", "words"), [([], ""), ([3], "3"), ([3, 4], "3, 4"), ([1, 3, 4, 5, 9], "1, 3-5, 9")]
)
def test_numbers_in_a_row_are_told_as_a_range(numbers: list[int], words: str) -> None:
    assert ranges(numbers) == words


@pytest.mark.parametrize(
    ("amount", "words"), [(1, "1 point"), (2.5, "2.5 points"), (0.5, "0.5 points"), (10, "10 points")]
)
def test_points_are_counted_in_words(amount: float, words: str) -> None:
    assert points(amount) == words


GIVEN: list[tuple[Answer, str]] = [
    (Picked(("red", "blue")), "red, blue"),
    (Said(True), "True"),
    (Wrote(" two\nlines "), "two lines"),
    (Filled(("cat", "")), "cat, ____"),
    (Matched((("a", "one"), ("b", ""))), "a: one; b: ____"),
    (Ordered(("b", "a")), "1. b; 2. a"),
]


@pytest.mark.parametrize(("answer", "words"), GIVEN)
def test_an_answer_stands_on_one_line(answer: Answer, words: str) -> None:
    assert given_line(answer) == words


def attempt(*scores: float | None, mark: float | None = None, worth: float = 1.0) -> Attempt:
    items = tuple(
        ItemAnswer(
            question=QuestionId(str(n)), label="", type="typed", points=worth, reached=True, score=score
        )
        for n, score in enumerate(scores)
    )
    return Attempt(
        id="1",
        number=1,
        deck=DeckId("d"),
        title="T",
        deck_fingerprint="",
        seed="",
        started_at=START,
        ended_at=START,
        items=items,
        pass_mark=mark,
    )


def test_a_result_is_never_rounded_up_across_the_pass_mark() -> None:
    nearly = attempt(*[1.0] * 599, *[0.0] * 401, mark=0.6)
    assert result_line(nearly) == "599 of 1000 points (59.9%): not passed"
    assert result_line(attempt(1.0, 0.9996, mark=1.0)).endswith("(99.9%): not passed")


def test_thirds_that_add_up_to_the_pass_mark_pass() -> None:
    assert passed(attempt(0.1, 0.2, 0.3, 0.4, 0.5, mark=0.3)) is True
    assert passed(attempt(*[0.7] * 10, mark=0.7)) is True


def test_without_a_pass_mark_nobody_passes_or_fails() -> None:
    assert result_line(attempt(1.0, None)) == "1 of 2 points (50%)"
    assert passed(attempt(1.0)) is None


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (None, "not answered"),
        (1.0, "right, 2 points"),
        (0.25, "partly right, 0.5 of 2 points"),
        (0.0, "wrong, 0 of 2 points"),
    ],
)
def test_a_question_is_judged_in_words(score: float | None, words: str) -> None:
    assert item_line(attempt(score, worth=2.0).items[0]) == words

"""What item analysis tells a teacher in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exam_scores import of

from quizapp.core.distractors import OptionFigures
from quizapp.core.itemanalysis import ItemFigures, analyse
from quizapp.core.itemremarks import (
    Basis,
    basis,
    discrimination_label,
    exam_remark,
    facility_label,
    remarks,
)
from quizapp.core.reliability import TestFigures as ExamFigures
from quizapp.core.scorematrix import Item

EXAM = analyse(of([(1, 0), (0, 1), (1, 1), (0, 0)]))


def item(**changes: object) -> ItemFigures:
    plain = replace(EXAM.items[0], reached=40, compared=40, facility=0.6, corrected=0.4, options=(), blank=0)
    return replace(plain, **changes)  # type: ignore[arg-type]


def exam(**changes: object) -> ExamFigures:
    return replace(EXAM.exam, persons=40, n=40, **changes)  # type: ignore[arg-type]


def option(text: str, right: bool, upper: float, p: float = 0.3, r: float = -0.2) -> OptionFigures:
    return OptionFigures(text=text, right=right, n=12, p=p, upper=upper, lower=0.3, r=r)


def told(figures: ItemFigures) -> list[str]:
    return [remark.text for remark in remarks(figures)]


@pytest.mark.parametrize(
    ("n", "expected"),
    [(9, Basis.COUNTS), (10, Basis.ROUGH), (29, Basis.ROUGH), (30, Basis.FIRM)],
)
def test_how_much_so_many_learners_can_bear(n: int, expected: Basis) -> None:
    assert basis(n) is expected


@pytest.mark.parametrize(
    ("value", "label"),
    [(0.91, "very easy"), (0.9, "medium"), (0.3, "medium"), (0.299, "hard"), (None, "")],
)
def test_words_for_facility(value: float | None, label: str) -> None:
    assert facility_label(value) == label


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (0.4, "very good"),
        (0.396, "very good"),
        (0.394, "good"),
        (0.3, "good"),
        (0.2, "marginal"),
        (0.194, "poor"),
        (0.0, "poor"),
        (-1e-17, "poor"),
        (-0.001, "check the key"),
        (None, ""),
    ],
)
def test_words_for_discrimination(value: float | None, label: str) -> None:
    assert discrimination_label(value) == label


def test_a_question_that_works_needs_no_remark() -> None:
    assert told(item(options=(option("A", True, 0.9), option("B", False, 0.1)))) == []


def test_most_of_the_best_chose_a_wrong_option() -> None:
    found = remarks(item(options=(option("A", True, 0.4), option("B", False, 0.6))))
    assert [(each.text, each.urgent) for each in found] == [
        ("Most of your best learners chose “B”: check the key.", True)
    ]


def test_more_of_the_best_chose_a_wrong_option_than_the_key() -> None:
    assert told(item(options=(option("A", True, 0.4), option("B", False, 0.45)))) == [
        "More of your best learners chose “B” than the right answer: check the key."
    ]


def test_good_learners_fail_the_question() -> None:
    found = remarks(item(corrected=-0.1))
    assert [each.urgent for each in found] == [True]
    assert found[0].text.endswith("check the key.")


def test_a_wrong_option_that_tempts_good_learners() -> None:
    lure = option("B", False, 0.35, r=0.1)
    assert told(item(options=(option("A", True, 0.6), lure))) == [
        "Learners who did well otherwise tend to choose “B”: is it right as well?"
    ]


def test_a_wrong_option_that_hardly_anybody_picks() -> None:
    idle = option("C", False, 0.0, p=0.04)
    assert told(item(options=(option("A", True, 0.9), option("B", False, 0.1), idle))) == [
        "Hardly anybody chose “C”: a better wrong answer would make it harder to guess."
    ]


@pytest.mark.parametrize(
    ("facility", "words"), [(0.95, "Very easy: 95%"), (0.28, "Hard: 28%"), (0.25, "No better than guessing")]
)
def test_facility_in_words(facility: float, words: str) -> None:
    guessed = Item(id="a", guess=0.25)
    assert [text.startswith(words) for text in told(item(facility=facility, item=guessed))] == [True]


def test_a_question_that_does_not_tell_learners_apart() -> None:
    assert told(item(corrected=0.1)) == ["It hardly tells those who know from those who do not."]


def test_many_blanks_are_told() -> None:
    assert told(item(blank=8)) == ["8 of 40 left it blank."]
    assert told(item(blank=7)) == []


def test_of_too_few_learners_nothing_is_said() -> None:
    assert told(item(reached=9, compared=9, facility=0.05, corrected=-0.9)) == []


def test_without_totals_only_what_needs_none_is_said() -> None:
    assert told(item(compared=0, facility=0.05, corrected=-0.9)) == ["Hard: 5% of the points were scored."]


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (exam(alpha=0.7), "Reliable enough for a class test."),
        (exam(alpha=0.69), "Not reliable enough"),
        (exam(alpha=-0.1), "Reliability is negative"),
        (exam(alpha=None), "Reliability is not defined"),
        (exam(incomparable="Different papers."), "Different papers."),
        (replace(exam(alpha=0.9), n=9), "9 learners with a full paper are too few"),
        (replace(exam(alpha=0.9), n=29), "Reliable enough for a class test. Few learners: rough."),
    ],
)
def test_the_exam_in_a_sentence(figures: ExamFigures, words: str) -> None:
    assert exam_remark(figures).startswith(words)

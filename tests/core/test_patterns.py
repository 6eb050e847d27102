"""Regular expressions of authors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.patterns import LONGEST, pattern_fits, pattern_problem


@pytest.mark.parametrize(
    "pattern", ["new rom[ae]", r"\d{4}", "a{1,1000}", r"\p{Greek}+", "", "(?:x|y){3}[{}]"]
)
def test_a_plain_pattern_has_no_problem(pattern: str) -> None:
    assert pattern_problem(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("(", "missing )"),
        (r"\p{Foo}", "unknown property"),
        ("x" * (LONGEST + 1), "longer than 500 characters"),
        ("((((a{100}){100}){100}){100})", "counted repeats multiply to more than 1000"),
        ("(a{,1000}){9999999999}", "counted repeats multiply to more than 1000"),
        ("(" * 60 + ")" * 60, "nested more than 50 deep"),
    ],
)
def test_a_pattern_that_cannot_be_used_says_why(pattern: str, problem: str) -> None:
    assert problem in pattern_problem(pattern)


@pytest.mark.parametrize(
    ("text", "case", "fits"),
    [
        ("New Roma", False, True),
        ("new roma", True, True),
        ("New Roma", True, False),
        ("new romaa", False, False),
    ],
)
def test_a_pattern_matches_the_whole_text(text: str, case: bool, fits: bool) -> None:
    assert pattern_fits("new rom[ae]", [text], case=case) is fits


def test_one_of_the_forms_is_enough() -> None:
    assert pattern_fits("b", ["a", "b"], case=False)
    assert not pattern_fits("b", [], case=False)


def test_a_pattern_that_cannot_be_used_fits_nothing() -> None:
    assert not pattern_fits("(", ["("], case=False)


def test_a_pattern_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(TimeoutError):
        pattern_fits("(?:a|aa|aaa)*?(?:a|aa)*?(?:(a+)+)+$(?R)?b", ["a" * 400], case=False)


@given(st.text("ab(){}[]|*+?\\^$.,:<>=!019-", max_size=30))
def test_any_pattern_is_fine_or_has_a_problem(pattern: str) -> None:
    if pattern_problem(pattern):
        assert not pattern_fits(pattern, ["a"], case=False)

"""Which answers count as the same one, when a model answers again from the quote alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles.models.roundtrip import same_answer

SAME = [
    ("James Douglass", "james douglass."),
    ("the Great Storm of 1703", "Great Storm of 1703"),
    ("Douglass", "James Douglass"),
    ("hydraulic lime", "It is called hydraulic lime"),
    ("three", "3"),
    ("1,500", "1500"),
    ("1882", "in 1882"),
    ("1698", "November 1698"),
    ("because the sea had worn away the rock below it", "the sea had worn away the rock"),
    ("igneous; sedimentary; metamorphic", "igneous, sedimentary, and metamorphic"),
    ("a joint whose parts are cut in the shape of a fan", "Its parts are cut in the shape of a fan"),
]
DIFFERENT = [
    ("James Douglass", "John Smeaton"),
    ("1882", "1883"),
    ("November 1698", "1698"),
    ("two", "three"),
    ("1,500", "150"),
    ("France", "France and Spain"),
    ("France", "France, Spain"),
    ("weak", "not weak"),
    ("the tower was weak", "the tower was not weak, the sea had worn away the rock"),
    ("oak planks", "granite"),
    ("the", "the tower"),
    ("of", "a core of granite"),
    ("because it should bend like a ship", "because it should resist like a rock"),
    ("hydraulic lime", ""),
    ("", "hydraulic lime"),
]


@pytest.mark.parametrize(("suggested", "read"), SAME)
def test_these_are_the_same(suggested: str, read: str) -> None:
    assert same_answer(suggested, read)


@pytest.mark.parametrize(("suggested", "read"), DIFFERENT)
def test_these_are_different(suggested: str, read: str) -> None:
    assert not same_answer(suggested, read)


@given(st.text())
def test_an_answer_is_the_same_as_itself(text: str) -> None:
    assert same_answer(f"lime {text}", f"Lime {text}")


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_two_numbers_are_the_same_only_when_they_are(one: int, other: int) -> None:
    assert same_answer(f"{one} tons", f"{other} tons") == (one == other)

"""A capital in front, and a bracket left out, leave the letters of a name or a formula as they are."""

from __future__ import annotations

import pytest

from quizapp.articles.sense.prose import plain
from quizapp.articles.techniques.gaps.cloze import without_synonym
from quizapp.articles.words.phrasing import opened, question


@pytest.mark.parametrize(
    "text", ["ß cells", "β cells", "µ receptors", "pH", "mRNA", "ﬁbres", "ŉ", "", "4 cells"]
)
def test_what_has_no_capital_of_its_own_letter_stays(text: str) -> None:
    assert opened(text) == text


@pytest.mark.parametrize(
    ("text", "made"), [("cells", "Cells"), ("étude", "Étude"), ("a pH", "A pH"), ("øre", "Øre")]
)
def test_a_letter_with_a_capital_gets_it(text: str, made: str) -> None:
    assert opened(text) == made


def test_a_question_keeps_its_first_letter() -> None:
    assert question("β cells release what") == "β cells release what?"


@pytest.mark.parametrize(
    "text", ["the formula (1+r)n yields a factor", "the (n – 1)d electrons", "Ca(OH)2 dissolves", "(CH3)3N"]
)
def test_brackets_of_a_formula_stay(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("text", ["the tube (a short one) is", "the tube(s) is", "the tube (see (a)) is"])
def test_brackets_of_an_aside_go(text: str) -> None:
    assert plain(text) == "the tube is"


def test_a_further_place_is_no_other_name() -> None:
    made = "They fuse with a sheet called a(n) ____, or to fascia, the tissue beneath."
    assert without_synonym(made) == (made, ())

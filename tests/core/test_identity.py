"""A question's id follows from its prompt alone; its fingerprints from what is shown and what is right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.dates import HistoricDate, Precision
from quizapp.core.identity import (
    answer_fingerprint,
    answer_text,
    code,
    derived_id,
    normalised,
    wording_fingerprint,
)
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    Pair,
    Question,
    QuestionId,
    Tolerance,
    TrueFalse,
    Typed,
)

ID = QuestionId("q")
Q = "Which?"


def choice(right: str, *wrong: str) -> Choice:
    options = (Option(right, True), *(Option(text, False) for text in wrong))
    return Choice(id=ID, prompt=Q, options=options)


def multiple(right: Sequence[str], wrong: Sequence[str]) -> Multiple:
    options = tuple(Option(text, kind) for texts, kind in ((right, True), (wrong, False)) for text in texts)
    return Multiple(id=ID, prompt=Q, options=options)


def number(value: str, unit: str = "") -> Number:
    return Number(id=ID, prompt=Q, text=value, value=Decimal(value), unit=unit)


def date(
    year: int, month: int | None = None, day: int | None = None, precision: Precision = Precision.YEAR
) -> Date:
    return Date(id=ID, prompt=Q, text="as written", value=HistoricDate(year, month, day, precision))


def flashcard(answer: str) -> Flashcard:
    return Flashcard(id=ID, prompt=Q, answer=answer)


def matching(*pairs: tuple[str, str], extra: tuple[str, ...] = ()) -> Matching:
    return Matching(id=ID, prompt=Q, pairs=tuple(Pair(*each) for each in pairs), extra=extra)


@given(text=st.text())
def test_a_code_is_ten_characters_that_any_deck_can_hold(text: str) -> None:
    assert re.fullmatch("[a-z2-7]{10}", code(text))


def test_codes_never_change_from_one_version_to_the_next() -> None:
    assert code("Who was the first Roman emperor?") == "sxtoztwhal"
    assert derived_id("Who was the first Roman emperor?") == code("Who was the first Roman emperor?")


@pytest.mark.parametrize(
    "same",
    [
        "  Who said “it’s over”? ",
        'who   said\n"it\'s over"?',
        "WHO SAID „IT‘S OVER“?",
        "Who\u00a0said «it's over»?",
    ],
)
def test_case_spaces_and_the_shape_of_quotes_do_not_matter(same: str) -> None:
    assert code(same) == code('Who said "it\'s over"?')


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert code("Rhône") == code("Rho\u0302ne")


@pytest.mark.parametrize("other", ["Who said it's over?", "Who said it's over.", "Who says it's over"])
def test_other_letters_and_stops_make_another_question(other: str) -> None:
    assert code(other) != code("Who said it's over")


@given(text=st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize(
    "others",
    [
        (flashcard("Rubicon"), choice("Rubicon", "Po"), multiple(["Rubicon"], ["Po"])),
        (flashcard("563 km"), number("563.0", "km"), number("5.63E+2", "km")),
        (flashcard("1453"), number("1453"), date(1453)),
        (flashcard("15 March 44 BC"), date(-43, 3, 15, Precision.DAY)),
        (flashcard("March 1917"), date(1917, 3, None, Precision.MONTH)),
        (flashcard("1950s"), date(1950, precision=Precision.DECADE)),
        (flashcard("True"), TrueFalse(id=ID, prompt=Q, answer=True)),
    ],
    ids=lambda others: answer_text(others[0]),
)
def test_the_same_answer_is_the_same_in_every_type(others: tuple[Question, ...]) -> None:
    assert len({answer_fingerprint(each) for each in others}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (flashcard("Augustus"), flashcard("Tiberius")),
        (choice("a", "b"), choice("b", "a")),
        (multiple("ab", "c"), multiple("a", "bc")),
        (multiple(["ab", "c"], []), multiple(["a", "bc"], [])),
        (number("563", "km"), number("563", "mi")),
        (number("0"), number("0.1")),
        (date(-43), date(44)),
        (date(1900, precision=Precision.DECADE), date(1900)),
        (date(1901, precision=Precision.CENTURY), date(1901)),
        (matching(("a", "1"), ("b", "2")), matching(("a", "2"), ("b", "1"))),
        (Ordering(id=ID, prompt=Q, items=("a", "b")), Ordering(id=ID, prompt=Q, items=("b", "a"))),
        (TrueFalse(id=ID, prompt=Q, answer=True), TrueFalse(id=ID, prompt=Q, answer=False)),
    ],
)
def test_another_answer_has_another_fingerprint(one: Question, other: Question) -> None:
    assert answer_fingerprint(one) != answer_fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (multiple("ab", "c"), multiple("ba", "c")),
        (matching(("a", "1"), ("b", "2")), matching(("b", "2"), ("a", "1"))),
        (number("563", "km"), replace(number("563", "km"), tolerance=Tolerance(Decimal(5)))),
        (
            Typed(id=ID, prompt=Q, accept=(Accepted("Constantinople"),)),
            Typed(id=ID, prompt=Q, accept=(Accepted("Constantinople"), Accepted("Byzantium"))),
        ),
        (
            Cloze(id=ID, prompt=Q, segments=("in ", Blank(("49 BC",)))),
            Cloze(id=ID, prompt=Q, segments=("in ", Blank(("49 BC", "49 BCE"), hint="a year"))),
        ),
        (choice("a", "b"), choice("a", "c", "d")),
        (
            flashcard("Augustus"),
            replace(flashcard("Augustus"), why="He was.", tags=("rome",), id=QuestionId("x")),
        ),
    ],
)
def test_what_the_learner_need_not_know_does_not_change_the_answer(one: Question, other: Question) -> None:
    assert answer_fingerprint(one) == answer_fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (flashcard("a"), replace(flashcard("a"), prompt="What?")),
        (choice("a", "b"), choice("a", "c")),
        (matching(("a", "1")), matching(("b", "1"))),
        (matching(("a", "1")), matching(("a", "1"), extra=("2",))),
        (matching(("a", "1"), ("2", "3")), matching(("a", "1"), extra=("2",))),
    ],
)
def test_another_prompt_or_wrong_option_is_another_wording(one: Question, other: Question) -> None:
    assert wording_fingerprint(one) != wording_fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (flashcard("a"), flashcard("b")),
        (choice("a", "b", "c"), choice("d", "c", "b")),
        (matching(("a", "1"), ("b", "2")), matching(("b", "1"), ("a", "2"))),
        (number("1"), number("2")),
        (flashcard("a"), replace(flashcard("a"), why="Because.", hints=("h",), note="n")),
    ],
)
def test_the_right_answer_and_the_order_are_no_part_of_the_wording(one: Question, other: Question) -> None:
    assert wording_fingerprint(one) == wording_fingerprint(other)


@pytest.mark.parametrize("text", ["1E+999999", "1E-999999", "-1E+50"])
def test_a_huge_number_costs_no_more_than_a_small_one(text: str) -> None:
    assert len(answer_text(number(text))) < 20


def test_the_answer_text_is_one_line() -> None:
    assert answer_text(matching(("Brutus", "stabbed\nCaesar"), ("Octavian", "won"))) == (
        "brutus: stabbed caesar; octavian: won"
    )

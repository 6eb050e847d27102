"""Reading and writing numbers and units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.numbers import (
    LONGEST,
    Quantity,
    format_decimal,
    parse_decimal,
    parse_quantity,
    same_unit,
    unit_size,
)

NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=4)
WHOLE = st.integers(0, 10**15)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234.5", "1234.5"), ("1,234.5", "1234.5"), ("1.234,5", "1234.5"), ("1 234,5", "1234.5"),
        ("1'234.5", "1234.5"), ("1’234.5", "1234.5"), ("1\u202f234,5", "1234.5"), ("1\u00a0234", "1234"),
        ("1_000", "1000"), ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("12,34,567", "1234567"),
        ("1234,5", "1234.5"), ("0,500", "0.500"), ("1.234", "1.234"), (".5", "0.5"), (",5", "0.5"),
        ("5.", "5"),
        ("007", "7"), ("-5", "-5"), ("−5", "-5"), ("–5", "-5"), ("- 5", "-5"), ("+5", "5"), ("~500", "500"),
        ("about 500", "500"), ("1e6", "1000000"), ("1.5E-3", "0.0015"), ("1.5×10^6", "1500000"),
        ("1,5 * 10^6", "1500000"), ("10^6", "1000000"), ("１２", "12"), ("٣٫٥", "3.5"), ("１２．５", "12.5"),
    ],
)  # fmt: skip
def test_a_number_can_be_typed_in_many_ways(text: str, value: str) -> None:
    assert parse_decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "abc", "1 2", "1,234,56", "1.2.3", "1,2,3", "1.234 567", "1 234'567", "0,123,456",
        "12:30", "1/2",
        "500-600", "1-", "--5", "5%", "5 km", "e5", ".", ",", "-", "1e", "1e999999999", "1e301", "²",
        "½", "Ⅻ", "\x00",
        "9" * 41, "9" * 100_000, "1" + " " * 300 + "2", "NaN", "Infinity", "0x10", "🔟",
    ],
)  # fmt: skip
def test_what_is_no_single_number_is_none(text: str) -> None:
    assert parse_decimal(text) is None


def test_a_comma_before_three_digits_has_two_readings() -> None:
    assert parse_decimal("1,234") is None
    assert parse_quantity("1,234") == Quantity((Decimal(1234), Decimal("1.234")))


def test_a_point_before_three_digits_has_two_readings_for_a_learner_only() -> None:
    assert parse_decimal("1.234") == Decimal("1.234")
    assert parse_quantity("1.234") == Quantity((Decimal("1.234"), Decimal(1234)))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("563 km", 563, "km"), ("563km", 563, "km"), ("5°C", 5, "°C"), ("45%", 45, "%"),
        ("45 per cent", 45, "per cent"),
        ("$5", 5, "$"), ("-$5", -5, "$"), ("€ 5", 5, "€"), ("5 €", 5, "€"), ("5 million", 5_000_000, ""),
        ("5 million km", 5_000_000, "km"), ("2 bn", 2_000_000_000, ""), ("3 Thousand men", 3000, "men"),
        ("5 m²", 5, "m²"), ("5 kg.", 5, "kg."), ("5", 5, ""), ("5 e", 5, "e"), ("5 x", 5, "x"),
    ],
)  # fmt: skip
def test_a_quantity_is_a_number_and_a_unit(text: str, value: int, unit: str) -> None:
    assert parse_quantity(text) == Quantity((Decimal(value),), unit)


def test_a_million_is_a_unit_where_the_question_says_so() -> None:
    assert parse_quantity("5 million", ["million", "km"]) == Quantity((Decimal(5),), "million")


@pytest.mark.parametrize("text", ["km", "", "500-600 km", "1/2 km", "5 = 5", "$", "km 5"])
def test_what_does_not_start_with_a_number_is_no_quantity(text: str) -> None:
    assert parse_quantity(text) is None


@given(NUMBERS)
def test_a_printed_number_reads_as_itself(value: Decimal) -> None:
    assert parse_decimal(format_decimal(value)) == value


@given(st.integers(1, 10**9), st.integers(-290, 290))
def test_a_number_of_any_size_prints_and_reads_as_itself(digits: int, power: int) -> None:
    value = Decimal(digits).scaleb(power)
    assert parse_decimal(format_decimal(value)) == value


@given(NUMBERS)
def test_decimal_comma_and_point_agree(value: Decimal) -> None:
    english, german = f"{value:,.4f}", f"{value:,.4f}".translate(str.maketrans(",.", ".,"))
    assert parse_decimal(english) == parse_decimal(german) == value


@given(WHOLE, st.sampled_from([",", ".", " ", "'", "\u202f", "_"]))
def test_thousands_may_be_grouped_in_any_way(value: int, mark: str) -> None:
    found = parse_quantity(f"{value:,}".replace(",", mark))
    assert found is not None
    assert Decimal(value) in found.readings


@given(st.text())
def test_any_text_is_a_quantity_or_none(text: str) -> None:
    found = parse_quantity(text)
    assert found is None or 1 <= len(found.readings) <= 2


def test_a_text_at_the_limit_is_read_and_one_beyond_is_not() -> None:
    assert parse_quantity("5" + "m" * (LONGEST - 1)) is not None
    assert parse_quantity("5" + "m" * LONGEST) is None


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("KM", "km"), ("kilometres", "km"), ("kilometer", "km"), ("km.", "km"), ("miles", "mi"),
        ("mile", "miles"),
        ("m²", "m2"), ("m^2", "m²"), ("sq km", "km²"), ("percent", "%"), ("per cent", "%"), ("℃", "°C"),
        ("degrees Celsius", "°C"), ("soldiers", "soldier"), ("foot", "ft"), ("inches", "in"),
        ("euros", "€"),
        ("\u00b5g", "\u03bcg"), ("Sq. Miles", "mi2"),
    ],
)  # fmt: skip
def test_units_are_one_whatever_their_form(typed: str, unit: str) -> None:
    assert same_unit(typed, unit)


@pytest.mark.parametrize(("typed", "unit"), [("km", "m"), ("mi", "min"), ("m", "m2"), ("s", ""), ("g", "kg")])
def test_other_units_are_others(typed: str, unit: str) -> None:
    assert not same_unit(typed, unit)


def test_an_exact_unit_wins_over_one_of_another_case() -> None:
    units = (("MW", Decimal(1_000_000)), ("mW", Decimal("0.001")))
    assert unit_size("mW", units) == Decimal("0.001")
    assert unit_size("mw", units) is None


def test_an_unknown_unit_has_no_size() -> None:
    assert unit_size("league", (("km", Decimal(1)),)) is None

"""Reading and writing dates of history."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.dates import (
    MONTHS,
    DateSpan,
    HistoricDate,
    Precision,
    date_readings,
    format_date,
    format_span,
    month_length,
    parse_date,
)

DAY = HistoricDate(1944, 10, 6, Precision.DAY)
IDES = HistoricDate(-43, 3, 15, Precision.DAY)
YEARS = st.integers(-9998, 9999)


@st.composite
def dates(draw: st.DrawFn) -> HistoricDate:
    year, month = draw(YEARS), draw(st.integers(1, 12))
    precision: Precision = draw(st.sampled_from(Precision))
    match precision:
        case Precision.DAY:
            day = draw(st.integers(1, month_length(year, month)))
            return HistoricDate(year, month, day, Precision.DAY)
        case Precision.MONTH:
            return HistoricDate(year, month, None, Precision.MONTH)
        case Precision.YEAR:
            return HistoricDate(year)
        case Precision.DECADE:
            start = draw(st.integers(10, 900)) * 10
            before = draw(st.booleans())
            return HistoricDate(1 - (start + 9) if before else start, precision=Precision.DECADE)
        case Precision.CENTURY:
            return HistoricDate(draw(st.integers(-99, 99)) * 100 + 1, precision=Precision.CENTURY)


@pytest.mark.parametrize(
    "text",
    [
        "6 October 1944", "October 6, 1944", "6 Oct 1944", "6 Oct. 1944", "Oct 6th, 1944", "6.October 1944",
        "the 6th of October, 1944", "on 6 October 1944", "Friday, 6 October 1944", "1944 October 6",
        "1944-10-06", "1944/10/06", "1944.10.6", "06.10.1944", "6. 10. 1944", "6 OCTOBER 1944.",
        "6\u00a0October 1944",
        "６ October １９４４", "6 October 1944 AD", "1944–10–06",
    ],
)  # fmt: skip
def test_a_day_can_be_typed_in_many_ways(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "15 March 44 BC", "March 15, 44 BCE", "15 Mar. 44 B.C.", "15 march 44bc", "15 March 44 b. c. e.",
        "-0043-03-15",
    ],
)  # fmt: skip
def test_a_day_before_christ_can_be_typed_in_many_ways(text: str) -> None:
    assert parse_date(text) == IDES


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1944", 1944), ("c. 1944", 1944), ("ca. 1944", 1944), ("about 1944", 1944), ("in 1944", 1944),
        ("AD 79", 79), ("79 A.D.", 79), ("79 CE", 79), ("1 BC", 0), ("2 BC", -1), ("44BC", -43),
        ("10,000 BC", -9999),
    ],
)  # fmt: skip
def test_a_year_needs_no_year_0(text: str, year: int) -> None:
    assert parse_date(text) == HistoricDate(year)


@pytest.mark.parametrize(
    ("text", "year", "precision"),
    [
        ("1950s", 1950, Precision.DECADE), ("the 1950's", 1950, Precision.DECADE),
        ("1950’s", 1950, Precision.DECADE), ("440s BC", -448, Precision.DECADE),
        ("19th century", 1801, Precision.CENTURY), ("the nineteenth century", 1801, Precision.CENTURY),
        ("1st century", 1, Precision.CENTURY), ("1st century BC", -99, Precision.CENTURY),
        ("5th c. BC", -499, Precision.CENTURY),
    ],
)  # fmt: skip
def test_decades_and_centuries_start_in_their_first_year(text: str, year: int, precision: Precision) -> None:
    assert parse_date(text) == HistoricDate(year, precision=precision)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "0", "0 BC", "year 0", "BC", "1944 BC AD", "30 February 1944", "29 February 1943",
        "31.4.1944", "13/13/1944",
        "1944-13", "1944-00-01", "0000-01-01", "6 Smarch 1944", "6 October", "12:30", "Tuesday", "30s",
        "0th century",
        "6/10/44", "-44", "19 45", "1944-45-46", "-0043-03-15 BC",
        "x" * 100_000, "1" * 100_000, "\x00", "🗓️", "٪",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_day_and_month_with_slashes_have_two_readings() -> None:
    readings = [reading.value for reading in date_readings("6/10/1944")]
    assert readings == [DAY, HistoricDate(1944, 6, 10, Precision.DAY)]
    assert parse_date("6/10/1944") is None


@pytest.mark.parametrize("text", ["25/6/1950", "6/25/1950", "6-25-1950"])
def test_slashes_are_clear_when_only_one_number_can_be_a_month(text: str) -> None:
    assert parse_date(text) == HistoricDate(1950, 6, 25, Precision.DAY)


def test_slashes_are_clear_when_day_and_month_are_the_same() -> None:
    assert parse_date("6/6/1944") == HistoricDate(1944, 6, 6, Precision.DAY)


@pytest.mark.parametrize(
    ("text", "era"), [("44", False), ("44 BC", True), ("AD 44", True), ("-0043-01", True)]
)
def test_a_reading_tells_whether_the_era_was_written(text: str, era: bool) -> None:
    assert [reading.era for reading in date_readings(text)] == [era]


def test_the_julian_leap_day_of_a_full_century_can_be_written() -> None:
    assert parse_date("29 February 1700") == HistoricDate(1700, 2, 29, Precision.DAY)


@given(dates())
def test_a_printed_date_reads_as_itself(value: HistoricDate) -> None:
    assert parse_date(format_date(value)) == value


@given(YEARS.filter(lambda year: year > 999), st.integers(1, 12), st.integers(1, 28))
def test_words_iso_and_dots_say_the_same(year: int, month: int, day: int) -> None:
    words, iso = f"{day} {MONTHS[month - 1]} {year}", f"{year}-{month:02}-{day:02}"
    forms = (words, iso, f"{day:02}.{month:02}.{year}")
    assert {parse_date(form) for form in forms} == {HistoricDate(year, month, day, Precision.DAY)}


@given(st.text())
def test_any_text_has_at_most_two_readings(text: str) -> None:
    assert len(date_readings(text)) <= 2


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (IDES, "15 March 44 BC"), (HistoricDate(0), "1 BC"), (HistoricDate(1), "1 AD"),
        (DAY, "6 October 1944"),
        (HistoricDate(1944, 10, None, Precision.MONTH), "October 1944"),
        (HistoricDate(1950, precision=Precision.DECADE), "1950s"),
        (HistoricDate(-448, precision=Precision.DECADE), "440s BC"),
        (HistoricDate(1001, precision=Precision.CENTURY), "11th century"),
        (HistoricDate(2001, precision=Precision.CENTURY), "21st century"),
        (HistoricDate(-499, precision=Precision.CENTURY), "5th century BC"),
    ],
)  # fmt: skip
def test_dates_print_in_words(value: HistoricDate, text: str) -> None:
    assert format_date(value) == text


def test_spans_print_with_their_number() -> None:
    assert format_span(DateSpan(1, Precision.YEAR)) == "1 year"
    assert format_span(DateSpan(3, Precision.DAY)) == "3 days"

"""Dates of history set against each other."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.dates import DateSpan, HistoricDate, Precision, parse_date
from quizapp.core.spans import includes, is_near, shortened


def date(text: str) -> HistoricDate:
    value = parse_date(text)
    assert value is not None
    return value


def near(given: str, right: str, count: int, unit: str) -> bool:
    return is_near(date(given), date(right), DateSpan(count, Precision(unit)))


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("44 BC", "15 March 44 BC"), ("March 44 BC", "15 March 44 BC"),
        ("15 March 44 BC", "15 March 44 BC"),
        ("1950s", "1950"), ("1950s", "31 December 1959"), ("19th century", "1801"),
        ("19th century", "1890s"),
        ("19th century", "1900"), ("5th century BC", "500 BC"), ("5th century BC", "401 BC"),
        ("440s BC", "449 BC"),
        ("440s BC", "440 BC"), ("1st century BC", "1 BC"), ("February 1900", "29 February 1900"),
    ],
)  # fmt: skip
def test_a_coarse_date_includes_a_finer_one_that_agrees(outer: str, inner: str) -> None:
    assert includes(date(outer), date(inner))


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("15 March 44 BC", "44 BC"), ("44 BC", "45 BC"), ("1950s", "1949"), ("1950s", "1960"),
        ("19th century", "1800"),
        ("19th century", "1901"), ("1850s", "19th century"), ("1st century BC", "AD 1"),
        ("March 1944", "6 April 1944"),
        ("19th century", "1900s"), ("February 1900", "1 March 1900"),
    ],
)  # fmt: skip
def test_a_date_does_not_include_what_differs_or_says_less(outer: str, inner: str) -> None:
    assert not includes(date(outer), date(inner))


@pytest.mark.parametrize(
    ("given", "right", "count", "unit"),
    [
        ("15 March 45 BC", "15 March 44 BC", 1, "year"), ("15 March 43 BC", "15 March 44 BC", 1, "year"),
        ("1 AD", "1 BC", 1, "year"), ("31 December 1 BC", "1 January 1 AD", 1, "day"),
        ("28 February 1900", "1 March 1900", 1, "day"), ("28 February 2000", "1 March 2000", 2, "day"),
        ("4 October 1582", "15 October 1582", 1, "day"), ("31 January 1944", "28 February 1943", 1, "year"),
        ("28 February 1943", "31 March 1943", 1, "month"), ("1945", "15 December 1944", 1, "year"),
        ("1940s", "1955", 10, "year"), ("19th century", "1950", 100, "year"), ("1929", "1930s", 1, "year"),
        ("1940", "1930s", 1, "year"),
    ],
)  # fmt: skip
def test_the_edge_of_a_span_is_near(given: str, right: str, count: int, unit: str) -> None:
    assert near(given, right, count, unit)


@pytest.mark.parametrize(
    ("given", "right", "count", "unit"),
    [
        ("14 March 45 BC", "15 March 44 BC", 1, "year"), ("16 March 43 BC", "15 March 44 BC", 1, "year"),
        ("2 AD", "1 BC", 1, "year"), ("27 February 1900", "1 March 1900", 1, "day"),
        ("28 February 2000", "1 March 2000", 1, "day"), ("1928", "1930s", 1, "year"),
        ("27 February 1943", "31 March 1943", 1, "month"),
    ],
)  # fmt: skip
def test_one_beyond_the_edge_is_not_near(given: str, right: str, count: int, unit: str) -> None:
    assert not near(given, right, count, unit)


@pytest.mark.parametrize(
    ("given", "right", "count", "unit"),
    [
        ("1944", "6 October 1944", 3, "day"), ("October 1944", "6 October 1944", 3, "day"),
        ("1944", "October 1944", 1, "month"), ("1940s", "1944", 1, "year"),
        ("20th century", "1944", 99, "year"),
    ],
)  # fmt: skip
def test_a_date_coarser_than_the_span_is_never_near(given: str, right: str, count: int, unit: str) -> None:
    assert not near(given, right, count, unit)


@given(
    st.dates(datetime.date(1584, 1, 1), datetime.date(2400, 1, 1)),
    st.integers(-400, 400),
    st.integers(0, 400),
)
def test_days_are_counted_as_the_calendar_counts_them(day: datetime.date, apart: int, within: int) -> None:
    other = day + datetime.timedelta(days=apart)
    one, two = (HistoricDate(d.year, d.month, d.day, Precision.DAY) for d in (day, other))
    assert is_near(two, one, DateSpan(within, Precision.DAY)) is (abs(apart) <= within)


@given(st.integers(-5000, 3000), st.integers(-50, 50), st.integers(0, 50))
def test_years_are_counted_without_a_year_0(year: int, apart: int, within: int) -> None:
    span = DateSpan(within, Precision.YEAR)
    assert is_near(HistoricDate(year + apart), HistoricDate(year), span) is (abs(apart) <= within)


@pytest.mark.parametrize(
    ("text", "precision", "expected"),
    [
        ("6 October 1944", Precision.MONTH, "October 1944"), ("6 October 1944", Precision.YEAR, "1944"),
        ("6 October 1944", Precision.CENTURY, "1944"), ("1944", Precision.DAY, "1944"),
        ("1950s", Precision.YEAR, "1950s"),
    ],
)  # fmt: skip
def test_a_date_is_shortened_to_what_counts(text: str, precision: Precision, expected: str) -> None:
    assert shortened(date(text), precision) == date(expected)

"""The day of an exam, as people write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.daywords import read_day
from quizapp.errors import UsageError

SUNDAY = date(2026, 11, 22)
TODAY = SUNDAY.toordinal()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-11", date(2026, 12, 11)),
        ("11 December 2026", date(2026, 12, 11)),
        ("11.12.2026", date(2026, 12, 11)),
        ("Dec 11th", date(2026, 12, 11)),
        ("December 11", date(2026, 12, 11)),
        ("1 january", date(2027, 1, 1)),
        ("22 November", SUNDAY),
        ("21 November", date(2027, 11, 21)),
        ("29 February", date(2028, 2, 29)),
        ("today", SUNDAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("Friday", date(2026, 11, 27)),
        ("on fri", date(2026, 11, 27)),
        ("next Sunday", date(2026, 11, 29)),
        ("in 19 days", date(2026, 12, 11)),
        ("in 1 week", date(2026, 11, 29)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert date.fromordinal(read_day(text, TODAY)) == day


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2025-12-11", "11 December 2025 is in the past"),
        ("3/4/2027", "3 April 2027 or 4 March 2027"),
        ("soon", "`soon` is not a day"),
        ("31 June", "not a day"),
        ("December 2026", "not a day"),
        ("2026", "not a day"),
        ("", "not a day"),
        ("99999-01-01", "the year 99999"),
        ("2100-02-29", "day 29 of month 2"),
        ("x" * 500, "xxx…` is not a day"),
    ],
)
def test_what_is_no_day_to_plan_for_is_refused_with_what_to_write(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as refused:
        read_day(text, TODAY)
    assert refused.value.fix


@given(st.text(max_size=40))
def test_any_text_is_a_day_from_today_on_or_refused(text: str) -> None:
    try:
        assert read_day(text, TODAY) >= TODAY
    except UsageError as error:
        assert str(error)

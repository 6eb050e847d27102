"""True retention follows its stated definition; shares come with the interval that textbooks give."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.retention import Period, RecallCounts, Share, retention, wilson

FRIDAY = date(2025, 5, 2).toordinal()


@pytest.mark.parametrize(
    ("passed", "n", "low", "high"),
    # Computed by hand from the formula with z = 1.96 (Newcombe 1998 gives 81/263 and 15/148 as well).
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (8, 10, 0.4902, 0.9433), (1, 2, 0.0945, 0.9055)],
)
def test_wilson_gives_published_intervals(passed: int, n: int, low: float, high: float) -> None:
    assert wilson(passed, n) == pytest.approx((low, high), abs=5e-5)


def test_nothing_passed_or_all_passed_reaches_the_end_exactly() -> None:
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson(29, 29) == pytest.approx((0.8830, 1.0), abs=5e-5)
    assert (wilson(0, 20)[0], wilson(29, 29)[1]) == (0.0, 1.0)


@given(n=st.integers(1, 10**6), data=st.data())
def test_an_interval_holds_its_share_and_stays_between_0_and_1(n: int, data: st.DataObject) -> None:
    passed = data.draw(st.integers(0, n))
    low, high = wilson(passed, n)
    assert 0 <= low <= passed / n <= high <= 1


@pytest.mark.parametrize(("passed", "n"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_has_no_interval(passed: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(passed, n)


def test_a_share_of_nothing_is_not_defined() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval) == (None, None)


def test_periods_end_with_today_and_hold_as_many_days_as_they_say() -> None:
    days = {
        FRIDAY: RecallCounts(FRIDAY, 4, 3, 10, 9),
        FRIDAY - 1: RecallCounts(FRIDAY - 1, 1, 0, 2, 2),
        FRIDAY - 6: RecallCounts(FRIDAY - 6, 5, 5, 0, 0),
        FRIDAY - 7: RecallCounts(FRIDAY - 7, 20, 10, 0, 0),
        FRIDAY - 29: RecallCounts(FRIDAY - 29, 0, 0, 100, 90),
        FRIDAY - 30: RecallCounts(FRIDAY - 30, 0, 0, 1, 0),
        FRIDAY - 364: RecallCounts(FRIDAY - 364, 0, 0, 2, 1),
        FRIDAY - 365: RecallCounts(FRIDAY - 365, 0, 0, 4, 0),
    }
    found = {each.period: (each.young, each.mature) for each in retention(days, FRIDAY)}
    assert found == {
        Period.TODAY: (Share(3, 4), Share(9, 10)),
        Period.YESTERDAY: (Share(0, 1), Share(2, 2)),
        Period.WEEK: (Share(8, 10), Share(11, 12)),
        Period.MONTH: (Share(18, 30), Share(101, 112)),
        Period.YEAR: (Share(18, 30), Share(102, 115)),
        Period.ALL: (Share(18, 30), Share(102, 119)),
    }


def test_young_and_mature_add_up() -> None:
    [today, *_] = retention({FRIDAY: RecallCounts(FRIDAY, 4, 3, 16, 15)}, FRIDAY)
    assert today.all == Share(18, 20)
    assert today.all.value == pytest.approx(0.9)


def test_a_day_ahead_of_a_clock_set_back_is_in_all_and_in_no_other_period() -> None:
    found = retention({FRIDAY + 9: RecallCounts(FRIDAY + 9, 1, 1, 0, 0)}, FRIDAY)
    assert [each.period for each in found if each.all.n] == [Period.ALL]

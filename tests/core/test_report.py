"""Today, streak, calendar and forecast follow their stated definitions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.figurewording import calendar_sentence
from quizapp.core.records import DayCounts
from quizapp.core.report import (
    CalendarDay,
    ForecastDay,
    Streak,
    Today,
    calendar,
    forecast,
    streak,
    today_figures,
)

FRIDAY = date(2025, 5, 2).toordinal()
SUNDAY = 6


def studied(*days: int) -> dict[int, DayCounts]:
    return {day: DayCounts(day, answers=3, right=2) for day in days}


def run(days: Mapping[int, DayCounts], rest: Collection[int] = ()) -> Streak:
    return streak(days, FRIDAY, rest)


def test_today_tells_of_the_present_study_day_only() -> None:
    days = {FRIDAY: DayCounts(FRIDAY, 8, 6, 2, 5, 1, 90_000), FRIDAY - 1: DayCounts(FRIDAY - 1, 99)}
    assert today_figures(days, FRIDAY) == Today(8, 6, 2, 5, 1, 1.5)


def test_the_share_of_right_answers_is_unknown_without_answers() -> None:
    assert today_figures({}, FRIDAY).share_right is None


def test_the_share_of_right_answers_is_between_0_and_1() -> None:
    assert today_figures(studied(FRIDAY), FRIDAY).share_right == pytest.approx(2 / 3)


def test_days_in_a_row_make_a_streak() -> None:
    assert run(studied(FRIDAY - 2, FRIDAY - 1, FRIDAY)) == Streak(3, 3, 0, studied_today=True)


def test_a_day_that_is_not_over_does_not_break_a_streak() -> None:
    assert run(studied(FRIDAY - 2, FRIDAY - 1)) == Streak(2, 2, 0, studied_today=False)


def test_a_missed_day_breaks_a_streak_and_the_best_one_is_kept() -> None:
    assert run(studied(FRIDAY - 5, FRIDAY - 4, FRIDAY - 3)) == Streak(0, 3, 0, studied_today=False)


def test_a_day_whose_answers_were_all_taken_back_does_not_count() -> None:
    days = {**studied(FRIDAY - 1), FRIDAY: DayCounts(FRIDAY)}
    assert run(days) == Streak(1, 1, 0, studied_today=False)


def test_practice_alone_keeps_a_streak() -> None:
    assert run({FRIDAY: DayCounts(FRIDAY, answers=1, practice=1)}).length == 1


def test_a_rest_day_neither_breaks_nor_lengthens_a_streak() -> None:
    saturday, monday = FRIDAY - 6, FRIDAY - 4
    days = studied(saturday, monday, *range(monday, FRIDAY + 1))
    assert run(days, [SUNDAY]) == Streak(6, 6, 1, studied_today=True)


def test_a_rest_day_that_was_studied_counts() -> None:
    days = studied(*range(FRIDAY - 6, FRIDAY + 1))
    assert run(days, [SUNDAY]) == Streak(7, 7, 0, studied_today=True)


def test_rest_days_do_not_excuse_other_days() -> None:
    assert run(studied(FRIDAY - 6, FRIDAY), [SUNDAY]) == Streak(1, 1, 0, studied_today=True)


def test_a_clock_that_was_ahead_once_does_not_hide_the_streak() -> None:
    assert run(studied(FRIDAY - 1, FRIDAY, FRIDAY + 400)).length == 2


def test_a_week_of_rest_days_never_breaks_a_streak() -> None:
    assert run(studied(FRIDAY - 500, FRIDAY), range(7)) == Streak(2, 2, 499, studied_today=True)


@given(days=st.sets(st.integers(FRIDAY - 40, FRIDAY)), rest=st.sets(st.integers(0, 5)))
def test_a_streak_agrees_with_walking_back_day_by_day(days: set[int], rest: set[int]) -> None:
    length, day = int(FRIDAY in days), FRIDAY - 1
    while day in days or date.fromordinal(day).weekday() in rest:
        length, day = length + (day in days), day - 1
        if day < FRIDAY - 60:
            break
    assert run(studied(*days), rest).length == length


def test_the_calendar_has_whole_weeks_from_monday_and_nothing_after_today() -> None:
    weeks = calendar({}, FRIDAY, weeks=3)
    assert [len(week) for week in weeks] == [7, 7, 7]
    assert weeks[0][0] == CalendarDay(FRIDAY - 4 - 14, 0, 0)
    assert weeks[-1] == (*(CalendarDay(day, 0, 0) for day in range(FRIDAY - 4, FRIDAY + 1)), None, None)


@pytest.mark.parametrize(
    ("answers", "level"), [(0, 0), (1, 1), (10, 1), (11, 2), (20, 2), (30, 3), (31, 4), (40, 4)]
)
def test_a_calendar_level_is_a_quarter_of_the_busiest_day(answers: int, level: int) -> None:
    days = {FRIDAY: DayCounts(FRIDAY, 40), FRIDAY - 1: DayCounts(FRIDAY - 1, answers)}
    assert calendar(days, FRIDAY, weeks=1)[0][3] == CalendarDay(FRIDAY - 1, answers, level)


def test_a_busier_day_before_the_calendar_sets_no_levels() -> None:
    days = {FRIDAY: DayCounts(FRIDAY, 1), FRIDAY - 30: DayCounts(FRIDAY - 30, 1000)}
    assert calendar(days, FRIDAY, weeks=1)[0][4] == CalendarDay(FRIDAY, 1, 4)


def test_the_forecast_holds_the_backlog_on_its_first_day() -> None:
    due = {FRIDAY - 9: 2, FRIDAY - 1: 1, FRIDAY: 4, FRIDAY + 2: 7, FRIDAY + 3: 100}
    assert forecast(due, FRIDAY, 3) == (
        ForecastDay(FRIDAY, 7, overdue=3),
        ForecastDay(FRIDAY + 1, 0),
        ForecastDay(FRIDAY + 2, 7),
    )


def test_a_calendar_comes_with_its_numbers() -> None:
    today = date(2026, 3, 4).toordinal()
    days = {day: DayCounts(day, answers=answers) for day, answers in ((today - 8, 1), (today - 1, 11))}
    said = calendar_sentence(calendar(days, today, 3))
    assert said == "In these 3 weeks: 12 answers on 2 days, at most 11 a day."
    assert calendar_sentence(calendar({}, today, 1)) == "In this week: no answers."

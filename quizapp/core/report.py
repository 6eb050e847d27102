"""Where a learner stands: today, streak, calendar and forecast, each from counts by study day.

Study days are ordinals (`date.toordinal()`). The *_MEANS texts define the figures; faces print them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from quizapp.core.records import DayCounts

TODAY_MEANS = "Answers of the present study day that were not taken back, practice included."
STREAK_MEANS = (
    "Study days in a row with at least one answer, practice included. Today counts as soon as you answer and "
    "breaks nothing until then. Your rest days never break a streak; they count only when you study on them."
)
CALENDAR_MEANS = (
    "Answers a study day, practice included, in four levels: up to a quarter, a half, three quarters and all "
    "of the busiest day shown."
)
FORECAST_MEANS = (
    "Cards that come due on each coming study day, as things stand now; today holds the overdue ones too. "
    "New cards and later misses are not in it."
)

LEVELS = 4


@dataclass(frozen=True, slots=True)
class Today:
    """`right` of `answers`, of them `new` first answers, `review` and `practice` ones; active `minutes`."""

    answers: int
    right: int
    new: int
    review: int
    practice: int
    minutes: float

    @property
    def share_right(self) -> float | None:
        """0..1; None when nothing was answered."""
        return self.right / self.answers if self.answers else None


@dataclass(frozen=True, slots=True)
class Streak:
    """`length` and `best` in days that were studied; `rest_used` are the rest days that `length` bridges."""

    length: int
    best: int
    rest_used: int
    studied_today: bool


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One square of the calendar; `level` is 0 (nothing) to 4."""

    study_day: int
    answers: int
    level: int


@dataclass(frozen=True, slots=True)
class ForecastDay:
    """`due` cards on a study day; `overdue` of them were due before it (only today has any)."""

    study_day: int
    due: int
    overdue: int = 0


def today_figures(days: Mapping[int, DayCounts], today: int) -> Today:
    """See TODAY_MEANS."""
    counts = days.get(today, DayCounts(today))
    return Today(
        counts.answers, counts.right, counts.new, counts.review, counts.practice, counts.duration_ms / 60_000
    )


def streak(days: Mapping[int, DayCounts], today: int, rest_days: Collection[int] = ()) -> Streak:
    """See STREAK_MEANS; `rest_days` are days of the week, 0 for Monday. Days after `today` do not count."""
    studied = sorted(day for day, counts in days.items() if counts.answers > 0 and day <= today)
    best = length = rest_used = 0
    for place, day in enumerate(studied):
        bridged = _rest_between(studied[place - 1], day, rest_days) if place else None
        length, rest_used = (1, 0) if bridged is None else (length + 1, rest_used + bridged)
        best = max(best, length)
    if not studied or _rest_between(studied[-1], today, rest_days) is None:
        return Streak(0, best, 0, studied_today=False)
    return Streak(length, best, rest_used, studied_today=studied[-1] == today)


def calendar(
    days: Mapping[int, DayCounts], today: int, weeks: int = 53
) -> tuple[tuple[CalendarDay | None, ...], ...]:
    """The last `weeks` weeks, the present one last, each Monday to Sunday; None for days still to come."""
    monday = today - _weekday(today)
    first = monday - 7 * (weeks - 1)
    busiest = max((days[day].answers for day in range(first, today + 1) if day in days), default=0)

    def square(day: int) -> CalendarDay | None:
        if day > today:
            return None
        answers = days[day].answers if day in days else 0
        return CalendarDay(day, answers, -(-LEVELS * answers // busiest) if answers else 0)

    return tuple(tuple(square(day) for day in range(week, week + 7)) for week in range(first, today + 1, 7))


def forecast(due_per_day: Mapping[int, int], today: int, days: int = 30) -> tuple[ForecastDay, ...]:
    """See FORECAST_MEANS: `days` study days from `today` on."""
    backlog = sum(due for day, due in due_per_day.items() if day < today)
    return tuple(
        ForecastDay(day, due_per_day.get(day, 0) + overdue, overdue)
        for day in range(today, today + days)
        for overdue in (backlog if day == today else 0,)
    )


def _rest_between(before: int, day: int, rest_days: Collection[int]) -> int | None:
    """How many days lie between two, if all of them are rest days; None if one is not."""
    gap = range(before + 1, day)
    if len(gap) >= 7 and len(set(rest_days)) < 7:
        return None
    return len(gap) if all(_weekday(missed) in rest_days for missed in gap) else None


def _weekday(day: int) -> int:
    return date.fromordinal(day).weekday()

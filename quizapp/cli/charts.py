"""Calendar and forecast as plain characters: no colour, no cursor, readable line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quizapp.core.report import CalendarDay, ForecastDay

LEVELS = ".-+*#"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONGEST_BAR = 40


def calendar_lines(calendar: tuple[tuple[CalendarDay | None, ...], ...]) -> Iterator[str]:
    """A line for the months, then one for each day of the week; a column is a week."""
    yield f"     {_months(calendar)}".rstrip()
    for weekday, name in enumerate(WEEKDAYS):
        squares = (week[weekday] for week in calendar)
        yield f"{name}  {''.join(LEVELS[each.level] if each else ' ' for each in squares)}".rstrip()


def forecast_lines(forecast: tuple[ForecastDay, ...]) -> Iterator[str]:
    """A line for each study day: the day, the number, a bar."""
    most = max((each.due for each in forecast), default=0)
    width = len(str(most))
    for each in forecast:
        day = date.fromordinal(each.study_day)
        bar = "#" * -(-LONGEST_BAR * each.due // most) if each.due else ""
        label = f"{WEEKDAYS[day.weekday()]} {day.day:>2} {MONTHS[day.month - 1]}"
        yield f"{label}  {each.due:>{width}}  {bar}".rstrip()


def _months(calendar: tuple[tuple[CalendarDay | None, ...], ...]) -> str:
    row = ""
    for column, week in enumerate(calendar):
        first = next((date.fromordinal(each.study_day) for each in week if each), None)
        begins = first is not None and (first.day <= 7)
        if first is not None and begins and len(row) <= column:
            row = f"{row:<{column}}{MONTHS[first.month - 1]} "
    return row

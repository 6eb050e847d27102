"""Days as signs: a calendar and a forecast that read without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual.content import Content

from quizapp.core.figurewording import calendar_sentence
from quizapp.core.records import DayCounts
from quizapp.core.report import CalendarDay, ForecastDay, calendar

SIGNS = "·▂▄▆█"
WEEKDAYS = ("Mon", "   ", "Wed", "   ", "Fri", "   ", "Sun")
FULL = 20
DAYS = 7


def strip(days: Mapping[int, DayCounts], today: int, weeks: int) -> Content:
    """The last weeks on one line, Monday to Sunday, a space between weeks."""
    return Content(" ").join(Content.assemble(*map(_sign, week)) for week in calendar(days, today, weeks))


def squares(days: Mapping[int, DayCounts], today: int, weeks: int) -> Content:
    """A row for each day of the week, a column for each week, months above, numbers below."""
    columns = calendar(days, today, weeks)
    lines = [Content.styled("    " + _months(today, weeks), "dim")]
    for weekday, name in enumerate(WEEKDAYS):
        row = Content.assemble(*(_sign(week[weekday]) for week in columns))
        lines.append(Content.assemble((f"{name} ", "dim"), row))
    scale = Content.assemble(("    less ", "dim"), *(_level(level) for level in range(5)), (" more", "dim"))
    numbers = Content.styled(f"    {calendar_sentence(columns)}", "dim")
    return Content("\n").join([*lines, scale, numbers])


def bars(forecast: Sequence[ForecastDay], today: int) -> Content:
    """A line a day: name, bar, number."""
    most = max((day.due for day in forecast), default=0)
    return Content("\n").join(_bar(day, today, most) for day in forecast)


def weekly(forecast: Sequence[ForecastDay]) -> Content:
    """A line a week: its first day, bar, number."""
    weeks = [forecast[first : first + DAYS] for first in range(0, len(forecast), DAYS)]
    sums = [(week[0].study_day, sum(each.due for each in week)) for week in weeks]
    most = max((due for _, due in sums), default=0)
    names = (date.fromordinal(day) for day, _ in sums)
    lines = [_line(f"{name:%d %b}", due, most) for name, (_, due) in zip(names, sums, strict=True)]
    return Content("\n").join(lines)


def few(forecast: Sequence[ForecastDay], today: int) -> Content:
    """The coming days on one line: "Tue 3 · Wed 5"."""
    return Content.styled(" · ", "dim").join(
        Content.assemble((f"{_name(day.study_day, today)} ", "dim"), str(day.due)) for day in forecast
    )


def _sign(day: CalendarDay | None) -> Content:
    return Content(" ") if day is None else _level(day.level)


def _level(level: int) -> Content:
    return Content.styled(SIGNS[level], "$primary" if level else "dim")


def _months(today: int, weeks: int) -> str:
    """Names of months over the week in which each begins; one that would touch another is left out."""
    line = [" "] * weeks
    monday = today - date.fromordinal(today).weekday()
    free = 0
    for column in range(weeks):
        start = date.fromordinal(monday - 7 * (weeks - 1 - column))
        if start.day <= 7 and column >= free and column + 3 <= weeks:
            line[column : column + 3] = start.strftime("%b")
            free = column + 4
    return "".join(line)


def _bar(day: ForecastDay, today: int, most: int) -> Content:
    return _line(_name(day.study_day, today), day.due, most)


def _line(name: str, due: int, most: int) -> Content:
    length = round(FULL * due / most) if most else 0
    bar = "█" * (length or bool(due))
    return Content.assemble((f"{name:<7}", "dim"), (bar, "$primary"), f" {due}")


def _name(day: int, today: int) -> str:
    return "today" if day == today else date.fromordinal(day).strftime("%a")

"""The day that a learner names: 2026-12-11, 11 December, Friday, tomorrow, in 19 days."""

from __future__ import annotations

import re
from datetime import date

from quizapp.core.dates import Precision, date_readings
from quizapp.errors import UsageError

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_SHOWN = 40
_FIX = "Write it as 2026-12-11, or as 11 December."
_DISTANCE = re.compile(r"in (\d{1,4}) (day|week)s?")
_NO_YEAR = re.compile(r".*\d{3,}.*")


def read_day(text: str, today: int) -> int:
    """The ordinal of the day; without a year, the next such day from `today` on.

    Raises UsageError for what is no day, could be two, or is in the past.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    day = _near(words, today)
    if day is None:
        day = _dated(text, today) if _NO_YEAR.fullmatch(words) else _next_dated(words, today)
    if day < today:
        raise UsageError(f"{_named(day)} is in the past.", "Name a day from today on.")
    return day


def _near(words: str, today: int) -> int | None:
    weekday = words.removeprefix("on ").removeprefix("next ").removeprefix("this ")
    if words in ("today", "tomorrow"):
        return today + (words == "tomorrow")
    if len(weekday) >= 3 and any(name.startswith(weekday) for name in WEEKDAYS):
        wanted = next(place for place, name in enumerate(WEEKDAYS) if name.startswith(weekday))
        return today + 1 + (wanted - date.fromordinal(today + 1).weekday()) % 7
    if found := _DISTANCE.fullmatch(words):
        return today + int(found[1]) * (7 if found[2] == "week" else 1)
    return None


def _dated(text: str, today: int) -> int:
    days = [
        _ordinal(reading.value.year, reading.value.month, reading.value.day)
        for reading in date_readings(text)
        if reading.value.precision is Precision.DAY
    ]
    if len(days) > 1:
        either = " or ".join(map(_named, days))
        raise UsageError(f"`{text}` may be {either}.", f"Write it as {date.fromordinal(days[0])}.")
    if not days:
        raise _no_day(text)
    return days[0]


def _next_dated(words: str, today: int) -> int:
    """A day and a month: in the present year, or the next one in which it is not past."""
    year = date.fromordinal(today).year
    found = []
    for each in range(year, year + 9):
        try:
            found.append(_dated(f"{words} {each}", today))
        except UsageError:
            continue
        if found[-1] >= today:
            return found[-1]
    raise _no_day(words)


def _no_day(text: str) -> UsageError:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return UsageError(f"`{shown}` is not a day.", _FIX)


def _ordinal(year: int, month: int | None, day: int | None) -> int:
    try:
        return date(year, month or 1, day or 1).toordinal()
    except ValueError:
        raise UsageError(
            f"No calendar has the day {day} of month {month} of the year {year}.", _FIX
        ) from None


def _named(day: int) -> str:
    when = date.fromordinal(day)
    return f"{when.day} {when:%B} {when.year}"

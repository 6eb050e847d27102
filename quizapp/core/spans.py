"""Dates of history set against each other: which includes which, and which are near."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.dates import DateSpan, HistoricDate, Precision

_FINENESS = (Precision.CENTURY, Precision.DECADE, Precision.YEAR, Precision.MONTH, Precision.DAY)
_YEARS = {Precision.DECADE: 10, Precision.CENTURY: 100}
_GREGORIAN = (1582, 10, 15)
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def includes(outer: HistoricDate, inner: HistoricDate) -> bool:
    """Whether `inner` agrees with all that `outer` says; it may say more."""
    if _fineness(inner) < _fineness(outer):
        return False
    if outer.precision in _YEARS:
        return _first(outer)[0] <= _first(inner)[0] and _last(inner)[0] <= _last(outer)[0]
    return shortened(inner, outer.precision) == outer


def is_near(given: HistoricDate, right: HistoricDate, within: DateSpan) -> bool:
    """Whether some day of `given` lies at most `within` before or after some day of `right`.

    `given` must be as precise as the span's unit: a year is not within 3 days of anything. A decade or
    century counts only within 10 or 100 years and more.
    """
    years = _YEARS.get(given.precision)
    if years is not None:
        fine_enough = within.unit is Precision.YEAR and within.count >= years
    else:
        fine_enough = _fineness(given) >= _FINENESS.index(within.unit)
    earliest = _shifted(_first(right), within, -1)
    latest = _shifted(_last(right), within, 1)
    return fine_enough and _ordinal(_first(given)) <= latest and earliest <= _ordinal(_last(given))


def shortened(value: HistoricDate, precision: Precision) -> HistoricDate:
    """The date without what is finer than `precision`, but never without its year; a decade stays one."""
    if value.precision in _YEARS or _fineness(value) <= _FINENESS.index(precision):
        return value
    if precision in _YEARS:
        precision = Precision.YEAR
    month = value.month if precision is Precision.MONTH else None
    return replace(value, month=month, day=None, precision=precision)


def _fineness(value: HistoricDate) -> int:
    """0 for a century up to 4 for a day."""
    return _FINENESS.index(value.precision)


def _first(value: HistoricDate) -> tuple[int, int, int]:
    return value.year, value.month or 1, value.day or 1


def _last(value: HistoricDate) -> tuple[int, int, int]:
    year = value.year + _YEARS.get(value.precision, 1) - 1
    month = value.month or 12
    return year, month, value.day or _month_length(year, month)


def _shifted(start: tuple[int, int, int], span: DateSpan, sign: int) -> int:
    """The ordinal of the day a span later or earlier; a day that its month lacks becomes the month's last."""
    if span.unit is Precision.DAY:
        return _ordinal(start) + sign * span.count
    year, month, day = start
    months = year * 12 + month - 1 + sign * span.count * (1 if span.unit is Precision.MONTH else 12)
    year, month = months // 12, months % 12 + 1
    return _ordinal((year, month, min(day, _month_length(year, month))))


def _ordinal(when: tuple[int, int, int]) -> int:
    """The number of a day, as date.toordinal() counts; the Julian calendar rules before 15 October 1582."""
    year, month, day = when
    past = year - 1
    days = past * 365 + past // 4 + _DAYS_BEFORE[month - 1] + (month > 2 and _is_leap(year)) + day
    return days - past // 100 + past // 400 if when >= _GREGORIAN else days - 2


def _month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year <= _GREGORIAN[0] or year % 100 != 0 or year % 400 == 0)

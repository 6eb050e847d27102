"""Dates of history: a year, perhaps a month, perhaps a day; before and after Christ, no year 0."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """What a written date pins down."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True, order=True)
class HistoricDate:
    """A date as written: `year` is astronomical (1 BC is 0, 44 BC is -43); month 1..12; day 1..31.

    A decade or century has the first year of its span in `year` (1950s: 1950; 19th century: 1801).
    """

    year: int
    month: int | None = None
    day: int | None = None
    precision: Precision = Precision.YEAR


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A length of time in calendar units, such as 1 year or 3 days; `unit` is day, month or year."""

    count: int
    unit: Precision

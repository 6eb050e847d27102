"""Dates of history: a year, perhaps a month, perhaps a day; before and after Christ, no year 0."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

LONGEST = 60


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


@dataclass(frozen=True, slots=True)
class DateReading:
    """One way to read a typed date; `era` tells whether BC or AD (or a sign) was written."""

    value: HistoricDate
    era: bool


def parse_date(text: str) -> HistoricDate | None:
    """The date that the text says; None when it says none, or when day and month could be swapped."""
    readings = date_readings(text)
    return readings[0].value if len(readings) == 1 else None


def date_readings(text: str) -> tuple[DateReading, ...]:
    """All ways to read a date in English or ISO form: none, one, or two (`6/10/1944`)."""
    clean = _clean(text)
    eras = _ERA.findall(clean)
    if not clean or len(eras) > 1:
        return ()
    before = bool(eras) and eras[0].startswith("b")
    body = " ".join(_FILLER.sub(" ", _ERA.sub(" ", clean)).split())
    for pattern, read in _FORMS:
        if found := pattern.fullmatch(body):
            dates = read(found.groupdict(default=""), before, bool(eras))
            signed = body.startswith("-")
            return tuple(DateReading(date, bool(eras) or signed) for date in dict.fromkeys(dates))
    return ()


def format_date(value: HistoricDate) -> str:
    """The date in words, as `parse_date` reads it: `15 March 44 BC`, `October 1944`, `440s BC`."""
    era = " BC" if value.year <= 0 else ""
    match value.precision:
        case Precision.CENTURY:
            return f"{_ordinal(_century(value.year))} century{era}"
        case Precision.DECADE:
            return f"{value.year if value.year > 0 else 1 - value.year - 9}s{era}"
        case Precision.YEAR:
            return _year(value.year)
        case Precision.MONTH:
            return f"{_month(value)} {_year(value.year)}"
        case Precision.DAY:
            return f"{value.day} {_month(value)} {_year(value.year)}"
        case other:
            assert_never(other)


def format_span(span: DateSpan) -> str:
    """The span in words: `1 year`, `3 days`."""
    return f"{span.count} {span.unit}{'' if span.count == 1 else 's'}"


def month_length(year: int, month: int) -> int:
    """Days in a month; February has 29 in every fourth year, as in the Julian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BC"
    return f"{year} AD" if year < 1000 else str(year)


def _month(value: HistoricDate) -> str:
    return MONTHS[(value.month or 1) - 1]


def _century(first_year: int) -> int:
    return (first_year - 1) // 100 + 1 if first_year > 0 else (1 - first_year) // 100


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


_ERA = re.compile(r"(?<![a-z])(bce|bc|ad|ce)(?![a-z])")
_FILLER = re.compile(
    r"(?<![a-z])(?:the|of|in|on|about|around|circa|ca|c|approximately|approx"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![a-z])(?! *$)|[~≈]"
)
_WORDED = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first",
)  # fmt: skip

_Groups = dict[str, str]
_Reader = Callable[[_Groups, bool, bool], list[HistoricDate]]


def _clean(text: str) -> str:
    """Lower case, plain dashes and spaces, no dots after words, no commas; "" when too long."""
    if len(text) > LONGEST * 4:
        return ""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'")
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text).replace(",", " ")
    text = re.sub(r"(?<=\d)\. (?=\d)", ".", text)
    text = re.sub(r"(?<=[a-z])\.|(?<=\d)\.(?=\s|$|[a-z])", " ", text)
    text = re.sub(r"(?<![a-z])([bca]) ([cde])(?: (e))?(?![a-z])", r"\1\2\3", " ".join(text.split()))
    return text if len(text) <= LONGEST else ""


def _astronomical(year: int, before: bool) -> int:
    return 1 - year if before else year


def _made(year: int, month: int | None = None, day: int | None = None) -> list[HistoricDate]:
    """The date, if there is such a day; the list is empty otherwise."""
    if month is None:
        return [HistoricDate(year)]
    if not 1 <= month <= 12:
        return []
    if day is None:
        return [HistoricDate(year, month, None, Precision.MONTH)]
    if not 1 <= day <= month_length(year, month):
        return []
    return [HistoricDate(year, month, day, Precision.DAY)]


def _read_iso(groups: _Groups, before: bool, era: bool) -> list[HistoricDate]:
    year = int(groups["year"])
    if year == 0 or (groups["sign"] and era):
        return []
    day = int(groups["day"]) if groups["day"] else None
    return _made(-year if groups["sign"] else _astronomical(year, before), int(groups["month"]), day)


def _read_dotted(groups: _Groups, before: bool, era: bool) -> list[HistoricDate]:
    year = int(groups["year"])
    if year == 0 or (len(groups["year"]) < 3 and not era):
        return []
    year, first, second = _astronomical(year, before), int(groups["first"]), int(groups["second"])
    day_first = _made(year, second, first)
    return day_first if groups["mark"] == "." else day_first + _made(year, first, second)


def _read_named(groups: _Groups, before: bool, era: bool) -> list[HistoricDate]:
    name, year = groups["month"], int(groups["year"])
    month = next((n for n, full in enumerate(MONTHS, 1) if full.casefold().startswith(name)), None)
    if month is None or year == 0:
        return []
    return _made(_astronomical(year, before), month, int(groups["day"]) if groups["day"] else None)


def _read_decade(groups: _Groups, before: bool, era: bool) -> list[HistoricDate]:
    start = int(groups["year"])
    if start == 0 or (start < 100 and not era):
        return []
    return [HistoricDate(1 - (start + 9) if before else start, precision=Precision.DECADE)]


def _read_century(groups: _Groups, before: bool, era: bool) -> list[HistoricDate]:
    number = int(groups["number"]) if groups["number"] else _WORDED.index(groups["word"]) + 1
    if number == 0:
        return []
    return [HistoricDate(1 - number * 100 if before else number * 100 - 99, precision=Precision.CENTURY)]


def _read_year(groups: _Groups, before: bool, era: bool) -> list[HistoricDate]:
    year = int(groups["year"])
    return _made(_astronomical(year, before)) if year else []


_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_NAME = r"(?P<month>[a-z]{3,9})"
_YEAR = r"(?P<year>[0-9]{1,6})"
_COUNTED = rf"(?:(?P<number>[0-9]{{1,3}})(?:st|nd|rd|th)?|(?P<word>{'|'.join(_WORDED)}))"
_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(?P<year>[0-9]{1,7})", _read_year),
        (rf"(?:{_DAY} ?)?{_NAME} ?{_YEAR}", _read_named),
        (rf"{_NAME} ?{_DAY} {_YEAR}", _read_named),
        (rf"(?P<year>[0-9]{{3,6}}) {_NAME}(?: {_DAY})?", _read_named),
        (r"(?P<sign>-?)(?P<year>[0-9]{4,6})[-/.](?P<month>[0-9]{1,2})(?:[-/.]" + _DAY + ")?", _read_iso),
        (rf"(?P<first>[0-9]{{1,2}})(?P<mark>[-/.])(?P<second>[0-9]{{1,2}})(?P=mark){_YEAR}", _read_dotted),
        (r"(?P<year>[0-9]{1,5}0) ?'?s", _read_decade),
        (rf"{_COUNTED} (?:century|cent|c)", _read_century),
    )
)

"""The small notations inside values: numbers with units, tolerances, credit, spans of time, patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from quizapp.core.dates import DateSpan, Precision
from quizapp.core.numbers import parse_decimal, parse_quantity
from quizapp.core.question import Accepted, Tolerance
from quizapp.formats.native_fields import Fields, shortened
from quizapp.formats.native_source import Report

REGEX = "regex:"
_SPAN = re.compile(r"(\d+)\s*(day|week|month|year|decade|century|centurie)s?", re.IGNORECASE)
_SPANS = {
    "day": (1, Precision.DAY),
    "week": (7, Precision.DAY),
    "month": (1, Precision.MONTH),
    "year": (1, Precision.YEAR),
    "decade": (10, Precision.YEAR),
    "century": (100, Precision.YEAR),
    "centurie": (100, Precision.YEAR),
}


def number_and_unit(text: str, units: Iterable[str] = ()) -> tuple[Decimal, str] | None:
    """`563 km` as its number and its unit; None when there is no number, or when it can be read in two ways.

    A point is a decimal point (`1.234`); a single comma before three digits (`1,234`) could be either.
    """
    found = parse_quantity(text, units)
    if found is None or (len(found.readings) > 1 and "." not in text):
        return None
    return min(found.readings, key=abs), found.unit


def credit(fields: Fields) -> float:
    """The key `credit`, 50% or 0.5, as 0..1; a half when it is absent or reported."""
    text = fields.text("credit")
    if "credit" not in fields:
        fields.error(
            "credit-missing",
            "match" if "match" in fields else "within",
            "A close answer needs a `credit`.",
            "Write `credit: 50%`.",
        )
    if not text:
        return 0.5
    value = _share(text)
    if value is None or not 0 <= value <= 1:
        fields.error(
            "bad-credit",
            "credit",
            f"`credit` takes a share of the whole, not `{shortened(text)}`.",
            "Write 50% or 0.5.",
        )
        return 0.5
    return float(value)


def _share(text: str) -> Decimal | None:
    if text.endswith("%"):
        number = parse_decimal(text[:-1].strip())
        return number / 100 if number is not None and number.is_finite() else None
    return parse_decimal(text)


def tolerance(fields: Fields, key: str, unit: str) -> Tolerance | None:
    """`5%` or `0.5`, the latter perhaps with the unit of the right value; None when it is reported."""
    text = fields.text(key)
    if not text:
        return None
    relative = text.endswith("%") and unit != "%"
    share = _share(text) if relative else None
    if share is not None and share >= 0:
        return Tolerance(share, True)
    found = None if relative else number_and_unit(text)
    if found and found[0] >= 0 and found[1] in ("", unit):
        return Tolerance(found[0])
    fields.error(
        "bad-tolerance",
        key,
        f"`{key}` takes a share or an amount"
        + (f" in {unit}" if unit else "")
        + f", not `{shortened(text)}`.",
        "Write 5% or 0.5.",
    )
    return None


def span(fields: Fields, key: str) -> DateSpan | None:
    """`1 year` or `3 days`; None when it is absent or reported."""
    text = fields.text(key)
    if not text:
        return None
    match = _SPAN.fullmatch(text)
    if not match or len(match[1]) > 6:
        fields.error(
            "bad-span",
            key,
            f"`{key}` takes a length of time, not `{shortened(text)}`.",
            "Write 1 year or 3 days.",
        )
        return None
    times, unit = _SPANS[match[2].lower()]
    return DateSpan(int(match[1]) * times, unit)


def accepted(text: str, index: int, report: Report) -> Accepted | None:
    """A right text, or the pattern after `regex:`; None when that is reported."""
    if not text.startswith(REGEX):
        return Accepted(text)
    pattern = text.removeprefix(REGEX).strip()
    if problem := _pattern_problem(pattern):
        report.error(
            "bad-regex",
            index,
            f"The pattern `{shortened(pattern)}` cannot be used: {problem}.",
            "Correct the pattern, or list the right answers one by one.",
        )
        return None
    return Accepted(pattern, True)


def _pattern_problem(pattern: str) -> str:
    from quizapp.core.patterns import pattern_problem  # loads a library that few decks need

    return pattern_problem(pattern) if pattern else "it is empty"

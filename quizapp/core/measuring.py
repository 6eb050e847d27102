"""Judging a typed number or date."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from quizapp.core.dates import DateReading, HistoricDate, Precision, date_readings, format_date, format_span
from quizapp.core.facing import one_line
from quizapp.core.grade import Grade, Unclear
from quizapp.core.numbers import EXACT, Quantity, format_decimal, parse_quantity, same_unit, unit_size
from quizapp.core.question import Date, Number, Tolerance
from quizapp.core.spans import includes, is_near, shortened

_QUOTED = 40


def judge_number(question: Number, text: str) -> Grade | Unclear:
    """1 within the tolerance (its edge included), else the best credit of a `close` band, else 0.

    Of several readings (`1,234`) the best counts. Unclear when there is no number, or a unit that the
    question does not know.
    """
    units = question.units or (((question.unit, Decimal(1)),) if question.unit else ())
    quantity = parse_quantity(text, [unit for unit, _ in units])
    if quantity is None:
        unit = f" (in {question.unit})" if question.unit else ""
        return Unclear(f"{_quoted(text)} is not a number. Type digits, such as 1234 or 1.5{unit}.")
    values = _in_unit(question, quantity, units)
    if values is None:
        return Unclear(_unknown_unit(quantity.unit, [unit for unit, _ in units]))
    score, remark = max((_number_score(question, value) for value in values), key=lambda pair: pair[0])
    return Grade(score, one_line(text), one_line(question.text), remark=remark)


def judge_date(question: Date, text: str) -> Grade | Unclear:
    """1 when the date agrees with all that the question's date says; else a `close` credit, else 0.

    Unclear when it is no date, or could be two.
    """
    readings = date_readings(text)
    if not readings:
        return Unclear(f"{_quoted(text)} is not a date. Type it like {_example(question.value.precision)}.")
    if len({shortened(reading.value, question.value.precision) for reading in readings}) > 1:
        return Unclear(_two_dates(text, readings))
    if question.value.year <= 0 and not readings[0].era:
        return Unclear(f"Is {_quoted(text)} before or after Christ? Add BC or AD.")
    score, remark = _date_score(question, readings[0].value)
    return Grade(score, one_line(text), one_line(question.text), remark=remark)


def _in_unit(
    question: Number, quantity: Quantity, units: tuple[tuple[str, Decimal], ...]
) -> list[Decimal] | None:
    """The readings in the question's own unit; None when the unit typed is none of the question's."""
    if not quantity.unit:
        return list(quantity.readings)
    size = unit_size(quantity.unit, units)
    if size is not None:
        return [EXACT.multiply(value, size) for value in quantity.readings]
    if not units and same_unit(quantity.unit, "%"):
        return [*quantity.readings, *(value.scaleb(-2, EXACT) for value in quantity.readings)]
    return None


def _number_score(question: Number, value: Decimal) -> tuple[float, str]:
    if _is_within(value, question.value, question.tolerance):
        exact = EXACT.compare(value, question.value) == 0
        return 1.0, "" if exact else f"Within {_tolerance(question)} of {one_line(question.text)}."
    found = [band for band in question.close if _is_within(value, question.value, band.within)]
    if not found:
        return 0.0, ""
    best = max(found, key=lambda band: band.credit)
    return min(1.0, max(0.0, best.credit)), best.why or f"Nearly right: {best.credit:.0%} of the credit."


def _is_within(value: Decimal, right: Decimal, tolerance: Tolerance) -> bool:
    reach = EXACT.multiply(EXACT.abs(right), tolerance.amount) if tolerance.relative else tolerance.amount
    return EXACT.abs(EXACT.subtract(value, right)) <= reach


def _tolerance(question: Number) -> str:
    amount = question.tolerance.amount
    if question.tolerance.relative:
        return f"{format_decimal(EXACT.normalize(amount.scaleb(2, EXACT)))}%"
    return format_decimal(amount) + (f" {question.unit}" if question.unit else "")


def _unknown_unit(unit: str, known: list[str]) -> str:
    if not known:
        return f"{_quoted(unit)} is not needed here: type the number alone."
    units = " or ".join(known)
    return f"{_quoted(unit)} is not a unit of this question: use {units}, or type the number alone."


def _date_score(question: Date, given: HistoricDate) -> tuple[float, str]:
    right = question.value
    if includes(right, given):
        return 1.0, ""
    missing = _missing(given, right)
    found = [band for band in question.close if is_near(given, right, band.within)]
    if not found:
        return 0.0, missing or _agreement(given, right)
    best = max(found, key=lambda band: band.credit)
    remark = best.why or missing or f"Within {format_span(best.within)} of {one_line(question.text)}."
    return min(1.0, max(0.0, best.credit)), remark


def _missing(given: HistoricDate, right: HistoricDate) -> str:
    """What a date that is right as far as it goes leaves out."""
    if not includes(given, right):
        return ""
    match right.precision, given.precision:
        case (Precision.DAY, Precision.MONTH) | (Precision.MONTH, Precision.YEAR):
            return f"The {right.precision} is missing."
        case Precision.DAY, Precision.YEAR:
            return "The day and month are missing."
        case Precision.DAY, _:
            return "The day, month and year are missing."
        case Precision.MONTH, _:
            return "The month and year are missing."
        case _:
            return f"The {right.precision} is missing."


def _agreement(given: HistoricDate, right: HistoricDate) -> str:
    """Which part of a wrong date is right."""
    if given.month is None or right.month is None or given.year != right.year:
        return ""
    if Precision.DAY in (given.precision, right.precision) and given.month == right.month:
        return "The month and year are right."
    return "The year is right."


def _two_dates(text: str, readings: Iterable[DateReading]) -> str:
    meanings = " or ".join(format_date(reading.value) for reading in readings)
    return f"{_quoted(text)} could be {meanings}. Type the month as a word."


def _example(precision: Precision) -> str:
    match precision:
        case Precision.DAY:
            return "6 October 1944 or 1944-10-06"
        case Precision.MONTH:
            return "October 1944"
        case Precision.YEAR:
            return "1944 or 44 BC"
        case Precision.DECADE:
            return "1950s"
        case Precision.CENTURY:
            return "19th century"
        case other:
            assert_never(other)


def _quoted(text: str) -> str:
    line = one_line(text)
    return f"“{line if len(line) <= _QUOTED else line[: _QUOTED - 1] + '…'}”"

"""Numbers as people type them: decimal comma or point, thousands, powers of ten, and a unit behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal

LONGEST = 60
MOST_DIGITS = 40
LARGEST_POWER = 300
# Enough digits for the product of any two numbers that can be read: nothing is rounded.
EXACT = Context(prec=4 * MOST_DIGITS)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the unit as typed, "" when there is none; `readings` are all values it may mean.

    `1,234` means 1234 or 1.234; most numbers have one reading.
    """

    readings: tuple[Decimal, ...]
    unit: str = ""


def parse_decimal(text: str) -> Decimal | None:
    """The one number that the text says, such as `-1,234.5`, `1 234,5` or `1.5e6`.

    A single point is a decimal point (`1.234`); a single comma before three digits (`1,234`) could be
    either, and gives None, as does anything that is no number.
    """
    plain = _plain(text)
    readings = _readings(plain)
    if len(readings) == 2 and "." in plain:
        return min(readings, key=abs)
    return readings[0] if len(readings) == 1 else None


def format_decimal(value: Decimal) -> str:
    """The number as `parse_decimal` reads it, without a power of ten unless it would be very long."""
    return f"{value:f}" if abs(value.adjusted()) < MOST_DIGITS // 2 else f"{value:E}"


def parse_quantity(text: str, units: Iterable[str] = ()) -> Quantity | None:
    """A number and the unit behind it, or a currency sign before it; None for anything else.

    `5 million` is read as 5000000, unless `million` is one of the `units` of the question.
    """
    plain = _plain(text)
    if sign := re.fullmatch(r"([+-]?)(\D) ?([+-]?)(.*)", plain):
        before, symbol, after, rest = sign.groups()
        if unicodedata.category(symbol) == "Sc":
            plain = f"{before or after}{rest} {symbol}"
    found = _QUANTITY.fullmatch(plain)
    if found is None:
        return None
    readings, unit = _readings(found["number"].strip()), found["rest"].strip()
    first, _, behind = unit.partition(" ")
    power = _WORDS.get(first.casefold().rstrip("."))
    if power and not any(same_unit(first, own) for own in units):
        readings, unit = tuple(value.scaleb(power, EXACT) for value in readings), behind.strip()
    return Quantity(readings, unit) if readings else None


def same_unit(typed: str, unit: str) -> bool:
    """Whether two units are one, whatever their case, plural, dots and spaces."""
    return _unit(typed) == _unit(unit)


def unit_size(typed: str, units: Iterable[tuple[str, Decimal]]) -> Decimal | None:
    """The size of the typed unit among (unit, size), an exact match first; None when no single one fits."""
    known = dict(units)
    if typed in known:
        return known[typed]
    sizes = {size for unit, size in known.items() if same_unit(typed, unit)}
    return sizes.pop() if len(sizes) == 1 else None


_WORDS = {
    "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "mln": 6,
    "billion": 9, "billions": 9, "bn": 9, "trillion": 12, "trillions": 12,
}  # fmt: skip
_NAMES = {
    "%": "percent pct",
    "km": "kilometre kilometer",
    "m": "metre meter",
    "cm": "centimetre centimeter",
    "mm": "millimetre millimeter",
    "kg": "kilogram kilogramme kilo",
    "g": "gram gramme",
    "t": "tonne",
    "l": "litre liter",
    "ha": "hectare",
    "h": "hour hr",
    "min": "minute",
    "s": "second sec",
    "mi": "mile",
    "ft": "foot feet",
    "in": "inch",
    "lb": "pound",
    "yd": "yard",
    "°c": "degreecelsius degreescelsius celsius",
    "°f": "degreefahrenheit degreesfahrenheit fahrenheit",
    "°": "degree",
    "km2": "sqkm squarekilometre squarekilometer",
    "m2": "sqm squaremetre squaremeter",
    "mi2": "sqmi sqmile squaremile",
    "km/h": "kph kmh kmph",
    "$": "dollar usd",
    "€": "euro eur",
    "£": "gbp poundsterling",
}
_ALIASES = {name: unit for unit, names in _NAMES.items() for name in names.split()}
_QUANTITY = re.compile(
    r"(?P<number>[+-]? ?(?:10\^[+-]?[0-9]+|[0-9.,'_ ]*[0-9][.,]?(?: ?(?:e|[x*] ?10 ?\^) ?[+-]?[0-9]+)?))"
    r"(?P<rest>(?: ?[^0-9.,:/*=<>+\- ].*)?)",
    re.IGNORECASE,
)
_POWER = re.compile(r"(?:(?P<digits>.*?) ?(?:e|[x*] ?10 ?\^) ?|10\^)(?P<power>[+-]?[0-9]+)", re.IGNORECASE)
_SIGNS = {
    **dict.fromkeys(map(ord, "−–—‐‑‒"), "-"),
    **dict.fromkeys(map(ord, "’‘ʼ´`"), "'"),
    ord("٫"): ".", ord("．"): ".", ord("٬"): ",", ord("，"): ",", ord("×"): "x", ord("·"): "*", ord("⋅"): "*",
}  # fmt: skip
_APPROXIMATE = re.compile(r"^(?:[~≈]|(?:about|around|circa|ca\.?|approx\.?|some) ) *", re.IGNORECASE)


def _plain(text: str) -> str:
    """One line with Western digits, simple signs and single spaces; "" when it is too long."""
    if len(text) > LONGEST * 4:
        return ""
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    line = "".join(" " if c.isspace() else c for c in digits if c.isspace() or c.isprintable())
    line = " ".join(unicodedata.normalize("NFC", line).translate(_SIGNS).split())
    line = _APPROXIMATE.sub("", line)
    return line if len(line) <= LONGEST else ""


def _readings(number: str) -> tuple[Decimal, ...]:
    """All values that a number without a unit may mean; () when it is none or too large."""
    if found := _POWER.fullmatch(number):
        digits, power = found["digits"], int(found["power"])
        mantissas = _mantissas(digits) if digits is not None else (Decimal(1),)
        values = [value.scaleb(power) for value in mantissas if abs(power) <= LARGEST_POWER]
    else:
        values = list(_mantissas(number))
    return tuple(dict.fromkeys(values))


def _mantissas(number: str) -> tuple[Decimal, ...]:
    found = re.fullmatch(r"([+-]?) ?([0-9.,'_ ]*[0-9][.,]?)", number)
    if found is None or sum(c.isdigit() for c in number) > MOST_DIGITS:
        return ()
    sign, body = found.groups()
    plain = [value for mark, other in ((".", ","), (",", ".")) if (value := _read(body, mark, other))]
    return tuple(Decimal(sign + value) for value in plain)


def _read(body: str, mark: str, other: str) -> str | None:
    """The digits with a plain point, when `mark` is the decimal mark and `other` may group thousands."""
    whole, _, part = body.partition(mark)
    if part and not part.isdigit():
        return None
    if whole and not whole.isdigit() and not _grouped(whole, other):
        return None
    digits = re.sub(r"[^0-9]", "", whole)
    return f"{digits or '0'}.{part}" if part else digits or None


def _grouped(whole: str, gap: str) -> bool:
    """Whether digits are grouped by threes, or in the Indian way (12,34,567)."""
    if re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:([{gap} '_])[0-9]{{3}})(?:\1[0-9]{{3}})*", whole):
        return True
    return gap == "," and re.fullmatch(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}", whole) is not None


def _unit(text: str) -> str:
    """A unit in its simplest form: no case, dots, carets, spaces or plural; m² is m2."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[\s.^]", "", text)
    for form in (text, text.removesuffix("s"), text.removesuffix("es")):
        if form in _ALIASES:
            return _ALIASES[form]
    return text.removesuffix("s") if len(text) > 2 else text

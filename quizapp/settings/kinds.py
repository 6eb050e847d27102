"""The kinds of values a setting can have: how each is read, checked, described and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
YES = ("true", "yes", "on", "1")
NO = ("false", "no", "off", "0")


@dataclass(frozen=True, slots=True)
class Real:
    """A number between `low` and `high`, both allowed."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between `low` and `high`, both allowed."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class YesNo:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text."""


@dataclass(frozen=True, slots=True)
class Reals:
    """A list of numbers, each between `low` and `high`."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of texts."""


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Days of the week by name; the value counts from 0 for Monday."""


@dataclass(frozen=True, slots=True)
class RealTable:
    """Names, each with a number between `low` and `high`; the value is pairs."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TextTable:
    """Names, each with a text; the value is pairs."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """The value None is written as `word`; all else is as in `kind`."""

    word: str
    kind: Real | Whole


Kind = Real | Whole | YesNo | Text | Reals | Texts | Weekdays | RealTable | TextTable | Maybe


def describe(kind: Kind) -> str:
    """What a value must be: completes the sentence "it must be ..."."""
    match kind:
        case Real(low, high):
            return f"a number between {_bound(low)} and {_bound(high)}"
        case Whole(low, high):
            return f"a whole number between {low} and {high}"
        case YesNo():
            return "true or false"
        case Text():
            return "a text on one line"
        case Reals(low, high):
            return f"a list of numbers between {_bound(low)} and {_bound(high)}"
        case Texts():
            return "a list of texts"
        case Weekdays():
            return "a list of days of the week, such as saturday, sunday"
        case RealTable(low, high):
            return f"a table of names, each with a number between {_bound(low)} and {_bound(high)}"
        case TextTable():
            return "a table of names, each with a text"
        case Maybe(word, inner):
            return f'"{word}" or {describe(inner)}'
        case _:
            assert_never(kind)


def check(kind: Kind, raw: object) -> object:
    """The value that a TOML value stands for; ValueError with what it must be."""
    match kind:
        case Real(low, high):
            return _real(raw, low, high, kind)
        case Whole(low, high):
            if isinstance(raw, int) and not isinstance(raw, bool) and low <= raw <= high:
                return raw
        case YesNo():
            if isinstance(raw, bool):
                return raw
        case Text():
            if isinstance(raw, str) and raw.isprintable():
                return raw
        case Reals(low, high):
            if isinstance(raw, list):
                return tuple(_real(item, low, high, kind) for item in raw)
        case Texts():
            if isinstance(raw, list):
                return tuple(check(Text(), item) for item in raw)
        case Weekdays():
            if isinstance(raw, list):
                return tuple(sorted({_weekday(item, kind) for item in raw}))
        case RealTable(low, high):
            if isinstance(raw, Mapping):
                return tuple((str(name), _real(item, low, high, kind)) for name, item in raw.items())
        case TextTable():
            if isinstance(raw, Mapping):
                return tuple((str(name), check(Text(), item)) for name, item in raw.items())
        case Maybe(word, inner):
            return None if raw == word else _maybe(raw, inner, kind)
        case _:
            assert_never(kind)
    raise ValueError(describe(kind))


def from_text(kind: Kind, text: str) -> object:
    """The TOML value that a text from the command line or environment means; never raises: `check` judges."""
    text = text.strip()
    match kind:
        case Real() | Whole():
            return _number(text)
        case YesNo():
            folded = text.casefold()
            return True if folded in YES else False if folded in NO else text
        case Text():
            return text
        case Reals():
            return [_number(item) for item in _items(text)]
        case Texts() | Weekdays():
            return _items(text)
        case RealTable():
            return {name: _number(value) for name, value in _pairs(text)}
        case TextTable():
            return dict(_pairs(text))
        case Maybe(word, inner):
            return word if text.casefold() == word else from_text(inner, text)
        case _:
            assert_never(kind)


def part_from_text(kind: Kind, text: str) -> object:
    """The TOML value that a text means as one part of a table."""
    return _number(text.strip()) if isinstance(kind, RealTable) else text.strip()


def to_toml(kind: Kind, value: object) -> object:
    """The TOML value that `check` reads as `value`."""
    match kind:
        case Weekdays():
            return [WEEKDAYS[day] for day in value] if isinstance(value, tuple) else []
        case Reals() | Texts():
            return list(value) if isinstance(value, tuple) else []
        case RealTable() | TextTable():
            return dict(value) if isinstance(value, tuple) else {}
        case Maybe(word, _):
            return word if value is None else value
        case Real() | Whole() | YesNo() | Text():
            return value
        case _:
            assert_never(kind)


def as_text(kind: Kind, value: object) -> str:
    """How `--set` would write `value`."""
    raw = to_toml(kind, value)
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, dict):
        return ",".join(f"{name}={_plain(item)}" for name, item in raw.items())
    if isinstance(raw, list):
        return ",".join(_plain(item) for item in raw)
    return _plain(raw)


def is_table(kind: Kind) -> bool:
    """Whether the setting has named parts, which are set one by one."""
    return isinstance(kind, RealTable | TextTable)


def _real(raw: object, low: float, high: float, kind: Kind) -> float:
    if isinstance(raw, int | float) and not isinstance(raw, bool) and low <= raw <= high:
        return float(raw)
    raise ValueError(describe(kind))


def _maybe(raw: object, inner: Real | Whole, kind: Maybe) -> object:
    try:
        return check(inner, raw)
    except ValueError:
        raise ValueError(describe(kind)) from None


def _weekday(raw: object, kind: Kind) -> int:
    if isinstance(raw, str):
        for number, name in enumerate(WEEKDAYS):
            if raw.casefold() in (name, name[:3]):
                return number
    raise ValueError(describe(kind))


def _number(text: str) -> object:
    for convert in (int, float):
        try:
            return convert(text)
        except ValueError:
            continue
    return text


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _pairs(text: str) -> list[tuple[str, str]]:
    split = (item.partition("=") for item in _items(text))
    return [(name.strip(), value.strip()) for name, _, value in split]


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _bound(value: float) -> str:
    return f"{value:.2f}" if value < 1 else f"{value:g}"

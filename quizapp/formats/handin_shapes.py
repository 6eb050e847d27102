"""Frozen dataclasses as JSON values and back, strictly by their type hints: nothing else gets in."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from quizapp.core.answer import Answer, Filled, GaveUp, Matched, Ordered, Picked, Said, SelfRated, Wrote

Reader = Callable[[object], object]

TAGS: Mapping[str, type[Answer]] = {
    "self-rated": SelfRated,
    "picked": Picked,
    "said": Said,
    "wrote": Wrote,
    "filled": Filled,
    "matched": Matched,
    "ordered": Ordered,
    "gave-up": GaveUp,
}
"""How each answer is called, as in the progress file."""

_TAG_OF: Mapping[type, str] = {cls: tag for tag, cls in TAGS.items()}
_LARGEST = 2**53
"""Larger whole numbers are not the same in every program that reads JSON."""

LONGEST_TEXT = 100_000
"""Characters of an answer, a label or any other text."""

_YEARS = range(1970, 2200)


class WrongShape(ValueError):
    """A value that is not what belongs there: `place` is its path, `wanted` what belongs there."""

    def __init__(self, wanted: str, place: str = "") -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.place = place

    def within(self, part: str) -> WrongShape:
        """The same, seen from one level further out."""
        inner = self.place
        return WrongShape(self.wanted, f"{part}{'' if not inner or inner[0] == '[' else '.'}{inner}")


def shape_of(value: object) -> object:
    """The value as JSON knows it; fields that hold their default are left out, whole numbers are ints."""
    if is_dataclass(value) and not isinstance(value, type):
        tag = _TAG_OF.get(type(value))
        return ({} if tag is None else {"type": tag}) | {
            f.name: shape_of(held) for f in fields(value) if (held := getattr(value, f.name)) != _default(f)
        }
    if isinstance(value, tuple):
        return [shape_of(each) for each in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, str):
        return storable(str(value))
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value.value if isinstance(value, Enum) else value


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: half of a surrogate pair becomes `?`."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=64)
def reader_of(hint: Any) -> Reader:
    """What makes a value of that type from JSON; it raises WrongShape for everything else."""
    if hint is Answer:
        return _answer
    origin: Any = get_origin(hint)
    if origin is tuple:
        return _tuple_reader(get_args(hint))
    if origin in (Union, types.UnionType):
        return _optional_reader(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _object_reader(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum_reader(hint)
    plain: Any = getattr(hint, "__supertype__", hint)
    return _PLAIN[plain]


def _default(field: Field[Any]) -> object:
    return MISSING if field.default is MISSING else field.default


def _text(held: object) -> object:
    if not isinstance(held, str) or len(held) > LONGEST_TEXT:
        raise WrongShape(f"text of at most {LONGEST_TEXT} characters")
    return storable(held)


def _whole(held: object) -> object:
    if type(held) is not int or not -_LARGEST <= held <= _LARGEST:
        raise WrongShape("a whole number")
    return held


def _number(held: object) -> object:
    if type(held) is float:
        return held
    if type(held) is not int or not -_LARGEST <= held <= _LARGEST:
        raise WrongShape("a number")
    return float(held)


def _yes_or_no(held: object) -> object:
    if not isinstance(held, bool):
        raise WrongShape("true or false")
    return held


def _moment(held: object) -> object:
    try:
        at = datetime.fromisoformat(held) if isinstance(held, str) else None
    except ValueError:
        at = None
    if at is None or at.utcoffset() is None or at.year not in _YEARS:
        raise WrongShape("a date and time such as 2026-11-22T19:30:00+00:00")
    return at.astimezone(UTC)


_PLAIN: Mapping[type, Reader] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _yes_or_no,
    datetime: _moment,
}


def _answer(held: object) -> object:
    if not isinstance(held, dict):
        raise WrongShape("an answer")
    cls: Any = TAGS.get(tag) if isinstance(tag := held.get("type"), str) else None
    if cls is None:
        raise WrongShape(f"one of {', '.join(TAGS)}", "type")
    return reader_of(cls)(held)


def _tuple_reader(inner: tuple[Any, ...]) -> Reader:
    if inner[-1] is not Ellipsis:
        return _row_reader(inner)
    read = reader_of(inner[0])
    of_texts = read is _text

    def reader(held: object) -> object:
        if not isinstance(held, list):
            raise WrongShape("a list")
        if not held or (of_texts and _are_plain(held)):
            return tuple(held)
        place = 0
        try:
            made = []
            for place, each in enumerate(held):  # noqa: B007 - read when it fails
                made.append(read(each))
            return tuple(made)
        except WrongShape as wrong:
            raise wrong.within(f"[{place}]") from None

    return reader


def _are_plain(held: list[object]) -> bool:
    """Whether all are short texts that are fit to be kept as they are: quick, since there are so many."""
    try:
        joined = "".join(held)  # type: ignore[arg-type]
    except TypeError:
        return False
    return joined.isascii() and len(joined) <= LONGEST_TEXT


def _row_reader(inner: tuple[Any, ...]) -> Reader:
    readers = tuple(map(reader_of, inner))

    def reader(held: object) -> object:
        if not isinstance(held, list) or len(held) != len(readers):
            raise WrongShape(f"a list of {len(readers)}")
        return tuple(read(each) for read, each in zip(readers, held, strict=True))

    return reader


def _optional_reader(hint: Any) -> Reader:
    choices = get_args(hint)
    held_by = tuple(choice for choice in choices if choice is not type(None))
    read = _answer if set(held_by) == set(get_args(Answer)) else reader_of(held_by[0])
    return lambda held: None if held is None else read(held)


def _enum_reader(cls: type[Enum]) -> Reader:
    known = {each.value: each for each in cls}
    wanted = f"one of {', '.join(str(value) for value in known)}"

    def reader(held: object) -> object:
        found = known.get(held) if isinstance(held, str | int) and not isinstance(held, bool) else None
        if found is None:
            raise WrongShape(wanted)
        return found

    return reader


def _object_reader(cls: Any) -> Reader:
    hints = get_type_hints(cls)
    readers = {f.name: reader_of(hints[f.name]) for f in fields(cls)}
    needed = frozenset(f.name for f in fields(cls) if f.default is MISSING)
    texts = frozenset(name for name, read in readers.items() if read is _text)

    def reader(held: object) -> object:
        if not isinstance(held, dict):
            raise WrongShape("an object")
        made: dict[str, object] = {}
        name = ""
        try:
            for name, value in held.items():
                if name in texts and type(value) is str and len(value) <= LONGEST_TEXT and value.isascii():
                    # A class hands in millions of texts: no call for each.
                    made[name] = value
                elif (read := readers.get(name)) is not None:
                    # Fields that this version does not know are left aside: a later one may add some.
                    made[name] = read(value)
        except WrongShape as wrong:
            raise wrong.within(name) from None
        if not needed <= made.keys():
            missing = next(f.name for f in fields(cls) if f.name in needed and f.name not in made)
            raise WrongShape("something: it is missing", missing)
        return cls(**made)

    return reader

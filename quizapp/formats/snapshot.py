"""A question as one line of JSON, as the store keeps it; what comes back is equal to what went in.

The shape is that of core/question.py: an object a dataclass, with `type` naming the question's
class; fields that hold their default are left out.
"""

from __future__ import annotations

import json
import types
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from quizapp.core.question import Question

_TYPES = {cls.__name__.lower(): cls for cls in get_args(Question)}


def encode(question: Question) -> str:
    """The question as JSON text."""
    body = {"type": type(question).__name__.lower(), **_fields_out(question), "line": question.line}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Question:
    """The question that `encode` wrote; ValueError or KeyError for anything else."""
    body = json.loads(text)
    made: Question = _object_in(_TYPES[body.pop("type")], body)
    return made


def _fields_out(value: object) -> dict[str, object]:
    return {
        f.name: _out(held)
        for f in fields(value)  # type: ignore[arg-type]
        if (held := getattr(value, f.name)) != _default(f)
    }


def _default(field: Field[Any]) -> object:
    return MISSING if field.default is MISSING else field.default


def _out(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return _fields_out(value)
    if isinstance(value, tuple):
        return [_out(each) for each in value]
    if isinstance(value, Decimal):
        return str(value)
    return value


def _object_in(cls: Any, body: Mapping[str, object]) -> Any:
    hints = _hints(cls)
    return cls(**{name: _in(hints[name], held) for name, held in body.items()})


@lru_cache(maxsize=64)
def _hints(cls: Hashable) -> Mapping[str, Any]:
    return get_type_hints(cls)


def _in(hint: Any, held: object) -> object:
    """`held` as the type that `hint` tells: a dataclass, tuple, union, enum, Decimal or plain value."""
    if held is None:
        return None
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_in(get_args(hint), held)
    if origin in (Union, types.UnionType):
        return _union_in(get_args(hint), held)
    if is_dataclass(hint) and isinstance(hint, type):
        assert isinstance(held, dict)
        return _object_in(hint, held)
    if hint is Decimal:
        return Decimal(str(held))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(held)
    return held


def _tuple_in(inner: tuple[Any, ...], held: object) -> tuple[object, ...]:
    assert isinstance(held, list)
    if inner[-1] is Ellipsis:
        return tuple(_in(inner[0], each) for each in held)
    return tuple(_in(hint, each) for hint, each in zip(inner, held, strict=True))


def _union_in(choices: tuple[Any, ...], held: object) -> object:
    structured = isinstance(held, dict)
    fitting = next(c for c in choices if c is not type(None) and is_dataclass(c) == structured)
    return _in(fitting, held)

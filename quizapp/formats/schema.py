"""The deck format as a JSON Schema, so that editors can complete and check while one types.

`python -m quizapp.formats.schema` prints it; docs/deck.schema.json holds what it prints.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import assert_never

from quizapp.core.question import Level
from quizapp.formats import keys
from quizapp.formats.keys import Key, Kind, Shape

Schema = dict[str, object]

# An editor's YAML has numbers and truth values of its own, which are all text to quizapp.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_FLAG: Schema = {"enum": [True, False, "yes", "no", "on", "off"]}
_AMOUNT: Schema = {"type": ["number", "string"]}
_WAYS: tuple[tuple[str, ...], ...] = (
    ("q", "a"),
    ("q", "options"),
    ("q", "accept"),
    ("q", "number"),
    ("q", "date"),
    ("q", "match"),
    ("q", "order"),
    ("cloze",),
)


def schema() -> Schema:
    """The schema of a deck file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "quizapp deck",
        **_object(keys.DECK, ("deck", "questions")),
        "definitions": {
            "text": _TEXT,
            "texts": _one_or_many("text"),
            "flag": _FLAG,
            "question": {
                **_object(keys.QUESTION),
                "anyOf": [{"required": list(way)} for way in _WAYS],
            },
            "option": {
                **_object(keys.OPTION),
                "oneOf": [{"required": ["right"]}, {"required": ["wrong"]}],
            },
            "close": {
                **_object(keys.CLOSE, ("credit",)),
                "oneOf": [{"required": ["match"]}, {"required": ["within"]}],
            },
            "ref": _object(keys.REF),
            "source": _object(keys.SOURCE),
            "defaults": _object(keys.DEFAULTS),
            "exam": _object(keys.EXAM),
            "pool": _object(keys.POOL),
        },
    }


def schema_text() -> str:
    """The schema as it stands in docs/deck.schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _object(table: Mapping[str, Key], required: tuple[str, ...] = ()) -> Schema:
    properties = {name: {"description": key.says, **_value(name, key.shape)} for name, key in table.items()}
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**made, "required": list(required)} if required else made


def _value(name: str, shape: Shape) -> Schema:
    match shape:
        case Shape.TEXT:
            return {"enum": list(keys.VALUES[name])} if name in keys.VALUES else _ref("text")
        case Shape.TEXTS | Shape.ANSWER:
            return _ref("texts")
        case Shape.FLAG:
            return _ref("flag")
        case Shape.WHOLE:
            return {"type": ["integer", "string"]}
        case Shape.AMOUNT:
            return _AMOUNT
        case Shape.LEVEL:
            return {"enum": list(Level)}
        case Shape.KIND:
            return {"enum": list(Kind)}
        case Shape.OPTIONS:
            return {"type": "array", "items": _ref("option"), "minItems": 2}
        case Shape.CLOSE:
            return {"type": "array", "items": _ref("close"), "minItems": 1}
        case Shape.UNITS:
            return {"type": "object", "additionalProperties": _AMOUNT}
        case Shape.PAIRS:
            pairs: Schema = {"type": "object", "additionalProperties": _ref("text")}
            return {
                "anyOf": [{**pairs, "minProperties": 2}, {"type": "array", "items": pairs, "minItems": 2}]
            }
        case Shape.REF | Shape.SOURCE:
            return {"anyOf": [_ref("text"), _ref(name)]}
        case Shape.OBJECTIVES:
            return {"anyOf": [{"type": "object", "additionalProperties": _ref("text")}, _ref("texts")]}
        case Shape.DEFAULTS | Shape.EXAM:
            return _ref(name)
        case Shape.QUESTIONS:
            return {"type": "array", "items": _ref("question")}
        case Shape.POOLS:
            return {"type": "array", "items": _ref("pool"), "minItems": 1}
        case _:
            assert_never(shape)


def _one_or_many(name: str) -> Schema:
    return {"anyOf": [_ref(name), {"type": "array", "items": _ref(name), "minItems": 1}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


if __name__ == "__main__":
    print(schema_text(), end="")

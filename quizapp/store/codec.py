"""Values of the core as the text and numbers that SQLite keeps, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, assert_never

from quizapp.core.answer import (
    Answer,
    Filled,
    GaveUp,
    Matched,
    Ordered,
    Picked,
    Rating,
    Said,
    SelfRated,
    Wrote,
)
from quizapp.core.card import CardKey
from quizapp.core.event import Kind, Move, SchedulerConfig
from quizapp.core.question import DeckId
from quizapp.core.step import SessionRequest

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


def to_ms(at: datetime) -> int:
    """Whole milliseconds since 1970, rounded down; `at` is aware."""
    return (at - _EPOCH) // _MS


def from_ms(ms: int) -> datetime:
    """The moment, aware, in UTC."""
    return _EPOCH + ms * _MS


def plain(text: str) -> str:
    """The text as UTF-8 can hold it: what a terminal could not decode becomes `?`."""
    return text.encode("utf-8", "replace").decode("utf-8")


def path_bytes(path: str) -> bytes:
    """A file name exactly, even one that is not valid Unicode."""
    return path.encode("utf-8", "surrogatepass")


def path_text(path: bytes) -> str:
    return path.decode("utf-8", "surrogatepass")


def texts(values: Iterable[str]) -> str:
    """A list of texts as JSON; escaped, so that anything typed can be kept."""
    return json.dumps(list(values), separators=(",", ":"))


def read_texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def cards(keys: Iterable[CardKey]) -> str:
    return texts(map(str, keys))


def read_cards(text: str) -> tuple[CardKey, ...]:
    return tuple(map(CardKey.parse, json.loads(text)))


def answer(value: Answer) -> str:
    """An answer as tagged JSON, such as `{"type":"picked","options":["Rubicon"]}`."""
    return json.dumps(answer_fields(value), separators=(",", ":"))


def answer_fields(value: Answer) -> dict[str, object]:
    """An answer as the mapping that JSON keeps of it."""
    match value:
        case SelfRated(rating=rating):
            return {"type": "self-rated", "rating": int(rating)}
        case Picked(options=options):
            return {"type": "picked", "options": options}
        case Said(value=said):
            return {"type": "said", "value": said}
        case Wrote(text=text):
            return {"type": "wrote", "text": text}
        case Filled(texts=filled):
            return {"type": "filled", "texts": filled}
        case Matched(pairs=pairs):
            return {"type": "matched", "pairs": pairs}
        case Ordered(items=items):
            return {"type": "ordered", "items": items}
        case GaveUp():
            return {"type": "gave-up"}
        case _:
            assert_never(value)


def read_answer(text: str) -> Answer:
    """The answer that `answer` wrote; ValueError for a type that this version does not know."""
    fields = json.loads(text)
    match fields["type"]:
        case "self-rated":
            return SelfRated(Rating(fields["rating"]))
        case "picked":
            return Picked(tuple(fields["options"]))
        case "said":
            return Said(fields["value"])
        case "wrote":
            return Wrote(fields["text"])
        case "filled":
            return Filled(tuple(fields["texts"]))
        case "matched":
            return Matched(tuple((left, right) for left, right in fields["pairs"]))
        case "ordered":
            return Ordered(tuple(fields["items"]))
        case "gave-up":
            return GaveUp()
        case unknown:
            raise ValueError(f"unknown type of answer: {unknown}")


def moves(values: tuple[Move, ...]) -> str | None:
    """The moves of a relink as JSON; None for none."""
    if not values:
        return None
    return json.dumps([[m.old, m.new, m.old_text, m.new_text] for m in values], separators=(",", ":"))


def read_moves(text: str | None) -> tuple[Move, ...]:
    return () if text is None else tuple(Move(*fields) for fields in json.loads(text))


def request(value: SessionRequest) -> str:
    fields: dict[str, object] = {
        "kind": value.kind,
        "decks": value.decks,
        "tags": value.tags,
        "max_cards": value.max_cards,
        "max_minutes": value.max_minutes,
        "cards": [str(key) for key in value.cards],
    }
    return json.dumps(fields, separators=(",", ":"))


def read_request(text: str) -> SessionRequest:
    fields = json.loads(text)
    return SessionRequest(
        kind=Kind(fields["kind"]),
        decks=tuple(map(DeckId, fields["decks"])),
        tags=tuple(fields["tags"]),
        max_cards=fields["max_cards"],
        max_minutes=fields["max_minutes"],
        cards=tuple(map(CardKey.parse, fields["cards"])),
    )


def config(value: SchedulerConfig) -> str:
    """Everything of a scheduler's configuration as JSON; floats come back exactly."""
    fields: dict[str, object] = {
        "parameters": value.parameters,
        "retention": value.retention,
        "learning_steps": value.learning_steps,
        "relearning_steps": value.relearning_steps,
        "maximum_interval": value.maximum_interval,
        "fuzz": value.fuzz,
    }
    return json.dumps(fields, separators=(",", ":"))


def read_config(text: str) -> SchedulerConfig:
    fields: dict[str, Any] = json.loads(text)
    return SchedulerConfig(
        parameters=tuple(fields["parameters"]),
        retention=fields["retention"],
        learning_steps=tuple(fields["learning_steps"]),
        relearning_steps=tuple(fields["relearning_steps"]),
        maximum_interval=fields["maximum_interval"],
        fuzz=fields["fuzz"],
    )

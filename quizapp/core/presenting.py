"""In what order the options, sides and items of a card are drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar, assert_never

from quizapp.core.card import Card
from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    Pin,
    TrueFalse,
    Typed,
)
from quizapp.core.step import Shown

T = TypeVar("T")


def show(card: Card, seed: str) -> Shown:
    """The card as it is drawn this time; the same card and seed always give the same order.

    Options keep the author's order with `shuffle: false`, otherwise pinned ones stay first or last. Right
    sides and items are always shuffled, since their order would tell the answer.
    """
    key = f"{card.key}\n{seed}"
    match card.question:
        case Choice(options=options, shuffle=mixed) | Multiple(options=options, shuffle=mixed):
            ordered = _around_pins(options, key) if mixed else options
            return Shown(options=tuple(o.text for o in ordered))
        case Matching(pairs=pairs, extra=extra):
            rights = tuple(dict.fromkeys((*(p.right for p in pairs), *extra)))
            return Shown(lefts=tuple(p.left for p in pairs), rights=shuffled(rights, key))
        case Ordering(items=items):
            mixed_items = shuffled(items, key)
            return Shown(items=mixed_items if mixed_items != items else items[1:] + items[:1])
        case Flashcard() | TrueFalse() | Typed() | Number() | Date() | Cloze():
            return Shown()
        case _:
            assert_never(card.question)


def shuffled(items: Sequence[T], seed: str) -> tuple[T, ...]:
    """The items in an order that depends on the seed alone (Fisher and Yates, driven by SHA-256)."""
    mixed = list(items)
    for last in range(len(mixed) - 1, 0, -1):
        other = _draw(seed, last) % (last + 1)
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return tuple(mixed)


def _around_pins(options: tuple[Option, ...], seed: str) -> tuple[Option, ...]:
    first = tuple(o for o in options if o.pin is Pin.FIRST)
    last = tuple(o for o in options if o.pin is Pin.LAST)
    return first + shuffled([o for o in options if o.pin is None], seed) + last


def _draw(seed: str, index: int) -> int:
    text = f"{index}\n{seed}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(text).digest()[:8], "big")

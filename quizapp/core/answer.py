"""What the learner did, before any judgement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Rating(IntEnum):
    """FSRS's input."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class SelfRated:
    """A flashcard was turned and rated."""

    rating: Rating


@dataclass(frozen=True, slots=True)
class Picked:
    """Options picked, by their texts."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """True or false."""

    value: bool


@dataclass(frozen=True, slots=True)
class Wrote:
    """A text, number or date as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Filled:
    """One text a blank that is asked, in the order of the text."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """(left, right) for each left side in the author's order; right is "" where nothing was chosen."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """The items in the learner's order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GaveUp:
    """The learner asked for the answer: score 0."""


Answer = SelfRated | Picked | Said | Wrote | Filled | Matched | Ordered | GaveUp

"""The advice about decks that are readable: the content rules, with the places of what they found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.core.deck import Deck
from quizapp.core.finding import Finding


@dataclass(frozen=True, slots=True)
class FileDeck:
    """A deck and the file that it was read from."""

    path: Path
    data: bytes
    deck: Deck


def advise(files: Sequence[FileDeck]) -> list[Finding]:
    """What the content rules say about the decks, alone and together."""
    return []

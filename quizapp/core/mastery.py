"""Mastery: how much of a deck, tag or objective would be recalled now, and how far its cards are."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.question import DeckId
from quizapp.core.retention import MATURE_DAYS

MASTERY_MEANS = (
    "Mastery: the mean of predicted recall now over all cards in the deck files, suspended ones too; a new "
    f"card counts as 0. Learning: in learning or relearning steps. Young: an interval under {MATURE_DAYS} "
    f"days; mature: {MATURE_DAYS} days or more. A card with several tags or objectives counts for each."
)

CURVE_MEANS = (
    "Forgetting curve: predicted recall by FSRS-6 on each day from the last answer on, if the card is not "
    "answered in between; it falls to 90% after as many days as the stability."
)


@dataclass(frozen=True, slots=True)
class Stock:
    """Cards by how far they are; `recall` is the sum of their predicted recall, 0 for a new card."""

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0
    recall: float = 0.0

    @property
    def cards(self) -> int:
        return self.new + self.learning + self.young + self.mature

    @property
    def mastery(self) -> float | None:
        """0..1, see MASTERY_MEANS; None when there is no card."""
        return self.recall / self.cards if self.cards else None

    def __add__(self, other: Stock) -> Stock:
        return Stock(
            self.new + other.new,
            self.learning + other.learning,
            self.young + other.young,
            self.mature + other.mature,
            self.recall + other.recall,
        )


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective of a deck, by its name there."""

    deck: DeckId
    name: str

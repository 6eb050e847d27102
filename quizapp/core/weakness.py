"""Weak spots: what the log says of one card, and by which rules a card is weak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.core.answer import Rating
from quizapp.core.calibration import SCALE, parts_of_scale
from quizapp.core.card import CardKey
from quizapp.core.event import Kind
from quizapp.core.grade import RIGHT
from quizapp.core.memory import Phase
from quizapp.core.retention import Share
from quizapp.core.scheduler import LEECH_AGAIN, LEECH_LAPSES

LONGEST_MS = 60_000
"""An answer counts as taking at most this long."""

LEAST_ANSWERS = 3
"""Fewer first tries, predictions or answers than this say nothing of a card."""

LEAST_MISSES = 2

LOOKED_THROUGH = 500
"""Among how many cards the most chosen wrong options are looked for."""


class Weakness(StrEnum):
    """The lists of weak spots."""

    MISSED = "most missed"
    LEECH = "leeches"
    FIRST_TRY = "lowest first-try success"
    SLOW = "slowest"
    OPTION = "most chosen wrong option"
    BELOW = "furthest below prediction"


WEAKNESS_MEANS = {
    Weakness.MISSED: (
        f"Most missed: answers rated Again, of any kind, at least {LEAST_MISSES}; answers taken back do not "
        "count."
    ),
    Weakness.LEECH: (
        f"Leeches: {LEECH_LAPSES} lapses or more. A lapse is an answer to a card of the review phase that "
        f"was rated Again; you are told at the {LEECH_LAPSES}th and at every {LEECH_AGAIN}th after it."
    ),
    Weakness.FIRST_TRY: (
        "First-try success: of the scheduled answers to the card when it was new or had come due, not in its "
        f"learning steps, the share not rated Again; from {LEAST_ANSWERS} such answers on, where any failed."
    ),
    Weakness.SLOW: (
        f"Slowest: median time of an answer, each taken as at most {LONGEST_MS // 1000} seconds; from "
        f"{LEAST_ANSWERS} answers on."
    ),
    Weakness.OPTION: (
        f"Most chosen wrong option: how often one option was picked in answers that were not right, at least "
        f"{LEAST_MISSES} times; options that are right now or are gone do not count. Looked for among the "
        f"{LOOKED_THROUGH} cards with most answers of this kind that were not right."
    ),
    Weakness.BELOW: (
        "Furthest below prediction: share recalled minus mean predicted recall, over the answers that count "
        f"for calibration; from {LEAST_ANSWERS} such answers on, where it is below 0."
    ),
}
WEAK_CARDS_MEANS = "Suspended cards and cards in no deck file are left out of the lists of weak spots."


@dataclass(frozen=True, slots=True)
class Seen:
    """What matters here of one live review, with rating and score as they stand."""

    kind: Kind
    phase: Phase
    rating: Rating
    score: float
    duration_ms: int
    elapsed_days: int
    predicted: float | None
    picked: bool

    @property
    def passed(self) -> bool:
        return self.rating > Rating.AGAIN

    @property
    def first_try(self) -> bool:
        """Whether the card was new or had come due, and so was not repeated in its learning steps."""
        return self.kind is Kind.SCHEDULED and self.phase in (Phase.NEW, Phase.REVIEW)

    @property
    def calibrates(self) -> bool:
        """Whether its prediction counts for calibration."""
        return self.kind is Kind.SCHEDULED and self.elapsed_days >= 1 and self.predicted is not None


@dataclass(frozen=True, slots=True)
class CardFigures:
    """What the live reviews of a card add up to.

    `misses` of `answers` were rated Again; `first_right` of `first_tries` passed; `recalled` of `predictions`
    whose predicted recall sums to `predicted_parts` / SCALE; `mispicks` answers picked options and were not
    right; `median_ms` of an answer, capped.
    """

    answers: int
    misses: int
    first_tries: int
    first_right: int
    predictions: int
    predicted_parts: int
    recalled: int
    mispicks: int
    median_ms: float

    @property
    def first_try(self) -> Share:
        return Share(self.first_right, self.first_tries)

    @property
    def gap(self) -> float | None:
        """Observed minus predicted recall, -1..1; None without predictions."""
        if not self.predictions:
            return None
        return self.recalled / self.predictions - self.predicted_parts / SCALE / self.predictions


@dataclass(frozen=True, slots=True)
class WeakCard:
    """A card with its figures and its lapses."""

    card: CardKey
    figures: CardFigures
    lapses: int


@dataclass(frozen=True, slots=True)
class WrongOption:
    """How many `times` a card's wrong `option` was picked, of `mispicks` answers that were not right."""

    card: CardKey
    option: str
    times: int
    mispicks: int


def figures_of(reviews: Iterable[Seen]) -> CardFigures | None:
    """The figures of one card from its live reviews; None without any."""
    seen = list(reviews)
    if not seen:
        return None
    tries = [each for each in seen if each.first_try]
    predictions = [each for each in seen if each.calibrates]
    return CardFigures(
        answers=len(seen),
        misses=sum(not each.passed for each in seen),
        first_tries=len(tries),
        first_right=sum(each.passed for each in tries),
        predictions=len(predictions),
        predicted_parts=sum(parts_of_scale(each.predicted or 0.0) for each in predictions),
        recalled=sum(each.passed for each in predictions),
        mispicks=sum(each.picked and each.score < RIGHT for each in seen),
        median_ms=_median([min(each.duration_ms, LONGEST_MS) for each in seen]),
    )


def _median(values: list[int]) -> float:
    """The middle one, or the mean of the two in the middle."""
    ordered, half = sorted(values), len(values) // 2
    return float(ordered[half]) if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2

"""What a card gains from being answered now: the order of a catch-up."""

from __future__ import annotations

import math
from functools import lru_cache

from quizapp.core.answer import Rating
from quizapp.core.event import SchedulerConfig
from quizapp.core.population import Model, Part
from quizapp.core.scheduler import fading

HORIZON = 7
"""After how many days the gain is measured."""

ORDER_MEANS = (
    f"Order: first the cards that gain most from being answered now: expected recall in {HORIZON} days if "
    "the card is answered today, minus expected recall then if it is not. So what has faded most comes "
    "first, unless it is so shaky that it would soon be gone again. What an answer does is worked out once "
    "for cards that are nearly alike."
)

_STABILITY_PARTS = 4
_RECALL_PARTS = 25

_Alike = tuple[int, int, int]


class Gains:
    """The gain by ORDER_MEANS; cards are alike by stability (within a quarter), difficulty and recall."""

    def __init__(self, config: SchedulerConfig) -> None:
        self._model = Model(config)
        self._config = config
        self._known: dict[_Alike, tuple[float, float]] = {}

    def of(self, stability: float, difficulty: float, elapsed: float) -> float:
        """In recall, -1..1: from stability and days since the last answer, difficulty 1..10."""
        now = self._model.curve(stability, elapsed)
        alike = (
            round(_STABILITY_PARTS * math.log(stability)),
            round(difficulty),
            max(1, round(_RECALL_PARTS * now)),
        )
        found = self._known.get(alike)
        if found is None:
            found = self._known[alike] = self._reckoned(*alike)
        recalled, forgotten = found
        return now * recalled + (1 - now) * forgotten - self._model.curve(stability, elapsed + HORIZON)

    def _reckoned(self, log_stability: int, difficulty: int, recall: int) -> tuple[float, float]:
        """Recall after the horizon of a card that was recalled today, and of one that was not."""
        stability = math.exp(log_stability / _STABILITY_PARTS)
        elapsed = round(stability * fading(recall / _RECALL_PARTS, self._config))
        card = Part(1.0, stability, float(min(10, max(1, difficulty))), elapsed, 0)
        recalled, _ = self._model.after(card, Rating.GOOD, elapsed, 1.0)
        forgotten, _ = self._model.after(card, Rating.AGAIN, elapsed, 1.0)
        then = elapsed + HORIZON
        return self._model.recall(recalled, then), self._model.recall(forgotten, then)


@lru_cache(maxsize=8)
def gains(config: SchedulerConfig) -> Gains:
    """The gains by a configuration, kept for the next time."""
    return Gains(config)

"""Who scored what on which question of one exam, and whose totals may be compared."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.core.moments import percentile

SCORES_MEAN = (
    "What counts: the first attempt of each learner, with the questions as most learners had them. A "
    "question that a learner saw and left blank counts 0 points; one that a learner never reached is left "
    "out for that learner. Facility and the counts of options are over all learners who reached the "
    "question. Everything that needs a total (D, r, alpha and the rest) is over the learners who reached "
    "every question, and is not defined where learners had different questions, since their totals cannot be "
    "compared. Variances divide by n - 1. No figure is cut off at 0 or 1; one that is not defined is shown "
    "as such, never as 0."
)
GROUPS_MEAN = (
    "Best and weakest learners: the upper and lower 27% by total (Kelley 1939), learners with equal totals "
    "kept together: the lower group is everyone at or below the 27% point of the totals, the upper group "
    "everyone above the 73% point (quantiles of type 7)."
)

GROUP_PERCENT = 27
_DECIMALS = 9
"""Totals that agree to so many decimals are ties: sums of fractions differ in their last bits."""

Picks = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question of the exam. `maximum` is in points, more than 0.

    `options` are what could be picked, of which `right` are right; both empty where nothing is picked from a
    list. `single`: one option is picked, so that the others are distractors. `guess` is the mean share (0..1)
    that guessing earns, None where that is not defined.
    """

    id: str
    maximum: float = 1.0
    label: str = ""
    options: Picks = ()
    right: Picks = ()
    single: bool = True
    guess: float | None = None


@dataclass(frozen=True)
class ScoreMatrix:
    """`scores[i][j]` are the points of person i on item j; None where the person did not reach it.

    `picks[i][j]` are the options picked, () for none; `picks` is empty where nothing is known about options.
    `incomparable` says in a sentence why totals cannot be compared; "" where they can. ValueError when the
    rows are not all as long as `items`, or as many as each other.
    """

    items: tuple[Item, ...]
    scores: Sequence[Sequence[float | None]]
    picks: Sequence[Sequence[Picks]] = ()
    incomparable: str = ""

    def __post_init__(self) -> None:
        wide = len(self.items)
        if any(len(row) != wide for row in self.scores) or any(len(row) != wide for row in self.picks):
            raise ValueError(f"each row of a score matrix of {wide} items has {wide} cells")
        if self.picks and len(self.picks) != len(self.scores):
            raise ValueError("picks are known of every person or of nobody")

    @cached_property
    def complete(self) -> tuple[int, ...]:
        """The persons (their row numbers) whose totals are compared: nobody when they cannot be."""
        if self.incomparable or not self.items:
            return ()
        return tuple(i for i, row in enumerate(self.scores) if None not in row)

    @cached_property
    def columns(self) -> tuple[tuple[float, ...], ...]:
        """The scores of the complete persons, an item a column."""
        rows = [self.scores[i] for i in self.complete]
        return tuple(tuple(row[j] or 0.0 for row in rows) for j in range(len(self.items)))

    @cached_property
    def totals(self) -> tuple[float, ...]:
        """The points of each complete person."""
        return tuple(math.fsum(score or 0.0 for score in self.scores[i]) for i in self.complete)

    @cached_property
    def groups(self) -> Groups:
        """See GROUPS_MEAN."""
        totals = [round(total, _DECIMALS) for total in self.totals]
        low = percentile(totals, GROUP_PERCENT)
        high = percentile(totals, 100 - GROUP_PERCENT)
        if low is None or high is None:
            return Groups((), ())
        return Groups(
            tuple(place for place, total in enumerate(totals) if total <= low),
            tuple(place for place, total in enumerate(totals) if total > high),
        )

    def rest(self, item: int) -> list[float]:
        """The total of each complete person without that item."""
        return [total - score for total, score in zip(self.totals, self.columns[item], strict=True)]

    def reached(self, item: int) -> list[float]:
        """The scores of all who reached that item."""
        return [score for row in self.scores if (score := row[item]) is not None]


@dataclass(frozen=True, slots=True)
class Groups:
    """Places among the complete persons; either may be empty where many totals are equal."""

    lower: tuple[int, ...]
    upper: tuple[int, ...]

"""What was picked from a list: by how many, by whom, and whether a wrong option does its work."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core import moments
from quizapp.core.scorematrix import Item, ScoreMatrix

FUNCTIONAL = 0.05
"""A distractor works from this share of the learners on."""

OPTIONS_MEAN = (
    "Options: n and the share of the learners who reached the question; best and weakest: the share of the "
    "upper and lower group; r: point-biserial of picking the option with the total without this question. "
    "A right option should have a positive r, a wrong one a negative r."
)
DISTRACTOR_MEANS = (
    "A wrong option works when at least 5% of the learners who reached the question picked it; distractor "
    "efficiency is the share of the wrong options that work (Tarrant, Ware & Mohammed 2009). Only for "
    "questions with one right option."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionFigures:
    """One option. `n` picked it, which is the share `p` of those who reached the item.

    `upper` and `lower` are shares of the groups, `r` as in OPTIONS_MEAN; None where not defined. `right` is
    None when it is not known which options are right.
    """

    text: str
    right: bool | None
    n: int
    p: float | None
    upper: float | None
    lower: float | None
    r: float | None

    @property
    def discrimination(self) -> float | None:
        """`upper` minus `lower`."""
        return None if self.upper is None or self.lower is None else self.upper - self.lower


def option_figures(matrix: ScoreMatrix, item: int) -> tuple[OptionFigures, ...]:
    """One for each option of the item, in its order; none where nothing is known about options."""
    asked = matrix.items[item]
    if not matrix.picks or not asked.options:
        return ()
    reached = [
        picked[item] for picked, row in zip(matrix.picks, matrix.scores, strict=True) if row[item] is not None
    ]
    compared = [matrix.picks[person][item] for person in matrix.complete]
    rest = matrix.rest(item) if compared else []
    return tuple(_figures(matrix, asked, option, reached, compared, rest) for option in asked.options)


def _figures(
    matrix: ScoreMatrix,
    asked: Item,
    option: str,
    reached: list[tuple[str, ...]],
    compared: list[tuple[str, ...]],
    rest: list[float],
) -> OptionFigures:
    n = sum(option in picked for picked in reached)
    taken = [float(option in picked) for picked in compared]
    groups = matrix.groups
    return OptionFigures(
        text=option,
        right=option in asked.right if asked.right else None,
        n=n,
        p=n / len(reached) if reached else None,
        upper=moments.mean([taken[place] for place in groups.upper]),
        lower=moments.mean([taken[place] for place in groups.lower]),
        r=moments.correlation(taken, rest),
    )


def functional(option: OptionFigures) -> bool:
    """Whether a wrong option works, see DISTRACTOR_MEANS."""
    return option.right is False and option.p is not None and option.p >= FUNCTIONAL


def distractor_efficiency(item: Item, options: tuple[OptionFigures, ...]) -> float | None:
    """0..1, see DISTRACTOR_MEANS; None where it is not defined."""
    wrong = [option for option in options if option.right is False and option.p is not None]
    return sum(map(functional, wrong)) / len(wrong) if item.single and wrong else None

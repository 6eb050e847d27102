"""Item analysis: how each question of an exam behaved, from the first attempts at it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core import moments
from quizapp.core.distractors import OptionFigures, distractor_efficiency, option_figures
from quizapp.core.reliability import TestFigures, alphas_if_deleted, test_figures
from quizapp.core.scorematrix import Item, ScoreMatrix

FACILITY_MEANS = (
    "Facility: mean points on the question / its maximum. Over .90 very easy, under .30 hard. Chance: the "
    "facility that guessing alone would give, 1 / options, .50 for true or false, not defined for the rest."
)
DISCRIMINATION_MEANS = (
    "D: facility in the upper group minus facility in the lower group. Not defined when a group is empty, as "
    "the upper one is when more than 27% of the learners have the best total."
)
CORRECTED_MEANS = (
    "r: point-biserial correlation of the points on the question with the total without it (corrected). "
    "Not defined when either does not vary. The uncorrected one, with the whole total, is too high and is "
    "given only when asked for. D and r: .40 and over very good, .30 to .39 good, .20 to .29 marginal, under "
    ".20 poor, under 0 check the key (Ebel & Frisbie)."
)
EFFICIENCY_MEANS = (
    "Moodle's discrimination index is 100 * r. Discriminative efficiency: 100 * covariance of the points "
    "with the rest of the total / the greatest covariance that these points and rests could have, both "
    "sorted. Under 15 weak."
)
WEIGHT_MEANS = (
    "Effective weight: the share of the spread of totals that is due to the question, in percent: 100 * "
    "sqrt(covariance with the total) / sum of these roots over the questions whose covariance is not "
    "negative. Not defined for a negative one."
)
ALPHA_WITHOUT_MEANS = (
    "Alpha without: alpha of the exam if the question were not in it. Higher than alpha: the exam measures "
    "more reliably without this question."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFigures:
    """One item. `reached` persons reached it, of whom `blank` left it blank; `compared` have totals.

    `mean` and `deviation` are in points, over those who reached it; `facility`, `upper` and `lower` are 0..1;
    `discrimination` is D, `corrected` and `uncorrected` are r. `index`, `efficiency` and `weight` are
    Moodle's, in percent. `alpha_without` is alpha if deleted. None where not defined.
    """

    item: Item
    reached: int
    blank: int | None
    compared: int
    full: int
    mean: float | None
    deviation: float | None
    facility: float | None
    upper: float | None
    lower: float | None
    discrimination: float | None
    corrected: float | None
    uncorrected: float | None
    index: float | None
    efficiency: float | None
    weight: float | None
    alpha_without: float | None
    options: tuple[OptionFigures, ...]
    distractor_efficiency: float | None


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """The exam as a whole and each of its items, in the order of the matrix."""

    exam: TestFigures
    items: tuple[ItemFigures, ...]


def analyse(matrix: ScoreMatrix) -> ItemAnalysis:
    """Every figure of this module, of `reliability` and of `distractors`."""
    whole = test_figures(matrix)
    weights = effective_weights(matrix)
    without = alphas_if_deleted(matrix)
    figures = [
        _item(matrix, place, weight, alpha)
        for place, (weight, alpha) in enumerate(zip(weights, without, strict=True))
    ]
    return ItemAnalysis(whole, tuple(figures))


def _item(matrix: ScoreMatrix, place: int, weight: float | None, alpha_without: float | None) -> ItemFigures:
    item, scores = matrix.items[place], matrix.reached(place)
    column = matrix.columns[place]
    rest = matrix.rest(place)
    upper = group_facility(item, column, matrix.groups.upper)
    lower = group_facility(item, column, matrix.groups.lower)
    corrected = moments.correlation(column, rest)
    options = option_figures(matrix, place)
    average = moments.mean(scores)
    return ItemFigures(
        item=item,
        reached=len(scores),
        blank=_blank(matrix, place) if options else None,
        compared=len(matrix.complete),
        full=sum(score >= item.maximum for score in scores),
        mean=average,
        deviation=moments.deviation(scores),
        facility=share_of_maximum(item, average),
        upper=upper,
        lower=lower,
        discrimination=None if upper is None or lower is None else upper - lower,
        corrected=corrected,
        uncorrected=moments.correlation(column, matrix.totals),
        index=None if corrected is None else 100 * corrected,
        efficiency=discriminative_efficiency(column, rest),
        weight=weight,
        alpha_without=alpha_without,
        options=options,
        distractor_efficiency=distractor_efficiency(item, options),
    )


def group_facility(item: Item, column: Sequence[float], group: Sequence[int]) -> float | None:
    """Mean share of the points in a group of places in the column; None of an empty group."""
    return share_of_maximum(item, moments.mean([column[place] for place in group]))


def share_of_maximum(item: Item, points: float | None) -> float | None:
    """None of None, and where the item is worth nothing."""
    return None if points is None or item.maximum <= 0 else points / item.maximum


def discriminative_efficiency(column: Sequence[float], rest: Sequence[float]) -> float | None:
    """In percent, see EFFICIENCY_MEANS; None where the greatest covariance is 0 or not defined."""
    if not (moments.varies(column) and moments.varies(rest)):
        return None
    greatest = moments.covariance(sorted(column), sorted(rest))
    found = moments.covariance(column, rest)
    return 100 * found / greatest if found is not None and greatest else None


def effective_weights(matrix: ScoreMatrix) -> tuple[float | None, ...]:
    """In percent, see WEIGHT_MEANS; None where not defined."""
    found = [moments.covariance(column, matrix.totals) for column in matrix.columns]
    whole = math.fsum(math.sqrt(each) for each in found if each is not None and each >= 0)
    return tuple(
        None if each is None or each < 0 or not whole else 100 * math.sqrt(each) / whole for each in found
    )


def _blank(matrix: ScoreMatrix, place: int) -> int:
    return sum(
        not picked[place] and row[place] is not None
        for picked, row in zip(matrix.picks, matrix.scores, strict=True)
    )

"""How far the totals of an exam can be trusted, and how they are spread."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core import moments
from quizapp.core.fdistribution import f_quantile
from quizapp.core.scorematrix import ScoreMatrix

ALPHA_MEANS = (
    "Alpha (Cronbach 1951; where every question is right or wrong it is KR-20, Kuder & Richardson 1937): "
    "k/(k-1) * (1 - sum of the questions' variances / variance of the totals), k questions. From .70 on "
    "usable for a class test. It can be negative. Not defined for one question or when all totals are equal."
)
ALPHA_INTERVAL_MEANS = (
    "95% interval of alpha: 1 - (1 - alpha) * F, F the 97.5% and the 2.5% point of the F distribution with "
    "n - 1 and (n - 1)(k - 1) degrees of freedom (Feldt, Woodruff & Salih 1987)."
)
SEM_MEANS = (
    "Standard error of measurement: SD of the totals * sqrt(1 - alpha), in points. Error ratio: 100 * "
    "sqrt(1 - alpha), in percent; over 100 when alpha is negative."
)
SPLIT_HALF_MEANS = (
    "Split half: r between the points on the 1st, 3rd, 5th... and on the 2nd, 4th, 6th... question; stepped "
    "up to the whole length by Spearman-Brown, 2r/(1+r)."
)
SHAPE_MEANS = (
    "Skewness and kurtosis of the totals by k-statistics: k3/k2^1.5 and k4/k2^2; both are 0 for a normal "
    "distribution. Skewness below 0: a tail of low totals. SD divides by n - 1; quartiles are of type 7."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TestFigures:
    """The exam as a whole. `n` persons with comparable totals out of `persons`, `k` items.

    All in points, except alpha and what is named after it, the correlations, and `error_ratio` in percent.
    Each is None where it is not defined. `dichotomous`: every score is 0 or the maximum, so alpha is KR-20.
    """

    persons: int
    n: int
    k: int
    incomparable: str
    mean: float | None
    median: float | None
    deviation: float | None
    low: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    high: float | None
    skewness: float | None
    kurtosis: float | None
    alpha: float | None
    alpha_low: float | None
    alpha_high: float | None
    dichotomous: bool
    sem: float | None
    error_ratio: float | None
    split_half: float | None
    spearman_brown: float | None


def test_figures(matrix: ScoreMatrix) -> TestFigures:
    """All of it; see the definitions here and SCORES_MEAN."""
    totals, n, k = matrix.totals, len(matrix.complete), len(matrix.items)
    alpha = cronbach(matrix)
    low, high = (None, None) if alpha is None else alpha_interval(alpha, n, k)
    deviation, half = moments.deviation(totals), split_half(matrix)
    error = None if alpha is None else math.sqrt(max(0.0, 1 - alpha))
    return TestFigures(
        persons=len(matrix.scores),
        n=n,
        k=k,
        incomparable=matrix.incomparable,
        mean=moments.mean(totals),
        median=moments.percentile(totals, 50),
        deviation=deviation,
        low=min(totals, default=None),
        lower_quartile=moments.percentile(totals, 25),
        upper_quartile=moments.percentile(totals, 75),
        high=max(totals, default=None),
        skewness=moments.skewness(totals),
        kurtosis=moments.kurtosis(totals),
        alpha=alpha,
        alpha_low=low,
        alpha_high=high,
        dichotomous=is_dichotomous(matrix),
        sem=None if error is None or deviation is None else deviation * error,
        error_ratio=None if error is None else 100 * error,
        split_half=half,
        spearman_brown=stepped_up(half),
    )


def cronbach(matrix: ScoreMatrix) -> float | None:
    """See ALPHA_MEANS."""
    return _alpha(_variances(matrix), matrix.totals)


def alphas_if_deleted(matrix: ScoreMatrix) -> tuple[float | None, ...]:
    """For each item the alpha of the exam without it: of k - 1 items, None of fewer than two."""
    variances, found = _variances(matrix), []
    for item in range(len(variances)):
        others = [each for place, each in enumerate(variances) if place != item]
        found.append(_alpha(others, matrix.rest(item)))
    return tuple(found)


def alpha_interval(alpha: float, n: int, k: int) -> tuple[float | None, float | None]:
    """See ALPHA_INTERVAL_MEANS; `n` persons, `k` items."""
    if n < 2 or k < 2:
        return None, None
    upper, lower = n - 1, (n - 1) * (k - 1)
    return 1 - (1 - alpha) * f_quantile(0.975, upper, lower), 1 - (1 - alpha) * f_quantile(
        0.025, upper, lower
    )


def split_half(matrix: ScoreMatrix) -> float | None:
    """r of the two halves, see SPLIT_HALF_MEANS."""
    if len(matrix.items) < 2:
        return None
    odd = [math.fsum(row) for row in zip(*matrix.columns[0::2], strict=True)]
    even = [math.fsum(row) for row in zip(*matrix.columns[1::2], strict=True)]
    return moments.correlation(odd, even)


def stepped_up(half: float | None) -> float | None:
    """Spearman-Brown for twice the length; None of None and of r = -1."""
    return None if half is None or half <= -1 else 2 * half / (1 + half)


def is_dichotomous(matrix: ScoreMatrix) -> bool:
    """Whether every score is 0 or the maximum."""
    return all(
        score in (None, 0, item.maximum)
        for row in matrix.scores
        for score, item in zip(row, matrix.items, strict=True)
    )


def _variances(matrix: ScoreMatrix) -> list[float]:
    return [moments.variance(column) or 0.0 for column in matrix.columns]


def _alpha(variances: Sequence[float], totals: Sequence[float]) -> float | None:
    k, whole = len(variances), moments.variance(totals)
    if k < 2 or not whole or not moments.varies(totals):
        return None
    return k / (k - 1) * (1 - math.fsum(variances) / whole)

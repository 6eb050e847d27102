"""Means, variances, correlations and quantiles of plain lists of numbers; None where they are not defined."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul

_HAIR = 1e-9
"""Numbers closer than this share of the largest are one number: sums of fractions differ in their
last bits."""

_ROUNDING = 1e-12
"""A sum below this share of its terms' sizes is 0."""


def varies(values: Sequence[float]) -> bool:
    """Whether there are at least two different numbers, rounding of sums aside."""
    if len(values) < 2:
        return False
    low, high = min(values), max(values)
    return high - low > _HAIR * max(abs(low), abs(high))


def mean(values: Sequence[float]) -> float | None:
    """None of no numbers."""
    return math.fsum(values) / len(values) if values else None


def centred(values: Sequence[float]) -> list[float]:
    """Each number minus the mean; all exactly 0 when they do not vary."""
    middle = mean(values)
    if middle is None or not varies(values):
        return [0.0] * len(values)
    return [value - middle for value in values]


def covariance(left: Sequence[float], right: Sequence[float]) -> float | None:
    """With n - 1; None below two pairs."""
    if len(left) < 2:
        return None
    return _shared(centred(left), centred(right)) / (len(left) - 1)


def variance(values: Sequence[float]) -> float | None:
    """With n - 1; None below two numbers."""
    return covariance(values, values)


def deviation(values: Sequence[float]) -> float | None:
    """The standard deviation, with n - 1; None below two numbers."""
    found = variance(values)
    return None if found is None else math.sqrt(found)


def correlation(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Pearson's r; None below two pairs or where either side does not vary."""
    if not (varies(left) and varies(right)):
        return None
    xs, ys = centred(left), centred(right)
    squares = math.fsum(map(mul, xs, xs)) * math.fsum(map(mul, ys, ys))
    return _shared(xs, ys) / math.sqrt(squares) if squares > 0 else None


def percentile(values: Sequence[float], percent: int) -> float | None:
    """The quantile that R calls type 7, and spreadsheets PERCENTILE.INC; None of no numbers.

    `percent` is a whole number of 0..100, so that the place in the list is found without rounding.
    """
    if not values:
        return None
    ordered = sorted(values)
    place, rest = divmod((len(ordered) - 1) * percent, 100)
    low = ordered[place]
    high = ordered[min(place + 1, len(ordered) - 1)]
    return low + (high - low) * rest / 100


def skewness(values: Sequence[float]) -> float | None:
    """k3 / k2^1.5 by k-statistics; None below three numbers or where they do not vary."""
    n = len(values)
    if n < 3 or not varies(values):
        return None
    second, third, _ = _powers(values)
    k2, k3 = second / (n - 1), n * third / ((n - 1) * (n - 2))
    return float(k3 / k2**1.5)


def kurtosis(values: Sequence[float]) -> float | None:
    """k4 / k2^2 by k-statistics, 0 for a normal distribution; None below four numbers or without variance."""
    n = len(values)
    if n < 4 or not varies(values):
        return None
    second, _, fourth = _powers(values)
    k2 = second / (n - 1)
    k4 = (n * (n + 1) * fourth - 3 * (n - 1) * second**2) / ((n - 1) * (n - 2) * (n - 3))
    return float(k4 / k2**2)


def _shared(xs: Sequence[float], ys: Sequence[float]) -> float:
    """The sum of products; exactly 0 where they cancel but for rounding, since its sign decides."""
    products = list(map(mul, xs, ys))
    total = math.fsum(products)
    return total if abs(total) > _ROUNDING * math.fsum(map(abs, products)) else 0.0


def _powers(values: Sequence[float]) -> tuple[float, float, float]:
    away = centred(values)
    second, third, fourth = (math.fsum(each**power for each in away) for power in (2, 3, 4))
    return second, third, fourth

"""Quantiles of the F distribution, by way of the regularised incomplete beta function."""

from __future__ import annotations

import math

_TINY = 1e-300
_PRECISE = 1e-15


def f_quantile(share: float, upper: float, lower: float) -> float:
    """The value below which `share` (0..1, both ends excluded) of F(`upper`, `lower`) lies.

    `upper` and `lower` are the degrees of freedom of numerator and denominator, more than 0. ValueError
    for anything else.
    """
    if not (0 < share < 1 and upper > 0 and lower > 0):
        raise ValueError(f"F has no quantile {share} at {upper} and {lower} degrees of freedom")
    x, rest = _beta_quantile(share, upper / 2, lower / 2)
    return lower * x / (upper * rest)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b) for 0 <= x <= 1 and positive a, b: the continued fraction of Abramowitz & Stegun 26.5.8."""
    return _beta(x, 1 - x, a, b)


def _beta(x: float, rest: float, a: float, b: float) -> float:
    if x <= 0 or rest <= 0:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(rest, x, b, a)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)
    return math.exp(scale) / a * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 / (1 + d1 / (1 + d2 / (1 + ...))), evaluated from the front (modified Lentz)."""
    c = 1.0
    d = 1 / _off_zero(1 - (a + b) * x / (a + 1))
    value = d
    step = 0
    while True:
        step += 1
        twice = a + 2 * step
        even = step * (b - step) * x / ((twice - 1) * twice)
        odd = -(a + step) * (a + b + step) * x / (twice * (twice + 1))
        before = value
        for term in (even, odd):
            d = 1 / _off_zero(1 + term * d)
            c = _off_zero(1 + term / c)
            value *= c * d
        if abs(value - before) <= _PRECISE * abs(value) or step > 100_000:
            return value


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _beta_quantile(share: float, a: float, b: float) -> tuple[float, float]:
    """x and 1 - x with I_x(a, b) = share; the smaller of the two is searched for, so neither loses digits."""
    if _beta(0.5, 0.5, a, b) < share:
        rest = _below_half(1 - share, b, a)
        return 1 - rest, rest
    x = _below_half(share, a, b)
    return x, 1 - x


def _below_half(share: float, a: float, b: float) -> float:
    low, high = 0.0, 0.5
    while True:
        middle = (low + high) / 2
        if middle in (low, high) or high - low <= _PRECISE * high:
            return middle
        if _beta(middle, 1 - middle, a, b) < share:
            low = middle
        else:
            high = middle

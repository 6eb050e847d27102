"""Quantiles of F, against tables and closed forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.fdistribution import f_quantile, incomplete_beta

SHARES = st.floats(0.001, 0.999)


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (1, 1, 647.789),
        (4, 12, 4.121),
        (12, 4, 8.751),
        (10, 10, 3.717),
        (1, 120, 5.152),
        (120, 120, 1.433),
        (30, 2, 39.465),
    ],
)
def test_the_upper_points_of_printed_tables(upper: int, lower: int, expected: float) -> None:
    assert f_quantile(0.975, upper, lower) == pytest.approx(expected, abs=6e-4)


def test_degrees_of_freedom_of_a_large_class() -> None:
    # 500 persons, 200 items: scipy.stats.f.ppf gives 1.1282078966743.
    assert f_quantile(0.975, 499, 499 * 199) == pytest.approx(1.1282078966743, rel=1e-11)


@given(SHARES, st.integers(1, 500))
def test_the_closed_form_for_two_degrees_above(share: float, lower: int) -> None:
    expected = lower / 2 * ((1 - share) ** (-2 / lower) - 1)
    assert f_quantile(share, 2, lower) == pytest.approx(expected, rel=1e-9)


@given(SHARES, st.integers(1, 300), st.integers(1, 300))
def test_turning_the_fraction_round_turns_the_share_round(share: float, upper: int, lower: int) -> None:
    assert f_quantile(share, upper, lower) * f_quantile(1 - share, lower, upper) == pytest.approx(1, rel=1e-7)


@given(st.floats(0, 1), st.integers(1, 40))
def test_incomplete_beta_of_one_is_a_power(x: float, a: int) -> None:
    assert incomplete_beta(x, a, 1) == pytest.approx(x**a, abs=1e-12)


@pytest.mark.parametrize("wrong", [(0, 1, 1), (1, 1, 1), (0.5, 0, 1), (0.5, 1, -1)])
def test_what_has_no_quantile_is_refused(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="no quantile"):
        f_quantile(*wrong)

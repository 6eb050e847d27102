"""Reliability and spread of totals, against published data and numbers worked out by hand."""

from __future__ import annotations

import math

import exam_scores as scores
import pytest

from quizapp.core.moments import percentile
from quizapp.core.reliability import alpha_interval, alphas_if_deleted, cronbach, stepped_up, test_figures

figures_of = test_figures
test_figures.__test__ = False  # type: ignore[attr-defined]


def test_alpha_of_lsat6_is_the_published_one() -> None:
    assert cronbach(scores.patterns(scores.LSAT6)) == pytest.approx(0.2949972, abs=5e-8)


def test_alpha_if_deleted_of_lsat6_is_what_the_r_package_ltm_prints() -> None:
    found = alphas_if_deleted(scores.patterns(scores.LSAT6))
    assert [f"{each:.4f}" for each in found] == ["0.2754", "0.2376", "0.2168", "0.2459", "0.2663"]


def test_alpha_of_lsat7_is_what_the_r_package_psych_prints() -> None:
    assert f"{cronbach(scores.patterns(scores.LSAT7)):.2f}" == "0.45"


def test_the_ladder_worked_by_hand() -> None:
    # Variances .2, .3, .3, .2 of the items and 2.5 of the totals.
    found = figures_of(scores.of(scores.LADDER))
    assert (found.persons, found.n, found.k, found.dichotomous) == (5, 5, 4, True)
    assert found.alpha == pytest.approx(4 / 3 * (1 - 1 / 2.5))
    assert found.sem == pytest.approx(math.sqrt(0.5))
    assert found.error_ratio == pytest.approx(100 * math.sqrt(0.2))
    assert (found.mean, found.median) == (2, 2)
    assert found.deviation == pytest.approx(math.sqrt(2.5))
    assert (found.low, found.lower_quartile, found.upper_quartile, found.high) == (0, 1, 3, 4)
    assert found.split_half == pytest.approx(11 / 14)
    assert found.spearman_brown == pytest.approx(22 / 25)
    assert found.skewness == pytest.approx(0)
    assert found.kurtosis == pytest.approx(-1.2)


def test_alpha_without_an_item_of_the_ladder() -> None:
    # Without the first: totals 3, 2, 1, 0, 0 with variance 1.7, variances of the items .3, .3, .2.
    assert alphas_if_deleted(scores.of(scores.LADDER))[0] == pytest.approx(1.5 * (1 - 0.8 / 1.7))


def test_the_interval_of_alpha_uses_f_tables() -> None:
    # F(4, 12) has its 97.5 % point at 4.121, and its 2.5 % point at 1 / 8.751.
    low, high = alpha_interval(0.8, n=5, k=4)
    assert low == pytest.approx(1 - 0.2 * 4.121, abs=1e-4)
    assert high == pytest.approx(1 - 0.2 / 8.751, abs=1e-4)


def test_a_negative_alpha_is_not_cut_off() -> None:
    # Variances 4/3 and 1/3, totals 2, 1, 2, 1 with variance 1/3.
    found = figures_of(scores.of(((2, 0), (0, 1), (2, 0), (0, 1)), maxima=(2, 1)))
    assert found.alpha == pytest.approx(-8)
    assert found.error_ratio == pytest.approx(300)
    assert found.sem == pytest.approx(3 * math.sqrt(1 / 3))


def test_items_with_different_maxima() -> None:
    # Variances 2.5 and .3, totals 6, 4, 3, 1, 1 with mean 3 and variance 4.5.
    found = figures_of(scores.of(((5, 1), (4, 0), (2, 1), (1, 0), (0, 1)), maxima=(5, 1)))
    assert found.alpha == pytest.approx(2 * (1 - (4.3 + 0.3) / 4.5))
    assert not found.dichotomous


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(((1, 0), (0, 1), (1, 0)), id="equal totals"),
        pytest.param(((0.1, 0.2), (0.2, 0.1), (0.3, 0.0)), id="totals equal but for rounding"),
        pytest.param(((1,), (0,), (1,)), id="one item"),
        pytest.param(((1, 0),), id="one person"),
    ],
)
def test_alpha_is_not_defined_rather_than_0(rows: tuple[tuple[float, ...], ...]) -> None:
    found = figures_of(scores.of(rows))
    assert (found.alpha, found.alpha_low, found.sem, found.error_ratio) == (None, None, None, None)


def test_figures_of_nobody_are_not_defined() -> None:
    found = figures_of(scores.of((), maxima=(1, 1)))
    assert (found.n, found.mean, found.median, found.deviation, found.skewness) == (0, None, None, None, None)


def test_who_did_not_reach_every_item_has_no_total() -> None:
    found = figures_of(scores.of((*scores.LADDER, (1, 1, 1, None))))
    assert (found.persons, found.n) == (6, 5)
    assert found.alpha == pytest.approx(0.8)


def test_totals_that_cannot_be_compared_give_no_figures_but_the_reason() -> None:
    found = figures_of(scores.of(scores.LADDER, incomparable="Different papers."))
    assert (found.persons, found.n, found.mean, found.alpha) == (5, 0, None, None)
    assert found.incomparable == "Different papers."


def test_spearman_brown_is_not_defined_for_halves_that_contradict_each_other() -> None:
    assert stepped_up(-1.0) is None
    assert stepped_up(-0.5) == pytest.approx(-2)


def test_quantiles_are_those_of_type_7() -> None:
    assert [percentile((1, 2, 3, 4), percent) for percent in (0, 25, 27, 50, 100)] == [1, 1.75, 1.81, 2.5, 4]


def test_skewness_and_kurtosis_as_a_spreadsheet_gives_them() -> None:
    # SKEW and KURT of 3, 4, 5, 2, 3, 4, 5, 6, 4, 7, the example of the manuals of several spreadsheets.
    rows = [(value,) for value in (3, 4, 5, 2, 3, 4, 5, 6, 4, 7)]
    found = figures_of(scores.of(rows, maxima=(7,)))
    assert found.skewness == pytest.approx(0.359543071)
    assert found.kurtosis == pytest.approx(-0.151799637)

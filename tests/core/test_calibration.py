"""Calibration follows its stated definitions, on sets worked out by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.calibration import SCALE, Predicted, calibration, parts_of_scale
from quizapp.core.retention import Share

COUNTS = st.lists(
    st.tuples(st.integers(0, SCALE), st.integers(1, 50), st.floats(0, 1)).map(
        lambda drawn: Predicted(drawn[0], drawn[1], round(drawn[1] * drawn[2]))
    ),
    min_size=1,
    max_size=40,
)


def test_predictions_that_come_true_have_no_error_but_a_loss() -> None:
    # (9 * 0.105360516 + 2.302585093 + 2 * 0.693147181) / 12; (9 * 0.01 + 0.81 + 2 * 0.25) / 12
    found = calibration([Predicted(9000, 10, 9), Predicted(5000, 2, 1)])
    assert found.rmse == pytest.approx(0, abs=1e-12)
    assert found.log_loss == pytest.approx(0.386427008)
    assert found.brier == pytest.approx(0.116666667)
    assert found.predicted == pytest.approx(10 / 12)


def test_bins_weigh_by_their_answers() -> None:
    # 0.80 to 0.85: mean (0.80 + 3 * 0.84) / 4 = 0.83, recalled 2 of 4; 0.90 to 0.95: 0.90, recalled 2 of 2.
    # (4 * 0.33^2 + 2 * 0.1^2) / 6 = 0.0759333, its root 0.2755600
    found = calibration([Predicted(8000, 1, 1), Predicted(8400, 3, 1), Predicted(9000, 2, 2)])
    assert [(each.low, each.high, each.recalled) for each in found.bins] == [
        (0.8, 0.85, Share(2, 4)),
        (0.9, 0.95, Share(2, 2)),
    ]
    assert [each.predicted for each in found.bins] == pytest.approx([0.83, 0.9])
    assert found.rmse == pytest.approx(0.27556, abs=5e-7)


def test_a_certain_prediction_that_failed_costs_much_but_not_everything() -> None:
    found = calibration([Predicted(SCALE, 1, 0)])
    assert found.log_loss == pytest.approx(9.210340372)
    assert found.brier == pytest.approx(1.0)
    assert [(each.low, each.high) for each in found.bins] == [(0.95, 1.0)]


def test_without_answers_nothing_is_defined() -> None:
    found = calibration([])
    assert found.bins == ()
    assert (found.predicted, found.log_loss, found.rmse, found.brier) == (None,) * 4
    assert found.recalled.value is None


@pytest.mark.parametrize(("predicted", "parts"), [(0.0, 0), (1.0, 10000), (0.90004, 9000), (0.90006, 9001)])
def test_predictions_are_kept_to_a_hundredth_of_a_percent(predicted: float, parts: int) -> None:
    assert parts_of_scale(predicted) == parts


@given(COUNTS)
def test_bins_lose_no_answer_and_hold_what_they_say(counts: list[Predicted]) -> None:
    found = calibration(counts)
    assert sum(each.recalled.n for each in found.bins) == found.recalled.n == sum(each.n for each in counts)
    assert all(each.low - 1e-9 <= each.predicted <= each.high + 1e-9 for each in found.bins)


@given(COUNTS)
def test_counts_may_come_in_any_order_and_in_pieces(counts: list[Predicted]) -> None:
    pieces = [Predicted(c.parts, 1, int(i < c.passed)) for c in counts for i in range(c.n)]
    whole, again = calibration(counts), calibration(reversed(pieces))
    assert whole.recalled == again.recalled
    for name in ("predicted", "log_loss", "rmse", "brier"):
        assert math.isclose(getattr(whole, name), getattr(again, name), rel_tol=1e-9, abs_tol=1e-12)

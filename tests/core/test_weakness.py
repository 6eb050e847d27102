"""The figures of a card follow their stated definitions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.core.answer import Rating
from quizapp.core.event import Kind
from quizapp.core.memory import Phase
from quizapp.core.retention import Share
from quizapp.core.weakness import WEAKNESS_MEANS, Seen, Weakness, figures_of

REVIEW = Seen(
    kind=Kind.SCHEDULED,
    phase=Phase.REVIEW,
    rating=Rating.GOOD,
    score=1.0,
    duration_ms=4000,
    elapsed_days=5,
    predicted=0.9,
    picked=True,
)
MISSED = replace(REVIEW, rating=Rating.AGAIN, score=0.0)
STEP = replace(REVIEW, phase=Phase.RELEARNING, elapsed_days=0, predicted=1.0)
FIRST = replace(REVIEW, phase=Phase.NEW, elapsed_days=0, predicted=None)
PRACTICE = replace(MISSED, kind=Kind.PRACTICE)


def test_a_card_without_live_answers_has_no_figures() -> None:
    assert figures_of([]) is None


def test_a_history_worked_out_by_hand() -> None:
    found = figures_of([replace(FIRST, rating=Rating.AGAIN, score=0.0), STEP, REVIEW, MISSED, STEP, PRACTICE])
    assert found is not None
    assert (found.answers, found.misses, found.mispicks) == (6, 3, 3)
    assert found.first_try == Share(1, 3)
    assert (found.predictions, found.recalled, found.predicted_parts) == (2, 1, 18000)
    assert found.gap == pytest.approx(-0.4)


def test_without_predictions_the_gap_is_not_defined() -> None:
    found = figures_of([FIRST, STEP])
    assert found is not None and found.gap is None


def test_a_hard_answer_passes() -> None:
    found = figures_of([replace(REVIEW, rating=Rating.HARD, score=0.85)])
    assert found is not None
    assert (found.misses, found.first_right, found.recalled) == (0, 1, 1)


def test_the_time_of_a_card_is_the_median_of_capped_answers() -> None:
    def typical(*durations: int) -> float:
        found = figures_of([replace(REVIEW, duration_ms=each) for each in durations])
        assert found is not None
        return found.median_ms

    assert typical(9000, 1000, 3000) == 3000
    assert typical(1000, 4000, 2000, 9000) == 3000
    assert typical(600_000, 600_000, 5000) == 60_000
    assert typical(600_000, 5000) == 32_500


def test_a_wrong_answer_without_options_is_no_mispick() -> None:
    found = figures_of([replace(MISSED, picked=False)])
    assert found is not None and found.mispicks == 0


def test_every_list_has_a_definition_that_names_its_own_bounds() -> None:
    assert set(WEAKNESS_MEANS) == set(Weakness)
    assert "8 lapses" in WEAKNESS_MEANS[Weakness.LEECH] and "60 seconds" in WEAKNESS_MEANS[Weakness.SLOW]

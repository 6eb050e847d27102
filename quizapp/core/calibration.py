"""Calibration: was recall as good as it was predicted to be?"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.retention import Share

SCALE = 10_000
"""Predictions are counted to one part in this many."""

BINS = 20

CALIBRATION_MEANS = (
    "Calibration: scheduled answers given at least a study day after the one before, not taken back, each "
    "with the recall that was predicted when it was given (kept to a hundredth of a percent). Recalled means "
    f"not rated Again. {BINS} bins of equal width; a bin shows the mean prediction, the share recalled and n."
)
LOG_LOSS_MEANS = (
    "Log loss: mean of -ln(p) over recalled and -ln(1 - p) over forgotten answers, with p kept between "
    "0.0001 and 0.9999; smaller is better."
)
RMSE_MEANS = (
    "RMSE(bins): root of the mean over all answers of (mean prediction - share recalled) squared, each "
    "answer with the figures of its bin; 0 is perfect."
)
BRIER_MEANS = (
    "Brier score: mean of (p - outcome) squared, outcome 1 for recalled and 0 for forgotten; 0 is perfect."
)


@dataclass(frozen=True, slots=True)
class Predicted:
    """`n` answers for which a recall of `parts` / SCALE was predicted; `passed` of them were recalled."""

    parts: int
    n: int
    passed: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose prediction lay in `low`..`high`; `predicted` is the mean prediction, 0..1."""

    low: float
    high: float
    predicted: float
    recalled: Share


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins that hold answers, and figures over all; None where nothing is there to measure."""

    recalled: Share
    bins: tuple[Bin, ...]
    predicted: float | None
    log_loss: float | None
    rmse: float | None
    brier: float | None


def parts_of_scale(predicted: float) -> int:
    """A prediction (0..1) as a count of parts of SCALE."""
    return int(predicted * SCALE + 0.5)


def calibration(counts: Iterable[Predicted]) -> Calibration:
    """See CALIBRATION_MEANS and the other definitions here."""
    held = sorted((each for each in counts if each.n > 0), key=lambda each: each.parts)
    recalled = Share(sum(each.passed for each in held), sum(each.n for each in held))
    if not recalled.n:
        return Calibration(recalled, (), None, None, None, None)
    bins = _bins(held)
    return Calibration(
        recalled=recalled,
        bins=bins,
        predicted=sum(each.parts * each.n for each in held) / SCALE / recalled.n,
        log_loss=math.fsum(map(_loss, held)) / recalled.n,
        rmse=math.sqrt(math.fsum(each.recalled.n * _miss(each) ** 2 for each in bins) / recalled.n),
        brier=math.fsum(map(_square, held)) / recalled.n,
    )


def _bins(held: list[Predicted]) -> tuple[Bin, ...]:
    filled: dict[int, list[Predicted]] = {}
    for each in held:
        filled.setdefault(min(each.parts * BINS // SCALE, BINS - 1), []).append(each)
    return tuple(_bin(place, inside) for place, inside in sorted(filled.items()))


def _bin(place: int, inside: list[Predicted]) -> Bin:
    n = sum(each.n for each in inside)
    mean = sum(each.parts * each.n for each in inside) / SCALE / n
    return Bin(place / BINS, (place + 1) / BINS, mean, Share(sum(each.passed for each in inside), n))


def _miss(found: Bin) -> float:
    return found.predicted - found.recalled.passed / found.recalled.n


def _loss(each: Predicted) -> float:
    chance = min(max(each.parts, 1), SCALE - 1) / SCALE
    return -each.passed * math.log(chance) - (each.n - each.passed) * math.log(1 - chance)


def _square(each: Predicted) -> float:
    chance = each.parts / SCALE
    return each.passed * (1 - chance) ** 2 + (each.n - each.passed) * chance**2

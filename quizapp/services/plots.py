"""Charts as plain characters, drawn by plotille; the numbers stand beside them in the report."""

from __future__ import annotations

from collections.abc import Sequence

from plotille import Figure

from quizapp.core.calibration import Bin
from quizapp.core.workload import Workload
from quizapp.services.history import CurvePoint

HEIGHT = 10
_ROOM_FOR_AXIS = 19
"""What plotille adds to the width, besides the name of the axis."""


def forgetting_chart(curve: Sequence[CurvePoint], width: int) -> tuple[str, ...]:
    """Recall (0..1) against days, at most `width` columns wide."""
    figure = _figure(width, HEIGHT, "days", "recall")
    figure.set_x_limits(0, curve[-1].days)
    figure.set_y_limits(0, 1 + 1e-9)
    figure.plot([each.days for each in curve], [each.recall for each in curve])
    return _lines(figure)


def calibration_chart(bins: Sequence[Bin], width: int) -> tuple[str, ...]:
    """`o` for each bin; on the line, as many were recalled as was predicted. The last line says so."""
    figure = _figure(min(width, 60), HEIGHT, "predicted", "recalled")
    shares = [each.recalled.passed / each.recalled.n for each in bins]
    low = min(0.9, *shares, *(each.predicted for each in bins)) // 0.1 * 0.1
    figure.set_x_limits(low, 1)
    figure.set_y_limits(low, 1)
    figure.x_ticks_fkt = lambda low, _: f"{low:.0%}"
    figure.plot([low, 1], [low, 1])
    figure.scatter([each.predicted for each in bins], shares, marker="o")
    return (*_lines(figure), "o: a bin. Line: recalled as often as predicted.")


def workload_chart(
    loads: Sequence[Workload], own: float, least: Workload | None, width: int
) -> tuple[str, ...]:
    """Minutes a day against desired retention: `Y` is yours, `L` the least effort, `B` both, `o` others."""
    figure = _figure(min(width, 70), HEIGHT, "retention", "min/day")
    figure.set_x_limits(loads[0].retention, loads[-1].retention)
    most = max(each.minutes_a_day for each in loads) * 1.05 or 1
    figure.set_y_limits(0, most)
    figure.y_ticks_fkt = lambda low, _: f"{low:.2f}" if most < 3 else f"{low:.1f}"
    figure.plot([each.retention for each in loads], [each.minutes_a_day for each in loads])
    for each in loads:
        marker = {(True, True): "B", (True, False): "Y", (False, True): "L"}.get(
            (each.retention == own, each is least), "o"
        )
        figure.scatter([each.retention], [each.minutes_a_day], marker=marker)
    return _lines(figure)


def _figure(width: int, height: int, across: str, up: str) -> Figure:
    figure = Figure()
    figure.with_colors = False
    figure.width, figure.height = max(20, width - _ROOM_FOR_AXIS - len(across)), height
    figure.x_label, figure.y_label = across, up
    figure.x_ticks_fkt = lambda low, high: f"{low:.0f}" if high - low > 1 else f"{low:.2f}"
    figure.y_ticks_fkt = lambda low, _: f"{low:.0%}"
    return figure


def _lines(figure: Figure) -> tuple[str, ...]:
    # Empty cells are drawn as blank braille, which screen readers read out.
    drawn = str(figure.show()).replace("\u2800", " ")
    return tuple(line.rstrip() for line in drawn.splitlines())

"""Charts of an HTML page as values: where each mark stands in a drawing of fixed size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a drawing, with what stands at its end."""

    x: float
    y: float
    width: float
    height: float
    value: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line across the drawing with a label at its end; `place` is its x or y."""

    place: float
    label: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A histogram. `id` and `title` are unique on the page, `told` says in words what it shows."""

    id: str
    title: str
    told: str
    bars: tuple[Bar, ...]
    edges: tuple[Line, ...]
    width: int = 560
    height: int = 200
    floor: int = 160


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark at (x, y) of the drawing; `alarm` gives it another shape. `told` is its tooltip."""

    x: float
    y: float
    label: str
    told: str
    alarm: bool
    link: str


@dataclass(frozen=True, slots=True)
class Dots:
    """A scatter plot; `across` are its vertical lines (values of x), `up` the horizontal ones."""

    id: str
    title: str
    told: str
    x_name: str
    y_name: str
    dots: tuple[Dot, ...]
    across: tuple[Line, ...]
    up: tuple[Line, ...]
    width: int = 560
    height: int = 364
    left: int = 64
    right: int = 536
    top: int = 12
    bottom: int = 312


def histogram(chart: str, title: str, edges: Sequence[str], counts: Sequence[int], what: str) -> Bars:
    """One bar a count, each between two of the edges; `what` names what is counted."""
    most, step = max([*counts, 1]), 520 / max(len(counts), 1)
    bars = tuple(
        Bar(
            x=round(20 + place * step + step * 0.06, 1),
            y=round(160 - 140 * n / most, 1),
            width=round(step * 0.88, 1),
            height=round(140 * n / most, 1),
            value=str(n) if n else "",
        )
        for place, n in enumerate(counts)
    )
    spans = [f"{low} to {high}: {n}" for low, high, n in zip(edges, edges[1:], counts, strict=False) if n]
    told = f"Number of {what}. {'; '.join(spans) or 'Nobody'}."
    marks = tuple(Line(round(20 + place * step, 1), edge) for place, edge in enumerate(edges))
    return Bars(chart, title, told, bars, marks)


@dataclass(frozen=True, slots=True)
class Point:
    """What a dot stands for: its values, and where the page tells more of it."""

    x: float
    y: float
    label: str
    told: str
    alarm: bool
    link: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, with lines at `ticks`; the one at `strong` is drawn stronger."""

    name: str
    low: float
    high: float
    ticks: Sequence[tuple[float, str]]
    strong: float | None = None


def scatter(chart: str, title: str, told: str, points: Sequence[Point], x: Axis, y: Axis) -> Dots:
    """Points outside the axes stand at their ends."""
    empty = Dots(chart, title, told, x.name, y.name, (), (), ())

    def across(value: float) -> float:
        return round(empty.left + (empty.right - empty.left) * _part(value, x), 1)

    def up(value: float) -> float:
        return round(empty.bottom - (empty.bottom - empty.top) * _part(value, y), 1)

    return Dots(
        chart,
        title,
        told,
        x.name,
        y.name,
        tuple(Dot(across(p.x), up(p.y), p.label, p.told, p.alarm, p.link) for p in points),
        tuple(Line(across(value), label, value == x.strong) for value, label in x.ticks),
        tuple(Line(up(value), label, value == y.strong) for value, label in y.ticks),
    )


def _part(value: float, axis: Axis) -> float:
    return (min(max(value, axis.low), axis.high) - axis.low) / (axis.high - axis.low)

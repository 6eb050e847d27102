"""Score matrices for tests: published ones and small ones that are worked by hand."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.core.scorematrix import Item, ScoreMatrix


def _counts(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split()))


LSAT6 = _counts("3 6 2 11 1 1 3 4 1 8 0 16 0 3 2 15 10 29 14 81 3 28 15 80 16 56 21 173 11 61 28 298")
"""How many of 1,000 persons gave each pattern 00000, 00001, ... 11111 (Bock & Lieberman 1970, section 6)."""

LSAT7 = _counts("12 19 1 7 3 19 3 17 10 5 3 7 7 23 8 28 7 39 11 34 14 51 15 90 6 25 7 35 18 136 32 308")
"""The same for section 7."""

LADDER = ((1, 1, 1, 1), (1, 1, 1, 0), (1, 1, 0, 0), (1, 0, 0, 0), (0, 0, 0, 0))
"""Five persons, four items; totals 4, 3, 2, 1, 0, so that everything can be worked out by hand."""


def of(
    rows: Sequence[Sequence[float | None]], maxima: Sequence[float] = (), incomparable: str = ""
) -> ScoreMatrix:
    """A matrix of items q1, q2, ... worth 1 point unless `maxima` says otherwise."""
    wide = len(rows[0]) if rows else len(maxima)
    worth = maxima or [1.0] * wide
    items = tuple(Item(id=f"q{place + 1}", maximum=worth[place]) for place in range(wide))
    return ScoreMatrix(items, tuple(map(tuple, rows)), incomparable=incomparable)


def patterns(counts: Sequence[int], items: int = 5) -> ScoreMatrix:
    """One person for each count of each pattern of right and wrong answers."""
    rows = [
        tuple(float(bit) for bit in f"{pattern:0{items}b}")
        for pattern, count in enumerate(counts)
        for _ in range(count)
    ]
    return of(rows)

"""Judging what was put together: matching and ordering."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, zip_longest

from quizapp.core.facing import numbered, one_line, paired
from quizapp.core.grade import Grade, Part
from quizapp.core.question import Matching, Ordering


def judge_matching(question: Matching, pairs: tuple[tuple[str, str], ...]) -> Grade:
    """The share of left sides that got their right side; of a left side named twice the last one counts."""
    given = dict(pairs)
    parts = tuple(
        Part(pair.left, given.get(pair.left, ""), pair.right, given.get(pair.left) == pair.right)
        for pair in question.pairs
    )
    chosen = tuple((part.label, part.given) for part in parts if part.given)
    expected = paired((pair.left, pair.right) for pair in question.pairs)
    return _shared(parts, paired(chosen), expected, "pairs")


def judge_ordering(question: Ordering, items: tuple[str, ...]) -> Grade:
    """The share of neighbours kept: of n items in order there are n - 1 pairs of one and the next.

    A part tells of a place, and is right when the item that belongs there stands there. Items that the
    question does not have are left out; a single item is right when it is there.
    """
    known = [item for item in dict.fromkeys(items) if item in question.items]
    kept = len(set(pairwise(question.items)).intersection(pairwise(known)))
    pairs = len(question.items) - 1
    score = Fraction(kept, pairs) if pairs > 0 else Fraction(known == list(question.items))
    placed = zip_longest(known, question.items, fillvalue="")
    parts = tuple(
        Part(str(place), one_line(item), one_line(expected), item == expected)
        for place, (item, expected) in enumerate(placed, 1)
    )
    return Grade(
        float(score),
        numbered(known),
        numbered(question.items),
        parts,
        remark=f"{kept} of {pairs} neighbours are in order." if 0 < score < 1 else "",
    )


def _shared(parts: tuple[Part, ...], given: str, expected: str, noun: str) -> Grade:
    right = sum(part.right for part in parts)
    score = Fraction(right, len(parts)) if parts else Fraction(1)
    remark = f"{right} of {len(parts)} {noun} are right." if 0 < score < 1 else ""
    return Grade(float(score), given, expected, parts, remark=remark)

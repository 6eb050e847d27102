"""Judging stored answers again after the right answer of a question was corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from quizapp.core.answer import (
    Answer,
    Filled,
    GaveUp,
    Matched,
    Ordered,
    Picked,
    Rating,
    Said,
    SelfRated,
    Wrote,
)
from quizapp.core.card import Card
from quizapp.core.facing import blanks
from quizapp.core.grade import RIGHT, Grade, GradingDefaults
from quizapp.core.grading import grade, suggest
from quizapp.core.identity import normalised
from quizapp.core.question import Choice, Cloze, Matching, Multiple, Ordering
from quizapp.core.relinking import only_slips

_SAME = 1e-9
_LIGHT = frozenset(".,;:!?'\"()…–—")

REGRADED_MEANS = (
    "Every stored answer is judged again, as it was given, by the deck as it is now. Left alone are: "
    "flashcards, which learners rate themselves, and answers that were given up; answers that a learner "
    "overrode with “I was right”, unless the deck agrees by now; and answers to a question that asks "
    "something else by now: other words than before (slips of the pen apart), another number of gaps, other "
    "items to sort or match, or an option picked that is no longer offered. A rating that a learner chose by "
    "hand after the verdict stays; only the score changes. What was right is not made wrong because settings "
    "for typing slips, capitals, accents or articles have become stricter since."
)


class LeftAlone(StrEnum):
    """Why an answer that would be judged otherwise now keeps its verdict."""

    INSISTED = "insisted"
    ANOTHER = "another"
    UNREADABLE = "unreadable"


LEFT_ALONE_MEANS = {
    LeftAlone.INSISTED: "overridden with “I was right”, and the deck does not agree",
    LeftAlone.ANOTHER: "given to a question that asks something else by now",
    LeftAlone.UNREADABLE: "no longer readable as an answer to the question",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An answer as it was given, with its first score, rating and hints.

    `same` says that the question asked the same then (see `same_prompt`), `insisted` that the learner
    overrode the verdict and that this stands.
    """

    answer: Answer
    score: float
    rating: Rating
    hints: int
    same: bool
    insisted: bool = False


@dataclass(frozen=True, slots=True)
class Rejudged:
    """What an answer is worth now, and the rating that this suggests."""

    score: float
    rating: Rating


def rejudged(stored: Stored, card: Card, defaults: GradingDefaults) -> Rejudged | LeftAlone | None:
    """The answer judged by the card as it is now; None when it is never judged again, or stands anyhow.

    See REGRADED_MEANS for the rules. The same answer, card and defaults always give the same, whatever an
    earlier regrading said.
    """
    if isinstance(stored.answer, SelfRated | GaveUp):
        return None
    if not stored.same or not _fits(card, stored.answer):
        return LeftAlone.ANOTHER
    try:
        found = grade(card, stored.answer, defaults)
        lenient = grade(card, stored.answer, GradingDefaults())
    except ValueError:  # the question has another type now
        return LeftAlone.ANOTHER
    if not isinstance(found, Grade) or not isinstance(lenient, Grade):
        return LeftAlone.UNREADABLE
    score = max(found.score, min(stored.score, lenient.score))
    same = same_score(score, stored.score)
    if stored.insisted:
        return None if same or score >= RIGHT else LeftAlone.INSISTED
    if same:
        return Rejudged(stored.score, stored.rating)
    best = found if found.score >= score else lenient
    return Rejudged(score, suggest(best, stored.hints))


def same_score(one: float, other: float) -> bool:
    """Whether two scores are the same but for the last bits of a sum of fractions."""
    return abs(one - other) < _SAME


def same_prompt(then: str, now: str) -> bool:
    """Whether two prompts ask the same: the same words but for slips of the pen, and the same signs.

    Full stops, commas, quotes and the like do not count, nor do capitals and bold type; any other sign does,
    since `+` for `-` asks something else.
    """
    before, after = normalised(then.replace("**", "")), normalised(now.replace("**", ""))
    if before == after:
        return True
    return _signs(before) == _signs(after) and only_slips(before, after)


def _fits(card: Card, answer: Answer) -> bool:
    """Whether what was answered could be answered now: its options, sides, items and gaps are still there."""
    question = card.question
    match answer:
        case Picked(options):
            offered = {o.text for o in question.options} if isinstance(question, Choice | Multiple) else set()
            return offered >= set(options)
        case Matched(pairs):
            if not isinstance(question, Matching):
                return False
            lefts = [pair.left for pair in question.pairs]
            rights = {"", *(pair.right for pair in question.pairs), *question.extra}
            return _same_items([left for left, _ in pairs], lefts) and rights >= {right for _, right in pairs}
        case Ordered(items):
            return isinstance(question, Ordering) and _same_items(items, question.items)
        case Filled(texts):
            return isinstance(question, Cloze) and len(texts) == len(blanks(card))
        case Wrote() | Said() | SelfRated() | GaveUp():
            return True
        case _:
            assert_never(answer)


def _same_items(one: Sequence[str], other: Sequence[str]) -> bool:
    return sorted(one) == sorted(other)


def _signs(text: str) -> list[str]:
    return [c for c in text if not (c.isalnum() or c.isspace() or c in _LIGHT)]

"""From the log to the reviews that FSRS is fitted to, how they are held back, and what came of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from quizapp.core.answer import Rating
from quizapp.core.calibration import Calibration, Predicted, calibration, parts_of_scale
from quizapp.core.card import CardKey
from quizapp.core.event import Event, Kind, Review
from quizapp.core.replay import courses, standings

LEAST = 400
"""How many counted reviews a fit needs."""

LEAST_NEW = 100
"""How many of them must have come since the fit that is in force."""

PARTS = 5
"""In how many parts reviews are held back."""

COUNTED_MEANS = (
    "Counted: scheduled answers given at least a study day after the one before to the same card, as ratings "
    "stand now. First answers and answers on the same study day belong to a card's history, but there is "
    "nothing to predict. Practice, exams and answers taken back are left out. A question that was reworded "
    "and kept its progress is one history; a card that was reset begins a new one."
)
HELD_BACK_MEANS = (
    f"Held back: the last five sixths of the counted answers in order of time, in {PARTS} equal parts. Each "
    "part is predicted with parameters fitted only to answers given before it; the figures are over all "
    "parts. After an earlier fit only answers given since then are held back, as it has seen the others."
)
NEEDED_MEANS = (
    f"A fit needs {LEAST} counted answers, so that even the first part is predicted from 64 or more, the "
    f"least to which all parameters can be fitted; after an earlier fit, {LEAST_NEW} counted answers since."
)


class LeftOut(StrEnum):
    """Why an answer is not counted."""

    FIRST = "first answers to a card"
    SAME_DAY = "again on the same study day"
    PRACTICE = "practice"
    EXAM = "exams"
    TAKEN_BACK = "taken back"


class Verdict(StrEnum):
    """What came of a fit."""

    TOO_FEW = "too-few"
    TOO_FEW_NEW = "too-few-new"
    NOTHING_LEARNT = "nothing-learnt"
    NO_BETTER = "no-better"
    BETTER = "better"


@dataclass(frozen=True, slots=True)
class History:
    """The reviews of one card: (rating 1..4, study days since the one before), and each one's logical_ms."""

    turns: tuple[tuple[int, int], ...]
    at: tuple[int, ...]


@dataclass(slots=True)
class Evidence:
    """What a log holds to fit to."""

    histories: list[History] = field(default_factory=list)
    left_out: Counter[LeftOut] = field(default_factory=Counter)

    def add(self, events: Sequence[Event], cards: Iterable[CardKey]) -> None:
        """What the events tell of these cards; they must hold all that concerns the cards."""
        asked = set(cards)
        for standing in standings(events).values():
            reason = _reason(standing.review, standing.live)
            if reason is not None and standing.review.card in asked:
                self.left_out[reason] += 1
        for card, lists in courses(events).items():
            if card in asked:
                for course in lists:
                    self._add_history([(s.review, s.rating) for s in course])

    def _add_history(self, course: list[tuple[Review, Rating]]) -> None:
        turns, last = [], course[0][0].study_day
        for review, rating in course:
            turns.append((int(rating), max(0, review.study_day - last)))
            last = max(last, review.study_day)
        same_day = sum(elapsed == 0 for _, elapsed in turns) - 1
        self.left_out.update({LeftOut.FIRST: 1, LeftOut.SAME_DAY: same_day})
        self.histories.append(History(tuple(turns), tuple(review.logical_ms for review, _ in course)))

    def order(self) -> list[tuple[int, int]]:
        """(history, place) of every counted review, in order of time."""
        counted = [
            (history.at[place], number, place)
            for number, history in enumerate(self.histories)
            for place, (_, elapsed) in enumerate(history.turns)
            if elapsed > 0
        ]
        return [(number, place) for _, number, place in sorted(counted)]

    @property
    def counted(self) -> int:
        return sum(elapsed > 0 for history in self.histories for _, elapsed in history.turns)

    @property
    def counted_cards(self) -> int:
        """Histories with a counted review."""
        return sum(any(elapsed > 0 for _, elapsed in history.turns) for history in self.histories)


def _reason(review: Review, live: bool) -> LeftOut | None:
    if review.kind is Kind.PRACTICE:
        return LeftOut.PRACTICE
    if review.kind is Kind.EXAM:
        return LeftOut.EXAM
    return None if live else LeftOut.TAKEN_BACK


def held_back(counted: int, seen: int = 0) -> list[tuple[int, int]]:
    """The parts that are held back, as (from, until) in order of time; `seen` were fitted to before."""
    first = max(counted - PARTS * (counted // (PARTS + 1)), seen)
    edges = [first + (counted - first) * part // PARTS for part in range(PARTS + 1)]
    return list(pairwise(edges))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One review that was held back: recall (0..1) as each set of parameters predicts it, and what came."""

    defaults: float
    before: float
    after: float
    recalled: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """How well held-back reviews are predicted: by the defaults, before the fit and after it.

    `gain` is by how much log loss falls, `margin` half of its 95% range.
    """

    defaults: Calibration
    before: Calibration
    after: Calibration
    gain: float
    margin: float

    @property
    def better(self) -> bool:
        return self.gain > 0

    @property
    def may_be_chance(self) -> bool:
        return abs(self.gain) <= self.margin


def trial(outcomes: Sequence[Outcome]) -> Trial:
    """See HELD_BACK_MEANS; there must be outcomes."""
    gains = [_loss(each.before, each.recalled) - _loss(each.after, each.recalled) for each in outcomes]
    mean = math.fsum(gains) / len(gains)
    spread = math.fsum((gain - mean) ** 2 for gain in gains) / max(1, len(gains) - 1)
    return Trial(
        defaults=_calibration((each.defaults, each.recalled) for each in outcomes),
        before=_calibration((each.before, each.recalled) for each in outcomes),
        after=_calibration((each.after, each.recalled) for each in outcomes),
        gain=mean,
        margin=1.96 * math.sqrt(spread / len(gains)),
    )


def _calibration(predictions: Iterator[tuple[float, bool]]) -> Calibration:
    n, passed = Counter[int](), Counter[int]()
    for chance, recalled in predictions:
        parts = parts_of_scale(chance)
        n[parts] += 1
        passed[parts] += recalled
    return calibration(Predicted(parts, n[parts], passed[parts]) for parts in n)


def _loss(chance: float, recalled: bool) -> float:
    chance = min(max(chance, 0.0001), 0.9999)
    return -math.log(chance if recalled else 1 - chance)

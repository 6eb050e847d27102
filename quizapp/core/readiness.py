"""Exam dates: what is expected on the day, and the rules by which a deck is brought there in time."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.event import SchedulerConfig
from quizapp.core.memory import Memory, Phase
from quizapp.core.question import DeckId
from quizapp.core.scheduler import fading, forgetting_curve

LAST_DAYS = 7
"""On how many days before the exam cards may be brought forward."""

CONSOLIDATION_SHARE = 4
"""One day of so many, to the exam, is kept free of new cards."""

MOST_CONSOLIDATION = 14
"""The most days that are kept free of new cards."""

LONGEST = 730
"""The most days that an exam may be away."""

TARGET = (0.7, 0.99)
"""The least and the greatest recall that an exam may aim at."""

READINESS_MEANS = (
    "Expected recall on the day of the exam: the mean of predicted recall on that study day over all cards "
    "of the deck, suspended ones too; a new card counts as 0. If nothing more is studied: by the forgetting "
    "curve of each card as it stands now."
)
NEW_CARDS_MEANS = (
    "New cards: those that are left, spread evenly over the days to the exam but the last quarter (at least "
    f"1 day, at most {MOST_CONSOLIDATION}), which is kept for reviews. If some are left after that, over "
    "half of the days that remain. For the deck this number takes the place of your daily limit, whether it "
    "is more or less; other decks have what it leaves of the limit."
)
EARLY_MEANS = (
    f"Brought forward: on the last {LAST_DAYS} days, cards that are not due before the exam but would be "
    "below the wanted recall on its day, an even share of them each day, those least likely to be recalled "
    "first. Each says so. The wanted recall is your desired retention, unless the exam has a target of its "
    "own."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamDate:
    """The exam of a deck: its study day, the study day on which it was set, the recall aimed at (0..1).

    `target` None means the desired retention of the deck.
    """

    deck: DeckId
    day: int
    set_on: int
    target: float | None = None

    def wanted(self, config: SchedulerConfig) -> float:
        """The recall that each card should have on the day."""
        return config.retention if self.target is None else self.target

    def ahead(self, today: int) -> bool:
        """Whether the exam is still to be planned for: from its own day on, everything is as usual."""
        return today < self.day


def expected_recall(memories: Iterable[Memory], new: int, config: SchedulerConfig, day: int) -> float | None:
    """See READINESS_MEANS: from every studied card and the number of the others; None without cards."""
    curve = forgetting_curve(config)
    found = [
        curve(memory.stability, max(0, day - (day if memory.last_day is None else memory.last_day)))
        for memory in memories
        if memory.stability is not None
    ]
    cards = len(found) + new
    return math.fsum(found) / cards if cards else None


def days_for_new(exam: ExamDate, today: int) -> int:
    """Over how many study days, today among them, the new cards that are left are spread; 0 from the exam on.

    See NEW_CARDS_MEANS.
    """
    left = exam.day - today
    if left <= 0:
        return 0
    away = exam.day - exam.set_on
    kept = min(MOST_CONSOLIDATION, max(1, away // CONSOLIDATION_SHARE)) if away > 1 else 0
    in_time = exam.day - kept - today
    return in_time if in_time > 0 else -(-left // 2)


def new_today(exam: ExamDate, today: int, left: int) -> int:
    """How many of the new cards that were left when the day began are for today."""
    days = days_for_new(exam, today)
    return -(-left // days) if days else 0


def share_today(at_risk: float, exam: ExamDate, today: int) -> int:
    """How many of the cards at risk are brought forward today; see EARLY_MEANS."""
    if not exam.day - LAST_DAYS <= today < exam.day:
        return 0
    return math.ceil(at_risk / (exam.day - today) - 1e-9)


def is_at_risk(memory: Memory, exam: ExamDate, config: SchedulerConfig, today: int) -> bool:
    """Whether a card must be brought forward on a study day or one of those after it: see EARLY_MEANS."""
    if memory.phase is not Phase.REVIEW or memory.stability is None or memory.due_day is None:
        return False
    last = today if memory.last_day is None else memory.last_day
    reach = fading(exam.wanted(config), config)
    return last < today < exam.day <= memory.due_day and exam.day - last > reach * memory.stability

"""What the store keeps besides the log and the memory, and the figures that it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId, Review, SessionId
from quizapp.core.memory import Memory
from quizapp.core.question import DeckId
from quizapp.core.step import SessionRequest


@dataclass(frozen=True, slots=True)
class Learner:
    """Whose progress it is; `name` is unique among learners, case folded."""

    id: LearnerId
    name: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session on disk: what was asked for, its `plan` in order, and where it stands.

    `current` is the card to be shown next (None: nothing left). `ended_at` is set when the learner has seen
    the summary or begun another session; undo may clear it.
    """

    id: SessionId
    learner: LearnerId
    request: SessionRequest
    plan: tuple[CardKey, ...]
    current: CardKey | None
    started_at: datetime
    study_day: int
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A review as it stands after undo, rating changes, "I was right" and regrading."""

    review: Review
    live: bool
    rating: Rating
    score: float


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A card with its memory, as the store finds it."""

    card: CardKey
    memory: Memory


@dataclass(frozen=True, slots=True)
class DeckCounts:
    """Cards of one deck and learner: `due` (review cards due today or overdue, and changed answers),
    `learning` (in learning steps), `new` (never studied), `total` (all in the deck file now), `suspended`."""

    deck: DeckId
    due: int
    learning: int
    new: int
    total: int
    suspended: int


@dataclass(frozen=True, slots=True)
class DayCounts:
    """Live reviews of one study day: all answers, those right, first answers to new cards, reviews of cards
    in the review phase, practice answers, and active milliseconds. Practice counts in `answers`, `right` and
    `duration_ms`, never in `new` or `review`."""

    study_day: int
    answers: int = 0
    right: int = 0
    new: int = 0
    review: int = 0
    practice: int = 0
    duration_ms: int = 0

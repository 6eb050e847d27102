"""What is known of one card and one learner: a cache, always rebuildable from reviews and actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Phase(StrEnum):
    """Where a card stands."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Stability in days, difficulty 1..10 (both None while new); study days are ordinals (date.toordinal()).

    In LEARNING and RELEARNING `due_at` (aware UTC) counts and `step` is the index of the step; in REVIEW
    `due_day` counts and `interval` is its distance in days. `last_day` and `last_at` tell of the last
    scheduled review. `buried_on` is the study day until whose end it stays hidden. `revision` counts the
    live reviews and actions that made it.
    """

    phase: Phase = Phase.NEW
    step: int = 0
    stability: float | None = None
    difficulty: float | None = None
    due_at: datetime | None = None
    due_day: int | None = None
    interval: int = 0
    last_at: datetime | None = None
    last_day: int | None = None
    reps: int = 0
    lapses: int = 0
    suspended: bool = False
    buried_on: int | None = None
    answer_fingerprint: str = ""
    revision: int = 0


NEW = Memory()

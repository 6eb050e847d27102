"""The log: reviews and actions, rows that are only ever inserted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from quizapp.core.answer import Answer, Rating
from quizapp.core.card import CardKey
from quizapp.core.memory import Phase

EventId = NewType("EventId", str)
LearnerId = NewType("LearnerId", str)
DeviceId = NewType("DeviceId", str)
SessionId = NewType("SessionId", str)
ConfigId = NewType("ConfigId", str)


class Kind(StrEnum):
    """What a review was part of; only `scheduled` moves the schedule."""

    SCHEDULED = "scheduled"
    PRACTICE = "practice"
    EXAM = "exam"


class ActionKind(StrEnum):
    """What else a learner or teacher did."""

    VOID = "void"
    RESTORE = "restore"
    RERATE = "rerate"
    OVERRIDE = "override"
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    BURY = "bury"
    FLAG = "flag"
    RELINK = "relink"
    FIT = "fit"
    REGRADE = "regrade"
    RESET = "reset"


class Confidence(StrEnum):
    """How sure the learner was, said before the verdict; never changes the score."""

    GUESS = "guess"
    UNSURE = "unsure"
    SURE = "sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One answered question. Times are aware UTC; `utc_offset` is in seconds; order is (logical_ms, id).

    `shown` are the options' texts in the order in which they were drawn. `suggested` follows from the grade,
    `rating` is what stood at the commit (they differ only for a flashcard, which the learner rates). What
    stood before (`phase`, `elapsed_days`, `interval_before`, `stability_before`, `difficulty_before`) and
    `predicted` recall (0..1, None while new) are evidence and never computed again.
    """

    id: EventId
    learner: LearnerId
    device: DeviceId
    card: CardKey
    session: SessionId
    at: datetime
    utc_offset: int
    study_day: int
    logical_ms: int
    kind: Kind
    answer: Answer
    shown: tuple[str, ...]
    score: float
    suggested: Rating
    rating: Rating
    hints: int
    duration_ms: int
    confidence: Confidence | None
    wording_fingerprint: str
    answer_fingerprint: str
    config: ConfigId
    phase: Phase
    elapsed_days: int
    interval_before: int
    stability_before: float | None
    difficulty_before: float | None
    predicted: float | None


@dataclass(frozen=True, slots=True)
class Move:
    """A relinked question: keys are `deck/question`; the texts are what the learner is shown."""

    old: str
    new: str
    old_text: str
    new_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Anything else that matters; what is filled in besides the head depends on the kind.

    VOID, RESTORE: `undoes` names the review or action taken back or brought back.
    RERATE: `review`, `rating`.  OVERRIDE ("I was right"): `review`, `rating`, `score`.
    REGRADE: the same, and `text`, which all that were regraded at one time have in common.
    SUSPEND, UNSUSPEND, RESET: `card`.  BURY: `card` (until the end of `study_day`).
    FLAG: `card`, `text` (the note; may be empty).  RELINK: `moves`.  FIT: `config`.
    """

    id: EventId
    learner: LearnerId
    device: DeviceId
    session: SessionId | None
    at: datetime
    study_day: int
    logical_ms: int
    kind: ActionKind
    undoes: EventId | None = None
    review: EventId | None = None
    card: CardKey | None = None
    rating: Rating | None = None
    score: float | None = None
    text: str = ""
    moves: tuple[Move, ...] = ()
    config: ConfigId | None = None


Event = Review | Action


@dataclass(frozen=True, slots=True)
class SchedulerConfig:
    """What a review was scheduled with; immutable, stored once, named by its content.

    Steps are in seconds; `retention` is desired recall, 0..1; `parameters` are FSRS-6's 21.
    """

    parameters: tuple[float, ...]
    retention: float = 0.9
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    maximum_interval: int = 36500
    fuzz: bool = True

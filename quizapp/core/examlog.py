"""An attempt at an exam as it is kept: what was asked, and everything that the learner did, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from quizapp.core.answer import Answer
from quizapp.core.event import DeviceId, LearnerId
from quizapp.core.exam import Feedback
from quizapp.core.question import DeckId, Question

AttemptId = NewType("AttemptId", str)


class Did(StrEnum):
    """What happened in an attempt.

    RESUME: the program was started again. LEAVE: the learner closed it. HAND_IN and TIME_UP end the attempt.
    """

    OPEN = "open"
    ANSWER = "answer"
    CLEAR = "clear"
    FLAG = "flag"
    UNFLAG = "unflag"
    RESUME = "resume"
    LEAVE = "leave"
    HAND_IN = "hand-in"
    TIME_UP = "time-up"


ENDS = frozenset({Did.HAND_IN, Did.TIME_UP})


@dataclass(frozen=True, slots=True)
class ExamEvent:
    """One row of an attempt, only ever inserted; `at` never goes back within an attempt.

    `item` is the place on the paper, from 0: the question that was opened, answered, cleared or flagged; at
    the end the one on the screen, None when the program was closed. `answer` only for ANSWER.
    """

    did: Did
    at: datetime
    item: int | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class ExamQuestion:
    """A question on the learner's paper as it read when the attempt began, and what it is worth."""

    question: Question
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """An attempt as it began; `questions` in the order of the paper. Other fields as in `handin.Attempt`."""

    id: AttemptId
    learner: LearnerId
    device: DeviceId
    deck: DeckId
    number: int
    title: str
    seed: str
    questions: tuple[ExamQuestion, ...]
    deck_fingerprint: str
    started_at: datetime
    utc_offset: int
    study_day: int
    minutes: float | None
    pass_mark: float | None
    feedback: Feedback

    @property
    def deadline(self) -> datetime | None:
        """When the time is over; None without a limit."""
        return None if self.minutes is None else self.started_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class ItemScore:
    """How one question was graded when the attempt ended; `score` 0..1, None when it was not answered."""

    item: int
    score: float | None
    given: str
    expected: str


@dataclass(frozen=True, slots=True)
class ItemRegrade:
    """A question of an attempt judged again in the regrading `run`, or taken back to what stood before."""

    run: str
    item: int
    score: float
    expected: str
    at: datetime
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """All that is kept of an attempt; `scores` are those of its end, empty until then."""

    beginning: Beginning
    events: tuple[ExamEvent, ...]
    scores: tuple[ItemScore, ...] = ()
    regrades: tuple[ItemRegrade, ...] = ()

    @property
    def standing(self) -> tuple[ItemScore, ...]:
        """The scores as they stand after regrading; of several that stand the last counts."""
        live: dict[tuple[int, str], ItemRegrade] = {}
        for each in self.regrades:
            live.pop((each.item, each.run), None)
            if not each.taken_back:
                live[each.item, each.run] = each
        last = {each.item: each for each in live.values()}
        return tuple(
            replace(first, score=last[first.item].score, expected=last[first.item].expected)
            if first.item in last
            else first
            for first in self.scores
        )

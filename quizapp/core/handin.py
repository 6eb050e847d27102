"""What a learner hands in: exam attempts and progress on chosen decks, under a name of their choosing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.answer import Answer
from quizapp.core.event import LearnerId
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId, QuestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnswer:
    """One question of an attempt, answered or not.

    `label` is what was asked, on one line. `points` is the maximum, `score` the share of it (0..1) as graded
    when the attempt ended; None where nothing was answered. `reached`: the learner has seen the question.
    `answer` is verbatim, `shown` the options in the order in which they were drawn, `given` and `expected`
    one-line texts of both. `seconds` is the time spent on it. The last answer counts; `changes` says how
    often one was replaced by another.
    """

    question: QuestionId
    label: str
    type: str
    points: float
    reached: bool
    answer: Answer | None = None
    shown: tuple[str, ...] = ()
    score: float | None = None
    given: str = ""
    expected: str = ""
    seconds: float = 0.0
    changes: int = 0
    answered_at: datetime | None = None
    wording_fingerprint: str = ""
    answer_fingerprint: str = ""
    objectives: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One exam taken, from its start to its end. `items` stand in the order of the paper.

    `number` counts the learner's attempts at this deck's exam from 1: the first is what item analysis reads.
    `deck_fingerprint` is that of the questions asked, as `core/identity.py` makes it. `minutes` is the time
    that was allowed, None without a limit; `overtime` that it ended by the clock. `resumed` says how often
    the program was started again in between; the clock went on meanwhile.
    """

    id: str
    number: int
    deck: DeckId
    title: str
    deck_fingerprint: str
    seed: str
    started_at: datetime
    ended_at: datetime
    items: tuple[ItemAnswer, ...]
    minutes: float | None = None
    overtime: bool = False
    resumed: int = 0
    pass_mark: float | None = None

    @property
    def points(self) -> float:
        """Points reached; what was not answered counts 0."""
        return sum(item.points * (item.score or 0.0) for item in self.items)

    @property
    def maximum(self) -> float:
        """Points on the paper."""
        return sum(item.points for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardProgress:
    """How a learner stands with one card of a deck; figures are those of the learner's own report.

    `recall` is the predicted recall (0..1) on the day of the export, None while new. `first_tries` and
    `first_right` as in `CardFigures`; `predicted` and `recalled` are sums over the `predictions` answers that
    had a predicted recall. `median_seconds` is None without answers.
    """

    question: QuestionId
    part: str
    label: str
    phase: Phase
    recall: float | None
    answers: int
    first_tries: int
    first_right: int
    misses: int
    lapses: int
    predictions: int
    predicted: float
    recalled: int
    median_seconds: float | None
    last_day: int | None
    objectives: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overridden:
    """A typed text that was judged wrong: `typed` times in all, `insisted` times with "I was right".

    `gap` counts the gaps of a cloze from 1 in the order of its text; 0 in any other question.
    """

    question: QuestionId
    label: str
    text: str
    typed: int
    insisted: int
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Flagged:
    """A question that the learner flagged, with the note."""

    question: QuestionId
    label: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckProgress:
    """Progress on one deck. `days` are the study days (numbers) on which any of its cards was answered,
    `minutes` the active minutes spent on it, `last_at` the last answer."""

    deck: DeckId
    title: str
    deck_fingerprint: str
    cards: tuple[CardProgress, ...]
    minutes: float
    days: tuple[int, ...]
    last_at: datetime | None
    overridden: tuple[Overridden, ...] = ()
    flagged: tuple[Flagged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """One file. `learner` is the random id of the progress file's learner, `name` what the learner chose."""

    name: str
    learner: LearnerId
    written_at: datetime
    study_day: int
    attempts: tuple[Attempt, ...] = ()
    decks: tuple[DeckProgress, ...] = ()

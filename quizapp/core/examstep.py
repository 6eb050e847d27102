"""Steps of an exam: frozen views of an attempt, all that a face needs to draw; none tells what is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.answer import Answer
from quizapp.core.exam import Feedback
from quizapp.core.handin import Attempt
from quizapp.core.question import DeckId, Question
from quizapp.core.step import Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An exam before it begins: nothing is written and no time runs yet.

    `number` is what this attempt will count as. `left_out` is how many questions of the plan no exam can ask.
    `resumes`: it is under way already; then `answered` questions are done and its clock runs.
    """

    deck: DeckId
    title: str
    number: int
    count: int
    points: float
    minutes: float | None
    pass_mark: float | None
    feedback: Feedback
    seed: str = ""
    left_out: int = 0
    resumes: bool = False
    answered: int = 0
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One question in the overview; `label` is what it asks, on one line."""

    label: str
    answered: bool
    flagged: bool
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamAsking:
    """The question at `place` (from 0) is on the screen; `answer` is what is saved of it.

    `asking` is what views draw: without hints. `cells` are all questions of the paper. `notices` are to be
    said once.
    """

    title: str
    number: int
    place: int
    asking: Asking
    points: float
    answer: Answer | None
    cells: tuple[Cell, ...]
    deadline: datetime | None
    notices: tuple[str, ...] = ()

    @property
    def flagged(self) -> bool:
        return self.cells[self.place].flagged

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The places of the questions without an answer."""
        return tuple(place for place, cell in enumerate(self.cells) if not cell.answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamOver:
    """The attempt has ended and is graded; `questions` are those of the paper, in its order."""

    attempt: Attempt
    questions: tuple[Question, ...]
    feedback: Feedback
    notices: tuple[str, ...] = ()


ExamStep = ExamAsking | ExamOver

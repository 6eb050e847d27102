"""How an exam is made from a deck: what its `exam:` section says, and the paper that a seed draws from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizapp.core.question import DeckId, Level, QuestionId


class Order(StrEnum):
    """In which order a paper asks: as the plan lists the questions, or shuffled by the seed."""

    WRITTEN = "written"
    SHUFFLED = "shuffled"


class Feedback(StrEnum):
    """When the learner sees what was right: never, or at the end of the exam."""

    NEVER = "never"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Questions of the deck, of which `draw` are drawn by the seed (None: all of them).

    Named by `questions`, or, where that is empty, every question of the deck that has all of `tags`, one of
    `objectives` and the `level`, as far as these are given. `points` is what each is worth, None: what the
    question itself says.
    """

    draw: int | None = None
    questions: tuple[QuestionId, ...] = ()
    tags: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    level: Level | None = None
    points: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamPlan:
    """The `exam:` section of a deck; its defaults are the exam of a deck without one.

    `minutes` is the time allowed (None: no limit). `pass_mark` is the share of the points, 0..1, that passes
    (None: nobody passes or fails). A `seed` in the deck gives every learner the same paper.
    """

    title: str = ""
    pools: tuple[Pool, ...] = (Pool(),)
    order: Order = Order.WRITTEN
    minutes: float | None = None
    pass_mark: float | None = None
    feedback: Feedback = Feedback.END
    seed: str = ""


@dataclass(frozen=True, slots=True)
class PaperItem:
    """A question on a paper and what it is worth, more than 0."""

    question: QuestionId
    points: float


@dataclass(frozen=True, slots=True)
class Paper:
    """What one learner is asked, in this order. The same deck, plan and seed always give the same paper."""

    deck: DeckId
    seed: str
    items: tuple[PaperItem, ...]

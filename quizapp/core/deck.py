"""A deck: a title, a source and its questions."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.exam import ExamPlan
from quizapp.core.question import DeckId, Question


@dataclass(frozen=True, slots=True)
class Source:
    """What a deck is derived from."""

    title: str = ""
    url: str = ""
    author: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """What one deck file says; `id` is the file's stem unless written. Questions in the author's order.

    `exam` is its `exam:` section, None without one and when that has errors (`exam_broken`).
    """

    id: DeckId
    title: str
    questions: tuple[Question, ...]
    id_written: bool = True
    language: str = ""
    description: str = ""
    author: str = ""
    licence: str = ""
    source: Source = Source()
    tags: tuple[str, ...] = ()
    objectives: tuple[tuple[str, str], ...] = ()
    exam: ExamPlan | None = None
    exam_broken: bool = False

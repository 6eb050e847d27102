"""Candidates: what a technique makes of a sentence, before filters, ranking and the form of a deck."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line

GAP = "____"


class Form(StrEnum):
    """What the question becomes: `short` is typed up to three words and a flashcard beyond."""

    SHORT = "short"
    FREE = "free"
    CLOZE = "cloze"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question in the making; a cloze has GAP once in its prompt. `also` are further right answers.

    `sure` tells that the article's own mark-up or wording vouches for the answer. `before` is the line
    that the prompt starts with when it takes two; `after` are lines behind it that the answer is taken from.
    `doubts` are slugs of what its technique found questionable, for appraising to weigh.
    """

    technique: Technique
    form: Form
    prompt: str
    answer: str
    line: Line
    also: tuple[str, ...] = ()
    sure: bool = False
    before: Line | None = None
    after: tuple[Line, ...] = ()
    doubts: tuple[str, ...] = ()

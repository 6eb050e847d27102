"""Right and wrong answers to a question of any type, and what they score: for simulated learners."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.core.answer import Answer, Filled, GaveUp, Matched, Ordered, Picked, Said, Wrote
from quizapp.core.card import Card
from quizapp.core.facing import blanks
from quizapp.core.grade import Grade, GradingDefaults
from quizapp.core.grading import grade
from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    QuestionId,
    TrueFalse,
    Typed,
)


def right_answer(card: Card) -> Answer:
    """The right one."""
    match card.question:
        case Choice(options=options) | Multiple(options=options):
            return Picked(tuple(option.text for option in options if option.right))
        case TrueFalse(answer=answer):
            return Said(answer)
        case Typed(accept=accept):
            return Wrote(accept[0].text)
        case Number(text=text) | Date(text=text):
            return Wrote(text)
        case Cloze():
            return Filled(tuple(blank.answers[0] for blank in blanks(card)))
        case Matching(pairs=pairs):
            return Matched(tuple((pair.left, pair.right) for pair in pairs))
        case Ordering(items=items):
            return Ordered(items)
        case Flashcard():
            return GaveUp()


def wrong_answers(card: Card) -> Iterator[Answer]:
    """Some wrong or half-right ones."""
    match card.question:
        case Choice(options=options):
            yield from (Picked((option.text,)) for option in options if not option.right)
        case Multiple(options=options):
            right = [option.text for option in options if option.right]
            yield Picked((right[0],))
            yield from (Picked((*right, option.text)) for option in options if not option.right)
        case TrueFalse(answer=answer):
            yield Said(not answer)
        case Cloze():
            yield Filled(tuple("a guess" for _ in blanks(card)))
        case Matching(pairs=pairs):
            rights = [pair.right for pair in pairs]
            yield Matched(tuple(zip((p.left for p in pairs), rights[1:] + rights[:1], strict=True)))
        case Ordering(items=items):
            yield Ordered((items[1], items[0], *items[2:]))
        case Number() | Date():
            yield from (Wrote("1900"), Wrote("12"))
        case Typed():
            yield from (Wrote("a guess"), Wrote("something else"))
        case Flashcard():
            yield GaveUp()


class Grader:
    """Grades an answer to a card once, however many learners give it."""

    def __init__(self) -> None:
        self._known: dict[tuple[QuestionId, Answer], Grade] = {}

    def grade(self, card: Card, answer: Answer) -> Grade:
        """As the core does, with the settings of an exam."""
        key = (card.question.id, answer)
        if key not in self._known:
            found = grade(card, answer, GradingDefaults())
            assert isinstance(found, Grade)
            self._known[key] = found
        return self._known[key]

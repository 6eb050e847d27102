"""Judging the answers of exams again after the key of the deck was corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizapp.core.answer import Rating
from quizapp.core.card import Card
from quizapp.core.facing import back, one_line
from quizapp.core.grade import GradingDefaults
from quizapp.core.handin import Attempt, ItemAnswer
from quizapp.core.identity import answer_fingerprint, wording_fingerprint
from quizapp.core.paper import exam_card
from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.core.regrading import LeftAlone, Rejudged, Stored, rejudged, same_prompt, same_score
from quizapp.core.wording import card_label

GRADING = GradingDefaults()
"""As exams are graded: alike for everybody."""


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """What an answered question of an attempt is worth by the present key: `place` on the paper from 0."""

    place: int
    card: Card
    score: float
    expected: str


@dataclass(frozen=True, slots=True)
class Rescored:
    """An attempt judged again: a verdict for each answer that could be judged, and why others were not."""

    verdicts: tuple[ItemVerdict, ...]
    left: tuple[LeftAlone, ...]


def rescored(attempt: Attempt, questions: Mapping[QuestionId, Question]) -> Rescored:
    """Every answer of an attempt, as it was graded at its end, by the questions as they are now.

    Left alone are unanswered questions, those that left the deck, and what REGRADED_MEANS names.
    """
    verdicts: list[ItemVerdict] = []
    left: list[LeftAlone] = []
    for place, item in enumerate(attempt.items):
        question = questions.get(item.question)
        if question is None or item.answer is None or item.score is None:
            continue
        card = exam_card(attempt.deck, question)
        found = _judged(item, item.score, card)
        if isinstance(found, LeftAlone):
            left.append(found)
        elif found is not None:
            verdicts.append(ItemVerdict(place, card, found.score, one_line(back(card))))
    return Rescored(tuple(verdicts), tuple(left))


def by_present_key(attempt: Attempt, questions: Mapping[QuestionId, Question]) -> tuple[Attempt, int]:
    """The attempt as the present key has it, and how many of its answers count otherwise by that.

    Every question that still asks the same gets its present answer and fingerprints, answered or not, so that
    those who took the exam before and after the correction can be read together.
    """
    verdicts = {verdict.place: verdict for verdict in rescored(attempt, questions).verdicts}
    items, changed = list(attempt.items), 0
    for place, item in enumerate(items):
        question = questions.get(item.question)
        if question is None or not (place in verdicts or _unanswered(item, attempt.deck, question)):
            continue
        score = verdicts[place].score if place in verdicts else item.score
        if score is not None and item.score is not None and same_score(score, item.score):
            score = item.score
        changed += score != item.score
        items[place] = replace(
            item,
            score=score,
            expected=one_line(back(exam_card(attempt.deck, question))),
            wording_fingerprint=wording_fingerprint(question),
            answer_fingerprint=answer_fingerprint(question),
        )
    return replace(attempt, items=tuple(items)), changed


def _unanswered(item: ItemAnswer, deck: DeckId, question: Question) -> bool:
    return item.answer is None and _asks_the_same(item, exam_card(deck, question))


def _asks_the_same(item: ItemAnswer, card: Card) -> bool:
    same = item.wording_fingerprint == wording_fingerprint(card.question)
    return same or same_prompt(item.label, card_label(card))


def _judged(item: ItemAnswer, score: float, card: Card) -> Rejudged | LeftAlone | None:
    assert item.answer is not None
    stored = Stored(
        answer=item.answer,
        score=score,
        rating=Rating.GOOD,  # exams move no schedule
        hints=0,
        same=_asks_the_same(item, card),
    )
    return rejudged(stored, card, GRADING)

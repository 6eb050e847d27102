"""Steps: what a face is given to draw, made from the session and the store."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.card import Card
from quizapp.core.clock import Moment
from quizapp.core.event import Kind, Review
from quizapp.core.grade import RIGHT, Grade
from quizapp.core.memory import NEW, Memory
from quizapp.core.presenting import show
from quizapp.core.records import Standing
from quizapp.core.replay import memory_before
from quizapp.core.scheduler import recall
from quizapp.core.step import Asking, Judged, Token, WhyNow
from quizapp.core.wording import ANSWER_CHANGED, brought_forward
from quizapp.services.desk import Desk
from quizapp.services.judging import Outlook, became_leech, choices, insisted, may_override, outlook_of
from quizapp.services.sitting import Sitting, answer_changed, counts, exam_at_risk
from quizapp.services.summing import regraded


def asking(
    desk: Desk, sitting: Sitting, card: Card, now: Moment, token: Token, notices: tuple[str, ...] = ()
) -> Asking:
    """The card, waiting for its answer, with no hint given yet."""
    key = card.key
    memory = sitting.memories.get(key, NEW)
    showing = sum(each.review.card == key for each in sitting.reviews)
    why = why_now(desk, card, memory, now)
    if why.answer_changed:
        notices = (*notices, ANSWER_CHANGED)
    elif why.exam_on is not None and sitting.row.request.kind is Kind.SCHEDULED:
        notices = (*notices, brought_forward(why.exam_on, why.exam_in))
    return Asking(
        token=token,
        card=card,
        deck_title=desk.library.title(key.deck),
        kind=sitting.row.request.kind,
        shown=show(card, f"{sitting.row.id}/{key}/{showing}"),
        counts=counts(desk, sitting, now),
        why_now=why,
        hints_left=len(card.question.hints),
        notices=notices,
    )


def why_now(desk: Desk, card: Card, memory: Memory, now: Moment) -> WhyNow:
    """Why this card is asked today."""
    exam = exam_at_risk(desk, card.key, memory, now.day)
    return WhyNow(
        phase=memory.phase,
        overdue=0 if memory.due_day is None else max(0, now.day - memory.due_day),
        recall=recall(memory, desk.config(card.key.deck), now.day),
        lapses=memory.lapses,
        reps=memory.reps,
        last_at=memory.last_at,
        answer_changed=answer_changed(card, memory),
        exam_on=None if exam is None else exam.day,
        exam_in=0 if exam is None else exam.day - now.day,
    )


def judged(asked: Asking, view: Outlook, standing: Standing, grade: Grade) -> Judged:
    """The verdict on an answer that is on disk."""
    review = standing.review
    overridden = standing.score >= RIGHT > review.score
    return Judged(
        asking=asked,
        answer=review.answer,
        grade=insisted(grade) if overridden else grade,
        rating=standing.rating,
        choices=choices(view, standing.rating if overridden else review.suggested, asked.kind),
        can_override=may_override(review.answer, standing.score),
        overridden=overridden,
        leech=became_leech(view.before, view.after[standing.rating]),
    )


def judged_again(
    desk: Desk, sitting: Sitting, standing: Standing, token: Token
) -> tuple[Judged, Outlook] | None:
    """The verdict on an earlier answer of this session; None when its question has gone."""
    review = standing.review
    card = desk.card(review.card)
    grade = regraded(desk, card, standing) if card is not None else None
    if card is None or grade is None:
        return None
    then = Moment(review.at, review.study_day, review.utc_offset, review.logical_ms, set_back=False)
    earlier = [each for each in sitting.reviews if _place(each.review) < _place(review)]
    memory = _before(desk, review)
    before = replace(sitting, reviews=earlier, memories={**sitting.memories, card.key: memory})
    asked = asking(desk, before, card, then, token)
    asked = replace(
        asked,
        hints=card.question.hints[: review.hints],
        hints_left=len(card.question.hints[review.hints :]),
        counts=counts(desk, sitting, then),
    )
    view = outlook_of(desk, review, memory, then)
    return judged(asked, view, standing, grade), view


def _before(desk: Desk, review: Review) -> Memory:
    events = desk.store.events_of(desk.learner.id, [review.card])
    return memory_before(events, review, desk.store.configs())


def _place(review: Review) -> tuple[int, str]:
    return review.logical_ms, review.id

"""Which cards a new session is about."""

from __future__ import annotations

from quizapp.core.card import CardKey
from quizapp.core.clock import Moment
from quizapp.core.event import Kind, SessionId
from quizapp.core.queue import LEARN_AHEAD, plan
from quizapp.core.records import Scheduled, SessionRow
from quizapp.core.scheduler import recall
from quizapp.core.step import SessionRequest
from quizapp.services.desk import Desk

PRACTICE_CARDS = 50


def new_row(desk: Desk, request: SessionRequest, now: Moment) -> SessionRow:
    """A session that has not begun: its plan, with the first card as the current one."""
    chosen = (
        _practice(desk, request) if request.kind is not Kind.SCHEDULED else _scheduled(desk, request, now)
    )
    return SessionRow(
        id=SessionId(desk.names.new(now.at)),
        learner=desk.learner.id,
        request=request,
        plan=chosen,
        current=chosen[0] if chosen else None,
        started_at=now.at,
        study_day=now.day,
    )


def _practice(desk: Desk, request: SessionRequest) -> tuple[CardKey, ...]:
    if request.cards:
        return tuple(dict.fromkeys(request.cards))
    limit = request.max_cards or PRACTICE_CARDS
    found = desk.store.any_cards(desk.learner.id, request.decks, request.tags, limit)
    return tuple(each.card for each in found)


def _scheduled(desk: Desk, request: SessionRequest, now: Moment) -> tuple[CardKey, ...]:
    store, learner, settings = desk.store, desk.learner.id, desk.settings
    today = store.today(learner, now.day).values()
    new_left = max(0, settings.new_per_day - sum(each.new for each in today))
    review_left = max(0, settings.reviews_per_day - sum(each.review for each in today))
    chosen = request.decks, request.tags
    due = store.due(learner, now.day, *chosen, limit=2 * review_left)
    learning = store.learning(learner, now.at + LEARN_AHEAD, now.day, *chosen)
    fresh = store.fresh(learner, now.day, *chosen, limit=3 * new_left)
    questions = dict.fromkeys(each.card.siblings for each in (*due, *fresh))
    return plan(
        due,
        learning,
        fresh,
        new_left=new_left,
        review_left=review_left,
        seed=f"{learner}/{now.day}",
        max_cards=request.max_cards,
        sibling_days=store.sibling_days(learner, questions),
        day=now.day,
        now=now.at,
        recall_of=lambda each: _recall(desk, each, now),
    )


def _recall(desk: Desk, each: Scheduled, now: Moment) -> float:
    known = recall(each.memory, desk.config(each.card.deck), now.day)
    return 0.0 if known is None else known

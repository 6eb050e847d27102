"""Which cards a new session is about."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.card import CardKey
from quizapp.core.clock import Moment
from quizapp.core.event import Kind, SessionId
from quizapp.core.queue import LEARN_AHEAD, plan
from quizapp.core.records import Scheduled, SessionRow
from quizapp.core.scheduler import recall
from quizapp.core.step import SessionRequest
from quizapp.services.desk import Desk

PRACTICE_CARDS = 50
FIRST_REACH = 3
"""How many cards are looked at first for each that may be chosen, since siblings leave some out."""


def new_row(desk: Desk, request: SessionRequest, now: Moment) -> SessionRow:
    """A session that has not begun: its plan, and no card chosen yet."""
    chosen = (
        _practice(desk, request) if request.kind is not Kind.SCHEDULED else _scheduled(desk, request, now)
    )
    return SessionRow(
        id=SessionId(desk.names.new(now.at)),
        learner=desk.learner.id,
        request=request,
        plan=chosen,
        current=None,
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
    """Plan from the first cards in line, and from more of them when siblings left too few to choose from."""
    today = desk.store.today(desk.learner.id, now.day).values()
    new_left = max(0, desk.settings.new_per_day - sum(each.new for each in today))
    review_left = max(0, desk.settings.reviews_per_day - sum(each.review for each in today))
    reach = FIRST_REACH
    while True:
        found = _found(desk, request, now, review_left=review_left * reach, new_left=new_left * reach)
        chosen = _chosen(desk, request, now, found, review_left=review_left, new_left=new_left)
        taken = set(chosen)
        short = _short(found.due, taken, review_left, reach) or _short(found.fresh, taken, new_left, reach)
        if not short or len(chosen) == request.max_cards:
            return chosen
        reach *= 4


@dataclass(frozen=True, slots=True)
class _InLine:
    due: list[Scheduled]
    learning: list[Scheduled]
    fresh: list[Scheduled]


def _found(desk: Desk, request: SessionRequest, now: Moment, *, review_left: int, new_left: int) -> _InLine:
    store, learner, only = desk.store, desk.learner.id, (request.decks, request.tags)
    return _InLine(
        due=store.due(learner, now.day, *only, limit=review_left),
        learning=store.learning(learner, now.at + LEARN_AHEAD, now.day, *only),
        fresh=store.fresh(learner, now.day, *only, limit=new_left),
    )


def _chosen(
    desk: Desk, request: SessionRequest, now: Moment, found: _InLine, *, review_left: int, new_left: int
) -> tuple[CardKey, ...]:
    questions = dict.fromkeys(each.card.siblings for each in (*found.due, *found.fresh))
    return plan(
        found.due,
        found.learning,
        found.fresh,
        new_left=new_left,
        review_left=review_left,
        seed=f"{desk.learner.id}/{now.day}",
        max_cards=request.max_cards,
        sibling_days=desk.store.sibling_days(desk.learner.id, questions),
        day=now.day,
        now=now.at,
        recall_of=lambda each: _recall(desk, each, now),
    )


def _short(found: list[Scheduled], taken: set[CardKey], left: int, reach: int) -> bool:
    """Whether fewer were chosen than may be, though there are more in line."""
    return len(found) == left * reach and sum(each.card in taken for each in found) < left


def _recall(desk: Desk, each: Scheduled, now: Moment) -> float:
    known = recall(each.memory, desk.config(each.card.deck), now.day)
    return 0.0 if known is None else known

"""Which cards a new session is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from quizapp.core.card import CardKey
from quizapp.core.clock import Moment
from quizapp.core.event import Kind, SchedulerConfig, SessionId
from quizapp.core.gain import gains
from quizapp.core.memory import Memory
from quizapp.core.question import DeckId
from quizapp.core.queue import LEARN_AHEAD, plan
from quizapp.core.records import Scheduled, SessionRow
from quizapp.core.scheduler import recall
from quizapp.core.step import SessionRequest
from quizapp.services.desk import Desk
from quizapp.services.offering import Offer, todays_offer

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
    offer = todays_offer(desk.store, desk.learner, desk.settings, now.day)
    exams = [deck for deck in offer.exams if not request.decks or deck in request.decks]
    new_of = {deck: offer.exams[deck].new_left for deck in exams}
    reach = FIRST_REACH
    while True:
        found = _found(desk, request, now, offer, new_of, reach)
        chosen = _chosen(desk, request, now, found, offer, new_of)
        if len(chosen) == request.max_cards or not found.short(set(chosen), reach):
            return chosen
        reach *= 4


@dataclass(frozen=True, slots=True)
class _Line:
    """Cards in line for at most `places`."""

    cards: list[Scheduled]
    places: int

    def short(self, taken: Collection[CardKey], reach: int) -> bool:
        """Whether fewer were chosen than may be, though there are more in line."""
        chosen = sum(each.card in taken for each in self.cards)
        return len(self.cards) >= self.places * reach and chosen < self.places


@dataclass(frozen=True, slots=True)
class _InLine:
    due: _Line
    learning: list[Scheduled]
    fresh: list[_Line]

    def short(self, taken: Collection[CardKey], reach: int) -> bool:
        return any(line.short(taken, reach) for line in (self.due, *self.fresh))

    def fresh_cards(self) -> list[Scheduled]:
        return [each for line in self.fresh for each in line.cards]


def _found(
    desk: Desk,
    request: SessionRequest,
    now: Moment,
    offer: Offer,
    new_of: Mapping[DeckId, int],
    reach: int,
) -> _InLine:
    store, learner, only = desk.store, desk.learner.id, (request.decks, request.tags)
    fresh = [
        _Line(store.fresh(learner, now.day, (deck,), request.tags, limit=new * reach), new)
        for deck, new in new_of.items()
    ]
    rest = store.fresh(learner, now.day, *only, limit=offer.new_left * reach, without=offer.exams)
    return _InLine(
        due=_Line(_reviews(desk, request, now, offer, tuple(new_of), reach), offer.review_left),
        learning=store.learning(learner, now.at + LEARN_AHEAD, now.day, *only),
        fresh=[*fresh, _Line(rest, offer.new_left)],
    )


def _reviews(
    desk: Desk,
    request: SessionRequest,
    now: Moment,
    offer: Offer,
    exams: tuple[DeckId, ...],
    reach: int,
) -> list[Scheduled]:
    """Cards in line for review: of decks with an exam, then brought forward for it, then of all decks."""
    store, learner, limit = desk.store, desk.learner.id, offer.review_left * reach
    first = store.due(learner, now.day, exams, request.tags, limit=limit) if exams else []
    keys = [card for deck in exams for card in offer.exams[deck].early]
    if request.tags and keys:
        tagged = store.plans(learner).tagged(keys, request.tags)
        keys = [card for card in keys if card in tagged]
    known = store.memories(learner, keys[:limit]) if keys else {}
    early = [Scheduled(card, memory) for card, memory in known.items()]
    if offer.catch_up is None:
        rest = store.due(learner, now.day, request.decks, request.tags, limit=limit)
    else:
        gain = gains(desk.config(DeckId("")))
        rest = store.plans(learner).due_in_order(
            now.day,
            request.decks,
            request.tags,
            lambda stability, difficulty, elapsed: -gain.of(stability, difficulty, elapsed),
            limit,
        )
    return list({each.card: each for each in (*first, *early, *rest)}.values())


def _chosen(
    desk: Desk,
    request: SessionRequest,
    now: Moment,
    found: _InLine,
    offer: Offer,
    new_of: Mapping[DeckId, int],
) -> tuple[CardKey, ...]:
    due, fresh = found.due.cards, found.fresh_cards()
    questions = dict.fromkeys(each.card.siblings for each in (*due, *fresh))
    config = cache(desk.config)

    def order(each: Scheduled) -> float:
        known = config(each.card.deck)
        return (_recall if offer.catch_up is None else _gain)(each.memory, known, now.day)

    return plan(
        due,
        found.learning,
        fresh,
        new_left=offer.new_left + sum(new_of.values()),
        review_left=offer.review_left,
        seed=f"{desk.learner.id}/{now.day}",
        max_cards=request.max_cards,
        sibling_days=desk.store.sibling_days(desk.learner.id, questions),
        day=now.day,
        now=now.at,
        recall_of=order,
        first_decks=new_of,
        most_new=new_of,
    )


def _recall(memory: Memory, config: SchedulerConfig, day: int) -> float:
    return recall(memory, config, day) or 0.0


def _gain(memory: Memory, config: SchedulerConfig, day: int) -> float:
    """The order of a catch-up: what gains most is the least."""
    if memory.stability is None or memory.difficulty is None or memory.last_day is None:
        return 0.0
    return -gains(config).of(memory.stability, memory.difficulty, max(0, day - memory.last_day))

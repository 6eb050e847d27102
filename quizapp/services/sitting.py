"""A session being studied: what was answered in it, and which card comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from quizapp.core.card import CardKey
from quizapp.core.clock import Moment
from quizapp.core.event import Kind
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.queue import LEARN_AHEAD, following, following_practice, remaining, remaining_practice
from quizapp.core.records import SessionRow, Standing
from quizapp.core.step import Counts
from quizapp.services.desk import Desk

MS_PER_MINUTE = 60_000


@dataclass(slots=True)
class Sitting:
    """The open session: its row, its live reviews in order, and the memories of its cards."""

    row: SessionRow
    reviews: list[Standing]
    memories: dict[CardKey, Memory] = field(default_factory=dict)

    @property
    def practice(self) -> bool:
        return self.row.request.kind is not Kind.SCHEDULED

    @property
    def active_ms(self) -> int:
        """Time spent on answers so far."""
        return sum(each.review.duration_ms for each in self.reviews)

    @property
    def last(self) -> CardKey | None:
        return self.reviews[-1].review.card if self.reviews else None

    def answered(self) -> dict[CardKey, Memory]:
        """The cards answered in this session with their present memories."""
        return {each.review.card: self.memories.get(each.review.card, NEW) for each in self.reviews}


def load(desk: Desk, row: SessionRow) -> Sitting:
    """The session as the store has it."""
    reviews = [each for each in desk.store.session_reviews(row.id) if each.live]
    cards = dict.fromkeys((*row.plan, *(each.review.card for each in reviews)))
    return Sitting(row, reviews, desk.store.memories(desk.learner.id, cards))


def next_card(desk: Desk, sitting: Sitting, now: Moment) -> CardKey | None:
    """The card that comes next, None when the session is over; cards that are not for now are passed by."""
    if _time_is_up(sitting):
        return None
    skipped: set[CardKey] = set()
    while True:
        key = _candidate(sitting, skipped, now)
        if key is None or _askable(desk, sitting, key, now):
            return key
        skipped.add(key)


def counts(desk: Desk, sitting: Sitting, now: Moment) -> Counts:
    """How far the session is."""
    pace = desk.store.pace(desk.learner.id)
    if sitting.practice:
        scores = [(each.review.card, each.score) for each in sitting.reviews]
        return remaining_practice(sitting.row.plan, scores, sitting.memories, pace)
    return remaining(sitting.row.plan, sitting.answered(), sitting.memories, pace, now=now.at)


def moved(row: SessionRow, current: CardKey | None) -> SessionRow:
    """The session at another card, open again if it was closed."""
    return replace(row, current=current, ended_at=None)


def _candidate(sitting: Sitting, skipped: Iterable[CardKey], now: Moment) -> CardKey | None:
    if sitting.practice:
        scores = [(each.review.card, each.score) for each in sitting.reviews]
        return following_practice(sitting.row.plan, scores, frozenset(skipped))
    return following(
        sitting.row.plan, sitting.answered(), frozenset(skipped), now.at, LEARN_AHEAD, last=sitting.last
    )


def _askable(desk: Desk, sitting: Sitting, key: CardKey, now: Moment) -> bool:
    """Whether the card is still for now: in its deck, not put aside, not answered in another window."""
    memory = desk.store.memory(desk.learner.id, key)
    if memory is None or desk.library.card(key) is None:
        return False
    sitting.memories[key] = memory
    if memory.suspended or memory.buried_on == now.day:
        return False
    if sitting.practice or memory.phase is not Phase.REVIEW:
        return True
    return memory.last_day != now.day or memory.due_day is None or memory.due_day <= now.day


def _time_is_up(sitting: Sitting) -> bool:
    limit = sitting.row.request.max_minutes
    return limit is not None and sitting.active_ms >= limit * MS_PER_MINUTE

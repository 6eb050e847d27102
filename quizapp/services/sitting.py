"""A session being studied: what was answered in it, and which card comes next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from quizapp.core.card import Card, CardKey
from quizapp.core.clock import Moment
from quizapp.core.event import Kind
from quizapp.core.identity import answer_fingerprint
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.queue import LEARN_AHEAD, following, following_practice, remaining, remaining_practice
from quizapp.core.readiness import LAST_DAYS, ExamDate, is_at_risk
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

    def scores(self) -> list[tuple[CardKey, float]]:
        """What was answered, in order, and how well."""
        return [(each.review.card, each.score) for each in self.reviews]

    def answered(self) -> dict[CardKey, Memory]:
        """The cards answered in this session with their present memories."""
        return {each.review.card: self.memories.get(each.review.card, NEW) for each in self.reviews}


def load(desk: Desk, row: SessionRow) -> Sitting:
    """The session as the store has it."""
    reviews = [each for each in desk.store.session_reviews(row.id) if each.live]
    current = () if row.current is None else (row.current,)
    cards = dict.fromkeys((*row.plan, *current, *(each.review.card for each in reviews)))
    return Sitting(row, reviews, desk.store.memories(desk.learner.id, cards))


def onward(desk: Desk, sitting: Sitting, now: Moment) -> Sitting:
    """The session at the card that comes next (None when it is over), open again if it was closed.

    Cards that are not for now are passed by; a question that was edited into another keeps its place.
    """
    skipped: set[CardKey] = set()
    key = None
    while not _time_is_up(sitting) and (key := _candidate(sitting, skipped, now)) is not None:
        known = sitting.memories.get(key)
        if _askable(desk, sitting, key, now):
            if sitting.practice or sitting.memories[key] == known:
                break
            continue
        skipped.add(key)
        card = desk.card(key)
        if card is not None and card.key not in sitting.row.plan:
            sitting = replace(sitting, row=renamed(sitting.row, key, card.key))
    return replace(sitting, row=moved(sitting.row, key))


def stands(desk: Desk, sitting: Sitting, now: Moment) -> bool:
    """Whether the card that was chosen is still the one to ask: nothing has happened to it since.

    An end does not stand once something was answered: a card may have come back.
    """
    key = sitting.row.current
    if key is None:
        return not sitting.reviews
    known = sitting.memories.get(key)
    return _askable(desk, sitting, key, now) and known in (None, sitting.memories[key])


def counts(desk: Desk, sitting: Sitting, now: Moment) -> Counts:
    """How far the session is."""
    pace = desk.store.pace(desk.learner.id)
    memories = sitting.memories
    put_off = {card for card in sitting.row.plan if memories.get(card, NEW).buried_on == now.day}
    plan = [card for card in sitting.row.plan if card not in put_off]
    if sitting.practice:
        return remaining_practice(plan, sitting.scores(), memories, pace)
    return remaining(plan, sitting.answered(), memories, pace, now=now.at)


def moved(row: SessionRow, current: CardKey | None) -> SessionRow:
    """The session at another card, open again if it was closed."""
    return replace(row, current=current, ended_at=None)


def renamed(row: SessionRow, old: CardKey, new: CardKey) -> SessionRow:
    """The session with another card in the place of one."""
    return replace(row, plan=tuple(new if card == old else card for card in row.plan))


def _candidate(sitting: Sitting, skipped: Collection[CardKey], now: Moment) -> CardKey | None:
    plan = sitting.row.plan
    if sitting.practice:
        return following_practice(plan, sitting.scores(), skipped)
    in_steps = {
        card: replace(memory, buried_on=None)
        for card in plan
        if (memory := sitting.memories.get(card, NEW)).phase in (Phase.LEARNING, Phase.RELEARNING)
        and memory.buried_on != now.day
    }
    return following(plan, in_steps | sitting.answered(), skipped, now.at, LEARN_AHEAD, last=sitting.last)


def _askable(desk: Desk, sitting: Sitting, key: CardKey, now: Moment) -> bool:
    """Whether the card is for now: in its deck, not put aside, not answered elsewhere until another day."""
    memory, card = desk.store.memory(desk.learner.id, key), desk.library.card(key)
    if memory is None or card is None:
        return False
    sitting.memories[key] = memory
    if memory.suspended or memory.buried_on == now.day:
        return False
    if sitting.practice or memory.phase is not Phase.REVIEW or memory.due_day is None:
        return True
    # A clock that is set back in mid-session takes nothing out of it.
    if memory.due_day <= max(now.day, sitting.row.study_day) or answer_changed(card, memory):
        return True
    return exam_at_risk(desk, key, memory, now.day) is not None


def exam_at_risk(desk: Desk, key: CardKey, memory: Memory, day: int) -> ExamDate | None:
    """The exam for which a card that is not due is brought forward on a day, if there is one."""
    if memory.phase is not Phase.REVIEW or memory.due_day is None or memory.due_day <= day:
        return None
    exam = desk.store.plans(desk.learner.id).exam_dates().get(key.deck)
    if exam is None or not exam.day - LAST_DAYS <= day < exam.day:
        return None
    return exam if is_at_risk(memory, exam, desk.config(key.deck), day) else None


def answer_changed(card: Card, memory: Memory) -> bool:
    """Whether the right answer is another than when the card was last reviewed."""
    return memory.answer_fingerprint not in ("", answer_fingerprint(card.question))


def _time_is_up(sitting: Sitting) -> bool:
    limit = sitting.row.request.max_minutes
    return limit is not None and sitting.active_ms >= limit * MS_PER_MINUTE

"""A learner's attempts at exams, and the end of those whose time is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from quizapp.core.event import LearnerId
from quizapp.core.examlog import AttemptRecord, Did, ExamEvent
from quizapp.core.examstate import attempt_of, graded, state_of
from quizapp.core.handin import Attempt
from quizapp.core.question import DeckId
from quizapp.formats.snapshot import decode
from quizapp.store.store import Store
from quizapp.store.writer import Writer


def attempts(store: Store, learner: LearnerId, decks: Sequence[DeckId] = ()) -> tuple[AttemptRecord, ...]:
    """All attempts at the exams of these decks (empty: of all), in the order of their start."""
    return store.attempts(learner, decode, decks)


def finished_attempts(
    store: Store, learner: LearnerId, now: datetime, decks: Sequence[DeckId] = ()
) -> tuple[Attempt, ...]:
    """The attempts that have ended, as they are handed in; those whose time is over are ended first."""
    close_overdue(store, learner, now)
    return tuple(attempt_of(each) for each in attempts(store, learner, decks) if has_ended(each))


def has_ended(record: AttemptRecord) -> bool:
    """Whether the attempt is over and graded."""
    return state_of(record.beginning, record.events).end is not None


def running(store: Store, learner: LearnerId, decks: Sequence[DeckId] = ()) -> tuple[AttemptRecord, ...]:
    """The attempts that have not ended, those too whose time is over and that nobody has ended yet."""
    return store.attempts(learner, decode, decks, running=True)


def close_overdue(store: Store, learner: LearnerId, now: datetime) -> None:
    """End the attempts whose time ran out while the program was closed, with what was saved."""
    for each in running(store, learner):
        deadline = each.beginning.deadline
        if deadline is not None and now >= deadline:
            with store.writing() as writer:
                fresh = AttemptRecord(each.beginning, store.exam_events(each.beginning.id))
                if not has_ended(fresh):
                    end(writer, fresh, ExamEvent(Did.TIME_UP, deadline))


def end(writer: Writer, record: AttemptRecord, event: ExamEvent) -> AttemptRecord:
    """End and grade an attempt, inside a transaction; the record after that."""
    beginning = record.beginning
    events = (*record.events, event)
    scores = graded(beginning, state_of(beginning, events))
    writer.add_exam_event(beginning.id, event)
    writer.add_scores(beginning.id, scores)
    return AttemptRecord(beginning, events, scores)

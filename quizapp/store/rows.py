"""Rows of the log and of the memory as values of the core, and back."""

from __future__ import annotations

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.event import (
    Action,
    ActionKind,
    Confidence,
    ConfigId,
    DeviceId,
    EventId,
    Kind,
    LearnerId,
    Review,
    SessionId,
)
from quizapp.core.memory import Memory, Phase
from quizapp.core.records import Standing
from quizapp.store import codec
from quizapp.store.connection import Row, Value

_REVIEW = (
    "id, learner, device, card, session, at_ms, utc_offset, study_day, logical_ms, kind, answer, shown, "
    "score, suggested, rating, hints, duration_ms, confidence, wording_fingerprint, answer_fingerprint, "
    "config, phase, elapsed_days, interval_before, stability_before, difficulty_before, predicted"
)
_ACTION = (
    "id, learner, device, session, at_ms, study_day, logical_ms, kind, undoes, review, card, rating, score, "
    "note, moves, config"
)
_MEMORY = (
    "phase, step, stability, difficulty, due_ms, due_day, interval, last_ms, last_day, reps, lapses, "
    "suspended, buried_on, answer_fingerprint, revision"
)


def _of(alias: str, columns: str) -> str:
    return ", ".join(f"{alias}.{name}" for name in columns.split(", "))


def _marks(columns: str) -> str:
    return ", ".join("?" for _ in columns.split(", "))


REVIEW = _of("r", _REVIEW)
STANDING = f"{REVIEW}, s.live, s.rating, s.score"
ACTION = _of("a", _ACTION)
MEMORY = _of("m", _MEMORY)

INSERT_REVIEW = f"INSERT INTO review ({_REVIEW}) VALUES ({_marks(_REVIEW)})"
INSERT_ACTION = f"INSERT INTO action ({_ACTION}) VALUES ({_marks(_ACTION)})"
_PLACED = f"deck, queue, live, position, changed, {_MEMORY}"
_REPLACED = ", ".join(f"{name} = excluded.{name}" for name in _PLACED.split(", "))
PUT_MEMORY = (
    f"INSERT INTO memory (learner, card, {_PLACED}) VALUES (?, ?, {_marks(_PLACED)}) "
    f"ON CONFLICT (learner, card) DO UPDATE SET {_REPLACED}"
)


def review_values(review: Review) -> tuple[Value, ...]:
    return (
        review.id,
        review.learner,
        review.device,
        str(review.card),
        review.session,
        codec.to_ms(review.at),
        review.utc_offset,
        review.study_day,
        review.logical_ms,
        review.kind,
        codec.answer(review.answer),
        codec.texts(review.shown),
        float(review.score),
        int(review.suggested),
        int(review.rating),
        review.hints,
        review.duration_ms,
        review.confidence,
        review.wording_fingerprint,
        review.answer_fingerprint,
        review.config,
        review.phase,
        review.elapsed_days,
        review.interval_before,
        review.stability_before,
        review.difficulty_before,
        review.predicted,
    )


def read_review(row: Row) -> Review:
    """The review in the columns of `REVIEW`; further columns do not matter."""
    return Review(
        id=EventId(row[0]),
        learner=LearnerId(row[1]),
        device=DeviceId(row[2]),
        card=CardKey.parse(row[3]),
        session=SessionId(row[4]),
        at=codec.from_ms(row[5]),
        utc_offset=row[6],
        study_day=row[7],
        logical_ms=row[8],
        kind=Kind(row[9]),
        answer=codec.read_answer(row[10]),
        shown=codec.read_texts(row[11]),
        score=row[12],
        suggested=Rating(row[13]),
        rating=Rating(row[14]),
        hints=row[15],
        duration_ms=row[16],
        confidence=None if row[17] is None else Confidence(row[17]),
        wording_fingerprint=row[18],
        answer_fingerprint=row[19],
        config=ConfigId(row[20]),
        phase=Phase(row[21]),
        elapsed_days=row[22],
        interval_before=row[23],
        stability_before=row[24],
        difficulty_before=row[25],
        predicted=row[26],
    )


def read_standing(row: Row) -> Standing:
    """The standing in the columns of `STANDING`; a review without a row of its own stands as it was given."""
    review = read_review(row)
    live, rating, score = row[-3:]
    if live is None:
        return Standing(review, True, review.rating, review.score)
    return Standing(review, bool(live), Rating(rating), score)


def action_values(action: Action) -> tuple[Value, ...]:
    return (
        action.id,
        action.learner,
        action.device,
        action.session,
        codec.to_ms(action.at),
        action.study_day,
        action.logical_ms,
        action.kind,
        action.undoes,
        action.review,
        None if action.card is None else str(action.card),
        None if action.rating is None else int(action.rating),
        action.score,
        codec.plain(action.text),
        codec.moves(action.moves),
        action.config,
    )


def read_action(row: Row) -> Action:
    """The action in the columns of `ACTION`."""
    return Action(
        id=EventId(row[0]),
        learner=LearnerId(row[1]),
        device=DeviceId(row[2]),
        session=None if row[3] is None else SessionId(row[3]),
        at=codec.from_ms(row[4]),
        study_day=row[5],
        logical_ms=row[6],
        kind=ActionKind(row[7]),
        undoes=None if row[8] is None else EventId(row[8]),
        review=None if row[9] is None else EventId(row[9]),
        card=None if row[10] is None else CardKey.parse(row[10]),
        rating=None if row[11] is None else Rating(row[11]),
        score=row[12],
        text=row[13],
        moves=codec.read_moves(row[14]),
        config=None if row[15] is None else ConfigId(row[15]),
    )


def memory_values(memory: Memory) -> tuple[Value, ...]:
    return (
        memory.phase,
        memory.step,
        memory.stability,
        memory.difficulty,
        None if memory.due_at is None else codec.to_ms(memory.due_at),
        memory.due_day,
        memory.interval,
        None if memory.last_at is None else codec.to_ms(memory.last_at),
        memory.last_day,
        memory.reps,
        memory.lapses,
        int(memory.suspended),
        memory.buried_on,
        memory.answer_fingerprint,
        memory.revision,
    )


def read_memory(row: Row) -> Memory:
    """The memory in the columns of `MEMORY`."""
    return Memory(
        phase=Phase(row[0]),
        step=row[1],
        stability=row[2],
        difficulty=row[3],
        due_at=None if row[4] is None else codec.from_ms(row[4]),
        due_day=row[5],
        interval=row[6],
        last_at=None if row[7] is None else codec.from_ms(row[7]),
        last_day=row[8],
        reps=row[9],
        lapses=row[10],
        suspended=bool(row[11]),
        buried_on=row[12],
        answer_fingerprint=row[13],
        revision=row[14],
    )

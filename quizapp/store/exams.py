"""Attempts at exams: how each began, what happened in it, and how it was graded; rows only inserted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from quizapp.core.event import DeviceId, LearnerId
from quizapp.core.exam import Feedback
from quizapp.core.examlog import (
    AttemptId,
    AttemptRecord,
    Beginning,
    Did,
    ExamEvent,
    ExamQuestion,
    ItemRegrade,
    ItemScore,
)
from quizapp.core.question import DeckId, Question
from quizapp.store import codec
from quizapp.store.connection import Connection, Row
from quizapp.store.log import know_device

_BEGINNING = (
    "id, learner, device, deck, number, title, seed, paper, deck_fingerprint, started_ms, utc_offset, "
    "study_day, minutes, pass_mark, feedback"
)

Encode = Callable[[Question], str]
Decode = Callable[[str], Question]


def add_attempt(db: Connection, beginning: Beginning, encode: Encode) -> None:
    """Insert how an attempt began; `encode` writes a question as text."""
    know_device(db, beginning.device)
    paper = [{"points": each.points, "question": encode(each.question)} for each in beginning.questions]
    marks = ", ".join("?" for _ in _BEGINNING.split(", "))
    db.run(
        f"INSERT INTO exam_attempt ({_BEGINNING}) VALUES ({marks})",
        (
            beginning.id,
            beginning.learner,
            beginning.device,
            codec.plain(beginning.deck),
            beginning.number,
            codec.plain(beginning.title),
            codec.plain(beginning.seed),
            json.dumps(paper, separators=(",", ":")),
            beginning.deck_fingerprint,
            codec.to_ms(beginning.started_at),
            beginning.utc_offset,
            beginning.study_day,
            beginning.minutes,
            beginning.pass_mark,
            beginning.feedback,
        ),
    )


def add_event(db: Connection, attempt: AttemptId, event: ExamEvent) -> None:
    """Insert what happened, after all that happened before."""
    db.run(
        "INSERT INTO exam_event (attempt, did, at_ms, item, answer) VALUES (?, ?, ?, ?, ?)",
        (
            attempt,
            event.did,
            codec.to_ms(event.at),
            event.item,
            None if event.answer is None else codec.answer(event.answer),
        ),
    )


def add_scores(db: Connection, attempt: AttemptId, scores: Iterable[ItemScore]) -> None:
    """Insert how an attempt was graded."""
    db.run_many(
        "INSERT INTO exam_score (attempt, item, score, given, expected) VALUES (?, ?, ?, ?, ?)",
        [
            (attempt, each.item, each.score, codec.plain(each.given), codec.plain(each.expected))
            for each in scores
        ],
    )


def add_regrade(db: Connection, attempt: AttemptId, regrade: ItemRegrade) -> None:
    """Insert that a question of an attempt was judged again, or that this was taken back."""
    db.run(
        "INSERT INTO exam_regrade (attempt, run, item, score, expected, at_ms, taken_back) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            attempt,
            regrade.run,
            regrade.item,
            regrade.score,
            codec.plain(regrade.expected),
            codec.to_ms(regrade.at),
            int(regrade.taken_back),
        ),
    )


def regrades(db: Connection, attempt: AttemptId) -> tuple[ItemRegrade, ...]:
    """How an attempt was regraded, in order."""
    rows = db.rows(
        "SELECT run, item, score, expected, at_ms, taken_back FROM exam_regrade "
        "WHERE attempt = ? ORDER BY place",
        (attempt,),
    )
    return tuple(
        ItemRegrade(run, item, score, expected, codec.from_ms(at_ms), bool(taken_back))
        for run, item, score, expected, at_ms, taken_back in rows
    )


def events(db: Connection, attempt: AttemptId) -> tuple[ExamEvent, ...]:
    """What happened in an attempt, in order."""
    rows = db.rows(
        "SELECT did, at_ms, item, answer FROM exam_event WHERE attempt = ? ORDER BY place", (attempt,)
    )
    return tuple(
        ExamEvent(Did(did), codec.from_ms(at_ms), item, None if answer is None else codec.read_answer(answer))
        for did, at_ms, item, answer in rows
    )


def attempts(
    db: Connection, learner: LearnerId, decks: Sequence[DeckId], decode: Decode, *, running: bool = False
) -> tuple[AttemptRecord, ...]:
    """The learner's attempts at the exams of these decks (empty: of all), in the order of their start.

    `running`: only those that have not ended.
    """
    ended = "SELECT 1 FROM exam_event AS e WHERE e.attempt = exam_attempt.id AND e.did IN (?, ?)"
    wanted = codec.texts(map(codec.plain, decks))
    rows = db.rows(
        f"""SELECT {_BEGINNING} FROM exam_attempt WHERE learner = ?
        AND (json_array_length(?) = 0 OR deck IN (SELECT value FROM json_each(?)))
        AND (NOT ? OR NOT EXISTS ({ended}))
        ORDER BY started_ms, deck, number""",
        (learner, wanted, wanted, running, Did.HAND_IN, Did.TIME_UP),
    )
    return tuple(_record(db, _beginning(row, decode)) for row in rows)


def _record(db: Connection, beginning: Beginning) -> AttemptRecord:
    scores = db.rows(
        "SELECT item, score, given, expected FROM exam_score WHERE attempt = ? ORDER BY item", (beginning.id,)
    )
    return AttemptRecord(
        beginning,
        events(db, beginning.id),
        tuple(ItemScore(*row) for row in scores),
        regrades(db, beginning.id),
    )


def _beginning(row: Row, decode: Decode) -> Beginning:
    id_, learner, device, deck, number, title, seed, paper, fingerprint, *rest = row
    started_ms, utc_offset, study_day, minutes, pass_mark, feedback = rest
    return Beginning(
        id=AttemptId(id_),
        learner=LearnerId(learner),
        device=DeviceId(device),
        deck=DeckId(deck),
        number=number,
        title=title,
        seed=seed,
        questions=tuple(ExamQuestion(decode(each["question"]), each["points"]) for each in json.loads(paper)),
        deck_fingerprint=fingerprint,
        started_at=codec.from_ms(started_ms),
        utc_offset=utc_offset,
        study_day=study_day,
        minutes=minutes,
        pass_mark=pass_mark,
        feedback=Feedback(feedback),
    )

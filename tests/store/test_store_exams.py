"""Attempts at exams come back as they were, and go with their learner."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from shelf import ANN, BEN, LAPTOP, store
from world import START

from quizapp.core.answer import Answer, Filled, Matched, Ordered, Picked, Said, Wrote
from quizapp.core.exam import Feedback
from quizapp.core.examlog import AttemptId, AttemptRecord, Beginning, Did, ExamEvent, ExamQuestion, ItemScore
from quizapp.core.question import Choice, DeckId, Option, QuestionId, TrueFalse
from quizapp.core.records import Learner
from quizapp.formats.snapshot import decode, encode
from quizapp.store import Store, persons

__all__ = ["store"]

QUESTIONS = (
    ExamQuestion(TrueFalse(id=QuestionId("a"), prompt="A.", answer=True), 1.0),
    ExamQuestion(
        Choice(
            id=QuestionId("b"),
            prompt="B?",
            points=Decimal("2.5"),
            options=(Option("x", True), Option("y", False)),
        ),
        2.5,
    ),
)
BEGINNING = Beginning(
    id=AttemptId("attempt-1"),
    learner=ANN,
    device=LAPTOP,
    deck=DeckId("rome"),
    number=1,
    title="Rome",
    seed="abc",
    questions=QUESTIONS,
    deck_fingerprint="f",
    started_at=START,
    utc_offset=3600,
    study_day=START.date().toordinal(),
    minutes=12.5,
    pass_mark=0.6,
    feedback=Feedback.END,
)
ANSWERS: tuple[Answer, ...] = (
    Said(False),
    Picked(("x",)),
    Wrote("caf\udce9\n"),
    Filled(("", "b")),
    Matched((("a", ""),)),
    Ordered(("b", "a")),
)


def begin(store: Store, beginning: Beginning = BEGINNING) -> None:
    with store.writing() as writer:
        writer.add_attempt(beginning, encode)


def test_an_attempt_comes_back_exactly(store: Store) -> None:
    begin(store)
    happened = [ExamEvent(Did.OPEN, START, 0)]
    happened += [ExamEvent(Did.ANSWER, START + timedelta(seconds=n), 1, a) for n, a in enumerate(ANSWERS)]
    happened += [ExamEvent(did, START + timedelta(minutes=1), None) for did in Did if did is not Did.ANSWER]
    scores = (ItemScore(0, None, "", "True"), ItemScore(1, 0.5, "x", "y"))
    with store.writing() as writer:
        for event in happened:
            writer.add_exam_event(BEGINNING.id, event)
        writer.add_scores(BEGINNING.id, scores)
    assert store.attempts(ANN, decode) == (AttemptRecord(BEGINNING, tuple(happened), scores),)
    assert store.exam_events(BEGINNING.id) == tuple(happened)


def test_attempts_are_found_by_learner_and_deck_in_the_order_of_their_start(store: Store) -> None:
    later = replace(BEGINNING, id=AttemptId("2"), number=2, started_at=START + timedelta(days=1))
    other = replace(
        BEGINNING, id=AttemptId("3"), deck=DeckId("greece"), started_at=START + timedelta(hours=1)
    )
    for each in (later, other, BEGINNING):
        begin(store, each)
    assert [each.beginning for each in store.attempts(ANN, decode)] == [BEGINNING, other, later]
    assert [each.beginning for each in store.attempts(ANN, decode, [DeckId("rome")])] == [BEGINNING, later]
    assert store.attempts(BEN, decode) == ()


def test_no_two_attempts_of_a_learner_have_one_number(store: Store) -> None:
    begin(store)
    with pytest.raises(Exception, match="UNIQUE"):
        begin(store, replace(BEGINNING, id=AttemptId("2")))


def test_an_export_holds_the_attempts_of_one_learner_and_deleting_takes_them(store: Store) -> None:
    with store.writing() as writer:
        writer.add_learner(Learner(BEN, "Ben", START))
    bens = replace(BEGINNING, id=AttemptId("ben-1"), learner=BEN)
    for each in (BEGINNING, bens):
        begin(store, each)
        with store.writing() as writer:
            writer.add_exam_event(each.id, ExamEvent(Did.ANSWER, START, 0, Said(True)))
            writer.add_scores(each.id, [ItemScore(0, 1.0, "True", "True")])
    rows = [row for row in persons.everything(store.connection, ANN) if str(row["type"]).startswith("exam")]
    assert [row["type"] for row in rows] == ["exam_attempt", "exam_event", "exam_score"]
    assert rows[0]["deck"] == "rome"
    assert rows[1]["answer"] == {"type": "said", "value": True}
    assert persons.count(store.connection, ANN)["exam_attempt"] == 1
    with store.writing():
        persons.erase(store.connection, ANN)
    assert store.attempts(ANN, decode) == ()
    assert [each.beginning for each in store.attempts(BEN, decode)] == [bens]
    assert len(store.exam_events(bens.id)) == 1
    assert store.connection.rows("PRAGMA foreign_key_check") == []

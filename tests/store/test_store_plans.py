"""Exam dates and catch-ups in the store: the newest row counts, each query has its index."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from shelf import ANN, BEN, DAY, LAPTOP, START_MS, key, names, new_store, open_store, store
from world import START

from quizapp.core.catchup import CatchUp
from quizapp.core.memory import Memory, Phase
from quizapp.core.question import DeckId
from quizapp.core.readiness import ExamDate
from quizapp.core.records import Learner
from quizapp.store import Store, schema
from quizapp.store.plans import Stamp

__all__ = ["store"]

ROME, GREECE = DeckId("rome"), DeckId("greece")


def stamp(name: str, *, learner: object = ANN, ms: int = START_MS) -> Stamp:
    at = datetime.fromtimestamp(ms / 1000, UTC)
    return Stamp(name, learner, LAPTOP, at, DAY, ms)  # type: ignore[arg-type]


def reviewed(stability: float, last: int, due: int, **changes: object) -> Memory:
    fields = dict(
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=5.0,
        last_day=last,
        due_day=due,
        interval=due - last,
    )
    return Memory(**{**fields, **changes})  # type: ignore[arg-type]


def test_the_newest_date_of_a_deck_counts_and_the_earliest_exam_comes_first(store: Store) -> None:
    with store.writing() as writer:
        writer.add_exam_date(stamp("1"), ROME, DAY + 30)
        writer.add_exam_date(stamp("2"), GREECE, DAY + 20, 0.95)
        writer.add_exam_date(stamp("3", ms=START_MS - 5000), ROME, DAY + 10)
    assert list(store.plans(ANN).exam_dates().values()) == [
        ExamDate(deck=ROME, day=DAY + 10, set_on=DAY),
        ExamDate(deck=GREECE, day=DAY + 20, set_on=DAY, target=0.95),
    ]


def test_a_date_that_was_taken_back_is_none_until_another_is_set(store: Store) -> None:
    with store.writing() as writer:
        writer.add_exam_date(stamp("1"), ROME, DAY + 30)
        writer.add_exam_date(stamp("2"), ROME, None)
    assert store.plans(ANN).exam_dates() == {}
    with store.writing() as writer:
        writer.add_exam_date(stamp("3"), ROME, DAY + 5)
    assert [exam.day for exam in store.plans(ANN).exam_dates().values()] == [DAY + 5]
    assert store.connection.rows("SELECT count(*) FROM exam_date") == [(3,)]


def test_a_catch_up_stands_until_it_is_ended(store: Store) -> None:
    plans = store.plans(ANN)
    assert plans.catch_up() is None
    with store.writing() as writer:
        writer.add_catch_up(stamp("1"), 30)
        writer.add_catch_up(stamp("2"), 20, pause_new=True)
    assert plans.catch_up() == CatchUp(DAY, 20, True)
    with store.writing() as writer:
        writer.add_catch_up(stamp("3"), None)
    assert plans.catch_up() is None


def test_learners_have_plans_of_their_own(store: Store) -> None:
    with store.writing() as writer:
        writer.add_learner(Learner(BEN, "Ben", START))
        writer.add_exam_date(stamp("1"), ROME, DAY + 30)
        writer.add_catch_up(stamp("1"), 30)
    assert store.plans(BEN).exam_dates() == {} and store.plans(BEN).catch_up() is None


def test_cards_that_would_be_forgotten_by_the_exam_are_found_the_most_at_risk_first(store: Store) -> None:
    # The exam is in 5 days. q0 was answered 3 of its stabilities before it, q1 1.5, q2 less than 1.
    with store.writing() as writer:
        for name, memory in {
            "q0": reviewed(5.0, DAY - 10, DAY + 6),
            "q1": reviewed(10.0, DAY - 10, DAY + 5),
            "q2": reviewed(20.0, DAY - 10, DAY + 9),
        }.items():
            writer.put_memory(ANN, key(name), memory, expected_revision=None)
    found = store.plans(ANN).fading(ROME, exam_day=DAY + 5, today=DAY, reach=1.0, share=int)
    assert names(found) == ["rome/q0", "rome/q1"]


@pytest.mark.parametrize(
    "memory",
    [
        reviewed(5.0, DAY - 10, DAY + 4),
        reviewed(5.0, DAY, DAY + 6),
        reviewed(5.0, DAY - 10, DAY + 6, buried_on=DAY),
        reviewed(5.0, DAY - 10, DAY + 6, suspended=True),
    ],
    ids=["due before", "answered today", "buried", "suspended"],
)
def test_others_are_not_brought_forward(store: Store, memory: Memory) -> None:
    with store.writing() as writer:
        writer.put_memory(ANN, key("q0"), memory, expected_revision=None)
    assert store.plans(ANN).fading(ROME, exam_day=DAY + 5, today=DAY, reach=1.0, share=int) == ()


def test_due_cards_come_in_the_order_asked_for_and_no_more_than_asked(store: Store) -> None:
    with store.writing() as writer:
        for number, stability in enumerate((5.0, 50.0, 20.0)):
            memory = reviewed(stability, DAY - 60, DAY - number)
            writer.put_memory(ANN, key(f"q{number}"), memory, expected_revision=None)

    def strongest(stability: float, difficulty: float, elapsed: float) -> float:
        assert difficulty == 5.0
        return elapsed - 100 * stability

    plans = store.plans(ANN)
    assert names(plans.due_in_order(DAY, (), (), strongest, 2)) == ["rome/q1", "rome/q2"]
    assert names(plans.due_in_order(DAY - 1, (), (), strongest, 5)) == ["rome/q1", "rome/q2"]
    assert plans.due_in_order(DAY, (GREECE,), (), strongest, 5) == []


def test_bringing_forward_uses_its_index_and_no_other_query_does(store: Store) -> None:
    statements: list[str] = []
    store.trace(statements.append)
    store.plans(ANN).fading(ROME, exam_day=DAY + 5, today=DAY, reach=1.0, share=int)
    store.due(ANN, DAY)
    store.deck_counts(ANN, DAY, START)
    store.plans(ANN).due_by(DAY)
    store.trace(None)
    steps = [[step for *_, step in store.connection.rows(f"EXPLAIN QUERY PLAN {sql}")] for sql in statements]
    using = [any("memory_fading" in step for step in each) for each in steps]
    assert using == [True, *[False] * (len(steps) - 1)]
    assert not any("SCAN m" in step for each in steps for step in each)


def test_a_progress_file_of_before_keeps_everything_and_takes_plans(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        before = tuple(each for each in schema.MIGRATIONS if each[0] != "m007_plans")
        patch.setattr(schema, "MIGRATIONS", before)
        patch.setattr(schema, "NAMES", tuple(name for name, _ in before))
        new_store(tmp_path).close()
    with closing(open_store(tmp_path)) as opened:
        assert [learner.name for learner in opened.learners()] == ["Ann"]
        with opened.writing() as writer:
            writer.add_exam_date(stamp("1"), ROME, DAY + 3)
        assert ROME in opened.plans(ANN).exam_dates()

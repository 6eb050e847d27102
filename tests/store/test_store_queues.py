"""Which cards come into question, how many there are, and that asking costs what is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from shelf import (
    ANN,
    DAY,
    SESSION,
    act,
    action,
    due_on,
    give,
    key,
    names,
    new_store,
    put_questions,
    question,
    remember,
    review,
)
from world import START

from quizapp.core.event import ActionKind, EventId
from quizapp.core.memory import Memory, Phase
from quizapp.core.question import DeckId
from quizapp.core.records import DeckCounts
from quizapp.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path, decks=("rome", "greece"), cards=4) as made:
        yield made


def learning(minutes: float) -> Memory:
    """A card in its first learning step, back so many minutes after the start."""
    return Memory(phase=Phase.LEARNING, due_at=START + timedelta(minutes=minutes), last_day=DAY, revision=1)


def test_due_cards_come_oldest_first_and_future_ones_not(store: Store) -> None:
    for name, day in (("q0", DAY), ("q1", DAY - 9), ("q2", DAY + 1), ("q3", DAY - 1)):
        remember(store, key(name), due_on(day))
    assert names(store.due(ANN, DAY)) == ["rome/q1", "rome/q3", "rome/q0"]
    assert names(store.due(ANN, DAY, limit=2)) == ["rome/q1", "rome/q3"]


def test_cards_with_a_changed_answer_come_after_those_due_and_count_against_the_limit(store: Store) -> None:
    remember(store, key("q0"), due_on(DAY + 5))
    remember(store, key("q1"), due_on(DAY))
    put_questions(store, [question("rome", f"q{i}", position=i, answer="b") for i in range(2)])
    assert names(store.due(ANN, DAY)) == ["rome/q1", "rome/q0"]
    assert names(store.due(ANN, DAY, limit=1)) == ["rome/q1"]


@pytest.mark.parametrize(
    "aside",
    [replace(due_on(DAY), suspended=True), replace(due_on(DAY), buried_on=DAY)],
    ids=["suspended", "buried"],
)
def test_what_is_put_aside_is_not_due(store: Store, aside: Memory) -> None:
    remember(store, key("q0"), aside)
    assert store.due(ANN, DAY) == []


def test_what_was_buried_yesterday_is_due_again(store: Store) -> None:
    remember(store, key("q0"), replace(due_on(DAY), buried_on=DAY - 1))
    assert names(store.due(ANN, DAY)) == ["rome/q0"]


def test_learning_cards_come_by_the_clock(store: Store) -> None:
    remember(store, key("q0"), learning(10))
    remember(store, key("q1"), learning(1))
    remember(store, key("q2"), replace(learning(1), phase=Phase.RELEARNING, suspended=True))
    remember(store, key("q3"), replace(learning(5), phase=Phase.RELEARNING))
    assert names(store.learning(ANN, START + timedelta(minutes=5), DAY)) == ["rome/q1", "rome/q3"]


def test_fresh_cards_come_deck_by_deck(store: Store) -> None:
    found = names(store.fresh(ANN, DAY, limit=6))
    assert found == ["rome/q0", "rome/q1", "rome/q2", "rome/q3", "greece/q0", "greece/q1"]


def test_fresh_cards_leave_out_what_is_buried_today(store: Store) -> None:
    remember(store, key("q0"), Memory(buried_on=DAY, revision=1))
    assert names(store.fresh(ANN, DAY, limit=1)) == ["rome/q1"]
    assert names(store.fresh(ANN, DAY + 1, limit=1)) == ["rome/q0"]


def test_decks_and_tags_narrow_every_queue(store: Store) -> None:
    put_questions(
        store, [question("rome", f"q{i}", position=i, tags=("War", "law")[i % 2 :][:1]) for i in range(4)]
    )
    greece = (DeckId("greece"),)
    remember(store, key("q0"), due_on(DAY))
    remember(store, key("q0", "greece"), due_on(DAY))
    remember(store, key("q1"), learning(0))
    assert names(store.due(ANN, DAY, decks=greece)) == ["greece/q0"]
    assert names(store.due(ANN, DAY, tags=("war",))) == ["rome/q0"]
    assert names(store.learning(ANN, START, DAY, decks=greece)) == []
    assert names(store.learning(ANN, START, DAY, tags=("LAW",))) == ["rome/q1"]
    assert names(store.fresh(ANN, DAY, tags=("war", "law"))) == ["rome/q2", "rome/q3"]
    assert names(store.fresh(ANN, DAY, decks=greece, tags=("war",))) == []
    assert names(store.any_cards(ANN, tags=("war",))) == ["rome/q0", "rome/q2"]


def test_practice_takes_the_longest_unseen_first_then_new_ones(store: Store) -> None:
    remember(store, key("q2"), replace(due_on(DAY + 5), last_day=DAY - 3))
    remember(store, key("q3"), replace(due_on(DAY + 9), last_day=DAY - 8, buried_on=DAY))
    remember(store, key("q1"), replace(due_on(DAY), suspended=True))
    rome = (DeckId("rome"),)
    assert names(store.any_cards(ANN, rome)) == ["rome/q3", "rome/q2", "rome/q0"]
    assert names(store.any_cards(ANN, rome, limit=1)) == ["rome/q3"]


def test_deck_counts_tell_each_kind_apart(store: Store) -> None:
    put_questions(store, [question("rome", f"q{i}", position=i) for i in range(9)])
    remember(store, key("q0"), due_on(DAY - 3))
    remember(store, key("q1"), due_on(DAY + 3))
    remember(store, key("q2"), replace(due_on(DAY + 3), answer_fingerprint="former"))
    remember(store, key("q3"), replace(due_on(DAY), buried_on=DAY))
    remember(store, key("q4"), replace(due_on(DAY), suspended=True))
    remember(store, key("q5"), learning(10))
    remember(store, key("q6"), learning(60 * 24 * 3))
    remember(store, key("q7"), Memory(suspended=True, revision=1))
    counts = store.deck_counts(ANN, DAY, START)
    rome, greece = DeckId("rome"), DeckId("greece")
    assert counts[rome] == DeckCounts(deck=rome, due=2, learning=1, new=1, total=9, suspended=2)
    assert counts[greece] == DeckCounts(deck=greece, due=0, learning=0, new=4, total=4, suspended=0)


def test_a_deck_without_a_file_is_not_counted(store: Store) -> None:
    remember(store, key("q0"), due_on(DAY))
    with store.writing() as writer:
        writer.drop_deck_file("/decks/rome.yaml")
    assert list(store.deck_counts(ANN, DAY, START)) == ["greece"]


def test_the_forecast_counts_review_cards_by_their_day(store: Store) -> None:
    for name, day in (("q0", DAY + 1), ("q1", DAY + 1), ("q2", DAY + 4), ("q3", DAY + 9)):
        remember(store, key(name), due_on(day))
    assert store.due_per_day(ANN, DAY, DAY + 6) == {DAY + 1: 2, DAY + 4: 1}


HOT: dict[str, Callable[[Store], object]] = {
    "due": lambda s: s.due(ANN, DAY, limit=50),
    "due by deck and tag": lambda s: s.due(ANN, DAY, (DeckId("rome"),), ("war",), 50),
    "learning": lambda s: s.learning(ANN, START, DAY),
    "fresh": lambda s: s.fresh(ANN, DAY, limit=20),
    "any_cards": lambda s: s.any_cards(ANN, limit=20),
    "deck_counts": lambda s: s.deck_counts(ANN, DAY, START),
    "due_per_day": lambda s: s.due_per_day(ANN, DAY, DAY + 30),
    "today": lambda s: s.today(ANN, DAY),
    "days": lambda s: s.days(ANN, DAY - 365, DAY),
    "pace": lambda s: s.pace(ANN),
    "memory": lambda s: s.memory(ANN, key("q0")),
    "sibling_days": lambda s: s.sibling_days(ANN, ["rome/q0", "rome/q1"]),
    "cards_of_questions": lambda s: s.cards_of_questions(ANN, ["rome/q0"]),
    "standing": lambda s: s.standing(EventId("e0001")),
    "events_of": lambda s: s.events_of(ANN, [key("q0"), key("q1")]),
    "recent_events": lambda s: s.recent_events(ANN, s.device),
    "last_logical_ms": lambda s: s.last_logical_ms(ANN),
    "last_study_day": lambda s: s.last_study_day(ANN),
    "session_reviews": lambda s: s.session_reviews(SESSION),
    "open_session": lambda s: s.open_session(ANN),
    "orphans": lambda s: s.orphans(ANN),
    "question_body": lambda s: s.question_body(DeckId("rome"), key("q0").question),
    "an answer": lambda s: give(s, review(1, key("q0"))),
    "an action": lambda s: act(s, action(2, ActionKind.VOID, undoes="e0001")),
    "a memory": lambda s: remember(s, key("q0"), due_on(DAY)),
    "an edited deck": lambda s: put_questions(s, [question("rome", "q1")]),
}
LARGE = (
    "review",
    "action",
    "memory",
    "standing",
    "question",
    "deck_card",
    "card_tag",
    "snapshot",
    "m",
    "r",
    "a",
)


@contextmanager
def noted(store: Store) -> Iterator[list[str]]:
    """The statements that run inside the block."""
    statements: list[str] = []
    store.trace(statements.append)
    yield statements
    store.trace(None)


@pytest.mark.parametrize("name", HOT)
def test_no_query_of_a_session_looks_through_a_whole_table(store: Store, name: str) -> None:
    with noted(store) as statements:
        HOT[name](store)
    plans = {
        step
        for sql in statements
        if sql.startswith(("SELECT", "INSERT", "UPDATE", "DELETE"))
        for _, _, _, step in store.connection.rows(f"EXPLAIN QUERY PLAN {sql}")
    }
    assert not [step for step in plans if step.split()[0] == "SCAN" and step.split()[1] in LARGE]


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("due", "memory_due"),
        ("due", "memory_changed"),
        ("learning", "memory_learning"),
        ("fresh", "memory_new"),
        ("any_cards", "memory_studied"),
        ("deck_counts", "COVERING INDEX memory_due"),
        ("deck_counts", "COVERING INDEX memory_changed"),
        ("deck_counts", "COVERING INDEX memory_learning"),
        ("deck_counts", "COVERING INDEX memory_new"),
        ("deck_counts", "COVERING INDEX memory_suspended"),
        ("due_per_day", "COVERING INDEX memory_due"),
        ("orphans", "memory_hidden"),
        ("open_session", "session_open"),
        ("last_study_day", "COVERING INDEX review_day"),
        ("last_logical_ms", "COVERING INDEX review_order"),
    ],
)
def test_each_query_has_its_index(store: Store, name: str, index: str) -> None:
    with noted(store) as statements:
        HOT[name](store)
    plans = [
        step for sql in statements for _, _, _, step in store.connection.rows(f"EXPLAIN QUERY PLAN {sql}")
    ]
    assert any(index in step for step in plans)


def test_due_cards_need_no_sorting(store: Store) -> None:
    with noted(store) as statements:
        store.due(ANN, DAY, limit=50)
    plans = [step for sql in statements for *_, step in store.connection.rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert not [step for step in plans if "TEMP B-TREE" in step]

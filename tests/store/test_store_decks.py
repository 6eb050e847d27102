"""What the deck tables remember of files and questions, now and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from shelf import (
    ANN,
    deck_file,
    due_on,
    key,
    new_store,
    open_store,
    put_questions,
    question,
    remember,
    store,
)
from world import START, StandingClock

from quizapp.core.memory import Memory
from quizapp.core.question import DeckId, QuestionId
from quizapp.store import Store

__all__ = ["store"]

ROME = DeckId("rome")


@pytest.mark.parametrize("path", ["/decks/ärger 日本.yaml", "/decks/caf\udce9.yaml", "C:\\decks\\a'b.yaml"])
def test_any_file_name_is_kept_exactly(store: Store, path: str) -> None:
    file = replace(deck_file("greece", path=path, position=2), starter=True, findings='[{"line":1}]')
    with store.writing() as writer:
        writer.put_deck(file, [])
    assert store.deck_files()[path] == file
    with store.writing() as writer:
        writer.drop_deck_file(path)
    assert path not in store.deck_files()


def test_a_large_inode_is_kept(store: Store) -> None:
    file = replace(deck_file("greece"), inode=2**64 - 5, mtime_ns=1_800_000_000_123_456_789)
    with store.writing() as writer:
        writer.put_deck(file, [])
    assert store.deck_files()[file.path] == file


def test_an_unreadable_file_is_remembered_without_a_deck(store: Store) -> None:
    file = deck_file(None, path="/decks/broken.yaml")
    with store.writing() as writer:
        writer.put_deck(file, [])
    assert store.deck_files()["/decks/broken.yaml"] == file
    assert list(store.deck_counts(ANN, 1, START)) == ["rome"]


def test_a_file_that_becomes_unreadable_hides_its_cards_and_keeps_their_memory(store: Store) -> None:
    remember(store, key("q0"), due_on(1))
    with store.writing() as writer:
        writer.put_deck(deck_file(None, path="/decks/rome.yaml"), [])
    assert store.due(ANN, 1) == []
    put_questions(store, [question("rome", "q0")])
    assert [each.card for each in store.due(ANN, 1)] == [key("q0")]


def test_files_come_in_the_order_of_their_positions(store: Store) -> None:
    with store.writing() as writer:
        writer.put_deck(deck_file("troy", position=9), [])
        writer.put_deck(deck_file("greece", position=-1), [])
    assert list(store.deck_files()) == ["/decks/greece.yaml", "/decks/rome.yaml", "/decks/troy.yaml"]


def test_questions_come_as_they_were_put_in_order(store: Store) -> None:
    rows = [
        question("rome", "q5", position=1, tags=("War", "Ärger"), wording="x"),
        question("rome", "q1", position=0, parts=("", "reverse")),
    ]
    put_questions(store, rows)
    assert store.questions(ROME) == [rows[1], rows[0]]
    assert store.question_body(ROME, QuestionId("q5")) == rows[0]
    assert store.question_body(ROME, QuestionId("q0")) is None


def test_a_deck_in_two_files_for_a_moment_has_each_question_once(store: Store) -> None:
    with store.writing() as writer:
        writer.put_deck(deck_file("rome", path="/decks/a.yaml"), [question("rome", "q0", wording="new")])
    assert [each.question for each in store.questions(ROME)] == ["q0", "q1", "q2"]


def test_every_reading_of_a_question_is_kept_once_newest_first(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    clock = StandingClock()
    with open_store(tmp_path, clock=clock) as store:
        for wording in ("second", "w", "second", "third"):
            clock.forward(days=1)
            put_questions(store, [question("rome", "q0", wording=wording)])
        found = store.snapshots("rome/q0")
    assert [each.wording_fingerprint for each in found] == ["third", "second", "w"]
    assert found[0].seen_at == START + timedelta(days=4)
    assert (found[0].body, found[0].prompt) == ('{"wording":"third"}', "prompt of q0")


def test_a_vanished_question_with_a_history_is_an_orphan_with_its_last_reading(store: Store) -> None:
    put_questions(store, [question("rome", "q0", parts=("", "reverse")), question("rome", "q1", position=1)])
    remember(store, key("q0", part="reverse"), due_on(20))
    remember(store, key("q0"), due_on(10))
    put_questions(store, [question("rome", "q1")])
    (orphan,) = store.orphans(ANN)
    assert (orphan.key, orphan.parts, orphan.reps, orphan.last_day) == ("rome/q0", ("", "reverse"), 6, 15)
    assert orphan.snapshot is not None and orphan.snapshot.prompt == "prompt of q0"
    assert store.orphans(ANN, DeckId("greece")) == []
    assert store.orphans(ANN, ROME) == [orphan]


def test_a_vanished_question_without_a_history_is_no_orphan(store: Store) -> None:
    put_questions(store, [])
    assert store.orphans(ANN) == []


def test_a_vanished_part_of_a_question_that_stays_is_no_orphan(store: Store) -> None:
    put_questions(store, [question("rome", "q0", parts=("", "reverse"))])
    remember(store, key("q0", part="reverse"), due_on(20))
    put_questions(store, [question("rome", "q0")])
    assert store.orphans(ANN) == []


def test_an_orphan_that_never_was_in_a_deck_here_has_no_reading(store: Store) -> None:
    remember(store, key("q0", "elsewhere"), Memory(suspended=True, revision=1))
    (orphan,) = store.orphans(ANN)
    assert orphan.snapshot is None and orphan.last_day is None

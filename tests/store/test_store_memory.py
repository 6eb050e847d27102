"""The memory table follows the decks, the learners and what is put into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from shelf import (
    ANN,
    BEN,
    DAY,
    act,
    action,
    deck_file,
    due_on,
    give,
    key,
    names,
    put_questions,
    question,
    remember,
    review,
    settle,
    store,
)
from world import START

from quizapp.core.event import ActionKind, LearnerId
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import DeckId
from quizapp.core.records import Learner
from quizapp.errors import StaleCard
from quizapp.store import Store

__all__ = ["store"]


def fresh(store: Store, learner: LearnerId = ANN) -> list[str]:
    return names(store.fresh(learner, DAY))


def test_every_card_of_a_known_deck_has_a_memory_and_no_other(store: Store) -> None:
    assert store.memory(ANN, key("q0")) == NEW
    assert store.memory(ANN, key("q9")) is None


def test_a_question_with_parts_has_a_card_for_each(store: Store) -> None:
    put_questions(store, [question("rome", "q0", parts=("", "reverse")), question("rome", "q1", position=1)])
    assert fresh(store) == ["rome/q0", "rome/q0/reverse", "rome/q1"]


def test_a_learner_who_comes_later_has_all_cards(store: Store) -> None:
    with store.writing() as writer:
        writer.add_learner(Learner(BEN, "Ben", START))
    assert fresh(store, BEN) == fresh(store, ANN) == ["rome/q0", "rome/q1", "rome/q2"]


def test_a_deck_that_comes_later_is_there_for_all_learners(store: Store) -> None:
    with store.writing() as writer:
        writer.add_learner(Learner(BEN, "Ben", START))
        writer.put_deck(deck_file("greece", position=1), [question("greece", "q0")])
    assert store.memory(ANN, key("q0", "greece")) == store.memory(BEN, key("q0", "greece")) == NEW


def test_a_memory_is_kept_exactly(store: Store) -> None:
    memory = Memory(
        phase=Phase.RELEARNING,
        step=1,
        stability=1 / 3,
        difficulty=9.999999999999998,
        due_at=START + timedelta(minutes=10),
        due_day=None,
        interval=0,
        last_at=START,
        last_day=DAY,
        reps=12,
        lapses=3,
        suspended=True,
        buried_on=DAY,
        answer_fingerprint="a",
        revision=17,
    )
    remember(store, key("q0"), memory)
    assert store.memory(ANN, key("q0")) == memory
    assert store.memories(ANN, [key("q0"), key("q1"), key("q9")]) == {key("q0"): memory, key("q1"): NEW}


def test_a_card_that_was_answered_elsewhere_is_stale_and_nothing_is_written(store: Store) -> None:
    remember(store, key("q0"), due_on(DAY))
    with pytest.raises(StaleCard), store.writing() as writer:
        writer.add_review(review(1, key("q0")))
        writer.put_memory(ANN, key("q0"), due_on(DAY + 9), expected_revision=2)
    assert store.memory(ANN, key("q0")) == due_on(DAY)
    assert list(store.all_events(ANN)) == []


def test_a_card_with_the_expected_revision_is_replaced(store: Store) -> None:
    with store.writing() as writer:
        writer.put_memory(ANN, key("q0"), due_on(DAY), expected_revision=0)
        writer.put_memory(ANN, key("q0"), due_on(DAY + 9), expected_revision=3)
    assert store.memory(ANN, key("q0")) == due_on(DAY + 9)


def test_a_vanished_question_is_hidden_and_comes_back_with_its_memory(store: Store) -> None:
    remember(store, key("q1"), due_on(DAY))
    put_questions(store, [question("rome", "q0")])
    assert names(store.due(ANN, DAY)) == []
    assert store.memory(ANN, key("q1")) == due_on(DAY)
    put_questions(store, [question("rome", "q0"), question("rome", "q1", position=1)])
    assert names(store.due(ANN, DAY)) == ["rome/q1"]


def test_a_vanished_question_that_was_never_studied_leaves_nothing(store: Store) -> None:
    put_questions(store, [question("rome", "q0")])
    assert store.memory(ANN, key("q2")) is None


def test_dropping_a_file_hides_its_cards(store: Store) -> None:
    remember(store, key("q1"), due_on(DAY))
    with store.writing() as writer:
        writer.drop_deck_file("/decks/rome.yaml")
    assert store.due(ANN, DAY) == [] and fresh(store) == []
    assert store.memory(ANN, key("q1")) == due_on(DAY)


def test_a_renamed_file_keeps_its_cards(store: Store) -> None:
    remember(store, key("q0"), due_on(DAY))
    with store.writing() as writer:
        writer.put_deck(deck_file("rome", path="/decks/new.yaml"), [question("rome", "q0")])
        writer.drop_deck_file("/decks/rome.yaml")
    assert names(store.due(ANN, DAY)) == ["rome/q0"]


def test_a_file_with_another_deck_id_hides_the_cards_of_the_former(store: Store) -> None:
    remember(store, key("q0"), due_on(DAY))
    with store.writing() as writer:
        writer.put_deck(deck_file("roma", path="/decks/rome.yaml"), [question("roma", "q0")])
    assert store.due(ANN, DAY) == []
    assert fresh(store) == ["roma/q0"]


def test_a_deck_whose_id_begins_like_another_is_not_touched(store: Store) -> None:
    with store.writing() as writer:
        writer.put_deck(deck_file("rome-2"), [question("rome-2", "q0")])
        writer.put_deck(deck_file("rome2"), [question("rome2", "q0")])
        writer.put_deck(deck_file("rome"), [])
    assert fresh(store) == ["rome-2/q0", "rome2/q0"]


def test_a_changed_answer_makes_a_card_due_and_changing_it_back_does_not(store: Store) -> None:
    remember(store, key("q0"), due_on(DAY + 30))
    put_questions(store, [question("rome", "q0", answer="b")])
    assert names(store.due(ANN, DAY)) == ["rome/q0"]
    put_questions(store, [question("rome", "q0", answer="a")])
    assert store.due(ANN, DAY) == []


def test_a_changed_answer_is_due_once(store: Store) -> None:
    remember(store, key("q0"), due_on(DAY + 30))
    put_questions(store, [question("rome", "q0", answer="b")])
    remember(store, key("q0"), replace(due_on(DAY + 40), answer_fingerprint="b"))
    assert store.due(ANN, DAY) == []


def test_a_changed_wording_changes_nothing(store: Store) -> None:
    remember(store, key("q0"), due_on(DAY + 30))
    put_questions(store, [question("rome", "q0", wording="other")])
    assert store.due(ANN, DAY) == []


def test_new_cards_follow_the_order_of_the_deck_when_it_changes(store: Store) -> None:
    put_questions(store, [question("rome", name, position=i) for i, name in enumerate(["q2", "q5", "q0"])])
    assert fresh(store) == ["rome/q2", "rome/q5", "rome/q0"]


def test_an_answer_taken_back_makes_the_card_new_again(store: Store) -> None:
    give(store, review(1, key("q0")))
    settle(store, key("q0"))
    assert "rome/q0" not in fresh(store)
    act(store, action(2, ActionKind.VOID, undoes="e0001"))
    settle(store, key("q0"))
    assert fresh(store) == ["rome/q0", "rome/q1", "rome/q2"]


def test_sibling_days_tell_when_any_card_of_a_question_was_reviewed(store: Store) -> None:
    deck = [question("rome", "q1", parts=("", "reverse")), question("rome", "q10"), question("rome", "q1-b")]
    put_questions(store, [replace(each, position=i) for i, each in enumerate(deck)])
    remember(store, key("q1", part="reverse"), replace(due_on(DAY), last_day=DAY - 2))
    remember(store, key("q10"), replace(due_on(DAY), last_day=DAY - 1))
    remember(store, key("q1-b"), replace(due_on(DAY), last_day=DAY - 1))
    assert store.sibling_days(ANN, ["rome/q1", "rome/none"]) == {"rome/q1": DAY - 2}


def test_cards_of_questions_are_those_that_memory_or_log_know(store: Store) -> None:
    put_questions(store, [question("rome", "q1", parts=("", "reverse")), question("rome", "q10", position=1)])
    give(store, review(1, key("q1", part="old")))
    act(store, action(2, ActionKind.SUSPEND, card=key("q1", part="older")))
    found = names(store.cards_of_questions(ANN, ["rome/q1"]))
    assert found == ["rome/q1", "rome/q1/old", "rome/q1/older", "rome/q1/reverse"]


def test_a_card_of_no_deck_keeps_a_memory_only_while_it_has_a_history(store: Store) -> None:
    stray = key("q0", "gone")
    remember(store, stray, due_on(DAY))
    assert store.memory(ANN, stray) == due_on(DAY)
    assert store.due(ANN, DAY, decks=[DeckId("gone")]) == []
    remember(store, stray, NEW)
    assert store.memory(ANN, stray) is None

"""Learners have names of their own, and sessions can be taken up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from shelf import ANN, BEN, SESSION, key, session_row, store
from world import START

from quizapp.core.event import Kind, SessionId
from quizapp.core.question import DeckId
from quizapp.core.records import Learner, SessionRow
from quizapp.core.step import SessionRequest
from quizapp.errors import UsageError
from quizapp.store import Store

__all__ = ["store"]


def put(store: Store, row: SessionRow) -> None:
    with store.writing() as writer:
        writer.put_session(row)


def test_learners_come_in_the_order_in_which_they_were_made(store: Store) -> None:
    with store.writing() as writer:
        writer.add_learner(Learner(BEN, "  Ben  Zoé ", START - timedelta(days=1)))
    assert [each.name for each in store.learners()] == ["Ben Zoé", "Ann"]


@pytest.mark.parametrize("name", ["Ann", "ANN", " ann "])
def test_no_two_learners_have_one_name(store: Store, name: str) -> None:
    with pytest.raises(UsageError, match="already a learner called Ann"), store.writing() as writer:
        writer.add_learner(Learner(BEN, name, START))
    assert len(store.learners()) == 1


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_learner_needs_a_name(store: Store, name: str) -> None:
    with pytest.raises(UsageError, match="needs a name"), store.writing() as writer:
        writer.rename_learner(ANN, name)


def test_a_learner_can_change_the_case_of_their_own_name(store: Store) -> None:
    with store.writing() as writer:
        writer.rename_learner(ANN, "ANN")
    assert [each.name for each in store.learners()] == ["ANN"]


def test_a_session_comes_back_exactly(store: Store) -> None:
    request = SessionRequest(
        kind=Kind.PRACTICE,
        decks=(DeckId("rome"),),
        tags=("war",),
        max_cards=9,
        max_minutes=2.5,
        cards=(key("q0", part="reverse"),),
    )
    row = session_row(request=request, ended_at=START + timedelta(minutes=5))
    put(store, row)
    assert store.session(SESSION) == row
    assert store.session(SessionId("none")) is None


def test_a_session_moves_on(store: Store) -> None:
    put(store, session_row())
    moved = session_row(current=None, plan=(key("q1"),), study_day=9)
    put(store, moved)
    assert store.session(SESSION) == moved


def test_moving_on_does_not_write_the_plan_again(store: Store) -> None:
    put(store, session_row())
    before = store.connection.raw.total_changes
    put(store, session_row(current=key("q1")))
    assert store.connection.raw.total_changes - before == 1


def test_the_newest_session_that_has_not_ended_is_open(store: Store) -> None:
    assert store.open_session(ANN) is None
    put(store, session_row())
    newest = replace(session_row(), id=SessionId("session-2"), started_at=START + timedelta(minutes=1))
    put(store, newest)
    assert store.open_session(ANN) == newest
    put(store, replace(newest, ended_at=START + timedelta(minutes=2)))
    assert store.open_session(ANN) == session_row()
    put(store, session_row(ended_at=START))
    assert store.open_session(ANN) is None

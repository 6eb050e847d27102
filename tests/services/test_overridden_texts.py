"""Typed texts that learners overrode are found, counted, and forgotten once the deck accepts them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from answering import sit
from world import World

from quizapp.core.answer import Filled, Wrote
from quizapp.core.event import Kind
from quizapp.core.handin import Overridden
from quizapp.core.question import DeckId, QuestionId
from quizapp.services.answers import overridden_texts

BRITAIN = """\
deck: Britain
id: britain
questions:
  - {q: Which state is it?, id: state, accept: [United Kingdom]}
  - {cloze: "{{London}} lies on the {{Thames}}.", id: river}
"""
STATE, RIVER = QuestionId("state"), QuestionId("river")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    world.write("britain.yaml", BRITAIN)
    yield world
    world.store.close()


def found(world: World) -> tuple[Overridden, ...]:
    world.library.sync()
    return overridden_texts(
        world.store, world.library, world.learner.id, DeckId("britain"), world.settings.grading
    )


def test_texts_are_counted_whatever_their_capitals(world: World) -> None:
    sit(world, {"state": Wrote("the UK")}, insisting=["state"])
    sit(world, {"state": Wrote("the UK")}, kind=Kind.PRACTICE)
    sit(world, {"state": Wrote("The  uk")}, kind=Kind.PRACTICE, insisting=["state"])
    assert found(world) == (Overridden(STATE, "Which state is it?", "the UK", typed=3, insisted=2),)


def test_what_nobody_insists_on_is_not_told(world: World) -> None:
    sit(world, {"state": Wrote("France")})
    assert found(world) == ()


def test_only_the_wrong_gap_of_a_cloze_is_told(world: World) -> None:
    sit(world, {"river": Filled(("London", "Isis"))}, insisting=["river"])
    assert found(world) == (Overridden(RIVER, "____ lies on the ____.", "Isis", typed=1, insisted=1, gap=2),)


def test_an_override_that_was_taken_back_does_not_count(world: World) -> None:
    sit(world, {"state": Wrote("the UK")}, insisting=["state"])
    study = world.study()
    for _ in range(4):
        study.undo()
    assert found(world) == ()


def test_what_the_deck_accepts_by_now_is_not_told(world: World) -> None:
    sit(world, {"state": Wrote("the UK")}, insisting=["state"])
    world.write("britain.yaml", BRITAIN.replace("[United Kingdom]", "[United Kingdom, the UK]"))
    assert found(world) == ()


def test_a_question_that_became_another_type_says_nothing(world: World) -> None:
    sit(world, {"state": Wrote("the UK")}, insisting=["state"])
    world.write("britain.yaml", BRITAIN.replace("accept: [United Kingdom]", "a: x, wrong: [y]"))
    assert found(world) == ()


def test_a_question_under_another_id_keeps_its_claims(world: World) -> None:
    sit(world, {"state": Wrote("the UK")}, insisting=["state"])
    world.write("britain.yaml", BRITAIN.replace("id: state", "id: country"))
    assert [(each.question, each.insisted) for each in found(world)] == [("country", 1)]

"""What was said of a question is found again when the question was reworded and so has another id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from answering import sit
from world import World

from quizapp.core.answer import Wrote
from quizapp.core.feedback import Edited, QuestionFeedback
from quizapp.core.step import Asking, SessionRequest
from quizapp.services.feedback import deck_feedback
from quizapp.services.flagging import flags

ONE = """\
deck: Rome
id: rome
questions:
  - q: Which river flows through the city of Rome?
    accept: [the Tiber]
"""
TWO = ONE.replace("Which river flows", "Which river runs").replace("city of ", "town of ")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    world.write("rome.yaml", ONE)
    world.library.sync()
    yield world
    world.store.close()


def told(world: World) -> tuple[QuestionFeedback, ...]:
    world.library.sync()
    (deck,) = world.library.decks()
    return deck_feedback(world.store, world.library, deck, world.settings.grading).questions


def flagged(world: World) -> None:
    study = world.study()
    step = study.start(SessionRequest())
    assert isinstance(step, Asking)
    study.flag(step.token, "unclear")


def test_flags_and_claims_follow_a_reworded_question(world: World) -> None:
    flagged(world)
    name = world.store.questions(world.library.decks()[0].id)[0].question
    sit(world, {name: Wrote("Anio")}, insisting=[name])
    world.write("rome.yaml", TWO)
    (question,) = told(world)
    assert question.question != name
    assert (question.notes, question.texts[0].text, question.edited) == (("unclear",), "Anio", Edited.WORDING)
    (flag,) = flags(world.store, world.learner.id)
    assert world.library.card(flag.card) is not None


def test_when_the_old_words_come_back_so_does_all_that_was_said(world: World) -> None:
    flagged(world)
    name = world.store.questions(world.library.decks()[0].id)[0].question
    sit(world, {name: Wrote("Anio")}, insisting=[name])
    before = told(world)
    world.write("rome.yaml", TWO)
    told(world)
    world.write("rome.yaml", ONE)
    assert told(world) == before and before[0].edited is None

"""Several files of one learner speak once, and not at all of somebody whose answers are known here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from classes import attempt, hand_in, item, progress
from world import World

from quizapp.core.handin import Flagged, HandIn, Overridden
from quizapp.core.question import DeckId, QuestionId
from quizapp.services.feedback import DeckFeedback, deck_feedback, read_handed

ROME = "deck: Rome\nid: rome\nquestions:\n  - {q: What is q1?, id: q1, accept: [Britain]}\n"
Q1 = QuestionId("q1")
OVERRIDDEN = replace(
    progress(), overridden=(Overridden(Q1, "", "the UK", 3, 2),), flagged=(Flagged(Q1, "", "note"),)
)
EXAM = attempt(item("q1", 0.0, "the UK", typed=True), name="one")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    world.write("rome.yaml", ROME)
    world.library.sync()
    yield world
    world.store.close()


def told(world: World, *files: HandIn) -> DeckFeedback:
    (deck,) = world.library.decks()
    return deck_feedback(world.store, world.library, deck, world.settings.grading, files)


def test_the_newest_progress_and_every_attempt_count_once(world: World) -> None:
    old = hand_in("Ann", decks=[OVERRIDDEN])
    exam = hand_in("Ann", EXAM, written=timedelta(hours=1))
    again = hand_in("Ann", EXAM, decks=[OVERRIDDEN], written=timedelta(hours=2))
    found = told(world, again, old, exam)
    (question,) = found.questions
    (text,) = question.texts
    assert (found.others, text.typed, text.insisted, text.in_exams) == (1, 3, 2, 1)
    assert question.notes == ("note",)


def test_learners_add_up(world: World) -> None:
    found = told(world, hand_in("Ann", decks=[OVERRIDDEN]), hand_in("Ben", decks=[OVERRIDDEN]))
    assert (found.learners, found.others, found.questions[0].texts[0].insisted) == (1, 2, 4)


def test_who_is_known_here_is_not_counted_from_a_file(world: World) -> None:
    mine = hand_in("Ann", decks=[OVERRIDDEN], learner=world.learner.id)
    assert told(world, mine).questions == () and told(world, mine).others == 0


def test_another_deck_is_none_of_its_business(world: World) -> None:
    assert told(world, hand_in("Ann", decks=[replace(OVERRIDDEN, deck=DeckId("other"))])).others == 0


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xff")
    found = read_handed([tmp_path / "a.json", tmp_path / "none.json", tmp_path])
    assert found.hand_ins == () and len(found.findings) == 3


def test_a_pipe_among_the_files_is_told_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    (finding,) = read_handed([pipe]).findings
    assert finding.code == "cannot-read"
    assert "no file" in finding.message

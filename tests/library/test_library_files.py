"""Deck files as people leave them lying about: moved, split, in capitals, or no files at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from world import World

from quizapp.core.answer import Rating, Wrote
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.library import Folder, Library
from quizapp.settings import Settings

DECK = """\
deck: Capitals
questions:
  - q: What is the capital of France?
    id: france
    accept: [Paris]
    why: x
  - q: What is the capital of Norway?
    id: norway
    accept: [Oslo]
    why: x
"""


def learn(world: World, *answers: str) -> None:
    study = world.study(Settings(learning_steps=()))
    study.start(SessionRequest())
    for text in answers:
        step = study.step
        assert isinstance(step, Asking)
        verdict = study.submit(Wrote(text), step.token)
        assert isinstance(verdict, Judged)
        study.rate(Rating.GOOD, verdict.token)


def test_questions_that_moved_together_are_told_of_in_one_sentence(world: World) -> None:
    path = world.write("capitals.yaml", DECK)
    learn(world, "Paris", "Oslo")
    path.rename(path.with_name("cities.yaml"))
    assert world.library.sync().notices(world.learner.id) == (
        "Progress kept: 2 questions have moved from the deck capitals to cities.",
    )


def test_a_question_that_moved_is_told_of_as_it_is_written(world: World) -> None:
    path = world.write("capitals.yaml", DECK)
    learn(world, "Paris")
    path.rename(path.with_name("cities.yaml"))
    assert world.library.sync().notices(world.learner.id) == (
        "Progress kept: “What is the capital of France?” has moved from the deck capitals to cities.",
    )


def test_a_question_that_moved_and_was_reworded_shows_both_texts(world: World) -> None:
    path = world.write("capitals.yaml", DECK)
    learn(world, "Paris")
    path.unlink()
    world.write("cities.yaml", DECK.replace("capital of France", "main City of France"))
    assert world.library.sync().notices(world.learner.id) == (
        "Progress kept: “What is the capital of France?” is now “What is the main City of France?”.",
    )


def test_a_question_that_only_got_another_id_is_not_said_to_have_moved(world: World) -> None:
    world.write("capitals.yaml", DECK)
    learn(world, "Paris")
    world.write("capitals.yaml", DECK.replace("id: france", "id: capital-of-france"))
    assert world.library.sync().notices(world.learner.id) == (
        "Progress kept: “What is the capital of France?” goes on under another id in the deck capitals.",
    )


def test_an_ending_in_capitals_is_a_deck_too(world: World) -> None:
    world.write("ROME.YAML", DECK)
    world.library.sync()
    assert [deck.path.name for deck in world.library.decks()] == ["ROME.YAML"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in the file system here")
def test_what_is_no_file_is_a_finding_and_never_waited_for(world: World) -> None:
    world.write("capitals.yaml", DECK)
    os.mkfifo(world.decks / "pipe.yaml")
    report = world.library.sync()
    assert [(finding.code, Path(finding.file).name) for finding in report.findings] == [
        ("not-a-file", "pipe.yaml")
    ]
    assert [deck.id for deck in world.library.decks()] == ["capitals"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in the file system here")
def test_a_pipe_that_is_named_itself_is_a_finding_too(world: World) -> None:
    pipe = world.home / "pipe.yaml"
    os.mkfifo(pipe)
    library = Library(world.store, [Folder(pipe)], world.clock, world.names, world.settings.rollover_hour)
    assert [finding.code for finding in library.sync().findings] == ["not-a-file"]


def with_a_name_that_is_not_utf8(folder: Path, text: str) -> Path:
    """A file as an old archive leaves it: its name in another encoding."""
    path = folder / os.fsdecode(b"f\xfcr.yaml")
    try:
        path.write_text(text, encoding="utf-8")
    except OSError:
        pytest.skip("file names are always UTF-8 here")
    return path


def test_a_deck_whose_file_name_is_not_utf8_can_be_studied(world: World) -> None:
    path = with_a_name_that_is_not_utf8(world.decks, DECK)
    learn(world, "Paris")
    assert [(deck.id, deck.path) for deck in world.library.decks()] == [("f\ufffdr", path)]
    world.restart()
    assert not world.library.sync().changed


def test_what_is_wrong_in_a_file_whose_name_is_not_utf8_is_kept(world: World) -> None:
    path = with_a_name_that_is_not_utf8(world.decks, DECK + "  - q: Broken?\n")
    world.library.sync()
    world.restart()
    assert [finding.file for finding in world.library.sync().findings] == [str(path)]

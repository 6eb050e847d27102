"""Deck files on disk: picked up when they change, and progress stays with the questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from world import World

from quizapp.core.answer import Rating, Wrote
from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId
from quizapp.core.memory import NEW
from quizapp.core.records import Learner
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.library import Folder, Library
from quizapp.settings import Settings

DECK = """\
deck: Capitals
questions:
  - q: What is the capital of France?
    accept: [Paris]
    why: x
  - q: What is the capital of Norway?
    accept: [Oslo]
    why: x
"""
FAST = Settings(learning_steps=())


def learn(world: World, *answers: str) -> list[CardKey]:
    """Answer the first cards right, and give their keys."""
    study = world.study(FAST)
    study.start(SessionRequest())
    keys = []
    for text in answers:
        step = study.step
        assert isinstance(step, Asking)
        keys.append(step.card.key)
        verdict = study.submit(Wrote(text), step.token)
        assert isinstance(verdict, Judged)
        study.rate(Rating.GOOD, verdict.token)
    return keys


def studied(world: World) -> list[str]:
    """The prompts of the cards that have progress and are in a deck."""
    found = world.store.any_cards(world.learner.id)
    cards = [world.library.card(each.card) for each in found if each.memory.reps]
    return sorted(card.question.prompt for card in cards if card is not None)


def test_nothing_changed_reads_nothing(world: World) -> None:
    world.write("capitals.yaml", DECK)
    assert world.library.sync().changed
    assert not world.library.sync().changed


def test_an_edited_file_is_picked_up(world: World) -> None:
    path = world.write("capitals.yaml", DECK)
    world.library.sync()
    path.write_text(DECK.replace("deck: Capitals", "deck: Cities"), encoding="utf-8")
    world.library.sync()
    assert [deck.title for deck in world.library.decks()] == ["Cities"]


def test_a_reworded_question_keeps_its_progress_and_says_so(world: World) -> None:
    world.write("capitals.yaml", DECK)
    learn(world, "Paris")
    world.write("capitals.yaml", DECK.replace("capital of France", "capital city of France"))
    report = world.library.sync()
    assert report.notices(world.learner.id) == (
        "Progress kept: “What is the capital of France?” is now “What is the capital city of France?”.",
    )
    assert studied(world) == ["What is the capital city of France?"]


def test_relinking_can_be_undone(world: World) -> None:
    world.write("capitals.yaml", DECK)
    learn(world, "Paris")
    world.write("capitals.yaml", DECK.replace("capital of France", "capital city of France"))
    world.library.sync()
    world.study().undo()
    assert studied(world) == []
    world.write("capitals.yaml", DECK)
    world.library.sync()
    assert studied(world) == ["What is the capital of France?"]


def test_written_ids_keep_progress_whatever_is_edited(world: World) -> None:
    text = DECK.replace("    accept: [Paris]", "    id: fr\n    accept: [Paris]")
    world.write("capitals.yaml", text)
    learn(world, "Paris")
    world.write("capitals.yaml", text.replace("What is the capital of France?", "Name the French capital."))
    assert world.library.sync().relinked == ()
    assert studied(world) == ["Name the French capital."]


def test_a_renamed_deck_keeps_its_progress(world: World) -> None:
    path = world.write("capitals.yaml", DECK)
    learn(world, "Paris", "Oslo")
    path.rename(path.with_name("cities.yaml"))
    world.library.sync()
    assert len(studied(world)) == 2


def test_a_split_deck_keeps_its_progress(world: World) -> None:
    world.write("capitals.yaml", DECK)
    learn(world, "Paris", "Oslo")
    cut = DECK.index("  - q: What is the capital of Norway")
    head, norway = DECK[:cut], DECK[cut:]
    world.write("capitals.yaml", head)
    world.write("north.yaml", "deck: North\nquestions:\n" + norway)
    world.library.sync()
    assert studied(world) == ["What is the capital of France?", "What is the capital of Norway?"]


def test_a_question_that_vanished_is_hidden_and_resumes_when_it_comes_back(world: World) -> None:
    world.write("capitals.yaml", DECK)
    key = learn(world, "Paris")[0]
    before = world.store.memory(world.learner.id, key)
    (world.decks / "capitals.yaml").unlink()
    world.library.sync()
    assert world.library.card(key) is None and studied(world) == []
    world.write("capitals.yaml", DECK)
    world.library.sync()
    assert world.store.memory(world.learner.id, key) == before != NEW


def test_a_different_question_with_another_answer_starts_anew(world: World) -> None:
    world.write("capitals.yaml", DECK)
    learn(world, "Paris")
    start = DECK.index("  - q: What is the capital of France")
    end = DECK.index("  - q: What is the capital of Norway")
    other = "  - q: Which metal is liquid at room temperature?\n    accept: [mercury]\n    why: x\n"
    world.write("capitals.yaml", DECK[:start] + other + DECK[end:])
    assert world.library.sync().relinked == ()
    assert studied(world) == []


def test_a_file_with_an_error_moves_no_progress(world: World) -> None:
    world.write("capitals.yaml", DECK)
    learn(world, "Paris")
    broken = DECK.replace("capital of France", "capital city of France") + "  - q: Broken\n    acept: [x]\n"
    world.write("capitals.yaml", broken)
    assert world.library.sync().relinked == ()


def test_a_question_that_may_have_become_two_is_asked_about_and_kept(world: World) -> None:
    world.write("capitals.yaml", DECK)
    key = learn(world, "Paris")[0]
    start = DECK.index("  - q: What is the capital of France")
    end = DECK.index("  - q: What is the capital of Norway")
    two = "".join(
        f"  - q: What is the {word} capital of France?\n    accept: [Paris]\n    why: x\n"
        for word in ("present", "modern")
    )
    world.write("capitals.yaml", DECK[:start] + two + DECK[end:])
    (notice,) = world.library.sync().notices(world.learner.id)
    assert "present capital" in notice and "modern capital" in notice and "quizapp relink" in notice
    assert [orphan.key for orphan in world.store.orphans(world.learner.id)] == [key.siblings]


def test_every_learner_keeps_their_own_progress(world: World) -> None:
    world.write("capitals.yaml", DECK)
    other = Learner(LearnerId("learner-2"), "Ben", world.clock.now())
    with world.store.writing() as writer:
        writer.add_learner(other)
    learn(world, "Paris")
    world.write("capitals.yaml", DECK.replace("capital of France", "capital city of France"))
    assert {each.learner for each in world.library.sync().relinked} == {world.learner.id}


def test_one_unreadable_deck_leaves_the_others_usable(world: World) -> None:
    world.write("good.yaml", DECK)
    (world.decks / "bad.yaml").write_bytes(b"\xff\xfe\x00broken")
    report = world.library.sync()
    assert [deck.id for deck in world.library.decks()] == ["good"]
    assert [Path(finding.file).name for finding in report.findings] == ["bad.yaml"]


def test_findings_are_told_again_when_nothing_changed(world: World) -> None:
    (world.decks / "bad.yaml").write_bytes(b"\xff\xfe\x00broken")
    first = world.library.sync().findings
    assert world.library.sync().findings == first != ()


def test_two_decks_with_one_id_keep_the_one_that_was_there_first(world: World) -> None:
    text = DECK.replace("deck: Capitals", "deck: Capitals\nid: same")
    world.write("b.yaml", text)
    world.library.sync()
    world.write("a.yaml", text)
    report = world.library.sync()
    assert [deck.path.name for deck in world.library.decks()] == ["b.yaml"]
    assert [finding.code for finding in report.findings] == ["deck-id-taken"]


def test_the_second_deck_takes_over_when_the_first_is_gone(world: World) -> None:
    text = DECK.replace("deck: Capitals", "deck: Capitals\nid: same")
    world.write("b.yaml", text)
    world.library.sync()
    world.write("a.yaml", text)
    world.library.sync()
    (world.decks / "b.yaml").unlink()
    world.library.sync()
    assert [deck.path.name for deck in world.library.decks()] == ["a.yaml"]


def test_an_own_copy_takes_the_place_of_a_starter_deck(world: World) -> None:
    starter = world.home / "starter"
    starter.mkdir()
    (starter / "capitals.yaml").write_text(DECK, encoding="utf-8")
    library = Library(
        world.store, [Folder(starter, starter=True), Folder(world.decks)], world.clock, world.names, 4
    )
    library.sync()
    world.write("capitals.yaml", DECK.replace("deck: Capitals", "deck: My capitals"))
    report = library.sync()
    assert [(deck.title, deck.starter) for deck in library.decks()] == [("My capitals", False)]
    assert report.findings == ()


def test_a_readme_among_the_decks_is_left_alone(world: World) -> None:
    world.write("README.md", "# Decks\n")
    world.write("capitals.yaml", DECK)
    assert world.library.sync().findings == ()


def test_the_place_of_a_card_is_its_file_and_line(world: World) -> None:
    path = world.write("capitals.yaml", DECK)
    key = learn(world, "Paris", "Oslo")[1]
    assert world.library.place(key) == (path, 6)


def test_a_file_without_permission_is_a_finding(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.write("capitals.yaml", DECK)

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert [finding.code for finding in world.library.sync().findings] == ["unreadable"]

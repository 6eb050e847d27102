"""The simulated workload goes by the learner's own decks, limits, pace, ratings and parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from simulated_learner import FORGETFUL, MadeUp, copy_of, template_in
from world import World

from quizapp.core.answer import Rating
from quizapp.core.event import ActionKind, Review
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId
from quizapp.core.workload import FIRST_RATINGS, LEAST_RATINGS
from quizapp.errors import UsageError
from quizapp.services.desk import Desk
from quizapp.services.fitting import put_in_force
from quizapp.services.simulating import Workloads, simulate
from quizapp.settings import Settings
from quizapp.store import ratings

DAYS = 40


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """After some answers to 110 cards."""
    return template_in(tmp_path_factory.mktemp("studied"), 450, MadeUp(cards=110, new_a_day=20))


@pytest.fixture
def world(studied: Path, tmp_path: Path) -> Iterator[World]:
    made = copy_of(studied, tmp_path)
    yield made
    made.store.close()


def desk_of(world: World) -> Desk:
    return Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)


def simulated(world: World, *decks: str) -> Workloads:
    return simulate(desk_of(world), [DeckId(deck) for deck in decks], days=DAYS)


def reviews(world: World) -> list[Review]:
    return [each for each in world.store.all_events(world.learner.id) if isinstance(each, Review)]


def test_ratings_of_new_and_of_recalled_cards_are_the_learners_own(world: World) -> None:
    habits = simulated(world).habits
    new = [each.rating for each in reviews(world) if each.phase is Phase.NEW]
    passed = [e.rating for e in reviews(world) if e.phase is Phase.REVIEW and e.rating > Rating.AGAIN]
    assert min(len(new), len(passed)) >= LEAST_RATINGS
    assert habits.first_ratings == tuple(new.count(each) / len(new) for each in Rating)
    assert habits.passed_ratings == tuple(passed.count(each) / len(passed) for each in list(Rating)[1:])


def test_ratings_count_as_they_stand_now(world: World) -> None:
    desk, first = desk_of(world), reviews(world)[0]
    before = ratings.lately(world.store.connection, world.learner.id)
    action = replace(desk.action(ActionKind.VOID, desk.moment(), None), undoes=first.id)
    with world.store.writing() as writer:
        desk.record(writer, action, [first.card])
    after = ratings.lately(world.store.connection, world.learner.id)
    assert before - after == {(first.phase, first.rating): 1}
    action = replace(desk.action(ActionKind.RESTORE, desk.moment(), None), undoes=first.id)
    with world.store.writing() as writer:
        desk.record(writer, action, [first.card])
    assert ratings.lately(world.store.connection, world.learner.id) == before


def test_pace_is_the_learners_own(world: World) -> None:
    new, learning, review = world.store.pace(world.learner.id)
    assert simulated(world).habits.seconds == tuple(
        12.0 if ms is None else ms / 1000 for ms in (new, review, learning)
    )


def test_a_beginner_is_simulated_with_what_is_usual(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.write("one.yaml", "deck: One\nid: one\nquestions:\n  - {q: Why?, a: Because}\n")
    world.library.sync()
    found = simulated(world)
    assert found.habits.first_ratings == FIRST_RATINGS
    assert (found.fitted, found.paced, found.rated) == (False, False, False)
    assert found.habits.cards == 1
    world.store.close()


def test_without_cards_there_is_nothing_to_simulate(tmp_path: Path) -> None:
    world = World(tmp_path)
    with pytest.raises(UsageError, match="no cards"):
        simulated(world)
    world.store.close()


def test_suspended_cards_and_other_decks_do_not_count(world: World) -> None:
    world.write("one.yaml", "deck: One\nid: one\nquestions:\n  - {q: Why?, a: Because}\n")
    world.library.sync()
    card, desk = reviews(world)[0].card, desk_of(world)
    action = replace(desk.action(ActionKind.SUSPEND, desk.moment(), None), card=card)
    with world.store.writing() as writer:
        desk.record(writer, action, [card])
    assert [simulated(world, *decks).habits.cards for decks in ((), ("words",), ("one",))] == [110, 109, 1]


def test_fitted_parameters_are_simulated(world: World) -> None:
    before = simulated(world)
    put_in_force(desk_of(world), FORGETFUL.parameters)
    after = simulated(world)
    assert (before.fitted, after.fitted) == (False, True)
    for less, more in zip(before.loads, after.loads, strict=True):
        assert less.reviews_a_day < more.reviews_a_day


def test_the_settings_are_simulated(world: World) -> None:
    world.settings = Settings(
        retention=0.83, new_per_day=3, reviews_per_day=9, learning_steps=(), deck_retention=(("words", 0.91),)
    )
    everything, words = simulated(world), simulated(world, "words")
    habits = everything.habits
    assert (habits.new_per_day, habits.reviews_per_day, habits.learning_steps) == (3, 9, 0)
    assert (everything.own, words.own) == (0.83, 0.91)


def test_each_retention_is_told_of_as_it_is_done(world: World) -> None:
    told: list[int] = []
    found = simulate(desk_of(world), days=DAYS, tell=lambda _, done, of: told.append(100 * done // of))
    assert told == sorted(told) and told[0] == 0
    assert [each.retention for each in found.loads] == sorted(each.retention for each in found.loads)

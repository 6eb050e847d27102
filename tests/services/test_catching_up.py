"""Catching up after a break, through the real engine: order, daily cap, new cards, its end."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from expected_learner import Learner, deck_of, study_day
from world import CountingNames, World

from quizapp.core.card import CardKey
from quizapp.core.gain import gains
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId
from quizapp.core.step import Asking, SessionRequest
from quizapp.errors import UsageError
from quizapp.services import catchingup
from quizapp.services.desk import Desk
from quizapp.services.progress import agenda
from quizapp.services.readiness import set_exam_date
from quizapp.services.transfer import delete_learner, export_learner
from quizapp.settings import Settings, with_changes

ONE = DeckId("one")
KNOWS = Learner(perfect=True)
MANY = with_changes(Settings(), {"new_per_day": 20})


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Forty cards that were learned over six days, then a break of a month; twenty more are new."""
    made = World(tmp_path_factory.mktemp("studied"), settings=MANY)
    made.write("one.yaml", deck_of("one", 60))
    made.library.sync()
    for day in range(6):
        limits = with_changes(MANY, {"new_per_day": 10 if day < 4 else 0})
        study_day(made, KNOWS, settings=limits)
    made.clock.forward(days=30)
    made.store.close()
    return made


@pytest.fixture
def world(studied: World, tmp_path: Path) -> Iterator[World]:
    """A copy of it for each test."""
    home = tmp_path / "home"
    shutil.copytree(studied.home, home)
    made = World(home, clock=replace(studied.clock), names=CountingNames("b"), settings=MANY)
    made.library.sync()
    yield made
    made.store.close()


def desk_of(world: World) -> Desk:
    return Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)


def reviews(asked: list[Asking]) -> list[Asking]:
    return [each for each in asked if each.why_now.phase is Phase.REVIEW]


def fresh(asked: list[Asking]) -> int:
    return sum(each.why_now.phase is Phase.NEW for each in asked)


def test_it_is_offered_after_a_break_and_not_in_the_middle_of_one(world: World) -> None:
    late = catchingup.backlog(desk_of(world))
    assert (late.overdue, late.due, late.offered) == (40, 40, True)
    catchingup.begin(desk_of(world), per_day=30)
    assert not catchingup.backlog(desk_of(world)).offered


def test_it_is_not_offered_when_nothing_is_late(world: World) -> None:
    study_day(world, KNOWS)
    late = catchingup.backlog(desk_of(world))
    assert (late.overdue, late.offered) == (0, False)


def test_it_caps_the_day_and_asks_first_what_gains_most(world: World) -> None:
    catchingup.begin(desk_of(world), per_day=12)
    order, today = gains(desk_of(world).config(ONE)), desk_of(world).moment().day
    gained: dict[CardKey, float] = {}
    for each in world.store.due(world.learner.id, today):
        memory = each.memory
        assert memory.stability and memory.difficulty and memory.last_day
        gained[each.card] = order.of(memory.stability, memory.difficulty, today - memory.last_day)
    best = sorted(gained.values(), reverse=True)[:12]
    asked = reviews(study_day(world, KNOWS))
    assert [gained[each.card.key] for each in asked] == pytest.approx(best)


def test_the_cap_is_for_the_day_and_not_for_the_session(world: World) -> None:
    catchingup.begin(desk_of(world), per_day=12)
    first = study_day(world, KNOWS, SessionRequest(max_cards=5))
    world.clock.forward(days=-1)
    world.clock.forward(hours=2)
    second = study_day(world, KNOWS)
    assert len(reviews(first)) + len(reviews(second)) == 12


def test_new_cards_go_on_unless_they_are_paused(world: World) -> None:
    catchingup.begin(desk_of(world), per_day=12)
    assert fresh(study_day(world, KNOWS)) == 20
    world.clock.forward(days=-1)
    catchingup.begin(desk_of(world), per_day=12, pause_new=True)
    assert agenda(world.store, world.learner, world.library.decks(), MANY, world.clock).all.new == 0


def test_paused_new_cards_come_back_when_the_backlog_is_gone(world: World) -> None:
    begun = catchingup.begin(desk_of(world), per_day=15, pause_new=True)
    asked = [study_day(world, KNOWS) for _ in range(4)]
    # The third day ends it, and the new cards come at once.
    assert [fresh(each) for each in asked] == [0, 0, 20, 0]
    assert [len(reviews(each)) for each in asked[:3]] == [15, 15, 10]
    assert begun.course.ends is not None
    assert catchingup.current(desk_of(world)) is None


def test_it_ends_on_the_day_that_was_said(world: World) -> None:
    begun = catchingup.begin(desk_of(world), per_day=9, pause_new=True)
    learner, ended = Learner(), None
    for _ in range(12):
        today = desk_of(world).moment().day
        study_day(world, learner)
        if catchingup.current(desk_of(world)) is None:
            ended = today
            break
    assert begun.course.ends is not None and ended is not None
    assert abs(ended - begun.course.ends) <= 1


def test_so_many_days_are_kept_with_as_few_reviews_as_will_do(world: World) -> None:
    begun = catchingup.begin(desk_of(world), days=5)
    assert begun.course.ends is not None and begun.course.ends < begun.plan.began + 5
    assert 8 <= begun.plan.per_day < 40


def test_ending_it_makes_everything_as_usual(world: World) -> None:
    catchingup.begin(desk_of(world), per_day=5, pause_new=True)
    assert catchingup.end(desk_of(world))
    assert not catchingup.end(desk_of(world))
    asked = study_day(world, KNOWS)
    assert (len(reviews(asked)), fresh(asked)) == (40, 20)


def test_too_few_a_day_are_refused_with_a_number_that_will_do(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catchingup, "LONGEST", 20)
    with pytest.raises(UsageError) as refused:
        catchingup.begin(desk_of(world), per_day=1)
    least = int(refused.value.fix.split()[1])
    assert least > 1 and catchingup.current(desk_of(world)) is None
    assert catchingup.begin(desk_of(world), per_day=least).course.ends is not None


def test_there_is_nothing_to_catch_up_with_when_nothing_is_due(world: World) -> None:
    study_day(world, KNOWS)
    world.clock.forward(days=-1)
    with pytest.raises(UsageError, match="Nothing is due"):
        catchingup.begin(desk_of(world), per_day=5)


def test_a_deck_with_an_exam_goes_on_with_its_new_cards(world: World) -> None:
    set_exam_date(desk_of(world), [ONE], desk_of(world).moment().day + 20)
    catchingup.begin(desk_of(world), per_day=12, pause_new=True)
    asked = study_day(world, KNOWS)
    assert (len(reviews(asked)), fresh(asked)) == (12, 2)


def test_what_is_waiting_is_what_study_asks(world: World) -> None:
    catchingup.begin(desk_of(world), per_day=7)
    found = agenda(world.store, world.learner, world.library.decks(), MANY, world.clock)
    asked = study_day(world, KNOWS)
    assert (found.all.due, found.all.new) == (len(reviews(asked)), fresh(asked)) == (7, 20)


def test_the_suggestions_end_in_time_and_ask_for_less_the_longer_they_take(world: World) -> None:
    ways = catchingup.choices(desk_of(world))
    per_day = [plan.per_day for plan, _ in ways]
    assert per_day == sorted(per_day, reverse=True)
    assert all(course.ends is not None for _, course in ways)
    assert ways[0][1].ends is not None and ways[0][1].ends < desk_of(world).moment().day + 7


def test_it_survives_a_restart_and_is_exported_and_deleted(world: World) -> None:
    catchingup.begin(desk_of(world), per_day=12, pause_new=True)
    world.restart()
    going = catchingup.current(desk_of(world))
    assert going is not None and (going.plan.per_day, going.plan.pause_new, going.left) == (12, True, 40)
    out = io.StringIO()
    export_learner(world.store, world.learner, out, world.clock)
    rows = [row for row in map(json.loads, out.getvalue().splitlines()) if row["type"] == "catch_up"]
    assert [(row["per_day"], row["pause_new"]) for row in rows] == [(12, 1)]
    delete_learner(world.store, world.learner.id)
    assert world.store.connection.rows("SELECT * FROM catch_up") == []

"""Plans in the app: what Home says, the plan's own screen, setting a date and catching up by keys."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from expected_learner import Learner, deck_of, study_day
from stage import Stage, staged
from world import CountingNames, World

from quizapp.core.question import DeckId
from quizapp.core.step import Asking
from quizapp.services.desk import Desk
from quizapp.services.readiness import set_exam_date
from quizapp.settings import Settings, with_changes
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.plan import PlanScreen
from quizapp.tui.screens.plandialogs import CatchUpScreen, ExamDateScreen
from quizapp.tui.screens.study import StudyScreen

ROME = DeckId("rome")
KNOWS = Learner(perfect=True)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.write("rome.yaml", deck_of("rome", 20).replace("deck: rome", 'deck: "Rome [war]"'))
    made.write("greece.yaml", deck_of("greece", 5))
    made.library.sync()
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def rusty(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("rusty"))
    made.write("rome.yaml", deck_of("rome", 60))
    made.library.sync()
    for _ in range(4):
        study_day(made, KNOWS, settings=with_changes(Settings(), {"new_per_day": 15}))
    made.clock.forward(days=40)
    made.store.close()
    return made


@pytest.fixture
def after_a_break(rusty: World, tmp_path: Path) -> Iterator[World]:
    """Sixty cards that were learned in four days, forty days ago."""
    shutil.copytree(rusty.home, tmp_path / "home")
    made = World(tmp_path / "home", clock=replace(rusty.clock), names=CountingNames("b"))
    made.library.sync()
    yield made
    made.store.close()


def set_exam(world: World, days: int) -> int:
    desk = Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)
    day = desk.moment().day + days
    set_exam_date(desk, [ROME], day)
    return day


def words(stage: Stage) -> str:
    return " ".join(stage.text.split())


async def test_home_says_how_far_the_exam_is_and_what_to_expect(world: World) -> None:
    set_exam(world, 9)
    async with staged(world) as stage:
        assert "Rome [war]: exam in 9 days, expected 0% ->" in words(stage)
        assert "if you study as planned; today 3 cards, about 1 min" in words(stage)


async def test_home_shows_no_figures_of_another_learner(world: World) -> None:
    set_exam(world, 9)
    async with staged(world) as stage:
        assert "expected 0% ->" in words(stage)
        await stage.press("L", "tab")
        await stage.write("Ben")
        await stage.press("enter")
        assert isinstance(stage.screen(), HomeScreen) and "exam in" not in stage.text


async def test_home_says_it_shorter_where_there_is_less_room(world: World) -> None:
    set_exam(world, 9)
    async with staged(world, size=(60, 20)) as stage:
        assert "Rome [war]: in 9 days, 0% ->" in words(stage)


async def test_home_says_nothing_of_plans_when_there_are_none(world: World) -> None:
    async with staged(world) as stage:
        assert "xam in" not in stage.text and "Backlog" not in stage.text


async def test_the_days_part_is_done_when_it_is_answered(world: World) -> None:
    set_exam(world, 9)
    morning = world.clock.at
    study_day(world, KNOWS)
    world.clock.at = morning.replace(hour=20)
    async with staged(world, size=(100, 30)) as stage:
        assert "as planned; today all done" in words(stage)


async def test_the_plan_shows_each_day_and_what_missed_days_do(world: World) -> None:
    set_exam(world, 9)
    async with staged(world, size=(80, 60)) as stage:
        await stage.press("t")
        assert isinstance(stage.screen(), PlanScreen)
        text = words(stage)
        assert "Rome [war]" in text and "of 20 cards, 20 of them new: 0% if you study nothing more" in text
        assert "days missed the next ones cards the day after the last ones" in text
        assert "Expected recall on the day of the exam:" in text
        await stage.press("escape")
        assert isinstance(stage.screen(), HomeScreen)


async def test_a_date_is_set_and_taken_back_by_keys(world: World) -> None:
    async with staged(world) as stage:
        await stage.press("t")
        assert "No exam date is set." in stage.text
        await stage.press("d", "down")
        assert isinstance(stage.screen(), ExamDateScreen)
        await stage.write("in 9 days")
        await stage.press("enter")
        assert "in 9 days." in stage.text and "Rome [war]" in stage.text
        await stage.press("d")
        assert "exam 11 Mar 2026" in words(stage)
        await stage.press("down", "enter")
        assert "No exam date is set." in stage.text


async def test_what_is_no_day_is_told_and_may_be_mended(world: World) -> None:
    async with staged(world) as stage:
        await stage.press("t", "d")
        await stage.write("soon")
        await stage.press("enter")
        assert isinstance(stage.screen(), ExamDateScreen)
        assert "`soon` is not a day." in words(stage)
        await stage.press("escape")
        assert isinstance(stage.screen(), PlanScreen) and "No exam date is set." in stage.text


async def test_a_backlog_is_told_at_home_and_caught_up_with_by_keys(after_a_break: World) -> None:
    async with staged(after_a_break) as stage:
        assert "60 cards overdue. t plans to catch up." in words(stage)
        await stage.press("t", "c")
        assert isinstance(stage.screen(), CatchUpScreen)
        assert "60 cards overdue, 60 due" in stage.text and "new cards as usual" in words(stage)
        await stage.press("enter")
        assert "Catching up:" in stage.text and "60 cards of the backlog left." in stage.text
        await stage.press("escape")
        assert "60 cards of the backlog left, at most" in words(stage)
        await stage.press("t", "c", "enter")
        assert "60 cards overdue. c plans to catch up." in words(stage)


async def test_called_off_nothing_is_begun(after_a_break: World) -> None:
    async with staged(after_a_break) as stage:
        await stage.press("t", "c", "escape")
        assert isinstance(stage.screen(), PlanScreen)
        assert after_a_break.store.plans(after_a_break.learner.id).catch_up() is None


async def test_a_card_brought_forward_says_so_on_the_screen(after_a_break: World) -> None:
    world = after_a_break
    for _ in range(2):
        study_day(world, KNOWS, settings=with_changes(Settings(), {"new_per_day": 0}))
    world.clock.forward(days=3)
    world.settings = with_changes(Settings(), {"new_per_day": 0, "reviews_per_day": 100})
    desk = Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)
    set_exam_date(desk, [ROME], desk.moment().day + 3, 0.99)
    async with staged(world) as stage:
        await stage.press("s")
        assert isinstance(stage.screen(), StudyScreen)
        asking = stage.step()
        assert isinstance(asking, Asking) and asking.why_now.exam_in == 3
        assert "Before it is due: exam on" in stage.text


async def test_the_keys_of_the_plan_are_in_its_help(world: World) -> None:
    async with staged(world) as stage:
        await stage.press("t", "question_mark")
        assert "Exam date" in stage.text and "Keys of the plan" in stage.text


async def test_a_small_screen_scrolls_through_the_plan(world: World) -> None:
    set_exam(world, 60)
    async with staged(world, size=(60, 20)) as stage:
        await stage.press("t", "end")
        assert "Missing more days never" in words(stage)

"""Progress in the app: the sections of the report, legible at 80 columns, and the drill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from stage import staged
from world import World

from quizapp.core.answer import Picked
from quizapp.core.event import Kind
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.services.desk import Desk
from quizapp.services.reporting import learner_report
from quizapp.settings import Settings, with_changes
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.history import HistoryScreen
from quizapp.tui.screens.progress import ProgressScreen
from quizapp.tui.screens.progressparts import definitions, sections

DECK = """\
deck: Rome
id: rome
tags: [history]
questions:
  - {q: "Which [river] did Caesar cross?", id: river, a: Rubicon, wrong: [Tiber, Po]}
  - {q: Who was the first emperor?, id: first, a: Augustus, wrong: [Nero]}
"""
AT_ONCE = with_changes(Settings(), {"learning_steps": [], "relearning_steps": []})


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path, settings=AT_ONCE)
    made.write("rome.yaml", DECK)
    made.library.sync()
    yield made
    made.store.close()


def missed_river(world: World, days: int = 4) -> None:
    for _ in range(days):
        engine = world.study()
        step = engine.start(SessionRequest())
        while isinstance(step, Asking):
            world.clock.forward(seconds=5)
            river = step.card.key.question == "river"
            judged = engine.submit(Picked(("Tiber" if river else "Augustus",)), step.token)
            assert isinstance(judged, Judged)
            step = engine.next(judged.token)
        world.clock.forward(days=1)


def shown(world: World, width: int = 68) -> str:
    desk = Desk(world.store, world.library, world.learner, world.settings, world.clock, world.names)
    return sections(learner_report(desk), width).plain


def test_every_section_is_there_with_its_numbers(world: World) -> None:
    missed_river(world)
    text = shown(world)
    for words in ("True retention", "365 days", "Calibration", "Log loss", "Mastery", "history"):
        assert words in text
    assert "4 of 4" in text and "Which [river] did Caesar cross?" in text
    assert "Tiber (Which" in text


@pytest.mark.parametrize("width", [55, 68, 75])
def test_lines_keep_to_the_width(world: World, width: int) -> None:
    missed_river(world, 9)
    text = shown(world, width)
    assert max(map(len, text.splitlines())) <= width
    assert "all" in text and "mature" in text


def test_what_is_not_defined_is_a_dash(world: World) -> None:
    text = shown(world)
    assert "Log loss     -" in text
    assert "all        -      -       -" in text
    assert "0%" in text


def test_each_figure_is_defined_below(world: World) -> None:
    text = definitions()
    for name in ("True retention:", "Calibration:", "RMSE(bins):", "Mastery:", "Leeches:", "Slowest:"):
        assert name in text


async def test_the_screen_shows_the_sections_at_80_columns(world: World) -> None:
    missed_river(world)
    async with staged(world, size=(80, 120)) as stage:
        await stage.press("r")
        await stage.pilot.pause()
        for words in ("True retention", "yesterday", "Calibration", "Most missed", "4 of 4", "Which [river]"):
            assert words in stage.text


async def test_no_table_is_wrapped_at_60_columns(world: World) -> None:
    missed_river(world, 9)
    async with staged(world, size=(60, 200)) as stage:
        await stage.press("r")
        await stage.pilot.pause()
        lines = [line.strip() for line in stage.text.splitlines()]
    assert [line.split() for line in lines if line.startswith("Rome ")] == [
        ["Rome", "70%", "0", "0", "2", "0"]
    ]


async def test_d_drills_the_weak_cards_as_practice(world: World) -> None:
    missed_river(world)
    async with staged(world) as stage:
        await stage.press("r")
        await stage.pilot.pause()
        await stage.press("d")
        await stage.pilot.pause()
        asking = stage.asking()
    assert (asking.kind, asking.card.key.question) == (Kind.PRACTICE, "river")


async def test_without_weak_spots_d_does_nothing_and_is_not_offered(world: World) -> None:
    async with staged(world, size=(100, 30)) as stage:
        await stage.press("r")
        await stage.pilot.pause()
        await stage.press("d")
        assert isinstance(stage.screen(), ProgressScreen)
        assert "Drill" not in stage.text


async def test_n_narrows_the_sections_to_one_deck_and_back_to_all(world: World) -> None:
    world.write(
        "law.yaml",
        "deck: Law\nid: law\nquestions:\n  - {q: What is a tort?, id: tort, a: A wrong, wrong: [A cake]}\n",
    )
    missed_river(world)
    world.library.sync()
    async with staged(world, size=(80, 150)) as stage:
        await stage.press("r")
        await stage.pilot.pause()
        assert "All decks" in stage.text and "Which [river]" in stage.text
        river = []
        for _ in range(3):
            await stage.press("n")
            await stage.pilot.pause()
            river.append("Which [river]" in stage.text)
    assert sorted(river) == [False, True, True] and river[-1]


async def test_n_shows_the_sections_that_it_narrows_and_stays_where_they_are_read(world: World) -> None:
    missed_river(world)
    async with staged(world, size=(80, 24)) as stage:
        await stage.press("r")
        await stage.pilot.pause()
        assert "Reviews due" not in stage.text
        await stage.press("n")
        await stage.pilot.pause()
        assert "Reviews due" in stage.text
        await stage.press("pagedown")
        await stage.pilot.pause()
        before = stage.app.screen.query_one("#page").scroll_y
        await stage.press("n")
        await stage.pilot.pause()
        assert stage.app.screen.query_one("#page").scroll_y == before > 0


async def test_h_in_browse_shows_the_whole_history_of_a_question(world: World) -> None:
    missed_river(world)
    async with staged(world, size=(100, 60)) as stage:
        await stage.press("b")
        await stage.pilot.pause()
        await stage.press("h")
        await stage.pilot.pause()
        assert isinstance(stage.screen(), HistoryScreen)
        for words in ("History", "Which [river] did Caesar cross?", "Tiber", "Again", "Recall now", "recall"):
            assert words in stage.text
        await stage.press("escape")
        assert isinstance(stage.screen(), BrowseScreen)


def test_what_is_overdue_is_said_beside_today(world: World) -> None:
    missed_river(world)
    world.clock.forward(days=9)
    assert "today (2 overdue)" in shown(world)

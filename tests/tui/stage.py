"""The app on a stage: real decks and a real progress file, keys by a Pilot, and what stands on the screen."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from math import inf
from typing import TypeVar

from textual.pilot import Pilot
from textual.widget import Widget
from world import World

from quizapp.core.answer import Answer
from quizapp.core.event import Review
from quizapp.core.step import Asking, SessionRequest, Step
from quizapp.settings import find_paths
from quizapp.tui.app import QuizApp
from quizapp.tui.engine import Services
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.services import AppServices

W = TypeVar("W", bound=Widget)
SIZE = (80, 24)
LINE_HEIGHT = 24.4
CELL_WIDTH = 12.2
PATIENCE = 200


def services_of(world: World) -> AppServices:
    """What the command line would hand to the app."""
    paths = find_paths({"QUIZAPP_HOME": str(world.home)})
    world.library.sync()
    return AppServices(
        world.store, world.library, world.learner, world.settings, world.clock, world.names, paths
    )


class Stage:
    """The running app and a hand for its keys."""

    def __init__(self, app: QuizApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each when the screen is drawn."""
        for key in keys:
            await self._ready()
            await self.pilot.press(key)
        await self._ready()

    async def drawn(self) -> None:
        """Wait until what was just asked of the app is drawn."""
        await self.pilot.pause()
        await self._ready()

    async def _ready(self) -> None:
        """Wait until the screen heeds keys."""
        for _ in range(PATIENCE):
            screen = self.screen()
            if not (isinstance(screen, KeyScreen) and screen.drawn_at == inf):
                return
            await self.pilot.pause()
        raise AssertionError(f"{self.screen()} never heeded keys")

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size and wait until the screen has it."""
        await self.pilot.resize_terminal(width, height)
        for _ in range(PATIENCE):
            await self.pilot.pause()
            if self.app.screen.outer_size == (width, height):
                return
        raise AssertionError("the screen never had its new size")

    async def write(self, text: str) -> None:
        await self.press(*text)

    def one(self, kind: type[W]) -> W:
        """The only widget of a kind on the present screen."""
        return self.app.screen.query_one(kind)

    def screen(self) -> object:
        """The screen on top."""
        return self.app.screen

    def asking(self) -> Asking:
        """The question that waits."""
        step = self.step()
        assert isinstance(step, Asking)
        return step

    def step(self) -> Step | None:
        """What the study screen shows."""
        screen = self.screen()
        assert isinstance(screen, StudyScreen), f"the screen is {screen}"
        return screen.step

    @property
    def text(self) -> str:
        """What stands on the screen, a line a row, without colours."""
        screen = self.app.screen.outer_size
        lines = [[" "] * screen.width for _ in range(screen.height + 1)]
        pattern = r'<text class="[^"]*" x="([\d.]+)" y="([\d.]+)"[^>]*clip-path[^>]*>(.*?)</text>'
        for x, y, found in re.findall(pattern, self.app.export_screenshot(), re.S):
            row, column = int(float(y) / LINE_HEIGHT), round(float(x) / CELL_WIDTH)
            text = html.unescape(found).replace("\xa0", " ")
            lines[min(row, screen.height)][column : column + len(text)] = text
        return "\n".join("".join(line).rstrip() for line in lines)


@asynccontextmanager
async def staged(
    world: World,
    *,
    size: tuple[int, int] = SIZE,
    request: SessionRequest | None = None,
    services: Services | None = None,
    editor: str = "",
) -> AsyncIterator[Stage]:
    """Run the app; with a `request` it begins in a session."""
    app = QuizApp(services or services_of(world), request, fresh=True, editor=editor)
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot)
        await stage.drawn()
        yield stage


def given(world: World) -> Sequence[Answer]:
    """The answers on disk, in order."""
    return [event.answer for event in world.store.all_events(world.learner.id) if isinstance(event, Review)]

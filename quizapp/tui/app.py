"""The app: it holds the services, moves between screens, and sees to it that no key comes too early."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from quizapp.core.clock import Clock, Names
from quizapp.core.examstep import ExamOver, ExamStep
from quizapp.core.records import Learner
from quizapp.core.step import Asking, Finished, SessionRequest, Step
from quizapp.errors import QuizappError
from quizapp.library import Library
from quizapp.settings import Paths, Settings
from quizapp.store.store import Store
from quizapp.tui.editor import command
from quizapp.tui.engine import Engine, ExamEngine, ExamWish, ResultPlace, Services
from quizapp.tui.keymap import keymap
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.exam import ExamScreen
from quizapp.tui.screens.examends import ExamResultScreen, ExamStartScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.keys import KeysScreen, actions_of, keys_of, shown_keys
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.services import AppServices
from quizapp.tui.themes import DARK, OWN

ALWAYS = ("ctrl+q", "ctrl+c")
KEY_NAMES = {"⏎": "Enter", "esc": "Esc", "f1": "F1", "pgdn": "PgDn", "tab": "Tab"}
NOTHING_HERE = "Nothing is due here. p practises, without touching the schedule."


class QuizApp(App[int]):
    """quizapp on a Textual screen."""

    TITLE = "quizapp"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", id="app.quit", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "More", id="app.commands", priority=True),
    ]

    def __init__(
        self,
        services: Services,
        request: SessionRequest | None = None,
        *,
        fresh: bool = False,
        editor: str = "",
        exam: ExamWish | None = None,
    ) -> None:
        super().__init__()
        self.services = services
        self._request = request
        self._fresh = fresh
        self._editor = editor
        self._exam = exam
        self._farewell: list[str] = []
        self._engine: Engine = services.engine()
        for theme in OWN:
            self.register_theme(theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"row-cursor": "reverse"}

    def on_mount(self) -> None:
        self.adopt_settings()
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.open_first()

    def open_first(self) -> None:
        """Show the first screen."""
        self.push_screen(HomeScreen())
        if self._request is not None:
            self.call_later(self._begin, self._request)
        if self._exam is not None:
            self.call_later(self._begin_exam, self._exam)

    def _begin(self, request: SessionRequest) -> None:
        said = "" if not self._fresh and not self.resume() else self.study(request)
        if said:
            self.notify(said, markup=False)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded and self._early(event):
            return
        await super().on_event(event)

    def _early(self, event: events.Event) -> bool:
        """Whether a key was pressed before the screen that it would act on was drawn."""
        screen = self.screen
        if isinstance(event, events.Key) and event.key in ALWAYS:
            return False
        return isinstance(screen, KeyScreen) and event.time < screen.drawn_at

    def study(self, request: SessionRequest) -> str:
        step = self._engine.start(request)
        if isinstance(step, Finished):
            return "\n".join(step.notices) or NOTHING_HERE
        self.show_step(step)
        return ""

    def resume(self) -> str:
        step = self._engine.resume()
        if step is None or isinstance(step, Finished):
            return "There is no open session."
        self.show_step(step)
        return ""

    def show_step(self, step: Step) -> None:
        self.push_screen(StudyScreen(self._engine, self.services, step), self._studied)

    def _studied(self, finished: Finished | None) -> None:
        if finished is not None and (finished.summary.answered or finished.notices):
            self.push_screen(SummaryScreen(self._engine, finished))

    def take_exam(self, wish: ExamWish) -> str:
        engine = self.services.exam()
        offer = engine.offer(wish.deck, seed=wish.seed, again=wish.again)
        if isinstance(offer, ExamOver):
            self._show_result(offer)
            return ""

        def begin(agreed: bool | None) -> None:
            if agreed:
                self._say_errors(lambda: self._ask_exam(engine, engine.begin(offer)))

        self.push_screen(ExamStartScreen(offer, engine.now()), begin)
        return ""

    def _ask_exam(self, engine: ExamEngine, step: ExamStep) -> None:
        if isinstance(step, ExamOver):
            self._show_result(step)
        else:
            self.push_screen(ExamScreen(engine, self.services, step), self._show_result)

    def _show_result(self, over: ExamOver | None) -> None:
        if over is None:
            return
        try:
            said = f"Your result file: {self.services.write_result(over.attempt)}"
            self._farewell.append(said)
        except QuizappError as error:
            said = f"{error} {error.fix}"
        self.push_screen(ExamResultScreen(over, said))

    def _begin_exam(self, wish: ExamWish) -> None:
        self._say_errors(lambda: self.take_exam(wish))

    def _say_errors(self, act: Callable[[], object]) -> None:
        try:
            act()
        except QuizappError as error:
            self.notify(f"{error} {error.fix}".strip(), markup=False)

    async def action_quit(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ExamScreen):
                screen.keep_and_leave()
        # The screen vanishes, and with it where the file went.
        self.exit(message=Text("\n".join(self._farewell)) if self._farewell else None)

    def edit_file(self, path: Path, line: int) -> str:
        words = command(self._editor, path, line)
        failed = ""
        try:
            with self.suspend():
                # What is raised in here would leave the terminal with nobody.
                try:
                    subprocess.run(words, check=False)
                except OSError:
                    failed = (
                        f"The editor {words[0]} does not start; set $EDITOR. The question is at {path}:{line}"
                    )
        except SuspendNotSupported:
            return f"This terminal cannot be lent to an editor. The question is at {path}:{line}"
        return failed

    def adopt_settings(self) -> None:
        settings = self.services.settings
        self.theme = self._theme_of_settings()
        self.set_keymap(keymap(settings.keys))
        self._engine = self.services.engine()

    def get_key_display(self, binding: Binding) -> str:
        shown = super().get_key_display(binding)
        return KEY_NAMES.get(shown, shown)

    def _theme_of_settings(self) -> str:
        name = self.services.settings.theme
        return name if name in self.available_themes else DARK.name

    def _keep_theme(self, theme: Theme) -> None:
        """A theme that was chosen from the list is kept in the settings."""
        if theme.name != self._theme_of_settings():
            self.services.save_setting("theme", theme.name)

    def on_app_focus(self) -> None:
        """Somebody comes back to the terminal, perhaps from editing a deck."""
        screen: object = self.screen
        match screen:
            case HomeScreen() as home:
                home.look()
            case StudyScreen(step=Asking()) as study:
                study.reload()
            case _:
                pass

    def action_keys(self) -> None:
        title = self.screen.title_of_keys if isinstance(self.screen, KeyScreen) else "Keys"
        self.push_screen(KeysScreen(title, keys_of(self.screen)))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        for binding in actions_of(screen):
            act = partial(screen.run_action, binding.action)
            yield SystemCommand(binding.description, f"Key: {shown_keys(screen, binding)}", act)
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)


def run_app(
    store: Store,
    library: Library,
    learner: Learner,
    settings: Settings,
    clock: Clock,
    names: Names,
    paths: Paths,
    request: SessionRequest | None = None,
    *,
    fresh: bool = False,
    exam: ExamWish | None = None,
    result: ResultPlace | None = None,
) -> int:
    """Run the app until it is left: at Home, with a `request` in a session, or with an `exam`.

    `fresh` resumes no session; `result` says where result files of exams go. Gives the exit code. The decks
    must have been read (`Library.sync`).
    """
    services = AppServices(store, library, learner, settings, clock, names, paths, result)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    app = QuizApp(services, request, fresh=fresh, editor=editor, exam=exam)
    app.run()
    return app.return_code or 0

"""What a session came to, and the cards that were missed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from quizapp.core.facing import front
from quizapp.core.step import Finished, Missed, Step
from quizapp.core.wording import summary as in_words
from quizapp.errors import QuizappError
from quizapp.tui.engine import Engine
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, marked, one_line, plain
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.rows import BLANK, Lines, Row, labelled, line_of


class SummaryScreen(KeyScreen[None]):
    """Counts, the missed list, and the ways on."""

    title_of_keys = "Keys of the summary"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "home", "Home", id="summary.home"),
        Binding("c", "resume", "Go on", id="home.resume"),
        Binding("r", "retry", "Retry the missed", id="summary.retry"),
        Binding("u,ctrl+z", "undo", "Undo the last answer", id="study.undo"),
        Binding("U,ctrl+r", "redo", "Redo", id="study.redo", show=False),
        Binding("escape", "home", "Home", id="summary.leave", show=False),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def __init__(self, engine: Engine, finished: Finished) -> None:
        super().__init__()
        self._engine = engine
        self._finished = finished

    def compose(self) -> ComposeResult:
        summary = self._finished.summary
        with Page(id="page"), Vertical(id="column"):
            yield Literal("Session done" if not summary.left else "Session so far", classes="title")
            yield Literal("\n".join(in_words(summary)))
            yield Lines(id_="missed")
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.hold_keys()
        self.query_one("#page").focus()
        self.query_one("#missed", Lines).say(missed_rows(self._finished.summary.missed))
        self.say(self._finished.notices)
        self.release_keys()

    def say(self, lines: tuple[str, ...]) -> None:
        self.query_one("#notice", Literal).say("\n".join(lines))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        summary = self._finished.summary
        return {"retry": bool(summary.missed), "resume": summary.left > 0}.get(action, True)

    def action_home(self) -> None:
        self.dismiss(None)

    def action_resume(self) -> None:
        step = self._engine.resume()
        if step is not None:
            self._show(step)

    def action_retry(self) -> None:
        self._go_on(self._engine.retry_missed)

    def action_undo(self) -> None:
        self._go_on(self._engine.undo)

    def action_redo(self) -> None:
        self._go_on(self._engine.redo)

    def _go_on(self, act: Callable[[], Step]) -> None:
        try:
            step = act()
        except QuizappError as error:
            self.say((f"Not saved: {error} {error.fix}".strip(),))
            return
        self._show(step)

    def _show(self, step: Step) -> None:
        if isinstance(step, Finished):
            self.say(step.notices)
        else:
            self.dismiss(None)
            self.host.show_step(step)


def missed_rows(missed: tuple[Missed, ...]) -> list[Row]:
    """Each missed card with the answer given, the right one and why."""
    heading = [line_of(plain(f"Missed: {len(missed)}", "bold $text-error"))] if missed else []
    return [*heading, *(row for each in missed for row in _block(each))]


def _block(missed: Missed) -> list[Row]:
    rows = [BLANK, Row(plain("✗ ", "bold $text-error"), one_line(front(missed.card)))]
    if missed.given:
        rows.append(labelled("  you", plain(missed.given)))
    rows.append(labelled("  right", one_line(missed.expected).stylize("bold")))
    if missed.why:
        rows.append(labelled("  why", marked(missed.why)))
    return rows

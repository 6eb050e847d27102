"""What a session came to, and the cards that were missed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from quizapp.core.facing import front
from quizapp.core.step import Finished, Missed, Step
from quizapp.core.wording import summary as in_words
from quizapp.errors import QuizappError
from quizapp.tui.engine import Engine
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, marked, one_line, plain


class SummaryScreen(KeyScreen[None]):
    """Counts, the missed list, and the ways on."""

    title_of_keys = "Keys of the summary"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "home", "Home", id="summary.home"),
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
        with VerticalScroll(id="page"), Vertical(id="column"):
            yield Literal("Done." if not summary.left else "Left for now.", classes="title")
            yield Literal("\n".join(in_words(summary)))
            yield Literal(missed_lines(summary.missed), id_="missed")
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.hold_keys()
        self.query_one("#page").focus()
        self.say(self._finished.notices)
        self.release_keys()

    def say(self, lines: tuple[str, ...]) -> None:
        self.query_one("#notice", Literal).say("\n".join(lines))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "retry" or bool(self._finished.summary.missed)

    def action_home(self) -> None:
        self.dismiss(None)

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
        if isinstance(step, Finished):
            self.say(step.notices)
        else:
            self.dismiss(None)
            self.host.show_step(step)


def missed_lines(missed: tuple[Missed, ...]) -> Content:
    """Each missed card with the answer given, the right one and why."""
    if not missed:
        return Content("")
    blocks = [Content.styled(f"Missed: {len(missed)}", "bold $text-error"), *map(_block, missed)]
    return Content("\n\n").join(blocks)


def _block(missed: Missed) -> Content:
    lines = [Content.assemble(("✗ ", "bold $text-error"), one_line(front(missed.card)))]
    if missed.given:
        lines.append(Content.assemble(("  you    ", "dim"), plain(missed.given)))
    lines.append(Content.assemble(("  right  ", "dim"), one_line(missed.expected).stylize("bold")))
    if missed.why:
        lines.append(Content.assemble(("  why    ", "dim"), marked(missed.why)))
    return Content("\n").join(lines)

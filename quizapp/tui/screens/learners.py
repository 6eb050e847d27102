"""Whose progress it is: choose a learner, or add one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from quizapp.core.records import Learner
from quizapp.errors import QuizappError
from quizapp.tui.screens.base import host_of
from quizapp.tui.widgets.answerinput import AnswerInput
from quizapp.tui.widgets.literal import Literal, plain
from quizapp.tui.widgets.rows import Row, Rows


class LearnersScreen(ModalScreen[None]):
    """A list of names, and a line for a new one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", id="learners.up"),
        Binding("down", "move(1)", "Down", id="learners.down"),
        Binding("enter", "proceed", "Choose", id="learners.choose"),
        Binding("escape", "dismiss(None)", "Back", id="learners.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._learners: tuple[Learner, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Literal("Who is learning?", classes="title")
            yield Rows()
            yield AnswerInput(placeholder="a new learner's name")
            yield Literal(id_="notice")
            yield Literal("Enter chooses · Tab goes to the name · Escape goes back", classes="quiet")

    def on_mount(self) -> None:
        services = host_of(self).services
        self._learners = tuple(services.learners())
        ids = [learner.id for learner in self._learners]
        self._draw(ids.index(services.learner.id))
        self.query_one(Rows).focus()

    def action_move(self, by: int) -> None:
        rows = self.query_one(Rows)
        rows.focus()
        self._draw((rows.cursor + by) % len(self._learners))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self._draw(event.index)
        self.action_proceed()

    def action_proceed(self) -> None:
        services, rows, line = host_of(self).services, self.query_one(Rows), self.query_one(AnswerInput)
        try:
            if line.has_focus:
                services.add_learner(line.value)
            else:
                services.use_learner(self._learners[rows.cursor].id)
        except QuizappError as error:
            self.query_one("#notice", Literal).say(f"{error} {error.fix}".strip())
            return
        host_of(self).adopt_settings()
        self.dismiss(None)

    def _draw(self, cursor: int) -> None:
        names = [Row(Content(""), plain(learner.name)) for learner in self._learners]
        self.query_one(Rows).draw(names, cursor)

"""A note to a flagged question."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from quizapp.tui.widgets.answerinput import AnswerInput
from quizapp.tui.widgets.literal import Literal


class NoteScreen(ModalScreen[str | None]):
    """Asks for one line; gives it, "" for none, None when called off."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", id="note.cancel")]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Literal("What is wrong with this question?", classes="title")
            yield AnswerInput(placeholder="a note for its author; may stay empty")
            yield Literal("Enter flags it · Escape goes back", classes="quiet")

    def action_proceed(self) -> None:
        self.dismiss(self.query_one(AnswerInput).value)

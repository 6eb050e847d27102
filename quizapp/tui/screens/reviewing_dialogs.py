"""The small questions of a review: why a draft is rejected, which draft to go to, what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from quizapp.core.question import QuestionId
from quizapp.core.reviewing import Reason
from quizapp.services.sighting import Entry
from quizapp.tui.widgets.answerinput import AnswerInput
from quizapp.tui.widgets.draftrows import queue_line
from quizapp.tui.widgets.keybar import press, pressing
from quizapp.tui.widgets.literal import Literal, plain
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.rows import Lines, Row, Rows, line_of

REASONS: tuple[tuple[str, Reason, str], ...] = (
    ("t", Reason.TRIVIAL, "trivial: nobody need remember it"),
    ("c", Reason.CONTEXT, "context: makes no sense without the article"),
    ("g", Reason.GRAMMAR, "grammar: badly put"),
    ("w", Reason.WRONG, "wrong: question or answer is false"),
    ("m", Reason.AMBIGUOUS, "ambiguous: more than one right answer"),
    ("e", Reason.TOO_EASY, "too easy: can be guessed"),
)
MOST_FOUND = 12


class ReasonScreen(ModalScreen[Reason | None]):
    """One key says why; Escape goes back."""

    DEFAULT_CSS = "ReasonScreen { align: center bottom; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"give('{reason.name}')", said, id=f"reason.{reason.name.lower()}")
          for key, reason, said in REASONS),
        Binding("escape,q", "dismiss(None)", "Cancel", id="reason.cancel"),
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Literal("Why not?", classes="title")
            for key, _, said in REASONS:
                line = Content.assemble((f"{key}  ", "bold $text-accent"), plain(said))
                yield Literal(pressing(line, key))

    def on_click(self, event: events.Click) -> None:
        press(self.app, event)

    def action_give(self, name: str) -> None:
        self.dismiss(Reason[name])


class FindScreen(ModalScreen[QuestionId | None]):
    """Lists the drafts that hold what is typed; Enter goes to the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", id="find.up"),
        Binding("down", "move(1)", "Down", id="find.down"),
        Binding("escape", "dismiss(None)", "Cancel", id="find.cancel"),
    ]

    def __init__(self, search: Callable[[str], Sequence[Entry]]) -> None:
        super().__init__()
        self._search = search
        self._found: Sequence[Entry] = ()
        self._cursor = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Literal("Find a draft", classes="title")
            yield AnswerInput(placeholder="words of question, answer or sentence")
            yield Rows(focusable=False)
            yield Literal("Enter goes there · Escape goes back", classes="quiet")

    def on_mount(self) -> None:
        self.call_after_refresh(self._look, "")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._look(event.value)

    def _look(self, text: str) -> None:
        self._found, self._cursor = self._search(text)[:MOST_FOUND], 0
        self._draw()

    def _draw(self) -> None:
        width = max(10, self.query_one(AnswerInput).size.width - 4)
        rows = [line_of(queue_line(entry, width)) for entry in self._found]
        self.query_one(Rows).draw(
            rows or [line_of(plain("Nothing found.", "dim"))], self._cursor if rows else -1
        )

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        if event.index < len(self._found):
            self.dismiss(self._found[event.index].id)

    def action_move(self, by: int) -> None:
        self._cursor = max(0, min(self._cursor + by, len(self._found) - 1))
        self._draw()

    def action_proceed(self) -> None:
        if self._found:
            self.dismiss(self._found[self._cursor].id)


class ListScreen(ModalScreen[None]):
    """Lines to read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,l", "dismiss(None)", "Close", id="list.close")
    ]

    def __init__(self, title: str, rows: Sequence[Row]) -> None:
        super().__init__()
        self._title = title
        self._rows = rows

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Literal(self._title, classes="title")
            with Page():
                yield Lines()
            yield Literal("Escape closes", classes="quiet")

    def on_mount(self) -> None:
        self.query_one(Lines).say(self._rows)
        self.query_one(Page).focus()

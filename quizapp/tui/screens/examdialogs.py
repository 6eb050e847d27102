"""What lies over an exam: the overview of its questions, and the questions before handing in and leaving."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from quizapp.core.examstep import ExamAsking
from quizapp.core.examwording import marks_line, ranges, unanswered_line
from quizapp.tui.widgets.exambar import LEGEND
from quizapp.tui.widgets.examgrid import ExamGrid
from quizapp.tui.widgets.literal import Literal, one_line, plain
from quizapp.tui.widgets.page import Frame


class Wanted(Enum):
    """What may be asked for in the overview besides a question."""

    HAND_IN = "hand in"


class ExamOverviewScreen(ModalScreen[int | Wanted | None]):
    """A grid of all questions; gives the place of the one to go to, or HAND_IN, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "Go there", id="examoverview.go"),
        Binding("u", "open_one", "Next open one", id="examoverview.open"),
        Binding("h", "hand_in", "Hand in", id="examoverview.hand_in"),
        Binding("escape,o", "dismiss(None)", "Back", id="examoverview.back"),
    ]

    def __init__(self, step: ExamAsking) -> None:
        super().__init__()
        self._step = step

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Literal(plain(marks_line(self._step)), classes="title")
            with Frame(id="grid"):
                yield ExamGrid(self._step.cells, self._step.place)
            yield Literal(LEGEND, id_="legend", classes="quiet")
            yield Literal(id_="label")
            yield Literal(
                "\nArrow keys, Enter goes there · u next open one · h hands in · Escape goes back",
                classes="quiet",
            )

    def on_mount(self) -> None:
        grid = self.query_one(ExamGrid)
        grid.focus()
        grid.move_to(self._step.place)

    def on_exam_grid_moved(self) -> None:
        cursor = self.query_one(ExamGrid).cursor
        label = one_line(self._step.cells[cursor].label)
        self.query_one("#label", Literal).say(plain(f"{cursor + 1}. ", "bold") + label)

    def on_exam_grid_chosen(self) -> None:
        self.action_go()

    def action_go(self) -> None:
        self.dismiss(self.query_one(ExamGrid).cursor)

    def action_open_one(self) -> None:
        grid, open_ones = self.query_one(ExamGrid), self._step.unanswered
        if open_ones:
            grid.move_to(next((place for place in open_ones if place > grid.cursor), open_ones[0]))

    def action_hand_in(self) -> None:
        self.dismiss(Wanted.HAND_IN)


class HandInScreen(ModalScreen[bool]):
    """Names what is unanswered and flagged; gives whether to hand in. Enter alone never does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "Hand in", id="examhandin.yes"),
        Binding("escape,n", "dismiss(False)", "Go on", id="examhandin.no"),
    ]

    def __init__(self, step: ExamAsking) -> None:
        super().__init__()
        self._step = step

    def compose(self) -> ComposeResult:
        step = self._step
        flagged = [place + 1 for place, cell in enumerate(step.cells) if cell.flagged]
        with Vertical(classes="dialog"):
            yield Literal("Hand in?", classes="title")
            yield Literal(unanswered_line(step.unanswered) or "Every question is answered.")
            if flagged:
                yield Literal(f"Flagged: {ranges(flagged)}.")
            yield Literal("Nothing can be changed afterwards.")
            yield Literal("\ny hands in · Escape goes on with the exam", classes="quiet")


class LeaveScreen(ModalScreen[bool]):
    """Says what leaving means; gives whether to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "Leave", id="examleave.yes"),
        Binding("escape,n", "dismiss(False)", "Stay", id="examleave.no"),
    ]

    def __init__(self, timed: bool) -> None:
        super().__init__()
        self._timed = timed

    def compose(self) -> ComposeResult:
        clock = " The clock goes on meanwhile." if self._timed else ""
        with Vertical(classes="dialog"):
            yield Literal("Leave the exam?", classes="title")
            yield Literal(f"Your answers are saved, and you can come back to it.{clock}")
            yield Literal("\ny leaves · Escape stays", classes="quiet")

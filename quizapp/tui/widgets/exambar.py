"""The head of an exam: which question, how much time is left, what is answered and flagged."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content
from textual.widget import Widget

from quizapp.core.examstep import Cell, ExamAsking
from quizapp.core.examwording import marks_line, place_line, time_left
from quizapp.tui.widgets.literal import one_line, plain

ANSWERED, OPEN, FLAGGED = "■", "·", "!"
LEGEND = f"{ANSWERED} answered   {OPEN} open   {FLAGGED} flagged"


class ExamBar(Widget):
    """Two lines that never change their height, so that a second that passes moves nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._step: ExamAsking | None = None
        self._time = ""

    def show(self, step: ExamAsking, now: datetime) -> None:
        """Draw another state of the exam."""
        self._step = step
        self._time = time_left(step.deadline, now)
        self.refresh()

    def tell_time(self, now: datetime) -> None:
        """Draw the time left, when it reads otherwise than before."""
        if self._step is not None and (said := time_left(self._step.deadline, now)) != self._time:
            self._time = said
            self.refresh()

    def render(self) -> Content:
        if self._step is None:
            return Content("")
        width = self.size.width
        return Content("\n").join([_first(self._step, self._time, width), _second(self._step, width)])


def sign(cell: Cell) -> str:
    """The state of a question in one character, without colour; a flag goes before an answer."""
    if cell.flagged:
        return FLAGGED
    return ANSWERED if cell.answered else OPEN


def strip(cells: tuple[Cell, ...], place: int) -> Content:
    """All questions, a character each, the present one in brackets."""
    before, after = cells[:place], cells[place + 1 :]
    return Content.assemble(
        ("".join(map(sign, before)), "dim"),
        (f"[{sign(cells[place])}]", "bold"),
        ("".join(map(sign, after)), "dim"),
    )


def _first(step: ExamAsking, time: str, width: int) -> Content:
    right = plain(time, "bold")
    flag = plain("! flagged  ", "bold $text-warning") if step.flagged else plain("")
    room = width - right.cell_length - flag.cell_length - 1
    left = plain(place_line(step), "bold")
    if left.cell_length > room:
        left = plain(f"{step.place + 1} of {len(step.cells)}", "bold")
    room -= left.cell_length + 4
    title = (
        one_line(step.title).truncate(max(1, room), ellipsis=True).stylize("dim") if room > 6 else plain("")
    )
    left = Content.assemble(left, "  ", title) if title else left
    gap = " " * max(1, width - left.cell_length - flag.cell_length - right.cell_length)
    return left + Content(gap) + flag + right


def _second(step: ExamAsking, width: int) -> Content:
    words = plain(marks_line(step), "dim")
    cells = strip(step.cells, step.place)
    if cells.cell_length + 2 + words.cell_length > width:
        return words
    return cells + Content(" " * (width - cells.cell_length - words.cell_length)) + words

"""All questions of an exam in a grid, each with its number and a sign, under a cursor."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from quizapp.core.examstep import Cell
from quizapp.tui.widgets.exambar import ANSWERED, FLAGGED, OPEN

WIDE = 9


class ExamGrid(Widget, can_focus=True):
    """Numbers with signs, as many a line as fit; the arrow keys move the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "move(1)", "Move", id="examgrid.right", key_display="←↑↓→"),
        Binding("left,j", "move(-1)", "Left", id="examgrid.left", show=False),
        Binding("down", "line(1)", "Down", id="examgrid.down", show=False),
        Binding("up", "line(-1)", "Up", id="examgrid.up", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another question."""

    class Chosen(Message):
        """The mouse clicked a question."""

    def __init__(self, cells: tuple[Cell, ...], cursor: int) -> None:
        super().__init__()
        self.cells = cells
        self.cursor = cursor

    @property
    def columns(self) -> int:
        return max(1, self.size.width // WIDE)

    def show(self, cells: tuple[Cell, ...]) -> None:
        """Draw the questions as they are now."""
        self.cells = cells
        self.refresh()

    def move_to(self, place: int) -> None:
        """Put the cursor on a question."""
        self.cursor = place
        self.refresh()
        self.post_message(self.Moved())
        self.call_after_refresh(self._show_cursor)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        columns = max(1, width // WIDE)
        return -(-len(self.cells) // columns)

    def render(self) -> Content:
        lines = [self.cells[at : at + self.columns] for at in range(0, len(self.cells), self.columns)]
        return Content("\n").join(
            Content.assemble(*(self._cell(row * self.columns + at, cell) for at, cell in enumerate(line)))
            for row, line in enumerate(lines)
        )

    def action_move(self, by: int) -> None:
        self.move_to((self.cursor + by) % len(self.cells))

    def action_line(self, by: int) -> None:
        to = self.cursor + by * self.columns
        if 0 <= to < len(self.cells):
            self.move_to(to)

    def on_click(self, event: Click) -> None:
        place = event.y * self.columns + event.x // WIDE
        if event.x // WIDE < self.columns and 0 <= place < len(self.cells):
            self.move_to(place)
            self.post_message(self.Chosen())

    def _cell(self, place: int, cell: Cell) -> Content:
        flag = FLAGGED if cell.flagged else " "
        here = "▸" if place == self.cursor else " "
        text = f"{here}{place + 1:>4} {ANSWERED if cell.answered else OPEN}{flag}"
        style = "$row-cursor bold" if place == self.cursor else "" if cell.answered else "dim"
        shown = Content(text) if not style else Content.styled(text, style)
        return shown + Content(" " * (WIDE - len(text)))

    def _show_cursor(self) -> None:
        if isinstance(self.parent, Widget):
            line = Region(0, self.cursor // self.columns, self.size.width, 1)
            self.parent.scroll_to_region(line, animate=False, force=True)

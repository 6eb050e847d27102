"""Ordering: items are moved until they stand in the right order."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from quizapp.core.answer import Answer, Ordered
from quizapp.core.step import Asking
from quizapp.tui.views.base import AnswerGiven, QuestionView, Unready
from quizapp.tui.widgets.literal import marked
from quizapp.tui.widgets.rows import Row, Rows


class OrderingView(QuestionView):
    """Items under a cursor; Space takes one along with the cursor until it is put down."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Move", id="ordering.up", key_display="↑↓"),
        Binding("down,j", "move(1)", "Down", id="ordering.down", show=False),
        Binding("space", "hold", "Take or put down", id="ordering.hold", key_display="Space"),
        Binding("shift+up,K", "carry(-1)", "Move the item up", id="ordering.earlier", show=False),
        Binding("shift+down,J", "carry(1)", "Move the item down", id="ordering.later", show=False),
    ]

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.items = list(asking.shown.items)
        self.cursor = 0
        self.held = False
        self._moved = len(self.items) < 2

    def compose(self) -> ComposeResult:
        yield Rows()

    def on_mount(self) -> None:
        self.draw()

    def take_focus(self) -> None:
        self.query_one(Rows).focus(scroll_visible=False)

    def draw(self) -> None:
        self.query_one(Rows).draw([self._row(i) for i in range(len(self.items))], self.cursor)

    def action_move(self, by: int) -> None:
        if self.held:
            self.action_carry(by)
            return
        self.cursor = (self.cursor + by) % len(self.items)
        self.draw()

    def action_carry(self, by: int) -> None:
        to = self.cursor + by
        if 0 <= to < len(self.items):
            self._place(to)
        self.draw()

    def action_hold(self) -> None:
        self.held = not self.held
        self.draw()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if self.held:
            self._place(event.index)
            self.held = False
        else:
            self.cursor, self.held = event.index, True
        self.draw()

    def hand_in(self) -> None:
        if self.held:
            self.action_hold()
        elif not self._moved:
            self.post_message(Unready("Nothing has been moved: Space takes an item, the arrow keys move it."))
        else:
            self.post_message(AnswerGiven(Ordered(tuple(self.items))))

    @property
    def so_far(self) -> Answer | None:
        return Ordered(tuple(self.items)) if self._moved else None

    def restore(self, answer: Answer) -> None:
        if isinstance(answer, Ordered) and sorted(answer.items) == sorted(self.items):
            self.items, self._moved = list(answer.items), True
            self.draw()

    def _place(self, to: int) -> None:
        self._moved = self._moved or to != self.cursor
        self.items.insert(to, self.items.pop(self.cursor))
        self.cursor = to

    def _row(self, index: int) -> Row:
        held = self.held and index == self.cursor
        sign = "↕" if held else " "
        lead = Content.assemble((f"{index + 1:>2} ", "$text-accent"), (f"{sign} ", "bold"))
        text = marked(self.items[index])
        return Row(lead, text.stylize("bold reverse") if held else text)

"""Matching: each left side is given the number of a right side."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from quizapp.core.answer import Answer, Matched
from quizapp.core.step import Asking
from quizapp.tui.views.base import AnswerGiven, QuestionView, Unready
from quizapp.tui.views.picking import digits, number_keys
from quizapp.tui.widgets.literal import Literal, marked, one_line
from quizapp.tui.widgets.rows import Row, Rows


class MatchingView(QuestionView):
    """Left sides under a cursor, and below them the numbered right sides."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("give", "Match", "matching"),
        Binding("up,k", "move(-1)", "Move", id="matching.up", key_display="↑↓"),
        Binding("down,j", "move(1)", "Down", id="matching.down", show=False),
        Binding("right", "turn(1)", "Next match", id="matching.next", show=False),
        Binding("left", "turn(-1)", "Match before", id="matching.previous", show=False),
        Binding("backspace,delete", "clear", "Clear", id="matching.clear", key_display="⌫"),
    ]

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.lefts, self.rights = asking.shown.lefts, asking.shown.rights
        self.given: list[int | None] = [None] * len(self.lefts)
        self.cursor = 0
        self._warned = False

    def compose(self) -> ComposeResult:
        yield Rows(id_="lefts")
        yield Literal("matches one of", classes="quiet between")
        yield Rows(id_="rights", focusable=False)

    def on_mount(self) -> None:
        self.draw()

    def take_focus(self) -> None:
        self.query_one("#lefts", Rows).focus(scroll_visible=False)

    def draw(self) -> None:
        self.query_one("#lefts", Rows).draw([self._left(i) for i in range(len(self.lefts))], self.cursor)
        self.query_one("#rights", Rows).draw([self._right(i) for i in range(len(self.rights))])

    def action_move(self, by: int) -> None:
        self.cursor = (self.cursor + by) % len(self.lefts)
        self.draw()

    def action_turn(self, by: int) -> None:
        now = self.given[self.cursor]
        start = (-1 if by > 0 else 0) if now is None else now
        self._put((start + by) % len(self.rights))

    def action_give(self, number: int) -> None:
        if number <= len(self.rights):
            self._put(number - 1)
            self.cursor = self._next_empty()
            self.draw()

    def action_clear(self) -> None:
        self._put(None)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if event.rows.id == "lefts":
            self.cursor = event.index
            self.draw()
        else:
            self.action_give(event.index + 1)

    def key_words(self, binding: Binding, key: str, label: str) -> tuple[str, str]:
        key, label = super().key_words(binding, key, label)
        return number_keys(len(self.rights)) if binding.id == "matching.1" else key, label

    def hand_in(self) -> None:
        matched = len(self.given) - self.given.count(None)
        if not matched:
            self.post_message(
                Unready("Match at least one: press the number of what belongs to the marked line.")
            )
        elif matched < len(self.given) and not self._warned:
            self._warned = True
            self.post_message(
                Unready(f"{matched} of {len(self.given)} matched. Enter once more hands it in.")
            )
        else:
            self.post_message(AnswerGiven(Matched(tuple(self._pair(i) for i in range(len(self.lefts))))))

    @property
    def so_far(self) -> Answer | None:
        if all(right is None for right in self.given):
            return None
        return Matched(tuple(self._pair(index) for index in range(len(self.lefts))))

    def restore(self, answer: Answer) -> None:
        if isinstance(answer, Matched):
            places = {right: place for place, right in enumerate(self.rights)}
            given = dict(answer.pairs)
            self.given = [places.get(given.get(left, "")) for left in self.lefts]
            self.draw()

    def _put(self, right: int | None) -> None:
        self.given[self.cursor], self._warned = right, False
        self.draw()

    def _next_empty(self) -> int:
        order = [*range(self.cursor + 1, len(self.lefts)), *range(self.cursor)]
        return next((index for index in order if self.given[index] is None), self.cursor)

    def _pair(self, index: int) -> tuple[str, str]:
        right = self.given[index]
        return self.lefts[index], "" if right is None else self.rights[right]

    def _left(self, index: int) -> Row:
        right = self.given[index]
        if right is None:
            return Row(Content("[ ] "), marked(self.lefts[index]))
        arrow = Content.assemble(("→ ", "$text-accent"), one_line(self.rights[right]).stylize("bold"))
        sign = str(right + 1) if right < 9 else "x"
        return Row(Content.styled(f"[{sign}] ", "bold"), marked(self.lefts[index]), arrow)

    def _right(self, index: int) -> Row:
        number = f"{index + 1:>2}  "
        text = marked(self.rights[index])
        used = index in self.given
        return Row(Content.styled(number, "$text-accent"), text.stylize("dim") if used else text)

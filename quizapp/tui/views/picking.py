"""Multiple choice, multiple answers, and true or false: options are picked from rows."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from quizapp.core.answer import Answer, Picked, Said
from quizapp.core.step import Asking
from quizapp.tui.views.base import AnswerGiven, QuestionView, Unready
from quizapp.tui.widgets.literal import marked, plain
from quizapp.tui.widgets.rows import Row, Rows


def digits(action: str, description: str, family: str) -> list[Binding]:
    """The number keys, of which the first stands for all in the key bar."""
    first = Binding("1", f"{action}(1)", description, id=f"{family}.1", key_display="1-9")
    return [
        first,
        *(Binding(n, f"{action}({n})", "", id=f"{family}.{n}", show=False) for n in "23456789"),
    ]


def number_keys(count: int) -> str:
    """ "1-4": the number keys that do something."""
    return f"1-{min(count, 9)}" if count > 1 else "1"


class PickView(QuestionView):
    """Rows with one sign for picked and another for not picked."""

    signs = ("( )", "(•)")

    BINDINGS: ClassVar[list[BindingType]] = [
        *digits("pick", "Pick", "pick"),
        Binding("up,k", "move(-1)", "Up", id="pick.up", show=False),
        Binding("down,j", "move(1)", "Down", id="pick.down", show=False),
    ]

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.options = self.offered(asking)
        self.picked: frozenset[int] = frozenset()
        self.cursor = -1

    def offered(self, asking: Asking) -> tuple[str, ...]:
        """The options' texts, in the order in which they are drawn."""
        return asking.shown.options

    def compose(self) -> ComposeResult:
        yield Rows()

    def on_mount(self) -> None:
        self.draw()

    def take_focus(self) -> None:
        self.query_one(Rows).focus(scroll_visible=False)

    def draw(self) -> None:
        self.query_one(Rows).draw([self._row(index) for index in range(len(self.options))], self.cursor)

    def action_pick(self, number: int) -> None:
        if number <= len(self.options):
            self.choose(number - 1)

    def action_move(self, by: int) -> None:
        start = self.cursor if self.cursor >= 0 else (-1 if by > 0 else 0)
        self.point((start + by) % len(self.options))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.choose(event.index)

    def point(self, index: int) -> None:
        """The cursor moved; where one option is picked, that picks it."""
        self.choose(index)

    def choose(self, index: int) -> None:
        """An option was picked by number or mouse."""
        self.cursor, self.picked = index, frozenset({index})
        self.draw()

    def key_words(self, binding: Binding, key: str, label: str) -> tuple[str, str]:
        key, label = super().key_words(binding, key, label)
        return number_keys(len(self.options)) if binding.id == "pick.1" else key, label

    def hand_in(self) -> None:
        if not self.picked:
            self.post_message(Unready("Pick an option first: its number, or the arrow keys."))
        else:
            self.post_message(AnswerGiven(Picked(tuple(self.options[i] for i in sorted(self.picked)))))

    @property
    def so_far(self) -> Answer | None:
        return Picked(tuple(self.options[i] for i in sorted(self.picked))) if self.picked else None

    def restore(self, answer: Answer) -> None:
        if isinstance(answer, Picked):
            self.pick_again(answer.options)

    def pick_again(self, texts: tuple[str, ...]) -> None:
        """Mark the options with these texts, and put the cursor on the first."""
        self.picked = frozenset(index for index, text in enumerate(self.options) if text in texts)
        self.cursor = min(self.picked, default=-1)
        self.draw()

    def _row(self, index: int) -> Row:
        picked = index in self.picked
        number = str(index + 1) if index < 9 else " "
        lead = Content.assemble(
            (f"{number} ", "$text-accent"), (self.signs[picked], "bold" if picked else ""), " "
        )
        text = marked(self.options[index])
        return Row(lead, text.stylize("bold") if picked else text)


class ChoiceView(PickView):
    """One of the options is right."""


class MultipleView(PickView):
    """Several options may be right."""

    signs = ("[ ]", "[x]")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Pick", id="pick.toggle", key_display="Space")
    ]

    def point(self, index: int) -> None:
        self.cursor = index
        self.draw()

    def choose(self, index: int) -> None:
        self.cursor, self.picked = index, self.picked ^ {index}
        self.draw()

    def action_tick(self) -> None:
        self.choose(max(self.cursor, 0))

    def hand_in(self) -> None:
        if not self.picked:
            self.post_message(Unready("Pick at least one option first: its number, or Space."))
        else:
            super().hand_in()


class TrueFalseView(PickView):
    """A statement is true or false."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "pick(1)", "True", id="truefalse.true"),
        Binding("f", "pick(2)", "False", id="truefalse.false"),
    ]

    def offered(self, asking: Asking) -> tuple[str, ...]:
        return ("True", "False")

    def hand_in(self) -> None:
        if not self.picked:
            self.post_message(Unready("Is it true (t) or false (f)?"))
        else:
            self.post_message(AnswerGiven(Said(0 in self.picked)))

    @property
    def so_far(self) -> Answer | None:
        return Said(0 in self.picked) if self.picked else None

    def restore(self, answer: Answer) -> None:
        if isinstance(answer, Said):
            self.pick_again(self.options[:1] if answer.value else self.options[1:])

    def _row(self, index: int) -> Row:
        row = super()._row(index)
        return Row(row.lead, row.text, plain("tf"[index], "dim"))

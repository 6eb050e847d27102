"""A text with gaps: one input a gap, in the flow of the text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quizapp.core.answer import Answer, Filled
from quizapp.core.facing import blanks, cloze_segments
from quizapp.core.literal import literal
from quizapp.core.step import Asking
from quizapp.tui.views.base import AnswerGiven, QuestionView, Unready
from quizapp.tui.widgets.answerinput import AnswerInput
from quizapp.tui.widgets.flow import FlowText


class ClozeView(QuestionView):
    """Enter goes to the next empty gap, and hands in when none is left."""

    asks_prompt = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "gap(1)", "Next gap", id="cloze.next"),
        Binding("shift+tab", "gap(-1)", "Gap before", id="cloze.previous", show=False),
        Binding("down", "gap(1)", "Next gap", id="cloze.down", show=False),
        Binding("up", "gap(-1)", "Gap before", id="cloze.up", show=False),
    ]

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._warned = False

    def compose(self) -> ComposeResult:
        texts = [text if isinstance(text, str) else None for text in cloze_segments(self.asking.card)]
        yield FlowText(texts)

    def on_mount(self) -> None:
        for line, blank in zip(self.inputs, blanks(self.asking.card), strict=True):
            line.placeholder = literal(blank.hint) or "…"

    @property
    def inputs(self) -> tuple[AnswerInput, ...]:
        return self.query_one(FlowText).inputs

    def take_focus(self) -> None:
        self.inputs[0].focus(scroll_visible=False)

    def on_input_changed(self) -> None:
        self._warned = False

    def action_gap(self, by: int) -> None:
        self.inputs[(self._at + by) % len(self.inputs)].focus()

    def hand_in(self) -> None:
        texts = tuple(line.value for line in self.inputs)
        empty = [index for index, text in enumerate(texts) if not text.strip()]
        if len(empty) == len(texts):
            self.post_message(Unready("Type an answer first."))
        elif self.go_on_inside():
            pass
        elif empty and not self._warned:
            self._warned = True
            self.post_message(Unready(f"{len(empty)} of {len(texts)} gaps empty. Enter again hands it in."))
        else:
            self.post_message(AnswerGiven(Filled(texts)))

    @property
    def so_far(self) -> Answer | None:
        texts = tuple(line.value for line in self.inputs)
        return Filled(texts) if any(text.strip() for text in texts) else None

    def restore(self, answer: Answer) -> None:
        if isinstance(answer, Filled):
            self.type_again(answer.texts)

    def go_on_inside(self) -> bool:
        later = [line for line in self.inputs[self._at + 1 :] if not line.value.strip()]
        if not later or not self.inputs[self._at].value.strip():
            return False
        later[0].focus()
        return True

    @property
    def _at(self) -> int:
        focused = self.screen.focused
        return next((index for index, line in enumerate(self.inputs) if line is focused), 0)

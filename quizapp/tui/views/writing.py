"""Typed answers, numbers and dates: one line of text."""

from __future__ import annotations

from textual.app import ComposeResult

from quizapp.core.answer import Answer, Wrote
from quizapp.core.question import Date, Number
from quizapp.core.step import Asking
from quizapp.tui.views.base import AnswerGiven, QuestionView, Unready
from quizapp.tui.widgets.answerinput import AnswerInput


class WritingView(QuestionView):
    """One input line."""

    def compose(self) -> ComposeResult:
        yield AnswerInput(placeholder=example(self.asking))

    def take_focus(self) -> None:
        self.query_one(AnswerInput).focus(scroll_visible=False)

    @property
    def answer_input(self) -> AnswerInput:
        return self.query_one(AnswerInput)

    @property
    def so_far(self) -> Answer | None:
        text = self.answer_input.value
        return Wrote(text) if text.strip() else None

    def restore(self, answer: Answer) -> None:
        if isinstance(answer, Wrote):
            self.type_again((answer.text,))

    def hand_in(self) -> None:
        text = self.answer_input.value
        if text.strip():
            self.post_message(AnswerGiven(Wrote(text)))
        else:
            self.post_message(Unready("Type an answer first."))


def example(asking: Asking) -> str:
    """What the empty line says: the form of the answer, which gives nothing away."""
    match asking.card.question:
        case Number(unit=unit):
            return f"a number, in {unit}" if unit else "a number"
        case Date():
            return "a date, such as 15 March 1848, March 1848, 44 BC"
        case _:
            return ""

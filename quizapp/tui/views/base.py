"""What every view of a question has in common."""

from __future__ import annotations

from abc import abstractmethod

from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message

from quizapp.core.answer import Answer
from quizapp.core.step import Asking
from quizapp.tui.widgets.answerinput import AnswerInput


class AnswerGiven(Message):
    """The learner has answered."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


class Turned(Message):
    """The learner wants to see the other side of a flashcard."""


class Unready(Message):
    """There is nothing to hand in yet; `text` says what to do."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class QuestionView(Vertical):
    """Draws what can be answered in one step and posts AnswerGiven; the prompt is drawn by the screen."""

    asks_prompt = True
    says_task = True

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.asking = asking

    @abstractmethod
    def hand_in(self) -> None:
        """Post AnswerGiven, or Unready when there is nothing to hand in."""

    @abstractmethod
    def take_focus(self) -> None:
        """Put the focus where the answer begins."""

    @property
    @abstractmethod
    def so_far(self) -> Answer | None:
        """What the view stands at, finished or not; None when nothing was done yet."""

    @abstractmethod
    def restore(self, answer: Answer) -> None:
        """Put back an answer that was given to this question."""

    def go_on_inside(self) -> bool:
        """Move the focus to what is still empty in this question; whether there was anything."""
        return False

    @property
    def typed(self) -> tuple[str, ...]:
        """What stands in the input lines."""
        return tuple(line.value for line in self.query(AnswerInput))

    def type_again(self, texts: tuple[str, ...]) -> None:
        """Put back what was typed before the question was edited."""
        for line, text in zip(self.query(AnswerInput), texts, strict=False):
            line.value = text

    def key_words(self, binding: Binding, key: str, label: str) -> tuple[str, str]:
        """A key and what it does for this question, given its usual words."""
        return key, "Answer" if binding.id == "study.proceed" else label

    @property
    def answer_input(self) -> AnswerInput | None:
        """The line being typed on, if this view has any."""
        focused = self.screen.focused
        return focused if isinstance(focused, AnswerInput) else None

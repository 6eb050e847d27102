"""A flashcard: recalled freely, then turned."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quizapp.core.answer import Answer
from quizapp.tui.views.base import QuestionView, Turned
from quizapp.tui.widgets.literal import Literal


class FlashcardView(QuestionView, can_focus=True):
    """Waits for the card to be turned."""

    says_task = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "screen.proceed", "Turn the card", id="flashcard.turn", show=False)
    ]

    def compose(self) -> ComposeResult:
        yield Literal("Say the answer to yourself, then turn the card.", classes="quiet")

    def key_words(self, binding: Binding, key: str, label: str) -> tuple[str, str]:
        return key, "Turn the card" if binding.id == "study.proceed" else label

    def hand_in(self) -> None:
        self.post_message(Turned())

    @property
    def so_far(self) -> Answer | None:
        return None

    def restore(self, answer: Answer) -> None:
        pass

    def take_focus(self) -> None:
        self.focus(scroll_visible=False)

    def on_click(self) -> None:
        self.hand_in()

"""Letters that the keyboard may lack: those that the deck's answers use, each a key away."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quizapp.tui.widgets.keybar import press, pressing
from quizapp.tui.widgets.literal import Literal, plain

KEYS = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class LettersScreen(ModalScreen[str | None]):
    """Shows letters, each beside the key that gives it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel", id="letters.cancel")
    ]

    def __init__(self, letters: str) -> None:
        super().__init__()
        self._letters = dict(zip(KEYS, letters, strict=False))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Literal("Letters of this deck", classes="title")
            yield Static(Content("   ").join(self._one(key, letter) for key, letter in self._letters.items()))
            yield Literal("Press the key beside a letter, or click it · Escape goes back", classes="quiet")

    def on_key(self, event: events.Key) -> None:
        if event.character in self._letters:
            event.stop()
            self.dismiss(self._letters[event.character])

    def on_click(self, event: events.Click) -> None:
        press(self.app, event)

    def _one(self, key: str, letter: str) -> Content:
        text = Content.assemble((f"{key} ", "dim"), plain(letter, "bold"))
        return pressing(text, key)

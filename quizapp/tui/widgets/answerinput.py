"""The line on which an answer is typed: it leaves Enter to the screen and cuts what is far too long."""

from __future__ import annotations

import re
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

LONGEST = 2000
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class AnswerInput(Input):
    """An Input for one answer, at most LONGEST characters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.proceed", "Answer", id="study.proceed"),
    ]

    class Cut(Message):
        """A paste was longer than an answer may be."""

    def __init__(self, *, placeholder: str = "", compact: bool = False, id_: str | None = None) -> None:
        super().__init__(
            placeholder=placeholder, max_length=LONGEST, select_on_focus=False, compact=compact, id=id_
        )

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        room = LONGEST - len(self.value) + (end - start)
        text = " ".join(CONTROL.sub(" ", event.text[: 2 * LONGEST]).split())
        self.replace(text[: max(0, room)], start, end)
        if len(text) > room:
            self.post_message(self.Cut())

    def put(self, character: str) -> None:
        """Type one character at the cursor."""
        start, end = sorted(self.selection)
        self.replace(character, start, end)

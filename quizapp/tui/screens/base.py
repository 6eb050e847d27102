"""What every screen has: keys that help, and no keys before it is drawn."""

from __future__ import annotations

from math import inf
from typing import TypeVar, cast

from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen

from quizapp.tui.engine import Host

T = TypeVar("T")


class KeyScreen(Screen[T]):
    """A screen whose keys count only from the moment at which it was drawn.

    `drawn_at` is on the clock of Textual's events; the app drops keys that were pressed earlier.
    """

    title_of_keys = "Keys"
    drawn_at = 0.0
    _changing = False

    @property
    def host(self) -> Host:
        """The app, as screens know it."""
        return host_of(self)

    def key_words(self, binding: Binding) -> tuple[str, str]:
        """A key and what it does at this moment."""
        return self.app.get_key_display(binding), binding.description

    def hold_keys(self) -> None:
        """Ignore keys, because what they would answer is about to change."""
        self.drawn_at, self._changing = inf, True

    def release_keys(self) -> None:
        """Heed the keys pressed after the next drawing."""
        self._changing = False
        self.call_after_refresh(self._drawn)

    def on_screen_resume(self) -> None:
        """What a screen on top was to call after a refresh is lost with it, so ask again."""
        if self.drawn_at == inf and not self._changing:
            self.release_keys()

    def _drawn(self) -> None:
        self.drawn_at = Message().time
        self.refresh_bindings()


def host_of(screen: Screen[T]) -> Host:
    """The app, as screens know it."""
    return cast(Host, screen.app)

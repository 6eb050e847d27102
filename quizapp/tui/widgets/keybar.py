"""The keys that do something now, always in sight: at most two lines at the foot of every screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.screens.base import KeyScreen

GAPS = ("   ", "  ")
LINES = 2
KEPT = 3
KEY = "quizapp-key"


class KeyBar(Widget):
    """Draws the screen's bindings in their order; where they do not fit, those in the middle give way."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width)) or 1

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def on_click(self, event: Click) -> None:
        press(self.app, event)

    def _changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh(layout=True)

    def _lines(self, width: int) -> list[Content]:
        keys = (self._key(binding) for binding in shown(self.screen))
        return packed([key for key in keys if key is not None], width)

    def _key(self, binding: Binding) -> Content | None:
        key, label = self.app.get_key_display(binding), binding.description
        if isinstance(self.screen, KeyScreen):
            key, label = self.screen.key_words(binding)
        if not label:
            return None
        text = Content.assemble((key, "bold $text-accent"), f" {label}")
        return pressing(text, binding.key)


def pressing(text: Content, key: str) -> Content:
    """The text, which stands for a key when the mouse clicks it."""
    return text.stylize(Style.from_meta({KEY: key}))


def press(app: App[object], event: Click) -> None:
    """Press the key that the clicked text stands for, if any."""
    key = event.style.meta.get(KEY)
    if key:
        app.simulate_key(key)


def shown(screen: Screen[object]) -> list[Binding]:
    """The bindings to show now: one key for each action."""
    active = (each.binding for each in screen.active_bindings.values() if each.enabled)
    first: dict[tuple[str | None, str], Binding] = {}
    for binding in active:
        if binding.show:
            first.setdefault((binding.id, binding.action), binding)
    return list(first.values())


def packed(keys: Sequence[Content], width: int, kept: int = KEPT) -> list[Content]:
    """The keys on at most LINES lines; where they do not fit, those before the last `kept` give way."""
    fitting = list(keys)
    while True:
        for gap in GAPS:
            if len(lines := laid_out(fitting, width, gap)) <= LINES:
                return lines
        if len(fitting) <= kept:
            return lines[:LINES]
        del fitting[-kept - 1]


def laid_out(pieces: Sequence[Content], width: int, gap: str) -> list[Content]:
    """The pieces side by side on as many lines as they need, with the gap between; none is broken."""
    lines: list[Content] = []
    for piece in pieces:
        if lines and lines[-1].cell_length + len(gap) + piece.cell_length <= width:
            lines[-1] = lines[-1] + gap + piece
        else:
            lines.append(piece)
    return lines

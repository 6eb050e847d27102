"""The keys that do something now, always in sight: at most two lines at the foot of every screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.screens.base import KeyScreen

GAP = "   "
LINES = 2


class KeyBar(Widget):
    """Draws the screen's bindings in their order; what does not fit is left to `?`, which always fits."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width)) or 1

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def _changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh(layout=True)

    def _lines(self, width: int) -> list[Content]:
        return packed([self._key(binding) for binding in shown(self.screen)], width)

    def _key(self, binding: Binding) -> Content:
        key, label = self.app.get_key_display(binding), binding.description
        if isinstance(self.screen, KeyScreen):
            key, label = self.screen.key_words(binding)
        text = Content.assemble((key, "bold $footer-key-foreground"), f" {label}")
        return text.stylize(Style.from_meta({"@click": f"app.simulate_key('{binding.key}')"}))


def shown(screen: Screen[object]) -> list[Binding]:
    """The bindings to show now: one key for each action."""
    active = (each.binding for each in screen.active_bindings.values() if each.enabled)
    first: dict[tuple[str | None, str], Binding] = {}
    for binding in active:
        if binding.show:
            first.setdefault((binding.id, binding.action), binding)
    return list(first.values())


def packed(keys: Sequence[Content], width: int) -> list[Content]:
    """The keys on at most LINES lines; the last key is kept when others have to go."""
    lines = [Content("")]
    *most, last = keys or [Content("")]
    for key in (*most, last):
        reserve = last.cell_length + len(GAP) if len(lines) == LINES and key is not last else 0
        joined = lines[-1] + (GAP if lines[-1] else "") + key
        if joined.cell_length + reserve <= width or not lines[-1]:
            lines[-1] = joined
        elif len(lines) < LINES:
            lines.append(key)
    return lines

"""Containers that scroll: one that takes keys, and one that leaves them to what it holds."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll


class Page(VerticalScroll, inherit_bindings=False):
    """Scrolls with the arrow keys while it has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", "Scroll up", id="page.up", show=False),
        Binding("down,j", "scroll_down", "Scroll down", id="page.down", show=False),
        Binding("pageup", "page_up", "Page up", id="page.page_up", show=False),
        Binding("pagedown", "page_down", "Scroll", id="page.page_down"),
        Binding("home", "scroll_home", "To the top", id="page.top", show=False),
        Binding("end", "scroll_end", "To the end", id="page.end", show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key that scrolls on is shown where there is more to see."""
        return action != "page_down" or self.max_scroll_y > 0


class Frame(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls by mouse, or when what it holds moves its cursor."""

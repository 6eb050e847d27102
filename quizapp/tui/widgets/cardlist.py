"""A list of any length of which only the lines in sight are read and drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from quizapp.core.card import CardKey

Draw = Callable[[CardKey, int], Content]


class CardList(ScrollView, can_focus=True):
    """One line a card, under a cursor; `draw(key, width)` gives a line of those in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", id="browse.up", show=False),
        Binding("down,j", "move(1)", "Down", id="browse.down", show=False),
        Binding("pageup", "page(-1)", "Page up", id="browse.page_up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="browse.page_down", show=False),
        Binding("home", "jump(0)", "First", id="browse.first", show=False),
        Binding("end", "jump(-1)", "Last", id="browse.last", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    class Moved(Message):
        """The cursor stands on another card."""

    def __init__(self, draw: Draw, *, id_: str | None = None) -> None:
        super().__init__(id=id_)
        self._keys: Sequence[CardKey] = ()
        self._draw = draw
        self._line = lru_cache(maxsize=512)(self._read)

    @property
    def key(self) -> CardKey | None:
        """The card under the cursor."""
        return self._keys[self.cursor] if self._keys else None

    def show(self, keys: Sequence[CardKey]) -> None:
        """Show these cards; the cursor stays at its place if there still is one."""
        self._keys = keys
        self.virtual_size = Size(0, len(keys))
        self.cursor = max(0, min(self.cursor, len(keys) - 1))
        self.redraw()

    def redraw(self) -> None:
        """Read the lines in sight again."""
        self._line.cache_clear()
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self, event: Resize) -> None:
        self._line.cache_clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self.visual_style
        if index >= len(self._keys) or width <= 0:
            return Strip.blank(max(0, width), base.rich_style)
        here = index == self.cursor
        line = Content("▸ " if here else "  ") + self._line(index, width - 2)
        style = base + Style.parse("bold") if here else base
        if here:
            line = line.stylize_before("$row-cursor")
        segments = line.extend_right(max(0, width - line.cell_length)).render_segments(style)
        return Strip(segments).adjust_cell_length(width, base.rich_style)

    def watch_cursor(self) -> None:
        self.post_message(self.Moved())
        self.refresh()

    def on_click(self, event: Click) -> None:
        index = event.y + self.scroll_offset.y
        if index < len(self._keys):
            self.cursor = index

    def action_move(self, by: int) -> None:
        self._to(self.cursor + by)

    def action_page(self, by: int) -> None:
        self._to(self.cursor + by * max(1, self.size.height - 1))

    def action_jump(self, to: int) -> None:
        self._to(to % len(self._keys) if self._keys else 0)

    def _to(self, index: int) -> None:
        self.cursor = max(0, min(index, len(self._keys) - 1))
        top, height = self.scroll_offset.y, self.size.height
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, immediate=True)

    def _read(self, index: int, width: int) -> Content:
        return self._draw(self._keys[index], width)

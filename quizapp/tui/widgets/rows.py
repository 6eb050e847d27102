"""Lines drawn by one widget, each a lead (number, sign, label) and a text that wraps beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

NARROWEST = 8
NOTHING = Content("")


@dataclass(frozen=True, slots=True)
class Row:
    """`lead` keeps its width on every line; `tail` goes at the end of the text, after two spaces."""

    lead: Content
    text: Content
    tail: Content = NOTHING


BLANK = Row(NOTHING, NOTHING)


def line_of(text: Content) -> Row:
    """A row without a lead."""
    return Row(NOTHING, text)


def labelled(label: str, text: Content, width: int = 9) -> Row:
    """A row whose lead is a quiet label."""
    return Row(Content.styled(label.ljust(width), "dim"), text)


class Lines(Widget):
    """Rows to read, each wrapped beside its lead; `say` shows others."""

    indent_by = 0

    def __init__(self, *, id_: str | None = None) -> None:
        super().__init__(id=id_)
        self._rows: tuple[Row, ...] = ()
        self.cursor = -1

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def say(self, rows: Sequence[Row]) -> None:
        """Show these rows; none of them take no room."""
        self._rows = tuple(rows)
        self.display = bool(rows)
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._height(width)

    def render(self) -> Content:
        return Content("\n").join(line for index in range(len(self._rows)) for line in self._lines(index))

    def _height(self, width: int) -> int:
        return sum(len(self._lines(index, width)) for index in range(len(self._rows)))

    def _lines(self, index: int, width: int = 0) -> list[Content]:
        row = self._rows[index]
        width = width or self.size.width
        here = index == self.cursor
        indent = row.lead.cell_length + self.indent_by
        body = row.text + Content("  ") + row.tail if row.tail else row.text
        wrapped = body.wrap(max(NARROWEST, width - indent)) or [Content("")]
        first = Content.assemble(("▸ " if here else "  ")[: self.indent_by], row.lead, wrapped[0])
        lines = [first, *(Content.assemble(" " * indent, line) for line in wrapped[1:])]
        if not here:
            return lines
        return [_padded(line, width).stylize_before("$row-cursor") for line in lines]


class Rows(Lines, can_focus=True):
    """Rows to choose from under a cursor, which is -1 when it stands nowhere; the owner moves it."""

    indent_by = 2

    class Chosen(Message):
        """The mouse clicked a row."""

        def __init__(self, rows: Rows, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> Rows:
            return self.rows

    def __init__(self, *, id_: str | None = None, focusable: bool = True) -> None:
        super().__init__(id_=id_)
        self.can_focus = focusable

    def draw(self, rows: Sequence[Row], cursor: int = -1) -> None:
        """Show these rows; only a change of height costs a new layout."""
        before = self._height(self.size.width)
        self._rows, self.cursor = tuple(rows), cursor
        self.refresh(layout=before != self._height(self.size.width))
        if cursor >= 0 and self.is_attached:
            self.call_after_refresh(self._show_cursor)

    def on_click(self, event: Click) -> None:
        top = 0
        for index in range(len(self._rows)):
            top += len(self._lines(index))
            if event.y < top:
                self.post_message(self.Chosen(self, index))
                return

    def _show_cursor(self) -> None:
        if not 0 <= self.cursor < len(self._rows):
            return
        top = sum(len(self._lines(index)) for index in range(self.cursor))
        line = Region(0, top, self.size.width, len(self._lines(self.cursor)))
        for ancestor in self.ancestors:
            if isinstance(ancestor, Widget) and ancestor.allow_vertical_scroll:
                offset = self.region.offset - ancestor.content_region.offset + ancestor.scroll_offset
                ancestor.scroll_to_region(line.translate(offset), animate=False, force=True)
                return


def _padded(line: Content, width: int) -> Content:
    return line.extend_right(max(0, width - line.cell_length))

"""The queue of a review beside the draft at hand, for screens that are wide enough."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from quizapp.core.question import QuestionId
from quizapp.services.sighting import Entry
from quizapp.tui.widgets.draftrows import queue_line
from quizapp.tui.widgets.literal import one_line


class DraftQueue(Widget):
    """One line a draft, under the headings of their sections; only the lines in sight are drawn."""

    class Chosen(Message):
        """The mouse clicked a draft."""

        def __init__(self, id_: QuestionId) -> None:
            super().__init__()
            self.draft = id_

    def __init__(self) -> None:
        super().__init__()
        self._queue: tuple[Entry, ...] = ()
        self._place = -1

    def show(self, queue: tuple[Entry, ...], place: int) -> None:
        """Show this queue with the cursor at `place`, -1 for nowhere."""
        self._queue, self._place = queue, place
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        drawn = []
        for line in self._window():
            if isinstance(line, str):
                drawn.append(one_line(line).stylize("dim italic").truncate(width, ellipsis=True))
                continue
            entry = self._queue[line]
            here = line == self._place
            text = Content("▸" if here else " ") + queue_line(entry, width - 1)
            drawn.append(
                text.extend_right(max(0, width - text.cell_length)).stylize_before("bold $row-cursor")
                if here
                else text
            )
        return Content("\n").join(drawn)

    def on_click(self, event: Click) -> None:
        lines = self._window()
        place = event.get_content_offset(self)
        if place is not None and place.y < len(lines) and not isinstance(line := lines[place.y], str):
            self.post_message(self.Chosen(self._queue[line].id))

    def _window(self) -> list[int | str]:
        """Places in the queue and headings, as many as fit, around the cursor."""
        height = max(1, self.size.height)
        start = max(0, self._place - height // 2)
        lines: list[int | str] = []
        section: int | None = None
        for place in range(start, len(self._queue)):
            entry = self._queue[place]
            if entry.section != section:
                section = entry.section
                lines.append(entry.heading or "Beginning")
            lines.append(place)
            if len(lines) >= height:
                break
        return lines[:height]

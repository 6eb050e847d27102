"""The decks on Home: one line each, with what is waiting in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content

from quizapp.core.question import DeckId
from quizapp.services.progress import Agenda, Waiting
from quizapp.tui.widgets.literal import one_line
from quizapp.tui.widgets.rows import Row, Rows

COLUMNS = (("due", 6), ("learning", 10), ("new", 6), ("minutes", 9))
NARROW = (("due", 5), ("new", 5), ("min", 5))
WIDE = 56


class DeckTable(Rows):
    """The line of all decks and a line for each deck, under a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", id="home.up", show=False),
        Binding("down,j", "move(1)", "Down", id="home.down", show=False),
        Binding("home", "jump(0)", "First", id="home.first", show=False),
        Binding("end", "jump(-1)", "Last", id="home.last", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._agenda: Agenda | None = None
        self._width = 80

    @property
    def deck(self) -> DeckId | None:
        """The deck under the cursor; None on the line of all decks."""
        if self._agenda is None or self.cursor <= 0:
            return None
        return self._agenda.decks[self.cursor - 1].deck.id

    def show(self, agenda: Agenda, width: int) -> None:
        """Draw what is waiting in `width` cells; the cursor stays where it is."""
        self._agenda, self._width = agenda, width
        self._redraw(self.cursor)

    def action_move(self, by: int) -> None:
        self._redraw((self.cursor + by) % len(self.rows))

    def action_jump(self, to: int) -> None:
        self._redraw(to % len(self.rows))

    def _redraw(self, cursor: int) -> None:
        if self._agenda is None:
            return
        width = self._width - 2
        lines = [("All decks", 0, self._agenda.all)]
        lines += [(line.deck.title, line.deck.broken, line.waiting) for line in self._agenda.decks]
        rows = [Row(Content(""), table_line(*line, width)) for line in lines]
        self.draw(rows, min(max(cursor, 0), len(rows) - 1))


def heading(width: int) -> Content:
    """The line above the table, two cells to the right like its rows."""
    columns = columns_for(width - 2)
    names = "".join(f"{name:>{size}}" for name, size in columns)
    room = max(4, width - 2 - cell_len(names))
    return Content.styled("  " + "Deck".ljust(room) + names, "dim")


def columns_for(width: int) -> Sequence[tuple[str, int]]:
    return COLUMNS if width >= WIDE else NARROW


def table_line(title: str, broken: int, waiting: Waiting, width: int) -> Content:
    """A deck's title and figures in columns; "!" and the number of problems after a title with any."""
    columns = columns_for(width)
    figures = {"due": waiting.due, "learning": waiting.learning, "new": waiting.new}
    if columns is NARROW:
        figures["due"] += waiting.learning
    minutes = f"{max(1, round(waiting.minutes))}" if waiting.cards else ""
    texts = {name: str(number or "·") for name, number in figures.items()}
    cells = [f"{texts.get(name, minutes):>{size}}" for name, size in columns]
    room = max(4, width - sum(size for _, size in columns))
    mark = Content.styled(f" ! {broken}", "bold $text-warning") if broken else Content("")
    name = one_line(title).truncate(max(3, room - mark.cell_length - 1), ellipsis=True) + mark
    line = name + Content(" " * max(1, room - name.cell_length)) + "".join(cells)
    return line if waiting.cards else line.stylize("dim")

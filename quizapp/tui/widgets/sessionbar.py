"""The head of a session: which deck, how far, how much is left."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from quizapp.core.event import Kind
from quizapp.core.step import Asking
from quizapp.core.wording import kind_name, minutes
from quizapp.tui.widgets.literal import one_line, plain

ROOMY = 72


class SessionBar(Widget):
    """One line of text and one of progress."""

    def __init__(self) -> None:
        super().__init__()
        self._asking: Asking | None = None

    def show(self, asking: Asking) -> None:
        self._asking = asking
        self.refresh()

    def render(self) -> Content:
        if self._asking is None:
            return Content("")
        width = self.size.width
        return Content("\n").join([headline(self._asking, width), progress_line(self._asking, width)])


def headline(asking: Asking, width: int) -> Content:
    """Deck and type on the left, what is left on the right; the deck's title gives way."""
    right = left_to_do(asking, roomy=width >= ROOMY)
    kind = f" · {kind_name(asking.card.question)}" if width >= ROOMY else ""
    practice = plain("Practice · " if asking.kind is Kind.PRACTICE else "", "bold $text-warning")
    room = width - right.cell_length - practice.cell_length - len(kind) - 2
    title = one_line(asking.deck_title).truncate(max(4, room), ellipsis=True).stylize("bold")
    left = Content.assemble(practice, title, (kind, "dim"))
    return left + Content(" " * max(1, width - left.cell_length - right.cell_length)) + right


def left_to_do(asking: Asking, *, roomy: bool) -> Content:
    """ "3 new · 1 learning · 5 due · about 4 min", or just the number left."""
    counts = asking.counts
    kinds = ((counts.new, "new"), (counts.learning, "learning"), (counts.review, "due"))
    parts = [f"{count} {name}" for count, name in kinds if count] if roomy else [f"{counts.left} left"]
    return Content.styled(" · ".join([*parts, minutes(counts.minutes)]), "dim")


def progress_line(asking: Asking, width: int) -> Content:
    """A heavy line for what is done, a light one for what is left."""
    counts = asking.counts
    whole = counts.answered + counts.left
    done = round(width * counts.answered / whole) if whole else width
    return Content.assemble(("━" * done, "$primary"), ("─" * (width - done), "$foreground 25%"))

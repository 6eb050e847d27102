"""History: every answer to one question, and how its memory fades."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize

from quizapp.core.card import CardKey
from quizapp.core.mastery import CURVE_MEANS
from quizapp.errors import QuizappError
from quizapp.services.columns import shortened
from quizapp.services.history import CardHistory, QuestionHistory
from quizapp.services.historywording import ANSWER, answer_rows, curve_rows, standing_text
from quizapp.services.plots import forgetting_chart
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.progressparts import columns, room
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, one_line, plain
from quizapp.tui.widgets.page import Page


class HistoryScreen(KeyScreen[None]):
    """Reads once when it is opened."""

    title_of_keys = "Keys of History"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "app.pop_screen", "Back", id="history.back"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def __init__(self, card: CardKey) -> None:
        super().__init__()
        self._card = card
        self._found: QuestionHistory | None = None

    def compose(self) -> ComposeResult:
        with Page(id="page"), Vertical(id="column"):
            yield Literal("History", classes="title")
            yield Literal(id_="cards")
            yield Literal(CURVE_MEANS, classes="quiet")
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#page").focus()
        try:
            self._found = self.host.services.history(self._card)
        except QuizappError as error:
            self.query_one("#notice", Literal).say(f"{error} {error.fix}".strip())
            return
        self._draw(self._found)

    def on_resize(self, event: Resize) -> None:
        if self._found is not None:
            self._draw(self._found)

    def _draw(self, found: QuestionHistory) -> None:
        self.query_one("#cards", Literal).say(history_text(found, room(self.size.width)))


def history_text(found: QuestionHistory, width: int) -> Content:
    """The question, and below it each of its cards; charts at most `width` columns wide."""
    parts = [one_line(found.label).stylize("bold")]
    for each in found.cards:
        if len(found.cards) > 1:
            parts += [Content(""), plain(str(each.card), "dim")]
        parts += _card(each, width)
    return Content("\n").join(parts)


def _card(each: CardHistory, width: int) -> Iterator[Content]:
    yield plain(standing_text(each))
    if each.answers:
        yield Content("")
        yield from columns(shortened(answer_rows(each.answers), ANSWER, width))
    if each.curve:
        yield Content("")
        yield from (plain(line) for line in forgetting_chart(each.curve, width))
        yield from columns(curve_rows(each.curve), width)

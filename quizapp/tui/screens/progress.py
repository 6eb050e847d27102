"""Progress: today, streak, a year of days, and what is coming."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize

from quizapp.core.report import CALENDAR_MEANS, FORECAST_MEANS, STREAK_MEANS
from quizapp.core.wording import minutes, percent, plural, streak
from quizapp.errors import QuizappError
from quizapp.tui.engine import Overview
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.widgets.calendar import bars, squares
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, plain
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.rows import Lines, Row, labelled

YEAR_OF_WEEKS = 53
DAYS_AHEAD = 14
MARGIN = 12


class ProgressScreen(KeyScreen[None]):
    """Reads once when it is opened."""

    title_of_keys = "Keys of Progress"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "app.pop_screen", "Back", id="progress.back"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._overview: Overview | None = None

    def compose(self) -> ComposeResult:
        with Page(id="page"), Vertical(id="column"):
            yield Literal("Progress", classes="title")
            yield Lines(id_="figures")
            yield Literal(id_="calendar")
            yield Literal(id_="coming")
            yield Literal(f"{STREAK_MEANS}\n{CALENDAR_MEANS}\n{FORECAST_MEANS}", classes="quiet")
        with Vertical(id="foot"):
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#page").focus()
        try:
            self._overview = self.host.services.overview(7 * YEAR_OF_WEEKS, DAYS_AHEAD)
        except QuizappError as error:
            self.query_one("#coming", Literal).say(f"{error} {error.fix}".strip())
            return
        self._draw(self._overview)

    def on_resize(self, event: Resize) -> None:
        if self._overview is not None:
            self._draw(self._overview)

    def _draw(self, overview: Overview) -> None:
        day = overview.agenda.study_day
        weeks = max(4, min(YEAR_OF_WEEKS, self.size.width - MARGIN))
        self.query_one("#figures", Lines).say(figures(overview))
        self.query_one("#calendar", Literal).say(squares(overview.days, day, weeks))
        heading = Content.styled("Coming\n", "bold")
        self.query_one("#coming", Literal).say(heading + bars(overview.forecast, day))


def figures(overview: Overview) -> list[Row]:
    """Today and the streak in sentences."""
    today, going = overview.today, overview.streak
    done = "Nothing answered yet."
    if today.share_right is not None:
        done = (
            f"{plural(today.answers, 'answer')}, {today.right} right ({percent(today.share_right)}), "
            f"{today.new} new, {today.review} reviewed, {today.practice} practised, {minutes(today.minutes)}."
        )
    best = f" Best: {plural(going.best, 'day')}." if going.best > going.length else ""
    return [
        labelled("Today", plain(done)),
        labelled("", plain(f"{streak(going.length, going.studied_today)}{best}")),
    ]

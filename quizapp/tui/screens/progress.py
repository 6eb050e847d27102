"""Progress: today, streak, a year of days, what is coming, and every section of the report."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize

from quizapp.core.event import Kind
from quizapp.core.question import DeckId
from quizapp.core.report import CALENDAR_MEANS, FORECAST_MEANS, STREAK_MEANS
from quizapp.core.step import SessionRequest
from quizapp.core.wording import minutes, percent, plural, streak
from quizapp.errors import QuizappError
from quizapp.services.reporting import LearnerReport, drill
from quizapp.tui.engine import Overview
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.progressparts import definitions, room, sections
from quizapp.tui.widgets.calendar import bars, squares
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, one_line, plain
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.rows import Lines, Row, labelled

YEAR_OF_WEEKS = 53
DAYS_AHEAD = 14
MARGIN = 12


class ProgressScreen(KeyScreen[None]):
    """Reads once when it is opened."""

    title_of_keys = "Keys of Progress"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "drill", "Drill weak spots", id="progress.drill"),
        Binding("right_square_bracket,n", "deck(1)", "Next deck", id="progress.next_deck"),
        Binding("left_square_bracket,N", "deck(-1)", "Deck before", id="progress.deck_before", show=False),
        Binding("escape,q", "app.pop_screen", "Back", id="progress.back"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._overview: Overview | None = None
        self._report: LearnerReport | None = None
        self._deck: DeckId | None = None

    def compose(self) -> ComposeResult:
        with Page(id="page"), Vertical(id="column"):
            yield Literal("Progress", classes="title")
            yield Lines(id_="figures")
            yield Literal(id_="calendar")
            yield Literal(id_="coming")
            yield Literal(id_="whose", classes="title")
            yield Literal(id_="sections")
            yield Literal(
                f"{STREAK_MEANS}\n{CALENDAR_MEANS}\n{FORECAST_MEANS}\n{definitions()}", classes="quiet"
            )
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#page").focus()
        try:
            self._overview = self.host.services.overview(7 * YEAR_OF_WEEKS, DAYS_AHEAD)
        except QuizappError as error:
            self.query_one("#coming", Literal).say(f"{error} {error.fix}".strip())
            return
        self._draw(self._overview)
        # The rest is read when this much is drawn: it takes longer where there are very many cards.
        self.call_after_refresh(self._read_report)

    def _read_report(self) -> None:
        try:
            self._report = self.host.services.report(self._deck)
        except QuizappError as error:
            self._say(f"{error} {error.fix}".strip())
            return
        self._draw_report(self._report)
        self.refresh_bindings()

    def action_deck(self, by: int) -> None:
        """Narrow the sections to the next deck, and after the last to all again."""
        decks = [None, *(each.id for each in self.host.services.decks())]
        at = decks.index(self._deck) if self._deck in decks else 0
        self._deck = decks[(at + by) % len(decks)]
        self._read_report()
        whose = self.query_one("#whose", Literal)
        if whose.region.y >= self.query_one("#page").region.bottom:
            # Else the key would change nothing that can be seen.
            whose.scroll_visible(top=True, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "drill":
            return self._report is not None and bool(drill(self._report.weak))
        return True

    def action_drill(self) -> None:
        """Practise the cards of the lists of weak spots."""
        if self._report is None:
            return
        try:
            said = self.host.study(SessionRequest(kind=Kind.PRACTICE, cards=drill(self._report.weak)))
        except QuizappError as error:
            said = f"{error} {error.fix}".strip()
        self._say(said)

    def _say(self, text: str) -> None:
        self.query_one("#notice", Literal).say(text)

    def on_resize(self, event: Resize) -> None:
        if self._overview is not None:
            self._draw(self._overview)
        if self._report is not None:
            self._draw_report(self._report)

    def _draw_report(self, report: LearnerReport) -> None:
        title = next((each.title for each in self.host.services.decks() if each.id == self._deck), None)
        self.query_one("#whose", Literal).say(plain("All decks") if title is None else one_line(title))
        self.query_one("#sections", Literal).say(sections(report, room(self.size.width)))

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

"""Home: the decks, what is waiting, and where the learner stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize

from quizapp.core.event import Kind, LearnerId
from quizapp.core.examlog import Beginning
from quizapp.core.examwording import time_left
from quizapp.core.question import DeckId
from quizapp.core.step import SessionRequest
from quizapp.core.studyplan import Readiness
from quizapp.core.wording import minutes, plural
from quizapp.core.wording import streak as streak_in_words
from quizapp.errors import QuizappError
from quizapp.tui.engine import ExamWish, Overview
from quizapp.tui.planning import PlanFacts
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.learners import LearnersScreen
from quizapp.tui.screens.plan import PlanScreen
from quizapp.tui.screens.planparts import home_rows
from quizapp.tui.screens.progress import ProgressScreen
from quizapp.tui.screens.settings import SettingsScreen
from quizapp.tui.widgets.calendar import few, strip
from quizapp.tui.widgets.decktable import DeckTable, heading
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, one_line, plain
from quizapp.tui.widgets.page import Frame
from quizapp.tui.widgets.rows import Lines, Row, Rows, labelled

WEEKS = 5
DAYS_BACK = 400
DAYS_AHEAD = 8


class HomeScreen(KeyScreen[None]):
    """Where the app begins and every session ends."""

    title_of_keys = "Keys at Home"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Study", id="home.study"),
        Binding("s", "study_all", "Study all", id="home.study_all"),
        Binding("c", "resume", "Continue", id="home.resume"),
        Binding("p", "practise", "Practise", id="home.practise"),
        Binding("b", "browse", "Browse", id="home.browse"),
        Binding("x", "exam", "Exam", id="home.exam"),
        Binding("r", "progress", "Progress", id="home.progress"),
        Binding("t", "plan", "Plan", id="home.plan"),
        Binding("L", "learners", "Learner", id="home.learners"),
        Binding("comma", "settings", "Settings", id="home.settings"),
        Binding("q", "app.quit", "Quit", id="app.leave"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._overview: Overview | None = None
        self._facts: PlanFacts | None = None
        self._figures: Mapping[DeckId, Readiness] = {}
        self._reckoned_for: LearnerId | None = None

    def compose(self) -> ComposeResult:
        yield Literal(id_="masthead")
        with Vertical(id="home"):
            yield Literal(id_="lead")
            yield Literal(id_="heading")
            with Frame(id="decks"):
                yield DeckTable()
            yield Lines(id_="standing")
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(DeckTable).focus()

    def on_screen_resume(self) -> None:
        self.look()

    def on_resize(self, event: Resize) -> None:
        if self._overview is not None:
            self._draw(self._overview)

    def look(self) -> None:
        """Read decks and progress again and draw them."""
        services = self.host.services
        try:
            self.say("\n".join(services.refresh()))
            self._overview = services.overview(DAYS_BACK, DAYS_AHEAD)
            self._facts = services.planner().facts()
            if self._figures and self._reckoned_for != services.learner.id:
                self._figures = {}
        except QuizappError as error:
            self.say(f"{error} {error.fix}".strip())
            return
        self._draw(self._overview)
        self.refresh_bindings()
        if self._facts.exams:
            # What is expected at an exam is reckoned when the rest is drawn.
            self.call_after_refresh(self._reckon, self._facts)

    def _reckon(self, facts: PlanFacts) -> None:
        try:
            self._figures = self.host.services.planner().quick_figures(facts)
            self._reckoned_for = self.host.services.learner.id
        except QuizappError as error:
            self.say(f"{error} {error.fix}".strip())
            return
        if self._overview is not None and self.is_current:
            self._draw(self._overview)

    def say(self, text: str) -> None:
        self.query_one("#notice", Literal).say(text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "resume":
            return self._overview is not None and self._overview.resumable
        return True

    def _draw(self, overview: Overview) -> None:
        width = min(self.size.width, 100) - 4
        name, day = self.host.services.learner.name, date.fromordinal(overview.agenda.study_day)
        self.query_one("#masthead", Literal).say(masthead(name, day, self.size.width))
        exams = exam_lines(overview.exams, self.host.services.now())
        self.query_one("#lead", Literal).say(exams + lead(overview, str(self.host.services.paths.decks)))
        self.query_one("#heading", Literal).say(heading(width) if overview.agenda.decks else "")
        table = self.query_one(DeckTable)
        table.display = bool(overview.agenda.decks)
        table.show(overview.agenda, width)
        planned: list[Row] = []
        if self._facts is not None:
            planned = home_rows(self._facts, overview.agenda, self._figures, width)
        self.query_one("#standing", Lines).say([*planned, *standing(overview)])

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        table = self.query_one(DeckTable)
        if event.index == table.cursor:
            self.action_begin()
        else:
            table.action_jump(event.index)

    def action_begin(self) -> None:
        self._study(SessionRequest(decks=self._chosen()))

    def action_study_all(self) -> None:
        self._study(SessionRequest())

    def action_practise(self) -> None:
        self._study(SessionRequest(kind=Kind.PRACTICE, decks=self._chosen()))

    def action_resume(self) -> None:
        self._try(self.host.resume)

    def action_browse(self) -> None:
        if self._overview is not None and self._overview.agenda.decks:
            deck = self.query_one(DeckTable).deck or self._overview.agenda.decks[0].deck.id
            self.app.push_screen(BrowseScreen(deck))

    def action_exam(self) -> None:
        """Go on with the exam that is under way, or take that of the marked deck."""
        under_way = self._overview.exams if self._overview is not None else ()
        chosen = (*(exam.deck for exam in under_way), *self._chosen())
        if chosen:
            self._try(lambda: self.host.take_exam(ExamWish(chosen[0])))
        else:
            self.say("Mark the deck whose exam you want to take, then press x.")

    def action_progress(self) -> None:
        self.app.push_screen(ProgressScreen())

    def action_plan(self) -> None:
        self.app.push_screen(PlanScreen())

    def action_learners(self) -> None:
        self.app.push_screen(LearnersScreen())

    def action_settings(self) -> None:
        self.app.push_screen(SettingsScreen())

    def _chosen(self) -> tuple[DeckId, ...]:
        deck = self.query_one(DeckTable).deck
        return (deck,) if deck else ()

    def _study(self, request: SessionRequest) -> None:
        settings = self.host.services.settings
        self._try(
            lambda: self.host.study(
                SessionRequest(
                    kind=request.kind,
                    decks=request.decks,
                    max_cards=settings.session_cards,
                    max_minutes=settings.session_minutes,
                )
            )
        )

    def _try(self, act: Callable[[], str]) -> None:
        try:
            said = act()
        except QuizappError as error:
            said = f"{error} {error.fix}".strip()
        if said:
            self.say(said)


def masthead(name: str, day: date, width: int) -> Content:
    """The program's name on the left, the learner and the study day on the right."""
    right = plain(f"{name} · {day:%a} {day.day} {day:%B}", "dim")
    left = Content.styled("quizapp", "bold $primary")
    return left + Content(" " * max(2, width - 4 - left.cell_length - right.cell_length)) + right


def exam_lines(exams: tuple[Beginning, ...], now: datetime) -> Content:
    """The exam that is under way, since its clock runs."""
    if not exams:
        return Content("")
    title = one_line(exams[0].title).stylize("bold")
    time = f", {time_left(exams[0].deadline, now)}"
    return Content.assemble(("An exam is under way: ", "bold"), title, time, ". x goes on with it.\n")


def lead(overview: Overview, folder: str) -> Content:
    """The one thing to do now."""
    waiting = overview.agenda.all
    if not overview.agenda.decks:
        words = f"Put a deck (a YAML file) into {folder}, or write one with: quizapp new"
        return Content.assemble(("No decks yet.\n", "bold"), words)
    if waiting.cards:
        words = f"{plural(waiting.cards, 'card')} for today, {minutes(waiting.minutes)}."
        resume = " A session is open: c continues it." if overview.resumable else ""
        return Content.assemble((words, "bold"), f"{resume} Enter studies the marked line.")
    coming = next((day for day in overview.forecast[1:] if day.due), None)
    ahead = ""
    if coming is not None:
        distance = coming.study_day - overview.agenda.study_day
        when = "tomorrow" if distance == 1 else f"in {distance} days"
        ahead = f"{plural(coming.due, 'card')} due {when}. "
    practise = "p practises, without touching the schedule."
    return Content.assemble(("Nothing is due now. ", "bold"), f"{ahead}{practise}")


def standing(overview: Overview) -> list[Row]:
    """Today and the streak, the last weeks, the coming days."""
    today, day = overview.today, overview.agenda.study_day
    done = "nothing yet"
    if today.answers:
        done = f"{today.answers} answered, {today.right} right, {minutes(today.minutes)}"
    going = streak_in_words(overview.streak.length, overview.streak.studied_today)
    days = overview.forecast[1:]
    coming = few(days, day) if any(each.due for each in days) else plain("nothing due in the next days")
    return [
        labelled("Today", plain(f"{done}. {going}")),
        labelled("Weeks", strip(overview.days, day, WEEKS)),
        labelled("Coming", coming),
    ]

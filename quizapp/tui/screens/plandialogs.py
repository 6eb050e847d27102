"""Dialogs of the plan: the day of an exam, and how to catch up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from quizapp.core.catchup import CatchUp, CatchUpCourse
from quizapp.core.planwording import ends_text, short_date
from quizapp.core.question import DeckId
from quizapp.core.wording import minutes, plural
from quizapp.errors import QuizappError
from quizapp.tui.planning import Planner
from quizapp.tui.widgets.answerinput import AnswerInput
from quizapp.tui.widgets.literal import Literal, one_line, plain
from quizapp.tui.widgets.page import Frame
from quizapp.tui.widgets.rows import Row, Rows

_MOVES: list[BindingType] = [
    Binding("up", "move(-1)", "Up", id="plan.up"),
    Binding("down", "move(1)", "Down", id="plan.down"),
    Binding("enter", "proceed", "Choose", id="plan.choose"),
    Binding("escape", "dismiss(False)", "Back", id="plan.leave"),
]


class _Choosing(ModalScreen[bool]):
    """Rows to choose from; gives whether anything was changed."""

    BINDINGS: ClassVar[list[BindingType]] = _MOVES

    def __init__(self, planner: Planner) -> None:
        super().__init__()
        self.planner = planner

    def rows(self) -> Sequence[Row]:
        """What can be chosen."""
        raise NotImplementedError

    def act(self, place: int) -> None:
        """Do what the chosen row says; a QuizappError is told."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self._draw(0)

    def action_move(self, by: int) -> None:
        self._draw((self.query_one(Rows).cursor + by) % max(1, len(self.rows())))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self._draw(event.index)

    def action_proceed(self) -> None:
        if not self.rows():
            self.dismiss(False)
            return
        try:
            self.act(self.query_one(Rows).cursor)
        except QuizappError as error:
            self.query_one("#notice", Literal).say(f"{error} {error.fix}".strip())
            return
        self.dismiss(True)

    def _draw(self, cursor: int) -> None:
        self.query_one(Rows).draw(self.rows(), cursor)


class ExamDateScreen(_Choosing):
    """The decks with their exam dates, and a line for another date of the marked deck."""

    def __init__(self, planner: Planner) -> None:
        super().__init__(planner)
        self._decks = tuple(planner.decks())
        self._dates = planner.dates()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Literal("When is the exam?", classes="title")
            with Frame(classes="choices"):
                yield Rows(focusable=False)
            yield AnswerInput(placeholder="2026-12-11, 11 December, Friday, in 19 days")
            yield Literal(id_="notice")
            yield Literal(
                "Up, down: another deck · Enter sets the date, an empty line takes it back · Escape: back",
                classes="quiet",
            )

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(AnswerInput).focus()

    def rows(self) -> Sequence[Row]:
        return [Row(Content(""), one_line(each.title), self._tail(each.id)) for each in self._decks]

    def act(self, place: int) -> None:
        self.planner.set_date(self._decks[place].id, self.query_one(AnswerInput).value)

    def _tail(self, deck: DeckId) -> Content:
        exam = self._dates.get(deck)
        return Content("") if exam is None else plain(f"exam {short_date(exam.day)}", "dim")


class CatchUpScreen(_Choosing):
    """Ways to catch up, or the end of the catch-up that is under way."""

    def __init__(self, planner: Planner) -> None:
        super().__init__(planner)
        self._facts = planner.facts()
        self._ways: Sequence[tuple[CatchUp, CatchUpCourse]] = ()

    def compose(self) -> ComposeResult:
        late = self._facts.backlog
        with Vertical(classes="dialog"):
            yield Literal("Catch up", classes="title")
            yield Literal(f"{plural(late.overdue, 'card')} overdue, {late.due} due with those of today.")
            with Frame(classes="choices"):
                yield Rows()
            yield Literal(id_="notice")
            yield Literal("Enter chooses · Escape goes back", classes="quiet")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Rows).focus()
        if self._facts.catch_up is None:
            self.query_one("#notice", Literal).say("Working out what it would take …")
            self.call_after_refresh(self._reckon)

    def _reckon(self) -> None:
        said = ""
        try:
            self._ways = tuple(self.planner.ways())
        except QuizappError as error:
            said = f"{error} {error.fix}".strip()
        self.query_one("#notice", Literal).say(said)
        self._draw(0)

    def rows(self) -> Sequence[Row]:
        if self._facts.catch_up is not None:
            return [Row(Content(""), plain("End the catch-up: everything is as usual again."))]
        return [Row(Content(""), plain(self._way(plan, course))) for plan, course in self._ways]

    def act(self, place: int) -> None:
        if self._facts.catch_up is not None:
            self.planner.end()
        else:
            self.planner.begin(self._ways[place][0])

    def _way(self, plan: CatchUp, course: CatchUpCourse) -> str:
        longest = max((day.minutes for day in course.days), default=0.0)
        new = "no new cards meanwhile" if plan.pause_new else "new cards as usual"
        ends = ends_text(course, self._facts.study_day)
        return f"{plural(plan.per_day, 'review')} a day, {minutes(longest)}, {ends}, {new}"

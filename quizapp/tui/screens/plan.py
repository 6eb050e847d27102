"""The plan: what to study on each day to an exam, and how to catch up after a break."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from quizapp.core.wording import plural
from quizapp.errors import QuizappError
from quizapp.tui.planning import PlanFacts, Planner
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.plandialogs import CatchUpScreen, ExamDateScreen
from quizapp.tui.screens.planparts import catch_up_text, definitions, plan_text
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal
from quizapp.tui.widgets.page import Page


class PlanScreen(KeyScreen[None]):
    """Draws the plans as they are each time it comes up."""

    title_of_keys = "Keys of the plan"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "set_date", "Exam date", id="plan.date"),
        Binding("c", "catch_up", "Catch up", id="plan.catch_up"),
        Binding("escape,q", "app.pop_screen", "Back", id="plan.back"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._facts: PlanFacts | None = None

    @property
    def _planner(self) -> Planner:
        return self.host.services.planner()

    def compose(self) -> ComposeResult:
        with Page(id="page"), Vertical(id="column"):
            yield Literal("Plan", classes="title")
            yield Literal(id_="late")
            yield Literal(id_="plans")
            yield Literal(id_="means", classes="quiet")
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#page").focus()
        self._say_or(self._read_facts)
        self.query_one("#plans", Literal).say("Working out the plan …")
        # Reckoning takes a moment where there are many cards: what is known at once is drawn before.
        self.call_after_refresh(self._say_or, self._reckon)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "catch_up" and self._facts is not None:
            return self._facts.catch_up is not None or self._facts.backlog.due > 0
        return True

    def action_set_date(self) -> None:
        self.app.push_screen(ExamDateScreen(self._planner), self._changed)

    def action_catch_up(self) -> None:
        self.app.push_screen(CatchUpScreen(self._planner), self._changed)

    def _changed(self, changed: bool | None) -> None:
        if changed:
            self._say_or(self._read_facts)
            self._say_or(self._reckon)

    def _read_facts(self) -> None:
        self._facts = self._planner.facts()
        late = self._facts.backlog
        self.query_one("#late", Literal).say(
            f"{plural(late.overdue, 'card')} overdue. c plans to catch up." if late.offered else ""
        )
        self.refresh_bindings()

    def _reckon(self) -> None:
        found, going = self._planner.plans(), self._planner.catching_up()
        if going is not None:
            self.query_one("#late", Literal).say(catch_up_text(going, found.study_day))
        self.query_one("#plans", Literal).say(plan_text(found))
        late = going is not None or (self._facts is not None and self._facts.backlog.offered)
        self.query_one("#means", Literal).say(definitions(bool(found.ahead), late))

    def _say_or(self, act: Callable[[], None]) -> None:
        said = ""
        try:
            act()
        except QuizappError as error:
            said = f"{error} {error.fix}".strip()
        self.query_one("#notice", Literal).say(said)

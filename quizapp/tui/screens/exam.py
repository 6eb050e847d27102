"""Taking an exam: one question on the screen, the time beside it, and no verdict before the end."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Input

from quizapp.core.examstep import ExamAsking, ExamOver, ExamStep
from quizapp.core.examwording import alarm
from quizapp.core.facing import front
from quizapp.core.wording import task
from quizapp.errors import QuizappError
from quizapp.tui.engine import ExamEngine, Services
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.examdialogs import ExamOverviewScreen, HandInScreen, LeaveScreen, Wanted
from quizapp.tui.screens.letters import LettersScreen
from quizapp.tui.views.base import AnswerGiven, QuestionView, Turned, Unready
from quizapp.tui.views.table import view_for
from quizapp.tui.widgets.answerinput import LONGEST, AnswerInput
from quizapp.tui.widgets.exambar import ExamBar
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, marked, plain
from quizapp.tui.widgets.page import Page

LAST_SECONDS = 1.5
"""So long before the end, what stands on the screen is saved, since the end may come between two beats."""


class ExamScreen(KeyScreen[ExamOver | None]):
    """Draws `step`; what stands on the screen is saved whenever the learner moves on."""

    title_of_keys = "Keys in an exam"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "proceed", "Save, next", id="exam.proceed"),
        Binding("n,ctrl+n", "go(1)", "Next", id="exam.next"),
        Binding("b,ctrl+b", "go(-1)", "Back", id="exam.back"),
        Binding("o,ctrl+o", "overview", "Overview", id="exam.overview"),
        Binding("exclamation_mark,ctrl+g", "flag", "Flag", id="exam.flag"),
        Binding("c,ctrl+r", "clear", "Clear", id="exam.clear"),
        Binding("ctrl+l", "letters", "Letters", id="exam.letters"),
        Binding("h,ctrl+t", "hand_in", "Hand in", id="exam.hand_in"),
        Binding("escape", "leave", "Leave", id="exam.leave"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    step: reactive[ExamStep | None] = reactive(None, init=False, bindings=True)

    def __init__(self, engine: ExamEngine, services: Services, first: ExamAsking) -> None:
        super().__init__()
        self._engine = engine
        self._services = services
        self._first = first
        self._view: QuestionView | None = None
        self._heard_at = engine.now()

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield ExamBar()
        with Page(id="page"), Vertical(id="column"):
            yield Literal(id_="setting", classes="quiet")
            yield Literal(id_="prompt")
            yield Literal(id_="task", classes="quiet")
            yield Vertical(id="answer")
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.step = self._first
        self.set_interval(1, self.beat)

    def watch_step(self, before: ExamStep | None, after: ExamStep | None) -> None:
        match after:
            case ExamOver():
                self._end(after)
            case ExamAsking() if isinstance(before, ExamAsking) and before.asking.token == after.asking.token:
                self._draw_around(after)
            case ExamAsking():
                self.hold_keys()
                self.call_next(self._draw_question, after)
            case None:
                pass

    async def _draw_question(self, step: ExamAsking) -> None:
        view = view_for(step.asking)
        place = self.query_one("#answer", Vertical)
        with self.app.batch_update():
            self.query_one("#setting", Literal).say(plain(step.asking.setting))
            self.query_one("#prompt", Literal).say(
                marked(front(step.asking.card)) if view.asks_prompt else ""
            )
            self.query_one("#task", Literal).say(task(step.asking.card.question) if view.says_task else "")
            self._draw_around(step)
            await place.remove_children()
            self._view = view
            await place.mount(view)
            if step.answer is not None:
                view.restore(step.answer)
            self._page.scroll_home(animate=False)
        self._page.can_focus = False
        view.take_focus()
        self.release_keys()

    def _draw_around(self, step: ExamAsking) -> None:
        self.query_one(ExamBar).show(step, self._engine.now())
        self.say("\n".join(step.notices))

    def say(self, text: str) -> None:
        """A line above the keys; it stays until the next step."""
        self.query_one("#notice", Literal).say(text)

    @property
    def _page(self) -> Page:
        return self.query_one("#page", Page)

    def beat(self) -> None:
        """A second has passed: the time is drawn anew, and nothing else unless it is over."""
        step = self.step
        if not isinstance(step, ExamAsking):
            return
        now = self._engine.now()
        self.query_one(ExamBar).tell_time(now)
        if said := alarm(step.deadline, self._heard_at, now):
            self.say(said)
        self._heard_at = now
        if step.deadline is not None and 0 < (step.deadline - now).total_seconds() <= LAST_SECONDS:
            self._keep()
        self._take(self._engine.tick)

    def _end(self, over: ExamOver) -> None:
        """The attempt has ended; whatever lies over this screen goes with it."""
        self.hold_keys()
        while self.app.screen is not self:
            self.app.pop_screen()
        self.dismiss(over)

    def _take(self, act: Callable[[], ExamStep]) -> bool:
        """Let the engine act; whether it could. When it cannot save, say so."""
        try:
            self.step = act()
        except QuizappError as error:
            self.say(f"Not saved: {error} {error.fix}".strip())
            return False
        return True

    def _keep(self, then: int | None = None) -> bool:
        """Save what stands on the screen, and show the question at `then`, if given; whether it could."""
        step, view = self.step, self._view
        if not isinstance(step, ExamAsking) or view is None or self.drawn_at == inf:
            return False
        place, answer = step.place, view.so_far
        if answer is not None and answer != step.answer:
            return self._take(lambda: self._engine.answer(place, answer, then))
        if answer is None and step.answer is not None:
            return self._take(lambda: self._engine.clear(place, then))
        return then is None or self._take(lambda: self._engine.open(then))

    def keep_and_leave(self) -> None:
        """The program ends: save what stands on the screen; the clock goes on."""
        if self._keep() and isinstance(self.step, ExamAsking):
            self._engine.leave()

    def key_words(self, binding: Binding) -> tuple[str, str]:
        key, label = super().key_words(binding)
        if binding.id == "study.proceed":
            return key, "Save, next"
        return self._view.key_words(binding, key, label) if self._view is not None else (key, label)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "letters" or isinstance(self.focused, AnswerInput)

    def action_proceed(self) -> None:
        step = self.step
        if not isinstance(step, ExamAsking) or self._view is None or self._view.go_on_inside():
            return
        if step.place + 1 < len(step.cells):
            self.action_go(1)
        else:
            self.action_overview()

    def action_go(self, by: int) -> None:
        step = self.step
        if isinstance(step, ExamAsking):
            self._keep((step.place + by) % len(step.cells))

    def action_overview(self) -> None:
        if self._keep() and isinstance(self.step, ExamAsking):
            self.app.push_screen(ExamOverviewScreen(self.step), self._after_overview)

    def _after_overview(self, wanted: int | Wanted | None) -> None:
        if wanted is Wanted.HAND_IN:
            self.action_hand_in()
        elif isinstance(wanted, int) and isinstance(self.step, ExamAsking) and wanted != self.step.place:
            self._take(lambda: self._engine.open(wanted))

    def action_flag(self) -> None:
        if self._keep() and isinstance(self.step, ExamAsking):
            place = self.step.place
            self._take(lambda: self._engine.flag(place))

    def action_clear(self) -> None:
        step = self.step
        if isinstance(step, ExamAsking) and self._take(lambda: self._engine.clear(step.place)):
            self.hold_keys()
            if isinstance(self.step, ExamAsking):
                self.call_next(self._draw_question, self.step)

    def action_hand_in(self) -> None:
        def hand_in(agreed: bool | None) -> None:
            if agreed:
                self._take(self._engine.hand_in)

        if self._keep() and isinstance(self.step, ExamAsking):
            self.app.push_screen(HandInScreen(self.step), hand_in)

    def action_leave(self) -> None:
        def leave(agreed: bool | None) -> None:
            if agreed:
                self._engine.leave()
                self.dismiss(None)

        if self._keep() and isinstance(self.step, ExamAsking):
            self.app.push_screen(LeaveScreen(self.step.deadline is not None), leave)

    def action_letters(self) -> None:
        line = self._view.answer_input if self._view is not None else None
        if line is None or not isinstance(self.step, ExamAsking):
            return
        letters = self._services.letters(self.step.asking)
        if not letters:
            self.say("This deck needs no special letters.")
            return

        def put(letter: str | None) -> None:
            if letter:
                line.put(letter)

        self.app.push_screen(LettersScreen(letters), put)

    def on_answer_given(self, event: AnswerGiven) -> None:
        event.stop()
        self.action_proceed()

    def on_turned(self, event: Turned) -> None:
        event.stop()

    def on_unready(self, event: Unready) -> None:
        event.stop()

    def on_answer_input_cut(self) -> None:
        self.say(f"Only the first {LONGEST} characters were taken.")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.input.scroll_visible(animate=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self.refresh_bindings)

"""Studying: one step of a session on the screen, drawn by one watcher."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Input

from quizapp.core.answer import GaveUp, Rating
from quizapp.core.facing import front
from quizapp.core.step import Asking, Finished, Judged, Revealed, Step
from quizapp.core.wording import RATING_NAMES, task, why_now
from quizapp.errors import QuizappError
from quizapp.tui.engine import Engine, Services
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.letters import LettersScreen
from quizapp.tui.screens.note import NoteScreen
from quizapp.tui.screens.phases import allowed, asking_of, reply, same_question
from quizapp.tui.views.base import AnswerGiven, QuestionView, Turned, Unready
from quizapp.tui.views.table import view_for
from quizapp.tui.widgets.answerinput import LONGEST, AnswerInput
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, marked, plain
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.ratingbar import RatingBar
from quizapp.tui.widgets.rows import Lines
from quizapp.tui.widgets.sessionbar import SessionBar
from quizapp.tui.widgets.verdict import judged_rows, revealed_rows

RATE = [(int(rating), name) for rating, name in RATING_NAMES.items()]


class StudyScreen(KeyScreen[Finished]):
    """Draws `step`, hands keys and answers to the engine, and draws the step that it gives back."""

    title_of_keys = "Keys while studying"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "proceed", "Answer, continue", id="study.proceed"),
        *(Binding(f"{n}", f"rate({n})", name, id=f"rate.{name.lower()}", show=n == 1) for n, name in RATE),
        Binding("i", "override", "I was right", id="study.override"),
        Binding("h,ctrl+t", "hint", "Hint", id="study.hint"),
        Binding("g,ctrl+g", "give_up", "Don't know", id="study.give_up"),
        Binding("ctrl+l", "letters", "Letters", id="study.letters"),
        Binding("u,ctrl+z", "undo", "Undo", id="study.undo"),
        Binding("U,ctrl+r", "redo", "Redo", id="study.redo", show=False),
        Binding("w,ctrl+y", "why_now", "Why now", id="study.why_now"),
        Binding("e,ctrl+o", "edit", "Edit", id="study.edit"),
        Binding("exclamation_mark,ctrl+n", "flag", "Flag", id="study.flag"),
        Binding("S", "suspend", "Suspend", id="study.suspend"),
        Binding("B,ctrl+b", "bury", "Bury", id="study.bury"),
        Binding("escape", "leave", "Leave", id="study.leave"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    step: reactive[Step | None] = reactive(None, init=False, bindings=True)

    def __init__(self, engine: Engine, services: Services, first: Step) -> None:
        super().__init__()
        self._engine = engine
        self._services = services
        self._first = first
        self._view: QuestionView | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield SessionBar()
        with Page(id="page"), Vertical(id="column"):
            yield Literal(id_="setting", classes="quiet")
            yield Literal(id_="prompt")
            yield Literal(id_="task", classes="quiet")
            yield Vertical(id="answer")
            yield Literal(id_="hints")
            yield Lines(id_="verdict")
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield RatingBar(id_="ratings")
            yield KeyBar()

    def on_mount(self) -> None:
        self.step = self._first

    def watch_step(self, before: Step | None, after: Step | None) -> None:
        self.hold_keys()
        match after:
            case Finished():
                self.dismiss(after)
            case Asking() if isinstance(before, Asking) and same_question(before, after):
                self._draw_around(after, after.notices)
                self.release_keys()
            case Asking():
                self.call_next(self._draw_question, before, after)
            case Revealed() | Judged():
                self.call_next(self._draw_answer, after)
            case None:
                pass

    async def _draw_question(self, before: Step | None, asking: Asking) -> None:
        view = view_for(asking)
        edited = isinstance(before, Asking) and before.card.key == asking.card.key
        typed = self._view.typed if edited and self._view is not None else ()
        with self.app.batch_update():
            self.query_one("#setting", Literal).say(plain(asking.setting))
            self.query_one("#prompt", Literal).say(marked(front(asking.card)) if view.asks_prompt else "")
            self.query_one("#task", Literal).say(task(asking.card.question) if view.says_task else "")
            self._draw_around(asking, asking.notices)
            self.query_one("#verdict", Lines).say(())
            self.query_one(RatingBar).show((), None)
            await self._put(view)
            view.type_again(typed)
            self._page.scroll_home(animate=False)
        self._page.can_focus = False
        view.take_focus()
        self.release_keys()

    async def _draw_answer(self, step: Revealed | Judged) -> None:
        notices, choices, suggested = reply(step)
        with self.app.batch_update():
            self.query_one("#prompt", Literal).say(marked(front(step.asking.card)))
            self.query_one("#task", Literal).say("")
            self._draw_around(step.asking, notices)
            rows = revealed_rows(step) if isinstance(step, Revealed) else judged_rows(step)
            self.query_one("#verdict", Lines).say(rows)
            self.query_one(RatingBar).show(choices, suggested)
            await self._put(None)
        self._page.can_focus = True
        self._page.focus(scroll_visible=False)
        self.call_after_refresh(self._show_verdict)
        self.release_keys()

    def _show_verdict(self) -> None:
        self._page.scroll_to_widget(self.query_one("#verdict"), animate=False)

    async def _put(self, view: QuestionView | None) -> None:
        place = self.query_one("#answer", Vertical)
        await place.remove_children()
        place.display = view is not None
        self._view = view
        if view is not None:
            await place.mount(view)

    def _draw_around(self, asking: Asking, notices: tuple[str, ...]) -> None:
        self.query_one(SessionBar).show(asking)
        hints = [plain(f"Hint {n}  ", "bold") + marked(text) for n, text in enumerate(asking.hints, 1)]
        self.query_one("#hints", Literal).say(plain("\n").join(hints))
        self.say("\n".join(notices))

    def say(self, text: str) -> None:
        """A line above the keys; it stays until the next step."""
        self.query_one("#notice", Literal).say(text)

    @property
    def _page(self) -> Page:
        return self.query_one("#page", Page)

    def _take(self, act: Callable[[], Step]) -> None:
        """Let the engine act, unless what it last gave is not drawn yet; when it cannot save, say so."""
        if self.drawn_at == inf:
            return
        try:
            self.step = act()
        except QuizappError as error:
            self.say(f"Not saved: {error} {error.fix}".strip())

    def key_words(self, binding: Binding) -> tuple[str, str]:
        key, label = super().key_words(binding)
        if self._view is not None:
            return self._view.key_words(binding, key, label)
        if binding.id == "rate.again":
            several = isinstance(self.step, Revealed | Judged) and len(self.step.choices) > 1
            return "1-4", "Rate" if several else ""
        if binding.id == "study.proceed":
            return key, "Continue" if isinstance(self.step, Judged) else ""
        return key, label

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return allowed(self.step, action, parameters, typing=isinstance(self.focused, AnswerInput))

    def action_proceed(self) -> None:
        match self.step:
            case Asking() if self._view is not None:
                self._view.hand_in()
            case Judged(token=token):
                self._take(lambda: self._engine.next(token))
            case Revealed():
                self.say("How well did you know it? 1 Again, 2 Hard, 3 Good, 4 Easy.")
            case _:
                pass

    def on_answer_given(self, event: AnswerGiven) -> None:
        event.stop()
        if isinstance(self.step, Asking):
            token = self.step.token
            self._take(lambda: self._engine.submit(event.answer, token))

    def on_turned(self, event: Turned) -> None:
        event.stop()
        if isinstance(self.step, Asking):
            token = self.step.token
            self._take(lambda: self._engine.reveal(token))

    def on_unready(self, event: Unready) -> None:
        event.stop()
        self.say(event.text)

    def on_answer_input_cut(self) -> None:
        self.say(f"Only the first {LONGEST} characters were taken.")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.input.scroll_visible(animate=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self.refresh_bindings)

    def action_rate(self, number: int) -> None:
        if isinstance(self.step, Revealed | Judged):
            token = self.step.token
            self._take(lambda: self._engine.rate(Rating(number), token))

    def action_override(self) -> None:
        if isinstance(self.step, Judged):
            token = self.step.token
            self._take(lambda: self._engine.override(token))

    def action_hint(self) -> None:
        if isinstance(self.step, Asking):
            token = self.step.token
            self._take(lambda: self._engine.hint(token))

    def action_give_up(self) -> None:
        if isinstance(self.step, Asking):
            self.post_message(AnswerGiven(GaveUp()))

    def action_undo(self) -> None:
        self._take(self._engine.undo)

    def action_redo(self) -> None:
        self._take(self._engine.redo)

    def action_suspend(self) -> None:
        if self.step is not None:
            token = self.step.token
            self._take(lambda: self._engine.suspend(token))

    def action_bury(self) -> None:
        if self.step is not None:
            token = self.step.token
            self._take(lambda: self._engine.bury(token))

    def action_why_now(self) -> None:
        asking = asking_of(self.step)
        if asking is not None:
            self.say(why_now(asking.why_now, self._services.now()))

    def action_flag(self) -> None:
        asking = asking_of(self.step)
        if asking is None:
            return

        def flag(note: str | None) -> None:
            if note is not None:
                self._take(lambda: self._engine.flag(asking.token, note))

        self.app.push_screen(NoteScreen(), flag)

    def action_letters(self) -> None:
        view = self._view
        line = view.answer_input if view is not None else None
        if line is None or not isinstance(self.step, Asking):
            return
        letters = self._services.letters(self.step)
        if not letters:
            self.say("This deck needs no special letters.")
            return

        def put(letter: str | None) -> None:
            if letter:
                line.put(letter)

        self.app.push_screen(LettersScreen(letters), put)

    def action_edit(self) -> None:
        asking = asking_of(self.step)
        if asking is None:
            return
        said = self._services.edit(asking.card.key, self.host.edit_file)
        self.reload()
        if said:
            self.say(said)

    def reload(self) -> None:
        """The deck file may have changed: same card, its text as it is now."""
        for notice in self._services.refresh():
            self.notify(notice, markup=False)
        if asking_of(self.step) is not None:
            self._take(self._engine.reload)

    def action_leave(self) -> None:
        self._take(self._engine.finish)

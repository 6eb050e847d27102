"""Reviewing drafts: one draft with its passage on the screen, one key for each decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive

from quizapp.core.mending import flipped, gap_of, split_list, text_for_gap
from quizapp.core.question import Question, QuestionId
from quizapp.core.reviewing import Reason, Ruling
from quizapp.core.rewording import answer_line
from quizapp.core.setting import setting
from quizapp.core.wording import plural, task
from quizapp.errors import QuizappError, UsageError
from quizapp.services.editing import Field, edited, line_of
from quizapp.services.passages import from_evidence
from quizapp.services.reviewing import Reviewing
from quizapp.services.sighting import Sight, findings_of
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.screens.reviewing_dialogs import FindScreen, ListScreen, ReasonScreen
from quizapp.tui.screens.reviewing_edit import EditScreen, GapScreen
from quizapp.tui.widgets.draftqueue import DraftQueue
from quizapp.tui.widgets.draftrows import (
    asked,
    card_of,
    draft_rows,
    finding_rows,
    head_lines,
    nothing_rows,
    passage,
    source_of,
    verdict_of,
)
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, plain
from quizapp.tui.widgets.page import Frame
from quizapp.tui.widgets.rows import Lines, Row
from quizapp.tui.widgets.rows import line_of as row_of

WIDE = 104
"""Columns from which on the queue stands beside the draft."""
TITLES = {
    Field.PROMPT: ("What is asked", "{{ }} mark the gap, | further answers · "),
    Field.ANSWER: ("The right answer", "| between several · "),
    Field.OPTIONS: ("The wrong options", "| between them; none: no choice · "),
}
SHORT = {
    "review.accept": "Accept",
    "review.reject": "Reject",
    "review.edit": "Edit",
    "review.answer": "Answer",
    "review.options": "Options",
    "review.type": "Type",
    "review.gap": "Gap",
    "review.flip": "Flip",
    "review.split": "Split",
    "review.dispute": "Disputed",
    "review.rest": "Section",
    "review.more": "Show more",
    "review.undo": "Undo",
    "review.previous": "Back",
    "review.next": "Skip",
    "review.find": "Find",
    "review.changes": "Changes",
    "review.leave": "Leave",
}
"""The keys in the key bar, where room is short."""


class ReviewScreen(KeyScreen[None]):
    """Draws `sight`, hands keys to the review, and draws the sight that it gives back."""

    title_of_keys = "Keys of the review"
    DEFAULT_CSS = """
    ReviewScreen #review-head { height: 2; margin: 0 2; }
    ReviewScreen DraftQueue { width: 36; height: 100%; padding: 1 1 0 2; display: none; }
    ReviewScreen.wide DraftQueue { display: block; }
    ReviewScreen #page { width: 1fr; height: 1fr; }
    ReviewScreen #column { padding: 1 2 0 2; }
    ReviewScreen #asked { text-style: bold; }
    ReviewScreen #draft { margin: 1 0; }
    ReviewScreen #passage { border-left: solid $primary 50%; padding-left: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Accept: keep it as it reads", id="review.accept"),
        Binding("r", "reject", "Reject, then one key for the reason", id="review.reject"),
        Binding("space,right", "next", "The draft after, undecided", id="review.next"),
        Binding("p,left", "previous", "The draft before", id="review.previous"),
        Binding("u,ctrl+z", "undo", "Undo the last decision", id="review.undo"),
        Binding("e", "edit('prompt')", "Edit what is asked", id="review.edit"),
        Binding("n", "edit('answer')", "Edit the answer", id="review.answer"),
        Binding("o", "edit('options')", "Edit the wrong options", id="review.options"),
        Binding("k", "next_type", "Another type of question", id="review.type"),
        Binding("g", "gap", "Choose the words of the gap", id="review.gap"),
        Binding("f", "flip", "Ask in the other direction", id="review.flip"),
        Binding("s", "split", "Split a list: a card for each item", id="review.split"),
        Binding("A", "accept_rest", "Accept the rest of the section's best", id="review.rest"),
        Binding("plus", "more", "Show drafts of less confidence", id="review.more"),
        Binding("x", "dispute", "Source is wrong: drop all of its sentence", id="review.dispute"),
        Binding("l", "list", "What the article's changes did", id="review.changes"),
        Binding("slash", "find", "Find a draft", id="review.find"),
        Binding("up", "scroll(-1)", "Scroll up", id="review.up", show=False),
        Binding("down", "scroll(1)", "Scroll down", id="review.down", show=False),
        Binding("pageup", "scroll(-10)", "Page up", id="review.page_up", show=False),
        Binding("pagedown", "scroll(10)", "Page down", id="review.page_down", show=False),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
        Binding("q,escape", "leave", "Leave and write the deck", id="review.leave"),
    ]

    sight: reactive[Sight | None] = reactive(None, init=False, bindings=True)

    def __init__(self, review: Reviewing) -> None:
        super().__init__()
        self._review = review

    def compose(self) -> ComposeResult:
        yield Literal(id_="review-head")
        with Horizontal():
            yield DraftQueue()
            with Frame(id="page"), Vertical(id="column"):
                yield Literal(id_="came")
                yield Literal(id_="setting", classes="quiet")
                yield Literal(id_="asked")
                yield Literal(id_="todo", classes="quiet")
                yield Lines(id_="draft")
                yield Literal(id_="source", classes="quiet")
                yield Literal(id_="passage")
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.sight = self._review.sight

    def on_resize(self) -> None:
        self.set_class(self.size.width >= WIDE, "wide")
        if self.sight is not None:
            self._draw(self.sight)

    def watch_sight(self, sight: Sight | None) -> None:
        if sight is not None:
            self.hold_keys()
            self._draw(sight)
            self.query_one("#page", Frame).scroll_home(animate=False)
            self.release_keys()

    def _draw(self, sight: Sight) -> None:
        question = sight.question
        with self.app.batch_update():
            self.query_one("#review-head", Literal).say(head_lines(sight, max(20, self.size.width - 4)))
            self.query_one("#came", Literal).say(verdict_of(sight.entry.ruling) if sight.entry else "")
            place = setting(card_of(question), sight.title) if question else ""
            self.query_one("#setting", Literal).say(plain(place))
            self.query_one("#asked", Literal).say(asked(question) if question else "")
            self.query_one("#todo", Literal).say(task(question) if question else "")
            self.query_one("#source", Literal).say(source_of(sight.entry.heading) if sight.entry else "")
            self.query_one("#passage", Literal).say(passage(sight.passages))
            rows = draft_rows(sight) if question else nothing_rows(sight, self._review.target.name)
            self.query_one("#draft", Lines).say(rows)
            self.query_one(DraftQueue).show(sight.queue, sight.place)
            self.say(sight.notice)
        self.call_after_refresh(self._fit)

    def on_screen_resume(self) -> None:
        # What was to be fitted while another screen was on top may not have been.
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Where the page is too long for the screen, begin the passage at its evidence."""
        # The last key may have left the screen before it was drawn.
        pages = self.query("#page").results(Frame)
        if self.sight is not None and any(page.max_scroll_y > 0 for page in pages):
            shown = [from_evidence(each) for each in self.sight.passages]
            self.query_one("#passage", Literal).say(passage(shown))

    def say(self, text: str) -> None:
        """A line above the keys; it stays until the next decision."""
        self.query_one("#notice", Literal).say(text)

    def key_words(self, binding: Binding) -> tuple[str, str]:
        key, label = super().key_words(binding)
        name = binding.id or ""
        return key, SHORT.get(name, label) if self._applies(name) else ""

    def _applies(self, id_: str) -> bool:
        """Whether the key is worth its place in the key bar now."""
        sight = self.sight
        if sight is None:
            return False
        question = sight.question
        match id_:
            case "review.undo":
                return sight.undoable
            case "review.more":
                return sight.more > 0
            case "review.changes":
                return bool(self._review.reunion.lost or self._review.reunion.changed)
            case "review.rest":
                return sight.open_here > 1
            case "review.flip":
                return question is not None and _works(flipped, question)
            case "review.split":
                return question is not None and _works(split_list, question)
            case "review.gap":
                return question is not None and bool(text_for_gap(question))
            case "review.previous" | "review.find" | "review.leave" | "app.help" | "app.commands":
                return True
            case _:
                return question is not None

    def _take(self, act: Callable[[], Sight]) -> None:
        """Let the review act; when it cannot, say so and leave everything as it stands."""
        try:
            self.sight = act()
        except UsageError as error:
            self.say(f"{error} {error.fix}".strip())
        except QuizappError as error:
            self.say(f"Not saved: {error} {error.fix}".strip())

    def action_accept(self) -> None:
        self._take(self._review.accept)

    def action_reject(self) -> None:
        def take(reason: Reason | None) -> None:
            if reason is not None:
                self._take(lambda: self._review.reject(reason))

        if self._here() is not None:
            self.app.push_screen(ReasonScreen(), take)

    def action_edit(self, name: str) -> None:
        field, ruling = Field(name), self._here()
        if ruling is None:
            return

        def take(line: str | None) -> None:
            if line is not None:
                self._take(lambda: self._review.edit(field, line))

        title, help_ = TITLES[field]
        check = lambda line: _said(field, ruling, line)  # noqa: E731
        self.app.push_screen(EditScreen(title, line_of(field, ruling), help_, check), take)

    def action_gap(self) -> None:
        ruling = self._here()
        if ruling is None:
            return
        text = text_for_gap(ruling.question)
        if not text:
            self.say("There is no sentence to choose a gap in.")
            return

        def take(gap: tuple[int, int] | None) -> None:
            if gap is not None:
                self._take(lambda: self._review.move_gap(*gap))

        self.app.push_screen(GapScreen(text, gap_of(ruling.question)), take)

    def _here(self) -> Ruling | None:
        """The ruling on the draft at hand; says what to do when there is none."""
        if self.sight is None or self.sight.entry is None:
            self.say("Nothing is open here. + shows more, p goes back, q leaves.")
            return None
        return self.sight.entry.ruling

    def action_next_type(self) -> None:
        self._take(self._review.next_type)

    def action_flip(self) -> None:
        self._take(self._review.flip)

    def action_split(self) -> None:
        self._take(self._review.split)

    def action_dispute(self) -> None:
        self._take(self._review.dispute)

    def action_accept_rest(self) -> None:
        self._take(self._review.accept_rest)

    def action_more(self) -> None:
        self._take(self._review.more)

    def action_undo(self) -> None:
        self._take(self._review.undo)

    def action_previous(self) -> None:
        self._take(self._review.previous)

    def action_next(self) -> None:
        self._take(self._review.next)

    def action_find(self) -> None:
        self.app.push_screen(FindScreen(self._review.search), self._go_to)

    def on_draft_queue_chosen(self, event: DraftQueue.Chosen) -> None:
        self._go_to(event.draft)

    def _go_to(self, id_: QuestionId | None) -> None:
        if id_ is not None:
            self._take(lambda: self._review.go_to(id_))

    def action_list(self) -> None:
        reunion = self._review.reunion
        rows = [
            *_listed(f"{plural(len(reunion.lost), 'kept question')} whose source is gone", reunion.lost),
            *_listed(
                f"{plural(len(reunion.changed), 'kept question')} in changed sentences", reunion.changed
            ),
        ]
        if rows:
            self.app.push_screen(ListScreen("What changed in the article", rows))
        else:
            self.say("Nothing that was kept lost its source.")

    def action_scroll(self, by: int) -> None:
        self.query_one("#page", Frame).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        self.dismiss(None)


def _works(mend: Callable[[Question], Question], question: Question) -> bool:
    try:
        mend(question)
    except UsageError:
        return False
    return True


def _said(field: Field, ruling: Ruling, line: str) -> tuple[bool, list[Row]]:
    """Whether a text can be taken, and what there is to say about it."""
    try:
        return True, finding_rows(findings_of(edited(field, ruling, line)))
    except UsageError as error:
        return False, [Row(plain("✗ ", "bold $text-error"), plain(f"{error} {error.fix}".strip()))]


def _listed(title: str, rulings: Sequence[Ruling]) -> list[Row]:
    rows = [row_of(plain(title, "bold"))] if rulings else []
    for ruling in rulings:
        rows.append(Row(plain("  "), plain(f"{ruling.question.prompt} = {answer_line(ruling.question)}")))
    return rows

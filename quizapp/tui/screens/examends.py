"""Before an exam and after it: what comes, and what it came to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from quizapp.core.exam import Feedback
from quizapp.core.examstep import ExamOver, Offer
from quizapp.core.examwording import NOTHING_SAID, item_line, offer_lines, result_line, time_left
from quizapp.core.grade import RIGHT
from quizapp.core.handin import ItemAnswer
from quizapp.core.question import Question
from quizapp.tui.screens.base import KeyScreen
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.literal import Literal, marked, one_line, plain
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.rows import BLANK, Lines, Row, labelled


class ExamStartScreen(KeyScreen[bool]):
    """What comes; gives True when the learner begins. Nothing is written and no new clock runs before."""

    title_of_keys = "Keys before an exam"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", id="examstart.begin"),
        Binding("escape", "dismiss(False)", "Back", id="examstart.back"),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def __init__(self, offer: Offer, now: datetime) -> None:
        super().__init__()
        self._offer = offer
        self._now = now

    def compose(self) -> ComposeResult:
        with Page(id="page"), Vertical(id="column"):
            yield Literal(plain(f"Exam: {self._offer.title}"), classes="title")
            yield Literal("\n\n".join(offer_lines(self._offer)))
            if self._offer.resumes and self._offer.deadline is not None:
                yield Literal(f"\n{time_left(self._offer.deadline, self._now).capitalize()}.")
        with Vertical(id="foot"):
            yield KeyBar()

    def on_mount(self) -> None:
        self.hold_keys()
        self.query_one("#page").focus()
        self.release_keys()

    def key_words(self, binding: Binding) -> tuple[str, str]:
        key, label = super().key_words(binding)
        return key, "Go on" if binding.id == "examstart.begin" and self._offer.resumes else label

    def action_begin(self) -> None:
        self.dismiss(True)


class ExamResultScreen(KeyScreen[None]):
    """Points, and each question with the answers and why; or only that it is handed in."""

    title_of_keys = "Keys after an exam"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(None)", "Home", id="examresult.home"),
        Binding("escape", "dismiss(None)", "Home", id="examresult.leave", show=False),
        Binding("question_mark,f1", "app.keys", "Help", id="app.help"),
    ]

    def __init__(self, over: ExamOver, file: str) -> None:
        super().__init__()
        self._over = over
        self._file = file

    def compose(self) -> ComposeResult:
        with Page(id="page"), Vertical(id="column"):
            yield Literal(plain(self._over.attempt.title), classes="title")
            yield Literal("\n".join(self._said()))
            yield Lines(id_="missed")
        with Vertical(id="foot"):
            yield Literal(id_="notice")
            yield KeyBar()

    def on_mount(self) -> None:
        self.hold_keys()
        self.query_one("#page").focus()
        self.query_one("#notice", Literal).say("\n".join(self._over.notices))
        self.query_one("#missed", Lines).say(tuple(self._rows()))
        self.release_keys()

    def _said(self) -> Iterator[str]:
        yield NOTHING_SAID if self._over.feedback is Feedback.NEVER else f"{result_line(self._over.attempt)}."
        yield self._file

    def _rows(self) -> Iterator[Row]:
        if self._over.feedback is Feedback.NEVER:
            return
        pairs = zip(self._over.attempt.items, self._over.questions, strict=True)
        for number, (item, question) in enumerate(pairs, 1):
            yield from item_rows(number, item, question)


def item_rows(number: int, item: ItemAnswer, question: Question) -> Iterator[Row]:
    """One question of an exam that is over."""
    yield BLANK
    yield Row(plain(f"{_sign(item)} {number}. ", "bold"), one_line(question.prompt).stylize("bold"))
    yield labelled("  result", plain(item_line(item)))
    if item.score is not None:
        yield labelled("  you", one_line(item.given) or plain("(nothing)"))
    if item.score is None or item.score < RIGHT:
        yield labelled("  right", one_line(item.expected).stylize("bold"))
    if question.why:
        yield labelled("  why", marked(question.why))


def _sign(item: ItemAnswer) -> str:
    if item.score is None:
        return "○"
    if item.score >= RIGHT:
        return "✓"
    return "◐" if item.score > 0 else "✗"

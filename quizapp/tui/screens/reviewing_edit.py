"""Changing a draft's text, and choosing the words of its gap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import TextArea

from quizapp.core.mending import word_spans
from quizapp.tui.widgets.literal import Literal, plain
from quizapp.tui.widgets.rows import Lines, Row

Check = Callable[[str], tuple[bool, Sequence[Row]]]
"""Whether a text can be taken, and what there is to say about it."""
WORD = "quizapp-word"
LEAST, MOST = 2, 7


class LineArea(TextArea):
    """One text on as many lines as it needs; Enter hands it in."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.run_action("screen.proceed")
        else:
            await super()._on_key(event)

    def action_delete_to_start_of_line(self) -> None:
        """All before the cursor: where one text takes several lines, none of them is meant alone."""
        self.delete((0, 0), self.selection.end)


class EditScreen(ModalScreen[str | None]):
    """Asks for another text, and takes none that cannot be; `check` has its say at every key."""

    DEFAULT_CSS = """
    EditScreen .dialog { width: 76; }
    EditScreen LineArea { height: 5; border: tall $primary 40%; }
    EditScreen LineArea:focus { border: tall $primary; }
    EditScreen #said { max-height: 6; }
    EditScreen .quiet { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", id="edit.cancel")]

    def __init__(self, title: str, text: str, help_: str, check: Check) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._help = help_
        self._check = check

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog edit"):
            yield Literal(self._title, classes="title")
            yield LineArea(self._text, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
            yield Lines(id_="said")
            yield Literal(f"{self._help}Enter takes it · Escape goes back", classes="quiet")

    def on_mount(self) -> None:
        area = self.query_one(LineArea)
        area.focus()
        area.move_cursor(area.document.end)

    def on_text_area_changed(self) -> None:
        self.query_one("#said", Lines).say(self._check(self._value())[1])
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """As many lines as the text takes, within reason."""
        area = self.query_one(LineArea)
        area.styles.height = 2 + max(LEAST, min(MOST, area.wrapped_document.height))

    def action_proceed(self) -> None:
        if self._check(self._value())[0]:
            self.dismiss(self._value())

    def _value(self) -> str:
        text = self.query_one(LineArea).text
        return text.strip() if "\n" in self._text else " ".join(text.split())


class GapScreen(ModalScreen[tuple[int, int] | None]):
    """Shows the sentence; the arrows choose the words that are asked for."""

    DEFAULT_CSS = """
    GapScreen .dialog { width: 76; }
    GapScreen #sentence { margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", "Left", id="gap.left"),
        Binding("right,l", "move(1)", "Right", id="gap.right"),
        Binding("shift+right,plus,L", "widen(1)", "One word more", id="gap.more"),
        Binding("shift+left,minus,H", "widen(-1)", "One word less", id="gap.less"),
        Binding("home", "move(-9999)", "First word", id="gap.first"),
        Binding("end", "move(9999)", "Last word", id="gap.last"),
        Binding("enter,g", "proceed", "Take it", id="gap.take"),
        Binding("escape,q", "dismiss(None)", "Cancel", id="gap.cancel"),
    ]

    def __init__(self, text: str, gap: tuple[int, int]) -> None:
        super().__init__()
        self._text = text
        self._words = word_spans(text)
        inside = [n for n, (start, end) in enumerate(self._words) if start < gap[1] and gap[0] < end]
        self._first, self._last = (inside[0], inside[-1]) if inside else (0, 0)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Literal("Which words are asked for?", classes="title")
            yield Literal(id_="sentence")
            yield Literal(
                "← → move · + - more or fewer words · Enter takes them · Escape goes back", classes="quiet"
            )

    def on_mount(self) -> None:
        self._draw()

    @property
    def gap(self) -> tuple[int, int]:
        """The characters that are chosen."""
        return (self._words[self._first][0], self._words[self._last][1]) if self._words else (0, 0)

    def _draw(self) -> None:
        start, end = self.gap
        parts: list[Content] = []
        at = 0
        for number, (first, last) in enumerate(self._words):
            parts += [
                plain(self._text[at:first]),
                _word(plain(self._text[first:last]), number),
            ]
            at = last
        text = Content("").join([*parts, plain(self._text[at:])])
        self.query_one("#sentence", Literal).say(text.stylize("reverse bold", start, end))

    def action_move(self, by: int) -> None:
        width = self._last - self._first
        self._first = max(0, min(self._first + by, len(self._words) - 1 - width))
        self._last = self._first + width
        self._draw()

    def action_widen(self, by: int) -> None:
        self._last = max(self._first, min(self._last + by, len(self._words) - 1))
        self._draw()

    def on_click(self, event: events.Click) -> None:
        number = event.style.meta.get(WORD)
        if number is not None:
            self._first = self._last = number
            self._draw()

    def action_proceed(self) -> None:
        self.dismiss(self.gap)


def _word(text: Content, number: int) -> Content:
    """A word that the mouse can choose."""
    return text.stylize(Style.from_meta({WORD: number}))

"""Text with input lines in its midst: words wrap around the gaps, and each gap holds a real input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from quizapp.tui.widgets.answerinput import AnswerInput
from quizapp.tui.widgets.literal import Literal, marked

GAP_WIDTH = 18
_WORDS = re.compile(r"\n|[^\S\n]+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Flowed:
    """The wrapped text, and where each gap lies in it."""

    lines: tuple[Content, ...]
    gaps: tuple[Region, ...]


def flow(segments: Sequence[Content | None], width: int) -> Flowed:
    """Wrap texts and gaps (None) in `width` cells; a gap is never broken, a longer word is."""
    return _Wrapping(max(1, width)).run(segments)


class _Wrapping:
    """The line being filled, and those that are done."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.done: list[Content] = []
        self.line = Content("")
        self.gaps: list[Region] = []

    def run(self, segments: Sequence[Content | None]) -> Flowed:
        for segment in segments:
            if segment is None:
                self._gap(min(GAP_WIDTH, self.width))
            else:
                self._text(segment)
        self._break()
        return Flowed(tuple(self.done), tuple(self.gaps))

    def _text(self, text: Content) -> None:
        for found in _WORDS.finditer(text.plain):
            piece = text[found.start() : found.end()]
            if found[0] == "\n":
                self._break()
            elif found[0].isspace():
                self.line = self.line + " " if self._room() and self.line else self.line
            else:
                self._word(piece)

    def _word(self, word: Content) -> None:
        if word.cell_length > self._room() and self.line:
            self._break()
        *full, last = word.fold(self.width) if word.cell_length > self.width else [word]
        self.done.extend(full)
        self.line = self.line + last

    def _gap(self, width: int) -> None:
        if width > self._room() and self.line:
            self._break()
        self.gaps.append(Region(self.line.cell_length, len(self.done), width, 1))
        self.line = self.line + Content(" " * width)

    def _room(self) -> int:
        return self.width - self.line.cell_length

    def _break(self) -> None:
        self.done.append(self.line)
        self.line = Content("")


class FlowLayout(Layout):
    """The text fills the parent; the inputs lie on its gaps."""

    name = "flow"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        assert isinstance(parent, FlowText)
        flowed = flow(parent.segments, size.width)
        text, *inputs = children
        whole = Region(0, 0, size.width, len(flowed.lines))
        regions = [whole, *flowed.gaps]
        return [
            WidgetPlacement(region, Offset(0, 0), Spacing(), child, order)
            for order, (region, child) in enumerate(zip(regions, (text, *inputs), strict=False))
        ]


class _Lines(Literal):
    """Draws the flowed text at its own width."""

    def __init__(self, segments: Sequence[Content | None]) -> None:
        super().__init__()
        self._segments = segments

    def render(self) -> Content:
        return Content("\n").join(flow(self._segments, self.size.width).lines)


class FlowText(Widget):
    """Texts (Markdown) and gaps (None), with one AnswerInput a gap."""

    def __init__(self, texts: Sequence[str | None]) -> None:
        super().__init__()
        self._flow = FlowLayout()
        self.segments = tuple(None if text is None else _spaced(text) for text in texts)

    def compose(self) -> ComposeResult:
        yield _Lines(self.segments)
        for _ in range(self.segments.count(None)):
            yield AnswerInput(compact=True)

    @property
    def layout(self) -> Layout:
        return self._flow

    @property
    def inputs(self) -> tuple[AnswerInput, ...]:
        return tuple(self.query(AnswerInput))


def _spaced(text: str) -> Content:
    """Markdown with the white space at both ends kept, since it stands next to a gap."""
    stripped = text.strip()
    if not stripped:
        return Content(text)
    before, _, after = text.partition(stripped)
    return Content.assemble(before, marked(stripped), after)

"""The ratings that can be given now, each with what it leads to."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.widget import Widget

from quizapp.core.answer import Rating
from quizapp.core.step import RatingChoice
from quizapp.core.wording import RATING_NAMES, interval
from quizapp.tui.widgets.keybar import GAPS, laid_out, press, pressing


class RatingBar(Widget):
    """Number, name and interval of each rating; the suggested one is in brackets."""

    def __init__(self, *, id_: str | None = None) -> None:
        super().__init__(id=id_)
        self._choices: tuple[RatingChoice, ...] = ()
        self._suggested: Rating | None = None

    def show(self, choices: Sequence[RatingChoice], suggested: Rating | None) -> None:
        """Draw the choices; with none of them the bar takes no room."""
        self._choices, self._suggested = tuple(choices), suggested
        self.display = bool(choices)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width)) or 1

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def on_click(self, event: Click) -> None:
        press(self.app, event)

    def _lines(self, width: int) -> list[Content]:
        return laid_out(
            [rating(each, each.rating is self._suggested) for each in self._choices], width, GAPS[0]
        )


def rating(choice: RatingChoice, suggested: bool) -> Content:
    """ "[3 Good 4 days]", or without brackets when it is not the suggested one."""
    when = interval(choice.delay)
    text = Content.assemble(
        "[" if suggested else "",
        (str(int(choice.rating)), "bold $text-accent"),
        f" {RATING_NAMES[choice.rating]}",
        (f" {when}" if when else "", "" if suggested else "dim"),
        "]" if suggested else "",
    )
    text = text.stylize("bold $text-primary on $primary-muted") if suggested else text
    return pressing(text, str(int(choice.rating)))

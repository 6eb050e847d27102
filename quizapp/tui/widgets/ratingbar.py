"""The ratings that can be given now, each with what it leads to."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from quizapp.core.answer import Rating
from quizapp.core.step import RatingChoice
from quizapp.core.wording import RATING_NAMES, interval


class RatingBar(Static):
    """One line: number, name, interval; the suggested rating is marked."""

    def show(self, choices: Sequence[RatingChoice], suggested: Rating | None) -> None:
        """Draw the choices; with none of them the bar takes no room."""
        self.display = bool(choices)
        self.update(ratings(choices, suggested))


def ratings(choices: Sequence[RatingChoice], suggested: Rating | None) -> Content:
    """ "1 Again 10 min   2 Hard 2 days   [3 Good 4 days]   4 Easy 9 days"."""
    return Content("  ").join(_one(choice, choice.rating is suggested) for choice in choices)


def _one(choice: RatingChoice, suggested: bool) -> Content:
    when = interval(choice.delay)
    text = Content.assemble(
        "[" if suggested else " ",
        (str(int(choice.rating)), "bold $footer-key-foreground"),
        f" {RATING_NAMES[choice.rating]}",
        (f" {when}" if when else "", "" if suggested else "dim"),
        "]" if suggested else " ",
    )
    text = text.stylize("bold $text-primary on $primary-muted") if suggested else text
    return text.stylize(Style.from_meta({"@click": f"screen.rate({int(choice.rating)})"}))

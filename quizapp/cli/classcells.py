"""Cells of a class report in the terminal: shares, days and texts within a width."""

from __future__ import annotations

import textwrap
from datetime import date

from rich.cells import cell_len, set_cell_size

from quizapp.cli.output import say
from quizapp.cli.reporttext import WIDTH
from quizapp.core.literal import literal

DASH = "-"
DASH_MEANS = "A dash stands for a figure that is not defined."


def percent(share: float | None) -> str:
    """ "63%", or a dash."""
    return DASH if share is None else f"{share:.0%}"


def decimal(value: float | None) -> str:
    """ "0.43", or a dash."""
    return DASH if value is None else f"{value:.2f}"


def points(share: float | None) -> str:
    """ "-12", in percent, or a dash."""
    return DASH if share is None else f"{100 * share:+.0f}"


def day(study_day: int | None) -> str:
    """A study day as a date, or a dash."""
    return DASH if study_day is None else date.fromordinal(study_day).isoformat()


def clipped(text: str, width: int) -> str:
    """The text on one line, at most so many columns wide."""
    line = " ".join(literal(text).split())
    return line if cell_len(line) <= width else f"{set_cell_size(line, width - 1).rstrip()}…"


def head(title: str) -> None:
    """A blank line, then the title of what follows."""
    say()
    say(clipped(title, WIDTH))


def wrapped(text: str, indent: str = "") -> None:
    """The text on as many lines as it takes."""
    for line in textwrap.wrap(literal(text), WIDTH, subsequent_indent=indent, break_on_hyphens=False):
        say(line)

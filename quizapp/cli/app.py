"""Opening the app, or saying what to do where it cannot open."""

from __future__ import annotations

import os
import sys

from quizapp.cli.start import Start
from quizapp.errors import UsageError


def can_open_app() -> bool:
    """Whether somebody sits at a terminal that can draw the app."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"


def open_app(start: Start) -> None:
    """Open the app at Home; UsageError where there is no terminal for it."""
    if not can_open_app():
        raise UsageError(
            "The app needs a terminal that it can draw on.",
            "Use `quizapp study --plain`: it works over pipes, in dumb terminals and with screen readers.",
        )
    start.settings()

"""Opening the app, or saying what to do where it cannot open."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.cli.compose import Room
    from quizapp.core.step import SessionRequest
    from quizapp.library import Library
    from quizapp.tui.engine import ExamWish, ResultPlace


def can_open_app() -> bool:
    """Whether somebody sits at a terminal that can draw the app."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"


def no_terminal(command: str = "study") -> UsageError:
    """What to say where the app cannot open; `command` has a plain face."""
    return UsageError(
        "The app needs a terminal that it can draw on.",
        f"Use `quizapp {command} --plain`: it works over pipes, in dumb terminals and with screen readers.",
    )


def open_app(
    room: Room,
    library: Library,
    request: SessionRequest | None,
    *,
    fresh: bool,
    exam: ExamWish | None = None,
    result: ResultPlace | None = None,
) -> None:
    """Open the app: at Home, with a `request` in a session, or with an `exam`; `fresh` resumes no session."""
    from quizapp.tui.app import run_app

    code = run_app(
        room.store,
        library,
        room.learner,
        room.settings,
        room.clock,
        room.names,
        room.paths,
        request,
        fresh=fresh,
        exam=exam,
        result=result,
    )
    if code:
        raise SystemExit(code)

"""`quizapp fit`: fit the schedule to a learner's own log."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import agreed, narrate, say_json
from quizapp.cli.start import Start, with_start

if TYPE_CHECKING:
    from quizapp.services.desk import Desk
    from quizapp.services.fitting import Fitting, Rescheduling

_BACK = "`quizapp fit --undo` takes it back."


@click.command("fit")
@click.option("--yes", is_flag=True, help="Do not ask: use the fitted parameters if that is recommended.")
@click.option("--undo", is_flag=True, help="Take back the fit that is in force.")
@click.option("--json", "as_json", is_flag=True, help="For a program. Changes something only with --yes.")
@with_start
def command(start: Start, yes: bool, undo: bool, as_json: bool) -> None:
    """Fit the schedule to your own answers.

    FSRS's 21 parameters are fitted to your log, and tried on answers that were held back. Nothing changes
    before you say yes; then all cards are scheduled anew.
    """
    with opened(start) as room:
        from quizapp.cli.decks import ready_library
        from quizapp.services.desk import Desk

        library = ready_library(room)
        desk = Desk(room.store, library, room.learner, room.settings, room.clock, room.names)
        if undo:
            _undo(desk, yes, as_json)
        else:
            _fit(desk, yes, as_json)


def _fit(desk: Desk, yes: bool, as_json: bool) -> None:
    from quizapp.cli.fittext import say_definitions
    from quizapp.cli.telling import telling
    from quizapp.core.fitting import Verdict
    from quizapp.services.fitting import fit, put_in_force, would_change

    with telling() as tell:
        found = fit(desk, tell)
        change = None if found.parameters is None else would_change(desk, found.parameters, tell)
    if not as_json:
        _say(desk, found, change)
    applied = False
    if found.parameters is not None and change is not None:
        better = found.verdict is Verdict.BETTER
        question = "Use the fitted parameters from now on?" if better else "Use them all the same?"
        if _wanted(question, yes=yes and better, ask=not yes and not as_json):
            with telling() as tell:
                put_in_force(desk, found.parameters, change, tell)
            applied = True
            narrate(f"Your cards are scheduled by your own parameters from now on. {_BACK}")
        elif not as_json:
            narrate(_unchanged(yes))
    if as_json:
        _say_json(desk, found, change, applied)
    else:
        say_definitions()


def _wanted(question: str, *, yes: bool, ask: bool) -> bool:
    """What was said beforehand, or what somebody at a terminal answers; nobody there means no."""
    if yes or not ask or not sys.stdin.isatty():
        return yes
    narrate("")
    return agreed(question, yes=False)


def _unchanged(yes: bool) -> str:
    if yes:
        return "Nothing was changed: `--yes` uses only a fit that is recommended."
    asked = sys.stdin.isatty()
    return "Nothing was changed." if asked else "Nothing was changed. To use a fit in a script: --yes"


def _say(desk: Desk, found: Fitting, change: Rescheduling | None) -> None:
    from quizapp.cli.fittext import say_change, say_fitting

    say_fitting(found)
    if change is not None:
        pace = desk.store.pace(desk.learner.id)[2]
        say_change(change, pace, "What the fitted parameters would change (nothing is written yet)")


def _say_json(desk: Desk, found: Fitting, change: Rescheduling | None, applied: bool) -> None:
    from quizapp.cli.fittext import DEFINITIONS, change_shape, fitting_shape

    say_json(
        {
            "learner": desk.learner.name,
            **fitting_shape(found),
            "change": None if change is None else change_shape(change),
            "applied": applied,
            "definitions": list(DEFINITIONS),
        }
    )


def _undo(desk: Desk, yes: bool, as_json: bool) -> None:
    from quizapp.cli.fittext import change_shape, say_change
    from quizapp.cli.shapes import day_name
    from quizapp.cli.telling import telling
    from quizapp.services.fitting import standing_fit, take_back, would_take_back

    fitted = standing_fit(desk)
    with telling() as tell:
        change = would_take_back(desk, fitted, tell)
    day = day_name(fitted.study_day)
    if not as_json:
        pace = desk.store.pace(desk.learner.id)[2]
        say_change(change, pace, f"What taking back the fit of {day} would change")
    undone = _wanted(f"Take back the fit of {day}?", yes=yes, ask=not as_json)
    if undone:
        with telling() as tell:
            take_back(desk, fitted, change, tell)
        narrate(f"The fit of {day} is taken back: your cards are scheduled as before it.")
    elif not as_json:
        narrate("Nothing was changed." if sys.stdin.isatty() else "Nothing was changed. In a script: --yes")
    if as_json:
        say_json(
            {
                "learner": desk.learner.name,
                "fitted_on": day,
                "change": change_shape(change),
                "taken_back": undone,
            }
        )

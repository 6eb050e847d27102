"""`quizapp report`: where a learner stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import say, say_json
from quizapp.cli.start import Start, with_start
from quizapp.core.wording import NOTHING_DUE, minutes, percent, plural, streak, waiting

if TYPE_CHECKING:
    from quizapp.services.progress import Home


@click.command("report")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(start: Start, as_json: bool) -> None:
    """Show where you stand.

    Today, streak, what is waiting, the calendar of a year and a forecast of two weeks. With --json, each
    figure comes with its definition.
    """
    with opened(start) as room:
        from quizapp.cli.decks import ready_library
        from quizapp.cli.shapes import home_shape
        from quizapp.services.progress import home

        library = ready_library(room)
        found = home(room.store, room.learner, library.decks(), room.settings, room.clock)
    if as_json:
        say_json({"learner": room.learner.name, **home_shape(found)})
    else:
        _say_figures(room.learner.name, found)
        _say_charts(found)


def _say_figures(learner: str, found: Home) -> None:
    today, total = found.today, found.agenda.all
    say(f"{learner}")
    if today.share_right is None:
        say("Today: nothing answered yet.")
    else:
        say(
            f"Today: {plural(today.answers, 'answer')}, {percent(today.share_right)} right, "
            f"{plural(today.new, 'new card')}, {minutes(today.minutes)}."
        )
    best = f" Best: {plural(found.streak.best, 'day')}." if found.streak.best else ""
    say(f"{streak(found.streak.length, found.streak.studied_today)}{best}")
    if total.cards:
        say(f"Waiting: {waiting(total.due, total.learning, total.new)}; {minutes(total.minutes)}.")
    else:
        say(NOTHING_DUE)


def _say_charts(found: Home) -> None:
    from quizapp.cli.charts import LEVELS, calendar_lines, forecast_lines

    say()
    say(f"Answers a day ({LEVELS[0]} none, {LEVELS[1:]} few to many)")
    for line in calendar_lines(found.calendar):
        say(line)
    say()
    say("Reviews due (today with those overdue)")
    for line in forecast_lines(found.forecast):
        say(line)

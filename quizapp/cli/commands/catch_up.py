"""`quizapp catch-up`: what is overdue after a break, spread over days."""

from __future__ import annotations

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import narrate, say_json
from quizapp.cli.start import Start, with_start
from quizapp.errors import UsageError


@click.command("catch-up")
@click.option("--per-day", type=click.IntRange(1, 9999), metavar="N", help="Begin: at most N reviews a day.")
@click.option("--days", type=click.IntRange(1, 180), metavar="N", help="Begin: be through within N days.")
@click.option("--pause-new", is_flag=True, help="No new cards until it is over.")
@click.option("--off", is_flag=True, help="End it; everything is as usual again.")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(
    start: Start, per_day: int | None, days: int | None, pause_new: bool, off: bool, as_json: bool
) -> None:
    """Catch up after a break: what is overdue, most at risk first, so many cards a day.

    Without an option that begins it, it says what is overdue and what it would take.
    """
    begins = per_day is not None or days is not None
    if (per_day is not None and days is not None) or (off and begins):
        raise UsageError("--per-day, --days and --off exclude each other.", "Give one of them.")
    with opened(start) as room:
        from quizapp.cli.decks import ready_library
        from quizapp.cli.plantext import catch_up_shape, say_backlog, say_catch_up
        from quizapp.cli.telling import watching
        from quizapp.services import catchingup
        from quizapp.services.desk import Desk

        library = ready_library(room)
        desk = Desk(room.store, library, room.learner, room.settings, room.clock, room.names)
        if off:
            ended = catchingup.end(desk)
            narrate("Ended. Everything is as usual." if ended else "No catch-up is under way.")
            return
        if begins:
            catchingup.begin(desk, per_day=per_day, days=days, pause_new=pause_new)
            narrate("Begun. `quizapp catch-up --off` ends it.")
        found = catchingup.current(desk)
        late = catchingup.backlog(desk)
        with watching("Working out what it would take") as watch:
            ways = () if found is not None else catchingup.choices(desk, pause_new=pause_new, watch=watch)
    if as_json:
        say_json({"learner": room.learner.name, **catch_up_shape(late, found, ways)})
    elif found is not None:
        say_catch_up(found, late.study_day)
    else:
        say_backlog(late, ways)

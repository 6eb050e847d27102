"""`quizapp due`: what is due, in one line."""

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import say, say_json
from quizapp.cli.start import Start, with_start
from quizapp.core.wording import NOTHING_DUE, minutes, plural, waiting


@click.command("due")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(start: Start, as_json: bool) -> None:
    """Say in one line what is due.

    The exit code is 0 whether something is due or not.
    """
    with opened(start) as room:
        from quizapp.cli.decks import ready_library
        from quizapp.cli.shapes import agenda_shape
        from quizapp.services.progress import agenda

        library = ready_library(room)
        found = agenda(room.store, room.learner, library.decks(), room.settings, room.clock)
        tomorrow = sum(
            room.store.due_per_day(room.learner.id, found.study_day + 1, found.study_day + 1).values()
        )
    total = found.all
    if as_json:
        say_json({"learner": room.learner.name, **agenda_shape(found), "due_tomorrow": tomorrow})
    elif total.cards:
        say(f"{waiting(total.due, total.learning, total.new)}: {minutes(total.minutes)}.")
    else:
        say(f"{NOTHING_DUE} Tomorrow: {plural(tomorrow, 'card')}.")

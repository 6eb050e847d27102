"""`quizapp due`: what is due, in one line."""

from datetime import date

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
        from quizapp.services.progress import agenda

        library = ready_library(room)
        found = agenda(room.store, room.learner, library.decks(), room.settings, room.clock)
        tomorrow = sum(
            room.store.due_per_day(room.learner.id, found.study_day + 1, found.study_day + 1).values()
        )
    total = found.all
    if as_json:
        say_json(
            {
                "learner": room.learner.name,
                "study_day": date.fromordinal(found.study_day).isoformat(),
                "due": total.due,
                "learning": total.learning,
                "new": total.new,
                "minutes": round(total.minutes, 1),
                "due_tomorrow": tomorrow,
                "decks": [
                    {
                        "id": line.deck.id,
                        "due": line.waiting.due,
                        "learning": line.waiting.learning,
                        "new": line.waiting.new,
                        "minutes": round(line.waiting.minutes, 1),
                    }
                    for line in found.decks
                ],
            }
        )
    elif total.cards:
        say(f"{waiting(total.due, total.learning, total.new)}: {minutes(total.minutes)}.")
    else:
        say(f"{NOTHING_DUE} Tomorrow: {plural(tomorrow, 'card')}.")

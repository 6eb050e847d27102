"""`quizapp flags`: the questions that were flagged."""

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import narrate, say, say_json
from quizapp.cli.start import Start, with_start
from quizapp.core.wording import card_label


@click.command("flags")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(start: Start, as_json: bool) -> None:
    """List the questions that were flagged, with file and line.

    A line for each, newest first: file:line, what is asked, the note.
    """
    with opened(start) as room:
        from quizapp.cli.decks import ready_library
        from quizapp.services.flagging import flags

        library = ready_library(room)
        found = [
            (flag, library.place(flag.card), library.card(flag.card))
            for flag in flags(room.store, room.learner.id)
        ]
    if as_json:
        say_json(
            [
                {
                    "card": str(flag.card),
                    "file": str(place[0]) if place else None,
                    "line": place[1] if place else None,
                    "prompt": card.question.prompt if card else None,
                    "note": flag.note,
                    "at": flag.at.isoformat(),
                }
                for flag, place, card in found
            ]
        )
        return
    if not found:
        narrate("Nothing is flagged.")
    for flag, place, card in found:
        where = f"{place[0]}:{place[1]}" if place else f"{flag.card} (in no deck now)"
        asked = f": {card_label(card)}" if card else ""
        say(f"{where}{asked}{f' ({flag.note})' if flag.note else ''}")

"""`quizapp decks`: which decks there are."""

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import narrate, say_json, table
from quizapp.cli.start import Start, with_start
from quizapp.core.wording import deck_line, plural


@click.command("decks")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(start: Start, as_json: bool) -> None:
    """List the decks and where they are.

    A line for each deck: id, title, what is waiting, cards, file.
    """
    with opened(start) as room:
        from quizapp.cli.decks import ready_library
        from quizapp.services.progress import agenda

        library = ready_library(room)
        found = agenda(room.store, room.learner, library.decks(), room.settings, room.clock).decks
    if as_json:
        say_json(
            [
                {
                    "id": line.deck.id,
                    "title": line.deck.title,
                    "file": str(line.deck.path),
                    "starter": line.deck.starter,
                    "errors": line.deck.broken,
                    "due": line.counts.due,
                    "learning": line.counts.learning,
                    "new": line.counts.new,
                    "total": line.counts.total,
                    "suspended": line.counts.suspended,
                }
                for line in found
            ]
        )
        return
    if not found:
        narrate(f"There are no decks. Put YAML files into {start.paths.decks}, or see `quizapp new --help`.")
    table(
        [
            (
                line.deck.id,
                line.deck.title,
                deck_line(line.counts),
                plural(line.counts.total, "card"),
                str(line.deck.path),
            )
            for line in found
        ]
    )

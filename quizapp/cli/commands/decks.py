"""`quizapp decks`: which decks there are."""

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import narrate, say_json, table
from quizapp.cli.start import Start, with_start
from quizapp.core.records import DeckCounts
from quizapp.core.studyday import study_day
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

        library = ready_library(room)
        now = room.clock.now()
        day = study_day(now, room.clock.zone(), room.settings.rollover_hour)
        counts = room.store.deck_counts(room.learner.id, day, now)
        found = [(each, counts.get(each.id, DeckCounts(each.id, 0, 0, 0, 0, 0))) for each in library.decks()]
    if as_json:
        say_json(
            [
                {
                    "id": deck.id,
                    "title": deck.title,
                    "file": str(deck.path),
                    "starter": deck.starter,
                    "errors": deck.broken,
                    "due": count.due,
                    "learning": count.learning,
                    "new": count.new,
                    "total": count.total,
                    "suspended": count.suspended,
                }
                for deck, count in found
            ]
        )
        return
    if not found:
        narrate(f"There are no decks. Put YAML files into {start.paths.decks}, or see `quizapp new --help`.")
    table(
        [
            (deck.id, deck.title, deck_line(count), plural(count.total, "card"), str(deck.path))
            for deck, count in found
        ]
    )

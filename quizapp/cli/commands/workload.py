"""`quizapp workload`: what each desired retention would cost and bring."""

from __future__ import annotations

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import say_json
from quizapp.cli.start import Start, with_start


@click.command("workload")
@click.option("--deck", "only", multiple=True, metavar="ID", help="Only this deck, by id or title.")
@click.option("--days", default=365, type=click.IntRange(30, 3650), help="How many days are simulated (365).")
@click.option("--new", type=click.IntRange(0, 9999), help="New cards a day, instead of the setting.")
@click.option("--reviews", type=click.IntRange(0, 9999), help="Most reviews a day, instead of the setting.")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(
    start: Start, only: tuple[str, ...], days: int, new: int | None, reviews: int | None, as_json: bool
) -> None:
    """Simulate what each desired retention would cost and bring.

    Reviews and minutes a day, and how many cards you would know in the end. Nothing is written.
    """
    with opened(start) as room:
        from quizapp.cli.decks import choose_decks, ready_library
        from quizapp.cli.telling import telling
        from quizapp.cli.workloadtext import say_workloads, workloads_shape
        from quizapp.services.desk import Desk
        from quizapp.services.simulating import simulate

        library = ready_library(room)
        desk = Desk(room.store, library, room.learner, room.settings, room.clock, room.names)
        decks = choose_decks(library.decks(), only)
        with telling() as tell:
            found = simulate(desk, decks, days=days, new_per_day=new, reviews_per_day=reviews, tell=tell)
        if as_json:
            say_json({"learner": desk.learner.name, **workloads_shape(found)})
        else:
            say_workloads(found, f"deck_retention.{decks[0]}" if len(decks) == 1 else "retention")

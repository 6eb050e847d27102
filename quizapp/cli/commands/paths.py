"""`quizapp paths`: where everything is kept."""

import click

from quizapp.cli.output import say_json, table
from quizapp.cli.start import Start, with_start


@click.command("paths")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
@with_start
def command(start: Start, as_json: bool) -> None:
    """Say where everything is kept.

    QUIZAPP_HOME puts all of it into one folder.
    """
    paths = start.paths
    places = {
        "settings": paths.config_file,
        "progress": paths.store,
        "decks": paths.decks,
        "backups": paths.backups,
        "device": paths.device_file,
        "logs": paths.logs,
    }
    if as_json:
        say_json({name: str(place) for name, place in places.items()})
    else:
        table([(name, str(place)) for name, place in places.items()])

"""`quizapp backup`: back up the progress file, or list the backups."""

from pathlib import Path

import click

from quizapp.cli.clock import SystemClock, TimeNames
from quizapp.cli.compose import open_store
from quizapp.cli.output import narrate, say
from quizapp.cli.start import Start, with_start


@click.command("backup")
@click.argument("target", required=False, type=click.Path(path_type=Path))
@click.option("--list", "as_list", is_flag=True, help="List the backups, newest first.")
@with_start
def command(start: Start, target: Path | None, as_list: bool) -> None:
    """Back up the progress file, or list the backups.

    TARGET is the file to write; without it, the backup joins the others. A backup is also made once a day,
    and before anything risky. `quizapp restore` goes back to one.
    """
    from quizapp.services.transfer import back_up, backups_of

    paths = start.paths
    if as_list:
        found = backups_of(paths.store, paths.backups)
        for backup in found:
            say(str(backup))
        if not found:
            narrate(f"There are no backups in {paths.backups} yet.")
        return
    clock = SystemClock()
    with open_store(paths, clock, TimeNames()) as store:
        written = back_up(store, clock, target.absolute() if target else None)
    say(str(written))

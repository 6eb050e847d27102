"""`quizapp restore`: put a backup in place of the progress file."""

from pathlib import Path

import click

from quizapp.cli.clock import SystemClock
from quizapp.cli.compose import make_folder
from quizapp.cli.output import agreed, narrate, say
from quizapp.cli.start import Start, with_start


@click.command("restore")
@click.argument("backup", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_start
def command(start: Start, backup: Path, yes: bool) -> None:
    """Put a backup in place of the progress file.

    BACKUP is a file that `quizapp backup --list` names (its name alone will do). What is there now is kept
    as a backup too; a backup that is damaged is refused. Close the app first.
    """
    from quizapp.services.transfer import examine_backup, restore

    paths = start.paths
    source = backup if backup.exists() or backup.parent != Path() else paths.backups / backup
    examine_backup(source)
    if not agreed(f"Put {source} in place of {paths.store}? What is there now is kept as a backup.", yes):
        narrate("Nothing was changed.")
        return
    make_folder(paths.data_dir)
    done = restore(paths.store, source, backups=paths.backups, clock=SystemClock())
    narrate(f"Progress is as it was in {done.source}.")
    if done.kept is not None:
        narrate("What was there before is kept in:")
        say(str(done.kept))

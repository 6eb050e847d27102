"""`quizapp delete`: all that is kept about a learner, gone."""

import click

from quizapp.cli.clock import SystemClock, TimeNames
from quizapp.cli.compose import open_store
from quizapp.cli.output import agreed, narrate
from quizapp.cli.people import named_learner
from quizapp.cli.start import Start, with_start
from quizapp.core.wording import plural


@click.command("delete")
@click.argument("name")
@click.option("--backups", is_flag=True, help="Delete the backups as well: they hold all learners.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_start
def command(start: Start, name: str, backups: bool, yes: bool) -> None:
    """Delete all that is kept about a learner.

    NAME is the learner. Decks stay. It cannot be taken back; `quizapp export` writes a copy first.
    """
    from quizapp.services.transfer import delete_backups, delete_learner

    with open_store(start.paths, SystemClock(), TimeNames()) as store:
        learner = named_learner(store.learners(), name)
        also = " and all backups" if backups else ""
        if not agreed(f"Delete all progress of {learner.name}{also} for good?", yes):
            narrate("Nothing was changed.")
            return
        gone = delete_learner(store, learner.id)
        narrate(
            f"Deleted {learner.name}: {plural(gone.reviews, 'answer')}, {plural(gone.actions, 'action')}, "
            f"{plural(gone.sessions, 'session')}, {plural(gone.exams, 'exam')}."
        )
        if backups:
            delete_backups(gone.backups)
            narrate(f"Deleted {plural(len(gone.backups), 'backup')}.")
        elif gone.backups:
            narrate(f"{plural(len(gone.backups), 'backup')} in {start.paths.backups} may still hold it.")
            narrate("Delete these files as well if nothing may remain.")

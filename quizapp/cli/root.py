"""The command `quizapp` itself: global options, and the app when no command is given."""

from __future__ import annotations

import os

import click

from quizapp import __version__
from quizapp.cli.lazy import LazyGroup
from quizapp.cli.start import Start, global_options


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Without a command, the app opens. Exit codes: 0 done, 1 findings, 2 usage or unreadable deck, "
    "3 progress file, 70 fault in quizapp, 130 interrupted.",
)
@click.version_option(__version__, prog_name="quizapp", message="%(prog)s %(version)s")
@global_options
@click.pass_context
def quizapp(context: click.Context, learner: str, changes: tuple[str, ...]) -> None:
    """Study question decks in the terminal: graded answers, spaced repetition, progress you can read."""
    context.obj = Start(os.environ, changes, learner)
    if context.invoked_subcommand is None:
        _open_home(context.obj)


def _open_home(start: Start) -> None:
    from quizapp.cli.app import can_open_app, no_terminal, open_app

    if not can_open_app():
        raise no_terminal()
    from quizapp.cli.compose import opened
    from quizapp.cli.decks import ready_library

    with opened(start) as room:
        open_app(room, ready_library(room), None, fresh=False)

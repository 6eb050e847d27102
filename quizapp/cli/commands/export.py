"""`quizapp export`: all that is kept about a learner, as a file."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from quizapp.cli.compose import Room, opened
from quizapp.cli.output import narrate
from quizapp.cli.start import Start, with_start
from quizapp.errors import UsageError


@click.command("export")
@click.argument("target", required=False, type=click.Path(path_type=Path))
@with_start
def command(start: Start, target: Path | None) -> None:
    """Write all that is kept about a learner to a file.

    JSON lines, each one row. Without TARGET, or for -, it goes to standard output.
    """
    with opened(start) as room:
        lines = _to_output(room) if target is None or str(target) == "-" else _to_file(room, target)
        narrate(f"{lines} lines about {room.learner.name}.")


def _to_output(room: Room) -> int:
    from quizapp.services.transfer import export_learner

    with suppress(AttributeError):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    return export_learner(room.store, room.learner, sys.stdout, room.clock)


def _to_file(room: Room, target: Path) -> int:
    from quizapp.services.transfer import export_learner

    if target.exists():
        raise UsageError(f"{target} exists already and is left as it is.", "Name a file that does not exist.")
    beside = target.with_name(f".{target.name}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            lines = export_learner(room.store, room.learner, file, room.clock)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}.", "Name another place.") from error
    finally:
        beside.unlink(missing_ok=True)
    return lines

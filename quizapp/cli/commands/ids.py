"""`quizapp ids`: the ids of questions."""

from pathlib import Path

import click

from quizapp.cli.output import narrate, table
from quizapp.cli.run import Exit
from quizapp.core.wording import plural


@click.command("ids")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Write the missing ids into the files, and change nothing else.")
def command(paths: tuple[Path, ...], write: bool) -> int:
    """Show the ids of questions, or write the missing ones.

    PATHS are deck files. A written id keeps progress when the question is reworded. Exit code 1: some are
    missing.
    """
    from quizapp.services.authoring import write_ids

    if write:
        for path in paths:
            narrate(f"{path}: {plural(write_ids(path), 'id')} written.")
        return Exit.DONE
    missing = sum(_show(path) for path in paths)
    if not missing:
        narrate("All ids are written.")
        return Exit.DONE
    narrate(f"{plural(missing, 'id')} not written; --write writes them.")
    return Exit.FINDINGS


def _show(path: Path) -> int:
    from quizapp.services.authoring import read

    questions = read(path).questions
    table(
        [
            (f"{path}:{each.line}", each.id, "written" if each.id_written else "missing", _asked(each.prompt))
            for each in questions
        ]
    )
    return sum(not each.id_written for each in questions)


def _asked(prompt: str) -> str:
    text = " ".join(prompt.split())
    return text if len(text) <= 50 else f"{text[:49]}…"

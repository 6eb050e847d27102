"""`quizapp hand-in`: a file for the teacher."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import agreed, narrate, say
from quizapp.cli.start import Start, with_start
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.core.handin import Attempt, HandIn
    from quizapp.core.question import DeckId
    from quizapp.services.desk import Desk

LONGEST_NAME = 60
WIDTH = 80


@click.command("hand-in")
@click.option("--exam", is_flag=True, help="Your exam attempts, each answer as you gave it.")
@click.option("--progress", is_flag=True, help="Your progress on the decks named with --deck.")
@click.option("--deck", "only", multiple=True, metavar="ID", help="Only this deck; may be given again.")
@click.option("--as", "name", default="", metavar="NAME", help="What you want to be called in the file.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where the file goes.")
@click.option("--show", is_flag=True, help="Say what would be in the file, and write nothing.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@with_start
def command(
    start: Start,
    exam: bool,
    progress: bool,
    only: tuple[str, ...],
    name: str,
    out: Path | None,
    show: bool,
    force: bool,
) -> None:
    """Write a file for your teacher.

    It holds only what you ask for: exam attempts with --exam, progress on a deck with --deck (with both, only
    the exam attempts at that deck, unless --progress is given too). You are told what is in it.
    """
    with opened(start) as room:
        from quizapp.cli.decks import choose_decks, ready_library
        from quizapp.services.desk import Desk

        library = ready_library(room)
        desk = Desk(room.store, library, room.learner, room.settings, room.clock, room.names)
        decks = choose_decks(library.decks(), only)
        made = _made(desk, _name(name or room.learner.name), decks, exam, progress or not exam)
    if show:
        _tell(made, say)
        return
    target = out or Path(_file_name(made))
    _write(made, target, force)
    _tell(made, narrate)
    narrate("Give it to your teacher. Any editor shows it, but a change will be noticed.")


def _made(desk: Desk, name: str, decks: tuple[DeckId, ...], exam: bool, progress: bool) -> HandIn:
    from quizapp.services.handingin import hand_in

    if progress and not decks:
        raise UsageError(
            "Say what to hand in.",
            "`--exam` for your exam attempts, `--deck ID` for your progress on a deck (`quizapp decks` "
            "lists them).",
        )
    attempts = _attempts(desk, decks) if exam else ()
    if exam and not attempts:
        where = f" at {', '.join(decks)}" if decks else ""
        if not progress:
            raise UsageError(f"You have finished no exam{where}.", "`quizapp exam DECK` takes one.")
        narrate(f"You have finished no exam{where}, so none is in the file.")
    return hand_in(desk, name, decks if progress else (), attempts)


def _attempts(desk: Desk, decks: tuple[DeckId, ...]) -> tuple[Attempt, ...]:
    from quizapp.services.attempts import finished_attempts

    return finished_attempts(desk.store, desk.learner.id, desk.clock.now(), decks)


def _name(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy or not tidy.isprintable() or len(tidy) > LONGEST_NAME:
        raise UsageError(f"The name in the file has 1 to {LONGEST_NAME} printable characters.")
    return tidy


def _file_name(made: HandIn) -> str:
    plain = re.sub(r"[^\w-]+", "-", made.name).strip("-_") or "learner"
    return f"hand-in-{plain}-{made.written_at:%Y-%m-%d}.json"


def _write(made: HandIn, target: Path, force: bool) -> None:
    from quizapp.formats.handin import LARGEST, encode

    text = encode(made)
    if len(text.encode("utf-8")) > LARGEST:
        raise UsageError(
            f"The file would be larger than {LARGEST // 1_000_000} MB, which `quizapp class` does not read.",
            "Hand in fewer decks at once.",
        )
    if str(target) == "-":
        click.echo(text, nl=False)
        return
    from quizapp.saving import save

    if target.exists() and not agreed(f"{target} exists already. Write over it?", force):
        raise UsageError(f"{target} is left as it is.", "Name another file with --out, or add --force.")
    try:
        save(target, text.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}.", "Name another place.") from error
    say(str(target))


def _tell(made: HandIn, tell: Callable[[str], None]) -> None:
    from quizapp.core.handinwording import contents

    for text in contents(made):
        for line in textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_on_hyphens=False):
            tell(line)

"""`quizapp preview`: questions of a deck as a learner sees them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from quizapp.cli.run import Exit
from quizapp.cli.start import Start, with_start


@click.command("preview")
@click.argument("deck", type=click.Path(path_type=Path))
@click.argument("question", default="")
@click.option("--all", "all_", is_flag=True, help="All questions of the deck.")
@click.option("--answer", "lines", multiple=True, metavar="LINE", help="Judge this answer; once a blank.")
@with_start
def command(start: Start, deck: Path, question: str, all_: bool, lines: tuple[str, ...]) -> int:
    """Show questions of a deck as a learner sees them.

    DECK is a file, or the id of a deck that you study; QUESTION an id, a line of the file, or words of what
    is asked (else the first). With --answer, say how an answer would be judged. Nothing is written. Exit
    code 1: it is no answer.
    """
    from quizapp.core.card import cards_of
    from quizapp.plain.preview import preview, trial
    from quizapp.plain.talk import Talk
    from quizapp.services.authoring import find_question, read

    found = read(_file_of(start, deck))
    talk = Talk(sys.stdin, sys.stdout, shutil.get_terminal_size((80, 24)).columns)
    wanted = found.questions if all_ else (find_question(found, question),)
    cards = [card for each in wanted for card in cards_of(found.id, each)]
    if not lines:
        for card in cards:
            preview(talk, card)
        return Exit.DONE
    defaults = start.settings().grading
    judged = [trial(talk, card, lines, defaults) for card in cards[:1]]
    return Exit.DONE if all(judged) else Exit.FINDINGS


def _file_of(start: Start, deck: Path) -> Path:
    """The file itself, or that of the deck whose id is given instead of a file."""
    from quizapp.cli.compose import deck_folders
    from quizapp.services.authoring import decks_below

    if deck.exists() or len(deck.parts) != 1:
        return deck
    folders = deck_folders(start.paths, start.settings())
    found = (file for folder in folders for file, each in decks_below(folder.path) if each.id == deck.name)
    return next(found, deck)

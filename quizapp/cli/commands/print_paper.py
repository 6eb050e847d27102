"""`quizapp print`: a deck or its exam as a paper, with or without the key."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.output import agreed, narrate, say
from quizapp.cli.start import Start, with_start
from quizapp.core.wording import plural
from quizapp.errors import DeckError, UsageError

if TYPE_CHECKING:
    from quizapp.core.deck import Deck
    from quizapp.services.pictures import Pictures


@click.command("print")
@click.argument("deck")
@click.option("--versions", type=click.IntRange(1, 26), default=1, metavar="N", help="Versions A, B, ...")
@click.option("--seed", default="", metavar="TEXT", help="What the versions are drawn by.")
@click.option("--shuffle", is_flag=True, help="The questions of each version in an order of its own.")
@click.option("--key", is_flag=True, help="The key after the questions.")
@click.option("--only-key", is_flag=True, help="The key alone.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", help="The size of the paper.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where the page goes.")
@click.option("--force", is_flag=True, help="Write over files that exist.")
@with_start
def command(
    start: Start,
    deck: str,
    versions: int,
    seed: str,
    shuffle: bool,
    key: bool,
    only_key: bool,
    paper: str,
    out: Path | None,
    force: bool,
) -> None:
    """Make a paper from a deck: an HTML page that prints well.

    DECK is an id, a title or a file. With an `exam:` section its plan says what is asked; otherwise every
    question is, flashcards as open questions. Open the page in a browser and print it. The same deck and seed
    always give the same papers.
    """
    from quizapp.cli.onedeck import deck_file
    from quizapp.core.papersheet import sheets
    from quizapp.services.deriving import slug
    from quizapp.services.papers import read_exam_file
    from quizapp.services.pictures import Pictures
    from quizapp.services.printing import file_names, page

    path = deck_file(start, deck)
    found, _ = read_exam_file(path)
    made = sheets(found, seed, versions, mixed=shuffle)
    if not made[0].questions:
        raise UsageError(f"{found.title} has no question that can be printed.", f"See quizapp check {path}")
    if str(out) == "-" and versions > 1:
        raise UsageError("Several versions are several files.", "Name a file after --out, or leave it out.")
    pictures = Pictures(path.absolute().parent)
    pages = [
        page(found, each, pictures, paper=paper, questions=not only_key, key=key or only_key) for each in made
    ]
    _tell(found, pictures)
    if str(out) == "-":
        click.echo(pages[0], nl=False)
        return
    stem = f"{slug(found.id)}{'-key' if only_key else ''}.html"
    _write(file_names(out or Path(stem), made), pages, force)


def _tell(deck: Deck, pictures: Pictures) -> None:
    from quizapp.services.printing import not_printed

    for name, why in pictures.missing.items():
        narrate(f"The picture {name} is left out: {why}. Its words stand in its place.")
    out = not_printed(deck)
    if out:
        which = ", ".join(str(question.line) for question in out[:8]) + (", ..." if len(out) > 8 else "")
        narrate(f"{plural(len(out), 'question')} not on the paper (line {which}): no exam can ask them.")


def _write(files: Sequence[Path], pages: Sequence[str], force: bool) -> None:
    from quizapp.saving import save

    there = [str(file) for file in files if file.exists()]
    if there and not agreed(f"Write over {', '.join(there)}?", force):
        narrate("Nothing was written.")
        return
    for file, text in zip(files, pages, strict=True):
        try:
            save(file, text.encode("utf-8", "replace"))
        except OSError as error:
            raise DeckError(
                f"{file} cannot be written: {error.strerror or error}.", "Name another file after --out."
            ) from None
        say(str(file))
    if sys.stderr.isatty():
        narrate("Open it in a browser, and print it from there.")

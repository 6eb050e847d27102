"""`quizapp add`: copy decks into the learner's deck folder."""

import shutil
from pathlib import Path

import click

from quizapp.cli.compose import make_folder
from quizapp.cli.output import narrate, say
from quizapp.cli.start import Start, with_start
from quizapp.errors import DeckError, UsageError


@click.command("add")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Replace a deck file of the same name.")
@with_start
def command(start: Start, paths: tuple[Path, ...], replace: bool) -> None:
    """Copy decks into your deck folder.

    PATHS are deck files. To use decks where they are, name their folder in the setting `deck_folders`.
    """
    folder = start.paths.decks
    make_folder(folder)
    for path in paths:
        _check(path, folder)
    for path in paths:
        _copy(path, folder / path.name, replace)


def _check(path: Path, folder: Path) -> None:
    from quizapp.formats.native import read_deck
    from quizapp.services.authoring import decks_below, named_as_deck, read_bytes

    reading = read_deck(read_bytes(path), str(path))
    if reading.deck is None:
        raise DeckError(f"{path}: this is no deck that can be used.", f"`quizapp check {path}` says why.")
    named_as_deck(path)
    for file, deck in decks_below(folder):
        if deck.id == reading.deck.id and file != folder / path.name:
            raise UsageError(
                f"{path}: the deck {file} has the id `{deck.id}` already, so this one could not be used.",
                "Take that one out with quizapp remove, or give yours another `id:`",
            )
    if reading.findings:
        narrate(f"{path}: the checker has something to say; see `quizapp check {path}`.")


def _copy(path: Path, target: Path, replace: bool) -> None:
    if target.exists() and target.resolve() == path.resolve():
        narrate(f"{path} is in your deck folder already.")
        return
    if target.exists() and target.read_bytes() != path.read_bytes() and not replace:
        raise UsageError(
            f"{target}: there is another deck file of this name.",
            "Rename yours, or replace that one with --replace (progress goes by the deck's id).",
        )
    beside = target.with_name(f".{target.name}.new")
    try:
        shutil.copyfile(path, beside)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(f"{target}: cannot be written: {error.strerror}.") from error
    say(str(target))

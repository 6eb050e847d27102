"""`quizapp remove`: take a deck out of the learner's deck folder."""

import click

from quizapp.cli.compose import opened
from quizapp.cli.output import agreed, narrate, say
from quizapp.cli.start import Start, with_start
from quizapp.errors import UsageError


@click.command("remove")
@click.argument("deck")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_start
def command(start: Start, deck: str, yes: bool) -> None:
    """Take a deck out of your deck folder; progress is kept.

    DECK is its id or title. The file is moved into the folder `removed` beside your deck folder.
    """
    with opened(start) as room:
        from quizapp.cli.decks import choose_decks, ready_library

        library = ready_library(room)
        wanted = choose_decks(library.decks(), [deck])[0]
        entry = next(each for each in library.decks() if each.id == wanted)
        if room.paths.decks.absolute() not in entry.path.parents:
            raise UsageError(
                f"{entry.path}: this deck is not in your deck folder, so it is left where it is.",
                "Starter decks stay; a folder of the settings is left out by changing `deck_folders`.",
            )
        if not agreed(f"Take out {entry.title} ({entry.path})? Progress is kept.", yes):
            narrate("Nothing was changed.")
            return
        folder = room.paths.data_dir / "removed"
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / entry.path.name
        if target.exists():
            target = folder / f"{entry.path.stem}-{room.clock.now():%Y%m%d%H%M%S%f}{entry.path.suffix}"
        entry.path.rename(target)
        library.sync()
    say(str(target))

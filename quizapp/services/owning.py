"""Making a starter deck one's own: the first edit goes into a copy, which then takes the starter's place."""

from __future__ import annotations

from pathlib import Path

from quizapp.core.card import CardKey
from quizapp.errors import UsageError
from quizapp.library import Library
from quizapp.saving import save_over


def place_to_edit(library: Library, key: CardKey, own: Path) -> tuple[Path, int] | None:
    """The file and 1-based line at which a question may be edited; None when it is in no deck file.

    The question of a starter deck is copied, with its whole deck, into the folder `own`. UsageError when
    there is another file of that name.
    """
    place = library.place(key)
    entry = next((each for each in library.decks() if each.id == key.deck), None)
    if place is None or entry is None or not entry.starter:
        return place
    copy = own / entry.path.name
    if copy.exists():
        raise UsageError(
            f"{copy}: another file has this name, so the starter deck cannot be copied there.",
            "Rename that file, then edit again.",
        )
    save_over(copy, None, entry.path.read_bytes())
    return copy, place[1]


def drop_unchanged_copy(library: Library, key: CardKey, copy: Path) -> None:
    """Remove a copy in which nothing was edited, so that the starter deck goes on being updated."""
    starter = next((each for each in library.decks() if each.id == key.deck and each.starter), None)
    if starter is None or copy == starter.path or not copy.exists():
        return
    if copy.read_bytes() == starter.path.read_bytes():
        copy.unlink()

"""One deck that a command works on: named by id, title or file, with the library that holds it."""

from __future__ import annotations

from pathlib import Path

from quizapp.cli.compose import Room, deck_folders
from quizapp.cli.decks import choose_decks, decks_in, ready_library
from quizapp.cli.start import Start
from quizapp.core.question import DeckId
from quizapp.library import DeckEntry, Library


def library_with(room: Room, name: str) -> Library:
    """The library, read again; with the deck file in it when the name is one."""
    return ready_library(room, [Path(name)] if _is_file(name) else [])


def deck_named(library: Library, name: str) -> DeckEntry:
    """The deck with this id or title, or in this file; an error says that there is none, or several."""
    decks = library.decks()
    wanted = decks_in(decks, [Path(name)]) if _is_file(name) else choose_decks(decks, [name])
    return next(each for each in decks if each.id == wanted[0])


def as_typed(name: str) -> str:
    """The name of a deck as it is typed in a command."""
    return name if name and not any(character.isspace() for character in name) else f'"{name}"'


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def deck_file(start: Start, name: str) -> Path:
    """The file with this name, or that of the deck with this id or title; opens no progress file."""
    from quizapp.services.authoring import decks_below

    if _is_file(name) or Path(name).suffix.lower() in (".yaml", ".yml"):
        return Path(name)
    entries: dict[DeckId, DeckEntry] = {}
    for folder in deck_folders(start.paths, start.settings()):
        if folder.path.is_dir():
            for file, deck in decks_below(folder.path):
                entries.setdefault(deck.id, DeckEntry(deck.id, deck.title, file, folder.starter, 0))
    chosen = choose_decks(tuple(entries.values()), [name])
    return entries[chosen[0]].path

"""Deck files on disk: find them, read what changed, keep progress with the questions that were edited."""

from quizapp.library.library import DeckEntry, Library, SyncReport
from quizapp.library.scanning import ENDINGS, Folder

__all__ = ["ENDINGS", "DeckEntry", "Folder", "Library", "SyncReport"]

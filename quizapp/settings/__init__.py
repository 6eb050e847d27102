"""What a person can set, and where everything is kept: one table of settings, read from four places."""

from quizapp.settings.loading import Loaded, load, with_changes
from quizapp.settings.paths import HOME_VARIABLE, Paths, find_paths
from quizapp.settings.table import Entry, Settings, entries

__all__ = [
    "HOME_VARIABLE",
    "Entry",
    "Loaded",
    "Paths",
    "Settings",
    "entries",
    "find_paths",
    "load",
    "with_changes",
]

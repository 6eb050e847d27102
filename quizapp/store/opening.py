"""Opening a progress file: look before touching it, back it up before changing its tables."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from quizapp.core.clock import Clock
from quizapp.errors import StoreDamaged, StoreError, StoreNewer
from quizapp.store import backup, schema
from quizapp.store.connection import RESTORE_HINT, Connection, cannot_open, damaged, read_only, translated

_OLDEST_SQLITE = (3, 37, 0)
_MAGIC = b"SQLite format 3\0"


def open_connection(path: Path, *, backups: Path, clock: Clock, patience_ms: int) -> Connection:
    """A connection to a healthy, up-to-date progress file, made or migrated where needed.

    Raises StoreError or one of its kinds; a file that is damaged, newer or not ours is left as it is.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreError(
            f"This Python has SQLite {sqlite3.sqlite_version}; quizapp needs 3.37 or newer.",
            "Install a newer Python, then start quizapp with it.",
        )
    look(path)
    _check_writable(path)
    if path.exists() and not path.stat().st_size and backup.found(backups, path):
        raise StoreDamaged(
            f"The progress file {path} is empty, but there are backups in {backups}.", RESTORE_HINT
        )
    db = Connection(path, patience_ms=patience_ms)
    try:
        _bring_up_to_date(db, backups, clock)
        db.prepare()
    except BaseException:
        db.close()
        raise
    return db


def look(path: Path) -> None:
    """Raise StoreError for what SQLite should not even touch; an empty or missing file is let pass."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a progress file.", "Name a file.")
    if not path.parent.is_dir():
        raise cannot_open(path)
    try:
        with path.open("rb") as file:
            header = file.read(len(_MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(
            f"The progress file {path} cannot be read: {error.strerror}.",
            "Give yourself the right to read it.",
        ) from error
    if header and not header.startswith(_MAGIC):
        raise damaged(path, "it is not an SQLite database")


def _bring_up_to_date(db: Connection, backups: Path, clock: Clock) -> None:
    names = known(db)
    if names == schema.NAMES:
        return
    if names:
        backup.stamped(db, backups, clock, "before-migration")
    with translated(db.path):
        schema.migrate(db)


def known(db: Connection) -> tuple[str, ...]:
    """The migrations that the file has had; StoreNewer or StoreDamaged when it is not one that we can use."""
    names = schema.applied(db)
    if names is None:
        raise StoreDamaged(
            f"{db.path} is an SQLite database, but not a progress file of quizapp.",
            "Nothing was changed. Name another file, or move this one away.",
        )
    if set(names) - set(schema.NAMES):
        raise StoreNewer(
            f"The progress file {db.path} was written by a newer version of quizapp.",
            "Nothing was changed. Install the newest quizapp and start it again.",
        )
    return names


def _check_writable(path: Path) -> None:
    """Find out now, not at the first answer, that nothing can be written."""
    try:
        # Before there is a connection: closing the file would give up the locks of one.
        with path.open("r+b"):
            pass
    except FileNotFoundError:
        pass
    except OSError as error:
        raise read_only(path) from error

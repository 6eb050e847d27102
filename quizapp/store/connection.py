"""One connection to the progress file: its pragmas, its transactions, and SQLite's errors in our words."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from quizapp.errors import StoreDamaged, StoreError, StoreFull, StoreLocked, StoreReadOnly

Value = str | int | float | bytes | None
Row = tuple[Any, ...]

RESTORE_HINT = (
    "Nothing was changed. `quizapp backup --list` names the backups; `quizapp restore` goes back to "
    "one and keeps the damaged file."
)
_LOCK_HINT = "Close the other quizapp window, or wait until it is done, and try again."
_FULL_HINT = "Free some space on that disk and try again. Nothing was half-written."

_WAL_PAUSE_S = 0.02


class Connection:
    """SQLite as the store uses it. It belongs to the thread that made it.

    Every method raises one of the StoreError family where SQLite reports trouble with the file; a mistake in
    our own SQL stays a `sqlite3` error.
    """

    def __init__(self, path: Path, *, patience_ms: int) -> None:
        """Connect to `path`, which is made if it is not there; wait at most `patience_ms` for a lock."""
        self.path = path
        self._patience_s = patience_ms / 1000
        with translated(path):
            self._db = sqlite3.connect(
                path, timeout=self._patience_s, isolation_level=None, cached_statements=256
            )

    @property
    def raw(self) -> sqlite3.Connection:
        """The connection itself, for migrations and backups."""
        return self._db

    def close(self) -> None:
        self._db.close()

    def trace(self, callback: Callable[[str], None] | None) -> None:
        """Call back with each statement before it runs; None stops it."""
        self._db.set_trace_callback(callback)

    def prepare(self) -> None:
        """Set what SQLite does not remember from one connection to the next."""
        with translated(self.path):
            self._use_write_ahead_log()
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA trusted_schema = OFF")

    def _use_write_ahead_log(self) -> None:
        # SQLite does not wait here when another connection is about to do the same.
        until = time.monotonic() + self._patience_s
        while True:
            try:
                if self._db.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                    self._db.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(_WAL_PAUSE_S)

    def version(self) -> int:
        """A number that is another one as soon as another connection has written."""
        row = self.one("PRAGMA data_version")
        return 0 if row is None else int(row[0])

    def checkpoint(self, *, wait: bool = False) -> None:
        """Fold the write-ahead log into the file, as far as others allow; or `wait` for them and empty it."""
        with translated(self.path), suppress(sqlite3.OperationalError):
            self._db.execute(f"PRAGMA wal_checkpoint({'TRUNCATE' if wait else 'PASSIVE'})")

    def rows(self, sql: str, args: Sequence[Value] = ()) -> list[Row]:
        with translated(self.path):
            return self._db.execute(sql, args).fetchall()

    def each(self, sql: str, args: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows one by one, for results too large to hold."""
        with translated(self.path):
            yield from self._db.execute(sql, args)

    def one(self, sql: str, args: Sequence[Value] = ()) -> Row | None:
        with translated(self.path):
            row: Row | None = self._db.execute(sql, args).fetchone()
            return row

    def columns(self, sql: str) -> list[str]:
        """The names of a query's columns; its arguments are taken as NULL."""
        with translated(self.path):
            cursor = self._db.execute(f"SELECT * FROM ({sql}) LIMIT 0", (None,) * sql.count("?"))
            return [name for name, *_ in cursor.description]

    def run(self, sql: str, args: Sequence[Value] = ()) -> int:
        """Run a statement; the number of rows that it changed."""
        with translated(self.path):
            return self._db.execute(sql, args).rowcount

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        with translated(self.path):
            self._db.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: takes the write lock at once, commits at the end, rolls back on any exception."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # A full disk may have ended the transaction already.
            if self._db.in_transaction:
                with suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")
            raise


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's report of trouble with the file at `path` into ours; other errors pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        ours = _in_our_words(error, path)
        if ours is None:
            raise
        raise ours from error


def _in_our_words(error: sqlite3.DatabaseError, path: Path) -> StoreError | None:
    code = getattr(error, "sqlite_errorcode", None)
    match None if code is None else code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreLocked(f"Another program is writing to the progress file {path}.", _LOCK_HINT)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return read_only(path)
        case sqlite3.SQLITE_CANTOPEN:
            return read_only(path) if path.exists() else cannot_open(path)
        case sqlite3.SQLITE_FULL:
            return StoreFull(f"The disk is full: nothing more can be written to {path}.", _FULL_HINT)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path, str(error))
        case sqlite3.SQLITE_IOERR:
            return StoreError(
                f"The disk reports an error for the progress file {path}: {error}.",
                "Check that the disk is connected, healthy and not full, then try again.",
            )
        case _:
            return None


def damaged(path: Path, what: str) -> StoreDamaged:
    """The error for a file that is no healthy database."""
    return StoreDamaged(f"The progress file {path} is damaged: {what}.", RESTORE_HINT)


def read_only(path: Path) -> StoreReadOnly:
    """The error for a file, or a folder around it, that may not be written."""
    return StoreReadOnly(
        f"The progress file {path} cannot be written.",
        f"Make the file and its folder {path.parent} writable, or set QUIZAPP_HOME to another folder.",
    )


def cannot_open(path: Path) -> StoreError:
    """The error for a place where no file can be made."""
    return StoreError(
        f"The progress file {path} cannot be opened.",
        f"Check that the folder {path.parent} exists and that you may write in it.",
    )

"""Going back to a backup, without losing what is there now."""

from __future__ import annotations

import glob
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from quizapp.core.clock import Clock
from quizapp.errors import StoreDamaged, StoreError, StoreNewer
from quizapp.store import backup, opening, schema
from quizapp.store.connection import Connection, translated

_COMPANIONS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """`kept` is where the progress file as it was before now lies; None when there was none."""

    source: Path
    kept: Path | None


def restore(path: Path, source: Path, *, backups: Path, clock: Clock, patience_ms: int) -> Restored:
    """Put the backup `source` in place of the progress file at `path`.

    The backup is examined first; a damaged or newer one is refused with StoreDamaged or StoreNewer, and
    nothing changes. A healthy progress file is backed up first; a damaged one is moved aside, with its log.
    StoreLocked when another program is writing.
    """
    if source.resolve() == path.resolve():
        raise StoreError(f"{source} is the progress file itself, not a backup.", "Name one of the backups.")
    examine(source)
    part = path.with_name(path.name + ".restoring")
    try:
        if _usable(path, patience_ms):
            with closing(Connection(path, patience_ms=patience_ms)) as db:
                kept: Path | None = backup.stamped(db, backups, clock, "before-restore")
                _overwrite(db, source)
        else:
            _copy(source, part)
            kept = _set_aside(path, clock)
            backup.replace(part, path)
    except OSError as error:
        raise StoreError(
            f"The backup {source} cannot be put at {path}: {error.strerror}.",
            "Make room or give yourself the right to write there, then try again.",
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return Restored(source, kept)


def examine(source: Path) -> None:
    """Raise StoreError or one of its kinds unless `source` is a whole, healthy backup that we can use."""
    if not source.is_file():
        raise StoreError(
            f"There is no backup {source}.", "`quizapp backup --list` names those that there are."
        )
    try:
        opening.look(source)
        # A progress file that was copied by hand may have its write-ahead log beside it.
        with closing(_connect_read_only(source)) as db:
            names = _names(db, source)
            backup.check(db, source, thorough=True)
    except StoreDamaged as error:
        raise StoreDamaged(
            f"The backup {source} cannot be used: {error}", "Nothing was changed. Choose another backup."
        ) from error
    if not names:
        raise StoreDamaged(
            f"{source} is not a backup of quizapp.", "Nothing was changed. Choose another file."
        )
    if set(names) - set(schema.NAMES):
        raise StoreNewer(
            f"The backup {source} was written by a newer version of quizapp.",
            "Nothing was changed. Install the newest quizapp and try again.",
        )


def _connect_read_only(path: Path) -> sqlite3.Connection:
    log = path.with_name(path.name + "-wal")
    how = "mode=ro" if log.exists() else "mode=ro&immutable=1"
    with translated(path):
        return sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, isolation_level=None)


def _names(db: sqlite3.Connection, path: Path) -> list[str]:
    with translated(path):
        table = db.execute(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (schema.MIGRATIONS_TABLE,)
        ).fetchone()
        if table is None:
            return []
        sql = f"SELECT name FROM {schema.MIGRATIONS_TABLE} WHERE migration_set = ?"
        return [name for (name,) in db.execute(sql, (schema.MIGRATION_SET,))]


def _usable(path: Path, patience_ms: int) -> bool:
    """Whether there is a progress file that SQLite can copy; StoreLocked when it is being written."""
    if not path.exists() or not path.stat().st_size:
        return False
    try:
        opening.look(path)
        with closing(Connection(path, patience_ms=patience_ms)) as db:
            db.run("BEGIN IMMEDIATE")
            backup.check(db.raw, path)
            db.run("ROLLBACK")
    except StoreDamaged:
        return False
    return True


def _overwrite(db: Connection, source: Path) -> None:
    """Copy the backup over the open database as one transaction, which other windows see like any change."""
    # SQLite's copying waits for a lock without end; so make sure that it gets one.
    db.run("BEGIN IMMEDIATE")
    db.run("ROLLBACK")
    with closing(_connect_read_only(source)) as copy, translated(db.path):
        copy.backup(db.raw)
    db.checkpoint()


def _copy(source: Path, part: Path) -> None:
    part.unlink(missing_ok=True)
    with (
        closing(_connect_read_only(source)) as copy,
        closing(sqlite3.connect(part, isolation_level=None)) as target,
        translated(part),
    ):
        copy.backup(target)


def set_aside(path: Path) -> list[Path]:
    """Damaged files that a restore moved out of the way of the progress file at `path`, by name."""
    pattern = f"{glob.escape(path.stem)}-????-??-??-??????-damaged{glob.escape(path.suffix)}*"
    return sorted(path.parent.glob(pattern))


def _set_aside(path: Path, clock: Clock) -> Path | None:
    if not path.exists():
        return None
    stamp = clock.now().astimezone(clock.zone()).strftime("%Y-%m-%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-{stamp}-damaged{path.suffix}")
    for companion in _COMPANIONS:
        old = path.with_name(path.name + companion)
        if old.exists():
            old.replace(aside.with_name(aside.name + companion))
    return aside

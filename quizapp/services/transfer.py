"""A learner's progress as files: backups, going back to one, taking one's data out, deleting it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from quizapp.core.clock import Clock
from quizapp.core.event import LearnerId
from quizapp.core.records import Learner
from quizapp.errors import StoreError
from quizapp.store import audit, backup, persons, restoring
from quizapp.store.restoring import Restored
from quizapp.store.store import PATIENCE_MS, Store

EXPORT_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many rows were deleted, and the backups and damaged files that may still hold what they said."""

    reviews: int
    actions: int
    sessions: int
    exams: int
    backups: tuple[Path, ...]


def back_up(store: Store, clock: Clock, target: Path | None = None) -> Path:
    """Write a backup now, to `target` or among the other backups; its path.

    StoreError when `target` exists already or cannot be written.
    """
    if target is None:
        return backup.stamped(store.connection, store.backups, clock, "by-request")
    if target.exists():
        raise StoreError(f"{target} exists already and is left as it is.", "Name a file that does not exist.")
    backup.write(store.connection, target)
    return target


def backups_of(progress_file: Path, folder: Path) -> tuple[Path, ...]:
    """The backups of a progress file, newest first."""
    return tuple(backup.found(folder, progress_file))


def examine_backup(source: Path) -> None:
    """Raise StoreError or one of its kinds unless `source` is a healthy backup that this quizapp can use."""
    restoring.examine(source)


def restore(
    progress_file: Path, source: Path, *, backups: Path, clock: Clock, patience_ms: int = PATIENCE_MS
) -> Restored:
    """Put a backup in place of the progress file, which no `Store` of this program may have open.

    What was there is kept: `Restored.kept`. Raises StoreError or one of its kinds, before anything changed.
    """
    return restoring.restore(progress_file, source, backups=backups, clock=clock, patience_ms=patience_ms)


def export_learner(store: Store, learner: Learner, out: TextIO, clock: Clock) -> int:
    """Write all that is kept about a learner as JSON lines (docs/data.md); the number of lines.

    The first line says what this is, each other is one row: `type` names its table.
    """
    head = {
        "type": "quizapp-export",
        "format": EXPORT_FORMAT,
        "learner": learner.name,
        "written_at": clock.now().isoformat(),
    }
    lines = 0
    for row in (head, *persons.everything(store.connection, learner.id)):
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        # Half a character that a terminal sent cannot be written as UTF-8, but as an escape.
        out.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
        lines += 1
    return lines


def delete_learner(store: Store, learner: LearnerId) -> Deleted:
    """Delete all that is kept about a learner from the progress file, and overwrite it there.

    Backups are left; `delete_backups` takes those as well. Decks are nobody's and stay.
    """
    db = store.connection
    counts = persons.count(db, learner)
    with db.transaction():
        persons.erase(db, learner)
    audit.reclaim(db)
    return Deleted(
        reviews=counts["review"],
        actions=counts["action"],
        sessions=counts["session"],
        exams=counts["exam_attempt"],
        backups=(*backups_of(store.path, store.backups), *restoring.set_aside(store.path)),
    )


def delete_backups(backups: Iterable[Path]) -> None:
    """Delete backups for good; StoreError names one that cannot be deleted."""
    for path in backups:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"The backup {path} cannot be deleted: {error.strerror}.", "Delete the file yourself."
            ) from error

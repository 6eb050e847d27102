"""Backups: whole copies of the progress file, checked before they count, thinned as they age."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Hashable, Iterable
from contextlib import closing, suppress
from datetime import date
from itertools import count
from pathlib import Path

from quizapp.core.clock import Clock
from quizapp.errors import StoreError
from quizapp.store.connection import Connection, damaged, translated

_DAILY = 7
_WEEKLY = 4
_MONTHLY = 12
_STAMPED = 5


def if_due(db: Connection, folder: Path, clock: Clock) -> Path | None:
    """Write today's backup unless there is one; the path of a new one. Old ones are thinned."""
    target = folder / f"{db.path.stem}-{_today(clock)}.db"
    if target.exists():
        return None
    write(db, target)
    thin(folder, db.path)
    return target


def stamped(db: Connection, folder: Path, clock: Clock, why: str) -> Path:
    """Write a backup that has the time and its reason in its name, such as `before-migration`.

    It replaces no other, and none is deleted for it: one of them may be what is being restored.
    """
    stamp = clock.now().astimezone(clock.zone()).strftime("%Y-%m-%d-%H%M%S")
    name = f"{db.path.stem}-{stamp}-{why}"
    target = folder / f"{name}.db"
    for number in count(2):
        if not target.exists():
            break
        target = folder / f"{name}-{number}.db"
    write(db, target)
    return target


def write(db: Connection, target: Path) -> None:
    """Copy the database into one file at `target`, which appears only when it is whole and healthy."""
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            with translated(part):
                db.raw.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            check(copy, db.path)
        replace(part, target)
    except OSError as error:
        raise StoreError(
            f"The backup {target} cannot be written: {error.strerror}.",
            "Make room or give yourself the right to write there, then try again.",
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()


def check(db: sqlite3.Connection, path: Path, *, thorough: bool = False) -> None:
    """StoreDamaged, naming `path`, when SQLite finds a fault in the database."""
    with translated(path):
        (found,) = db.execute("PRAGMA integrity_check(1)" if thorough else "PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise damaged(path, " ".join(str(found).split()))


def replace(part: Path, target: Path) -> None:
    """Put a finished file in its place, so that a power cut leaves either the old or the new one."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def found(folder: Path, path: Path) -> list[Path]:
    """All backups of the progress file at `path`, newest first."""
    pattern = re.compile(rf"{re.escape(path.stem)}-\d{{4}}-\d\d-\d\d(-\d{{6}}-[a-z-]+(-\d+)?)?\.db")
    if not folder.is_dir():
        return []
    return sorted((p for p in folder.iterdir() if pattern.fullmatch(p.name)), key=_age, reverse=True)


def _age(path: Path) -> tuple[int, str]:
    return path.stat().st_mtime_ns, path.name


def thin(folder: Path, path: Path) -> None:
    """Delete the backups that are no longer kept."""
    daily: dict[date, Path] = {}
    special: list[Path] = []
    for candidate in found(folder, path):
        text = candidate.stem.removeprefix(f"{path.stem}-")
        if len(text) > len("2026-01-31"):
            special.append(candidate)
        else:
            with suppress(ValueError):
                daily[date.fromisoformat(text)] = candidate
    keep = kept(daily)
    gone = [p for day, p in daily.items() if day not in keep]
    for old in (*gone, *sorted(special, key=lambda p: p.name, reverse=True)[_STAMPED:]):
        old.unlink(missing_ok=True)


def kept(days: Iterable[date]) -> set[date]:
    """Which daily backups stay: the last 7, the last of each of 4 weeks, the last of each of 12 months."""
    newest = sorted(days, reverse=True)
    keep = set(newest[:_DAILY])
    keep |= _last_of_each(newest, lambda day: day.isocalendar()[:2], _WEEKLY)
    keep |= _last_of_each(newest, lambda day: (day.year, day.month), _MONTHLY)
    return keep


def _last_of_each(newest: list[date], period: Callable[[date], Hashable], count: int) -> set[date]:
    last: dict[Hashable, date] = {}
    for day in newest:
        last.setdefault(period(day), day)
    return set(list(last.values())[:count])


def _today(clock: Clock) -> date:
    return clock.now().astimezone(clock.zone()).date()

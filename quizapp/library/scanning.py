"""Which deck files there are, and what the disk says of each."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.core.finding import Finding, Severity

ENDINGS = (".yaml", ".yml")
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Folder:
    """A place to look for decks: a folder, searched with all that is in it, or one deck file.

    `starter` marks the decks that come with the program: another deck with the same id takes their place.
    """

    path: Path
    starter: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A deck file with what tells whether it changed."""

    path: Path
    mtime_ns: int
    size: int
    inode: int
    starter: bool


def scan(folders: Sequence[Folder]) -> tuple[list[Found], list[Finding]]:
    """Every deck file once: the learner's own before the starter decks, then by folder and path."""
    found: dict[Path, Found] = {}
    findings: list[Finding] = []
    for folder in sorted(folders, key=lambda each: each.starter):
        for path in _files(folder.path, findings):
            if path in found:
                continue
            try:
                seen = path.stat()
            except OSError as error:
                findings.append(unreadable(path, error))
                continue
            if not stat.S_ISREG(seen.st_mode):
                findings.append(_no_file(path))
                continue
            found[path] = Found(path, seen.st_mtime_ns, seen.st_size, seen.st_ino, folder.starter)
    return list(found.values()), findings


def unreadable(path: Path, error: OSError) -> Finding:
    """What to say of a file or folder that the system does not let us read."""
    return Finding(
        file=str(path),
        line=0,
        column=0,
        code="unreadable",
        severity=Severity.ERROR,
        message=f"This cannot be read: {error.strerror or error}.",
        fix="Check that it exists and that you may read it.",
    )


def _no_file(path: Path) -> Finding:
    return Finding(
        file=str(path),
        line=0,
        column=0,
        code="not-a-file",
        severity=Severity.ERROR,
        message="This is neither a file nor a folder.",
        fix="Move it out of the deck folder.",
    )


def _files(path: Path, findings: list[Finding]) -> Iterator[Path]:
    if not path.is_dir():
        if path.exists():
            yield path.absolute()
        return
    for folder, inside, names in os.walk(path.absolute(), onerror=lambda e: findings.append(_denied(e))):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Path(folder) / name


def _denied(error: OSError) -> Finding:
    return unreadable(Path(error.filename or "?"), error)

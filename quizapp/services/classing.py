"""A class: the roster and the files that were handed in are read, joined and reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.core.classfinding import About, ClassFinding
from quizapp.core.classjoining import join
from quizapp.core.classmembers import HandedIn, Joined
from quizapp.core.classreport import Made
from quizapp.core.finding import Finding, Severity
from quizapp.core.telling import Tell, nobody
from quizapp.errors import UsageError
from quizapp.formats import roster
from quizapp.formats.handin import LARGEST, decode, too_large

"""Told how many files of how many have been read."""


@dataclass(frozen=True, slots=True)
class Class:
    """What was read; `understood` says in a sentence how the roster was, "" without one."""

    joined: Joined
    understood: str = ""


def read_class(
    roster_file: Path | None,
    files: Sequence[Path],
    made: Made,
    progressing: Tell = nobody,
) -> Class:
    """Read everything; UsageError when the roster cannot be used. Other oddities are findings."""
    read = None if roster_file is None else _roster(roster_file)
    given: list[HandedIn] = []
    unread: list[ClassFinding] = []
    for done, file in enumerate(files):
        progressing(done, len(files))
        match _handed_in(file):
            case HandedIn() as one:
                given.append(one)
            case found:
                unread += found
    progressing(len(files), len(files))
    joined = join(None if read is None else read.entries, given, made.at)
    odd = () if read is None else read.findings
    findings = (*unread, *(_about(each) for each in odd), *joined.findings)
    told = Joined(joined.members, findings, joined.roster, joined.files)
    return Class(told, "" if read is None else read.understood)


def files_in(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The CSV files and the others at the paths; of a folder, its JSON files in order of their names."""
    rosters: list[Path] = []
    others: list[Path] = []
    for path in paths:
        if path.is_dir():
            others += sorted(path.glob("*.json"))
        elif path.suffix.casefold() in (".csv", ".tsv", ".txt"):
            rosters.append(path)
        else:
            others.append(path)
    return tuple(rosters), tuple(dict.fromkeys(others))


def _roster(file: Path) -> roster.RosterReading:
    try:
        with file.open("rb") as opened:
            data = opened.read(roster.LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{file}: the roster cannot be read: {error.strerror}.") from error
    read = roster.read_roster(data, str(file))
    if read.entries is None:
        found = read.findings[0]
        raise UsageError(f"{file}: {found.message}", found.fix)
    return read


def _handed_in(file: Path) -> HandedIn | list[ClassFinding]:
    name = str(file)
    try:
        if not file.is_file():
            # Opening a pipe or a device could wait for ever.
            return [_unreadable(name, "There is no such file." if not file.exists() else "This is no file.")]
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        return [_unreadable(name, f"This file cannot be read: {error.strerror}.")]
    if len(data) > LARGEST:
        return [_about(too_large(name))]
    read = decode(data, name)
    if read.hand_in is None:
        return [_about(each) for each in read.findings]
    return HandedIn(name, read.hand_in, read.checksum, touched=bool(read.findings))


def _unreadable(file: str, message: str) -> ClassFinding:
    return _about(Finding(file, 0, 0, "unreadable", Severity.ERROR, message))


def _about(found: Finding) -> ClassFinding:
    where = f"{found.file}:{found.line}" if found.line else found.file
    return ClassFinding(
        about=About.UNREADABLE, message=f"{where}: {found.message}", fix=found.fix, file=found.file
    )

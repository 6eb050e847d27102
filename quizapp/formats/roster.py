"""A roster as teachers have one: a CSV file with names, in whatever way a spreadsheet wrote it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.core.classmembers import RosterEntry, tidy
from quizapp.core.finding import Finding, Severity

LARGEST = 4_000_000
LONGEST = 200
"""Characters of a name, an id or a group."""

DELIMITERS = {";": "semicolons", ",": "commas", "\t": "tabs"}
_HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "fullname", "student", "student name", "learner", "pupil"),
    "first": ("first name", "firstname", "first", "given name", "forename"),
    "last": ("last name", "lastname", "last", "surname", "family name"),
    "id": ("id", "student id", "learner id", "number", "student number", "email", "e-mail", "username"),
    "group": ("group", "class", "section", "form", "set", "course"),
}
_COLUMN_OF = {head: column for column, heads in _HEADS.items() for head in heads}


@dataclass(frozen=True, slots=True)
class RosterReading:
    """The entries in their order (None where the file cannot be used), and in a sentence how it was read."""

    entries: tuple[RosterEntry, ...] | None
    understood: str = ""
    findings: tuple[Finding, ...] = ()


def read_roster(data: bytes, file: str) -> RosterReading:
    """Any text file with one learner a line; what cannot be read is a finding, never an exception."""
    if len(data) > LARGEST:
        return _unusable(file, "roster-too-large", f"This file is larger than {LARGEST // 1_000_000} MB.")
    text = _text(data)
    if "\0" in text:
        return _unusable(file, "roster-not-text", "This is not a text file.")
    delimiter = _delimiter(text)
    try:
        rows = [
            [tidy(cell) for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error as error:
        return _unusable(file, "roster-not-csv", f"This is not a CSV file: {error}.")
    numbered = [(place, row) for place, row in enumerate(rows, 1) if any(row)]
    if not numbered:
        return _unusable(file, "roster-empty", "This roster lists nobody.")
    columns = _columns(numbered[0][1])
    body = numbered[1:] if columns else numbered
    read = [(place, _entry(row, columns or _by_place(row))) for place, row in body]
    findings = tuple(_odd(file, place) for place, entry in read if entry is None)
    entries = tuple(entry for _, entry in read if entry is not None)
    return RosterReading(entries, _understood(len(entries), delimiter, columns), findings)


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheets on Windows write when they are not asked for anything else.
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """The one that most lines have; one that a name holds once in a while does not win."""
    lines = [line for line in text.splitlines() if line.strip()][:50]
    counts = {each: sum(each in line for line in lines) for each in ("\t", ";", ",")}
    best = max(counts, key=lambda each: counts[each])
    return best if counts[best] * 2 > len(lines) else ","


def _columns(head: Sequence[str]) -> dict[str, int]:
    """The place of each column that the first line names; empty when it is no header."""
    found: dict[str, int] = {}
    for place, cell in enumerate(head):
        column = _COLUMN_OF.get(cell.casefold().strip(":* "))
        if column is not None:
            found.setdefault(column, place)
    return found if {"name", "first", "last"} & found.keys() else {}


def _by_place(row: Sequence[str]) -> dict[str, int]:
    return {column: place for place, column in enumerate(("name", "id", "group")) if place < len(row)}


def _entry(row: Sequence[str], columns: Mapping[str, int]) -> RosterEntry | None:
    cells = {column: row[place] if place < len(row) else "" for column, place in columns.items()}
    name = cells.get("name") or " ".join(filter(None, (cells.get("first"), cells.get("last"))))
    entry = RosterEntry(name, cells.get("id", ""), cells.get("group", ""))
    fits = all(len(each) <= LONGEST for each in (entry.name, entry.id, entry.group))
    return entry if (entry.name or entry.id) and fits else None


def _understood(count: int, delimiter: str, columns: Mapping[str, int]) -> str:
    how = f"separated by {DELIMITERS[delimiter]}"
    if not columns:
        return f"Roster: {count} learners; no header, so the columns are taken as name, id, group, {how}."
    named = ", ".join(sorted(columns, key=lambda each: columns[each]))
    return f"Roster: {count} learners; columns {named}, {how}."


def _odd(file: str, line: int) -> Finding:
    return Finding(
        file,
        line,
        0,
        "roster-line",
        Severity.WARNING,
        f"This line has no name, or one longer than {LONGEST} characters; it is left out.",
    )


def _unusable(file: str, code: str, message: str) -> RosterReading:
    fix = "Save the roster as CSV, with a line `name,id,group` first."
    return RosterReading(None, "", (Finding(file, 0, 0, code, Severity.ERROR, message, fix),))

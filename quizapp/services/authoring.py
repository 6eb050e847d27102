"""What an author does: have decks checked, ids written, a question found for its preview."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.core.deck import Deck
from quizapp.core.finding import Finding, Severity
from quizapp.core.question import Question
from quizapp.errors import DeckError, UsageError
from quizapp.formats.native import read_deck
from quizapp.formats.native_insert import insert_ids
from quizapp.formats.native_source import MAX_BYTES
from quizapp.saving import save_over
from quizapp.services.advising import FileDeck, advise
from quizapp.services.findings import as_json, render
from quizapp.services.templates import template

__all__ = [
    "CheckResult",
    "as_json",
    "check",
    "decks_below",
    "find_question",
    "named_as_deck",
    "read",
    "read_bytes",
    "render",
    "template",
    "write_ids",
]

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found: findings in the order of files and lines, the decks that can be used, and the
    number of files read."""

    findings: tuple[Finding, ...]
    decks: tuple[Deck, ...]
    files: int

    @property
    def errors(self) -> int:
        """How many findings keep a question or file from being used."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings do not."""
        return len(self.findings) - self.errors


def check(paths: Sequence[Path]) -> CheckResult:
    """Everything that is to be said about the decks at these paths; folders are searched for deck files.

    Never raises for what it finds there: a missing or unreadable file is a finding too.
    """
    findings: list[Finding] = []
    read: list[FileDeck] = []
    files: list[str] = []
    for path in _deck_files(paths, findings):
        files.append(str(path))
        data = _bytes(path, findings)
        if data is None:
            continue
        reading = read_deck(data, str(path))
        findings += reading.findings
        if reading.deck:
            read.append(FileDeck(path, data, reading.deck))
    findings += advise(read)
    order = {file: number for number, file in enumerate(files)}
    findings.sort(key=lambda finding: (order.get(finding.file, -1), finding))
    return CheckResult(tuple(findings), tuple(file.deck for file in read), len(files))


def named_as_deck(path: Path) -> Path:
    """The path itself when its ending is one by which decks are found; UsageError names a better one."""
    if path.suffix.lower() in ENDINGS:
        return path
    raise UsageError(
        f"{path}: the name of a deck file ends in .yaml, or no folder shows it.",
        f"Name it {path.with_suffix(ENDINGS[0])}",
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of one deck file; DeckError for a folder, and for what is missing or cannot be read."""
    findings: list[Finding] = []
    if path.is_dir():
        raise DeckError(f"{path} is a folder, not a deck.", "Name one deck file in it.")
    data = _bytes(path, findings)
    if data is None:
        raise DeckError(f"{path}: {findings[0].message}", findings[0].fix)
    return data


def decks_below(path: Path) -> Iterator[tuple[Path, Deck]]:
    """The decks at or under a path that can be used, each with its file."""
    for file in _searched(path, []):
        data = _bytes(file, [])
        deck = None if data is None else read_deck(data, str(file)).deck
        if deck is not None:
            yield file, deck


def _deck_files(paths: Sequence[Path], findings: list[Finding]) -> Iterator[Path]:
    """The files named, and those found in the folders named, each once."""
    seen: set[Path] = set()
    for path in paths:
        for found in _searched(path, findings):
            same = Path(os.path.realpath(found))
            if same not in seen:
                seen.add(same)
                yield found


def _searched(path: Path, findings: list[Finding]) -> Iterable[Path]:
    try:
        if not path.is_dir():
            return [path]
        found = sorted(each for each in _walk(path, findings) if each.suffix.lower() in ENDINGS)
    except OSError as error:
        findings.append(_refusal(path, error))
        return []
    if not found:
        findings.append(
            _finding(
                path, "no-decks", "This folder holds no deck.", "Decks are files that end in .yaml or .yml."
            )
        )
    return found


def _walk(folder: Path, findings: list[Finding]) -> Iterator[Path]:
    """The files below a folder, hidden ones left out."""
    refuse = lambda error: findings.append(_refusal(Path(error.filename or folder), error))  # noqa: E731
    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in files if not name.startswith("."))


def _bytes(path: Path, findings: list[Finding]) -> bytes | None:
    try:
        if path.exists() and not path.is_file():
            findings.append(
                _finding(path, "not-a-file", "This is neither a file nor a folder.", "Name a deck.")
            )
            return None
        if path.stat().st_size > MAX_BYTES:
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        return path.read_bytes()
    except OSError as error:
        findings.append(_refusal(path, error))
        return None


def _refusal(path: Path, error: OSError) -> Finding:
    if isinstance(error, FileNotFoundError):
        return _finding(path, "no-such-file", "There is no such file or folder.", "Check the name.")
    if isinstance(error, PermissionError):
        message = "You may not read this."
        return _finding(path, "no-permission", message, "Ask its owner, or change its permissions.")
    return _finding(
        path, "cannot-read", f"This cannot be read: {error.strerror or error}.", "Check the disk."
    )


def _finding(path: Path, code: str, message: str, fix: str) -> Finding:
    return Finding(str(path), 0, 0, code, Severity.ERROR, message, fix)


def write_ids(path: Path) -> int:
    """Writes the missing ids into a deck file and changes no other byte; how many there were.

    The new file is made beside the old one and put in its place, with its permissions. DeckError when the
    file cannot be read or written, or when it would not read back as the same deck.
    """
    data = read_bytes(path)
    result = insert_ids(data, str(path))
    if result == data:
        return 0
    try:
        save_over(path, data, result)
    except OSError as error:
        raise DeckError(
            f"{path} cannot be written: {error.strerror or error}.", "Check its permissions."
        ) from None
    before, after = read_deck(data, str(path)).deck, read_deck(result, str(path)).deck
    return _written(after) - _written(before)


def _written(deck: Deck | None) -> int:
    return sum(question.id_written for question in deck.questions) if deck else 0


def read(path: Path) -> Deck:
    """The deck in a file. DeckError, with the first finding, when it is none."""
    reading = read_deck(read_bytes(path), str(path))
    if reading.deck is None:
        first = reading.findings[0]
        raise DeckError(f"{path}:{first.line}: {first.message}", first.fix)
    return reading.deck


def find_question(deck: Deck, wanted: str) -> Question:
    """The question with this id, else the one that this line of the file is in, else the one asked so.

    "" gives the first. UsageError when there is none.
    """
    if not deck.questions:
        raise UsageError(f"“{deck.title}” has no question that can be shown.", "Run quizapp check on it.")
    if not wanted:
        return deck.questions[0]
    by_id = [question for question in deck.questions if question.id == wanted]
    on_line = [q for q in deck.questions if q.line <= int(wanted)] if _is_line(wanted) else []
    text = wanted.casefold()
    asked = [question for question in deck.questions if text in question.prompt.casefold()]
    found = by_id[:1] or on_line[-1:] or asked[:1]
    if not found:
        raise UsageError(
            f"“{deck.title}” has no question `{wanted}`.",
            "Give an id, a line of the file, or some words of what is asked.",
        )
    return found[0]


def _is_line(wanted: str) -> bool:
    return wanted.isascii() and wanted.isdigit() and len(wanted) < 9

"""From a deck file's bytes to the rows that the store keeps of it, and back to cards."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

from quizapp.core.card import parts_of
from quizapp.core.deck import Deck
from quizapp.core.finding import Finding, Severity
from quizapp.core.identity import answer_fingerprint, answer_text, normalised, wording_fingerprint
from quizapp.core.question import DeckId, Question
from quizapp.core.records import DeckFileRow, QuestionRow
from quizapp.formats import snapshot
from quizapp.formats.native import read_deck
from quizapp.library.scanning import LARGEST, Found, unreadable


@dataclass(frozen=True, slots=True)
class Read:
    """A deck file, read: its row, its usable questions as rows, and whether all of it could be used."""

    row: DeckFileRow
    questions: tuple[QuestionRow, ...] = ()
    whole: bool = True


def read(found: Found, position: int) -> Read:
    """Read one file; what cannot be read becomes a finding."""
    try:
        data = _bytes(found)
    except OSError as error:
        return _unusable(found, position, unreadable(found.path, error))
    if data is None:
        return _unusable(found, position, _too_large(found))
    reading = read_deck(data, str(found.path))
    row = _row(found, position, data, reading.findings)
    if reading.deck is None:
        return Read(row, whole=False)
    deck = reading.deck
    return Read(
        replace(row, deck=deck.id, title=deck.title),
        question_rows(deck),
        whole=not any(finding.severity is Severity.ERROR for finding in reading.findings),
    )


def question_rows(deck: Deck) -> tuple[QuestionRow, ...]:
    """The questions of a deck as the store keeps them."""
    return tuple(
        _question_row(deck.id, position, question, deck.tags)
        for position, question in enumerate(deck.questions)
    )


def findings_of(row: DeckFileRow) -> tuple[Finding, ...]:
    """The findings that were stored with a file."""
    return tuple(
        Finding(**{**each, "severity": Severity(each["severity"])}) for each in json.loads(row.findings)
    )


def with_findings(row: DeckFileRow, *more: Finding) -> DeckFileRow:
    """The row with further findings."""
    return replace(row, findings=_findings_text((*findings_of(row), *more)))


def same_file(found: Found, row: DeckFileRow) -> bool:
    """Whether the disk says that a file is still the one that was read."""
    here = (found.mtime_ns, found.size, found.inode, found.starter)
    return here == (row.mtime_ns, row.size, row.inode, row.starter)


def _bytes(found: Found) -> bytes | None:
    return None if found.size > LARGEST else found.path.read_bytes()


def _question_row(deck: DeckId, position: int, question: Question, deck_tags: tuple[str, ...]) -> QuestionRow:
    return QuestionRow(
        deck=deck,
        question=question.id,
        position=position,
        line=question.line,
        parts=parts_of(question),
        wording_fingerprint=wording_fingerprint(question),
        answer_fingerprint=answer_fingerprint(question),
        tags=tuple(dict.fromkeys((*deck_tags, *question.tags))),
        body=snapshot.encode(question),
        prompt=normalised(question.prompt),
        answer_text=answer_text(question),
    )


def _row(found: Found, position: int, data: bytes, findings: tuple[Finding, ...]) -> DeckFileRow:
    return DeckFileRow(
        path=str(found.path),
        mtime_ns=found.mtime_ns,
        size=found.size,
        inode=found.inode,
        sha256=hashlib.sha256(data).hexdigest(),
        deck=None,
        findings=_findings_text(findings),
        starter=found.starter,
        position=position,
    )


def _unusable(found: Found, position: int, finding: Finding) -> Read:
    return Read(_row(found, position, b"", (finding,)), whole=False)


def _too_large(found: Found) -> Finding:
    return Finding(
        file=str(found.path),
        line=0,
        column=0,
        code="too-large",
        severity=Severity.ERROR,
        message=f"This file has {found.size // 1024**2} MB; a deck may have {LARGEST // 1024**2} MB.",
        fix="Split it into several decks.",
    )


def _findings_text(findings: tuple[Finding, ...]) -> str:
    # In ASCII: the name of a file can hold what UTF-8 cannot.
    return json.dumps([{name: getattr(each, name) for name in Finding.__slots__} for each in findings])

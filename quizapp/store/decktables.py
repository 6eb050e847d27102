"""The deck tables: what the deck files held when they were last read, and how each question once read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.records import DeckFileRow, Orphan, QuestionRow, SnapshotRow
from quizapp.store import codec, memories
from quizapp.store.connection import Connection, Row
from quizapp.store.schema import PUT_OBJECTIVES

_FILE = "path, mtime_ns, size, inode, sha256, deck, title, findings, starter, position"
_QUESTION = (
    "q.deck, q.question, q.position, q.line, q.parts, q.wording_fingerprint, q.answer_fingerprint, q.tags, "
    "q.body, q.prompt, q.answer_text"
)
_SNAPSHOT = "question_key, wording_fingerprint, answer_fingerprint, body, prompt, answer_text, seen_ms"


def put_deck(db: Connection, file: DeckFileRow, questions: Sequence[QuestionRow], now: datetime) -> None:
    """Replace what is known of a file; every learner's memory rows follow, and snapshots are taken."""
    path = codec.path_bytes(file.path)
    before = db.one("SELECT deck FROM deck_file WHERE path = ?", (path,))
    db.run("DELETE FROM deck_file WHERE path = ?", (path,))
    marks = ", ".join("?" * 11)
    cards = sum(len(q.parts) for q in questions)
    db.run(f"INSERT INTO deck_file ({_FILE}, cards) VALUES ({marks})", (*_file_values(path, file), cards))
    db.run_many(
        f"INSERT INTO question (path, {_QUESTION.replace('q.', '')}) VALUES (?, {marks})",
        (_question_values(path, q) for q in questions),
    )
    _put_cards(db, path, questions)
    seen = codec.to_ms(now)
    db.run_many(
        f"INSERT INTO snapshot ({_SNAPSHOT}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            (q.key, q.wording_fingerprint, q.answer_fingerprint, q.body, q.prompt, q.answer_text, seen)
            for q in questions
        ),
    )
    decks: set[DeckId | None] = {file.deck, before[0] if before else None}
    for deck in decks - {None}:
        memories.follow_deck(db, DeckId(str(deck)))


def drop_deck_file(db: Connection, path: str) -> None:
    """Forget a file; its cards are hidden, unless another file holds them."""
    key = codec.path_bytes(path)
    before = db.one("SELECT deck FROM deck_file WHERE path = ?", (key,))
    db.run("DELETE FROM deck_file WHERE path = ?", (key,))
    if before is not None and before[0] is not None:
        memories.follow_deck(db, before[0])


def _put_cards(db: Connection, path: bytes, questions: Sequence[QuestionRow]) -> None:
    keys = [(CardKey(q.deck, q.question, part), q) for q in questions for part in q.parts]
    db.run_many(
        "INSERT INTO deck_card (path, card, position, answer_fingerprint) VALUES (?, ?, ?, ?)",
        ((path, str(key), at, q.answer_fingerprint) for at, (key, q) in enumerate(keys)),
    )
    db.run_many(
        "INSERT INTO card_tag (path, card, tag) VALUES (?, ?, ?)",
        ((path, str(key), tag) for key, q in keys for tag in {t.casefold() for t in q.tags}),
    )
    db.run(f"{PUT_OBJECTIVES} AND q.path = ?", (path,))


def deck_files(db: Connection) -> dict[str, DeckFileRow]:
    """All known files by path, in the order of the decks."""
    rows = db.rows(f"SELECT {_FILE} FROM deck_file ORDER BY position, path")
    return {row.path: row for row in map(_read_file, rows)}


def question_body(db: Connection, deck: DeckId, question: QuestionId) -> QuestionRow | None:
    sql = f"SELECT {_QUESTION} FROM question AS q WHERE q.deck = ? AND q.question = ? ORDER BY q.path LIMIT 1"
    row = db.one(sql, (deck, question))
    return None if row is None else _read_question(row)


def questions(db: Connection, deck: DeckId) -> list[QuestionRow]:
    """The questions of a deck in order; one that stands in two files counts once."""
    rows = db.rows(
        f"SELECT {_QUESTION} FROM question AS q WHERE q.deck = ? ORDER BY q.position, q.path", (deck,)
    )
    found: dict[QuestionId, QuestionRow] = {}
    for row in map(_read_question, rows):
        found.setdefault(row.question, row)
    return list(found.values())


def snapshots(db: Connection, question_key: str) -> list[SnapshotRow]:
    """How a question once read, newest first."""
    rows = db.rows(
        f"SELECT {_SNAPSHOT} FROM snapshot WHERE question_key = ? ORDER BY seen_ms DESC, rowid DESC",
        (question_key,),
    )
    return [_read_snapshot(row) for row in rows]


def orphans(db: Connection, learner: LearnerId, deck: DeckId | None) -> list[Orphan]:
    """Questions with a history that no deck file holds, by key; of one deck, or of all."""
    rows = db.rows(
        "SELECT m.card, m.reps, m.last_day FROM memory AS m WHERE m.learner = ? AND m.queue = 'hidden' "
        "AND (? IS NULL OR m.deck = ?) ORDER BY m.card",
        (learner, deck, deck),
    )
    cards: dict[str, list[tuple[CardKey, int, int | None]]] = {}
    for card, reps, last_day in rows:
        key = CardKey.parse(card)
        cards.setdefault(key.siblings, []).append((key, reps, last_day))
    return [
        _orphan(db, found)
        for found in cards.values()
        if question_body(db, found[0][0].deck, found[0][0].question) is None
    ]


def _orphan(db: Connection, cards: list[tuple[CardKey, int, int | None]]) -> Orphan:
    key = cards[0][0]
    known = snapshots(db, key.siblings)
    return Orphan(
        deck=key.deck,
        question=key.question,
        parts=tuple(k.part for k, _, _ in cards),
        reps=sum(reps for _, reps, _ in cards),
        last_day=max((day for _, _, day in cards if day is not None), default=None),
        snapshot=known[0] if known else None,
    )


def _file_values(path: bytes, file: DeckFileRow) -> tuple[str | int | bytes | None, ...]:
    return (
        path,
        file.mtime_ns,
        file.size,
        _signed(file.inode),
        file.sha256,
        file.deck,
        codec.plain(file.title),
        file.findings,
        int(file.starter),
        file.position,
    )


def _signed(inode: int) -> int:
    """SQLite's integers have 64 bits and a sign; some file systems use all 64 for an inode, or more."""
    return (inode + 2**63) % 2**64 - 2**63


def _read_file(row: Row) -> DeckFileRow:
    path, mtime_ns, size, inode, sha256, deck, title, findings, starter, position = row
    return DeckFileRow(
        path=codec.path_text(path),
        mtime_ns=mtime_ns,
        size=size,
        inode=inode % 2**64,
        sha256=sha256,
        deck=None if deck is None else DeckId(deck),
        title=title,
        findings=findings,
        starter=bool(starter),
        position=position,
    )


def _question_values(path: bytes, q: QuestionRow) -> tuple[str | int | bytes, ...]:
    return (
        path,
        q.deck,
        q.question,
        q.position,
        q.line,
        codec.texts(q.parts),
        q.wording_fingerprint,
        q.answer_fingerprint,
        codec.texts(q.tags),
        q.body,
        q.prompt,
        q.answer_text,
    )


def _read_question(row: Row) -> QuestionRow:
    return QuestionRow(
        deck=DeckId(row[0]),
        question=QuestionId(row[1]),
        position=row[2],
        line=row[3],
        parts=codec.read_texts(row[4]),
        wording_fingerprint=row[5],
        answer_fingerprint=row[6],
        tags=codec.read_texts(row[7]),
        body=row[8],
        prompt=row[9],
        answer_text=row[10],
    )


def _read_snapshot(row: Row) -> SnapshotRow:
    return SnapshotRow(
        question_key=row[0],
        wording_fingerprint=row[1],
        answer_fingerprint=row[2],
        body=row[3],
        prompt=row[4],
        answer_text=row[5],
        seen_at=codec.from_ms(row[6]),
    )

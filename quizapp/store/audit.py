"""Looking over the whole progress file, and writing its caches anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId
from quizapp.core.memory import Memory
from quizapp.core.records import Standing
from quizapp.store import codec, daycounts, log, memories
from quizapp.store.connection import Connection, translated

_DECKS = ("card_tag", "card_objective", "deck_card", "question", "deck_file")
_CACHES = {"memory", "standing", "day_count", *_DECKS}
_EXPECTED = f"{daycounts.RECOUNTED} {daycounts.GROUPED}"
_STORED = "SELECT * FROM day_count"


def faults(db: Connection) -> list[str]:
    """What SQLite's own check of the file finds, at most 20 lines; StoreDamaged if it cannot even look."""
    found = [str(row[0]) for row in db.rows("PRAGMA integrity_check(20)")]
    return [] if found == ["ok"] else found


def broken_references(db: Connection) -> list[tuple[str, str, bool]]:
    """Tables with rows that name missing rows of another: (table, the other, is the first a cache)."""
    rows = {(table, parent) for table, _, parent, _ in db.rows("PRAGMA foreign_key_check")}
    return [(table, parent, table in _CACHES) for table, parent in sorted(rows)]


def cards(db: Connection, learner: LearnerId) -> list[CardKey]:
    """Every card that the learner's memory or log, or a deck, knows, in order."""
    rows = db.rows(
        "SELECT card FROM memory WHERE learner = ? UNION SELECT card FROM review WHERE learner = ? "
        "UNION SELECT card FROM action WHERE learner = ? AND card IS NOT NULL "
        "UNION SELECT card FROM deck_card",
        (learner,) * 3,
    )
    return sorted(CardKey.parse(card) for (card,) in rows)


def deck_cards(db: Connection) -> set[CardKey]:
    """Every card of a known deck."""
    return {CardKey.parse(card) for (card,) in db.rows("SELECT DISTINCT card FROM deck_card")}


def wrong_day_counts(db: Connection) -> int:
    """How many days of a deck and learner are counted otherwise than log and standings say."""
    sql = (
        "SELECT count(*) FROM (SELECT learner, study_day, deck FROM "
        f"(SELECT * FROM ({_EXPECTED}) EXCEPT {_STORED}) UNION SELECT learner, study_day, deck FROM "
        f"(SELECT * FROM ({_STORED}) EXCEPT {_EXPECTED}))"
    )
    row = db.one(sql)
    return 0 if row is None else int(row[0])


def wrong_flags(db: Connection) -> int:
    """How many cards are shown, hidden, placed or marked as changed otherwise than the deck tables say."""
    row = db.one(
        """SELECT count(*) FROM memory AS m
        LEFT JOIN (SELECT card, min(position) AS first, max(position) AS last, answer_fingerprint AS answer
            FROM deck_card GROUP BY card) AS c ON c.card = m.card
        WHERE m.live <> (c.card IS NOT NULL)
        OR c.card IS NOT NULL AND (m.position NOT BETWEEN c.first AND c.last
            OR m.changed <> (m.answer_fingerprint NOT IN ('', c.answer)))
        OR c.card IS NULL AND m.changed <> 0"""
    )
    return 0 if row is None else int(row[0])


def wrong_deck_tables(db: Connection) -> int:
    """How many deck files have other cards in the tables than their questions make, or are not there."""
    row = db.one(
        """SELECT (SELECT count(*) FROM deck_file AS f
            WHERE f.cards <> (SELECT count(*) FROM deck_card AS c WHERE c.path = f.path)
            OR f.cards <> (SELECT ifnull(sum(json_array_length(q.parts)), 0)
                FROM question AS q WHERE q.path = f.path))
        + (SELECT count(*) FROM (SELECT path FROM deck_card UNION SELECT path FROM card_tag
            UNION SELECT path FROM card_objective UNION SELECT path FROM question)
            WHERE path NOT IN (SELECT path FROM deck_file))"""
    )
    return 0 if row is None else int(row[0])


def put_expected(db: Connection, learner: LearnerId, card: CardKey, memory: Memory | None) -> None:
    """Store what must be stored of a card, or remove its row."""
    if memory is None:
        db.run("DELETE FROM memory WHERE learner = ? AND card = ?", (learner, str(card)))
    else:
        memories.put_memory(db, learner, card, memory, expected_revision=None)


def wrong_standings(db: Connection, expected: Sequence[Standing]) -> list[Standing]:
    """Those of the expected standings that are stored otherwise."""
    rows = db.rows(
        "SELECT review, live, rating, score FROM standing WHERE review IN (SELECT value FROM json_each(?))",
        (codec.texts(standing.review.id for standing in expected),),
    )
    stored = {review: (bool(live), rating, score) for review, live, rating, score in rows}
    return [
        each
        for each in expected
        if stored.get(each.review.id, (True, each.review.rating, each.review.score))
        != (each.live, each.rating, each.score)
    ]


def put_standings(db: Connection, standings: Iterable[Standing]) -> None:
    """Write how these reviews stand."""
    for standing in standings:
        log.write_standing(db, standing)


def forget_caches(db: Connection) -> None:
    """Empty standings and day counts, and what has lost the row that it belongs to."""
    db.run("DELETE FROM day_count")
    db.run("DELETE FROM standing")
    db.run("DELETE FROM memory WHERE learner NOT IN (SELECT id FROM learner)")


def count_days(db: Connection) -> None:
    """Count every day anew."""
    db.run("DELETE FROM day_count")
    db.run(f"INSERT INTO day_count {_EXPECTED}")


def forget_decks(db: Connection) -> None:
    """Empty the deck tables, so that the library reads every file again; the cards are hidden until then."""
    for table in _DECKS:
        db.run(f"DELETE FROM {table}")


def reclaim(db: Connection) -> None:
    """Give the room of deleted rows back and leave no trace of them in the file."""
    with translated(db.path):
        db.raw.execute("VACUUM")
        db.checkpoint(wait=True)

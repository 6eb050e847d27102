"""All that the progress file holds about one learner: read out, or deleted."""

from __future__ import annotations

import json
from collections.abc import Iterator

from quizapp.core.event import LearnerId
from quizapp.store import plans, rollups
from quizapp.store.connection import Connection

_JSON = {"answer", "shown", "moves", "request", "cards", "body", "paper"}
_HIDDEN = {"folded"}
_WITH_DECK = {"exam_attempt", "exam_date"}

_PARTS: tuple[tuple[str, str], ...] = (
    ("learner", "SELECT * FROM learner WHERE id = ?"),
    (
        "scheduler_config",
        """SELECT * FROM scheduler_config WHERE id IN (SELECT config FROM review WHERE learner = ?
        UNION SELECT config FROM action WHERE learner = ?) ORDER BY id""",
    ),
    (
        "session",
        """SELECT s.*, p.cards FROM session AS s JOIN session_plan AS p ON p.session = s.id
        WHERE s.learner = ? ORDER BY s.started_ms, s.id""",
    ),
    ("review", "SELECT * FROM review WHERE learner = ? ORDER BY logical_ms, id"),
    ("action", "SELECT * FROM action WHERE learner = ? ORDER BY logical_ms, id"),
    ("exam_attempt", "SELECT * FROM exam_attempt WHERE learner = ? ORDER BY started_ms, id"),
    (
        "exam_event",
        """SELECT e.* FROM exam_event AS e JOIN exam_attempt AS a ON a.id = e.attempt
        WHERE a.learner = ? ORDER BY e.place""",
    ),
    (
        "exam_score",
        """SELECT s.* FROM exam_score AS s JOIN exam_attempt AS a ON a.id = s.attempt
        WHERE a.learner = ? ORDER BY a.started_ms, a.id, s.item""",
    ),
    (
        "exam_regrade",
        """SELECT g.* FROM exam_regrade AS g JOIN exam_attempt AS a ON a.id = g.attempt
        WHERE a.learner = ? ORDER BY g.place""",
    ),
    ("exam_date", "SELECT * FROM exam_date WHERE learner = ? ORDER BY logical_ms, id"),
    ("catch_up", "SELECT * FROM catch_up WHERE learner = ? ORDER BY logical_ms, id"),
    (
        "memory",
        """SELECT learner, card, phase, step, stability, difficulty, due_ms, due_day, interval, last_ms,
        last_day, reps, lapses, suspended, buried_on, revision FROM memory
        WHERE learner = ? AND (phase <> 'new' OR revision > 0) ORDER BY card""",
    ),
    (
        "question",
        """SELECT question_key, wording_fingerprint, answer_fingerprint, body, seen_ms FROM snapshot AS s
        WHERE EXISTS (SELECT 1 FROM review AS r WHERE r.learner = ?
        AND r.card >= s.question_key AND r.card < s.question_key || '0'
        AND r.wording_fingerprint = s.wording_fingerprint AND r.answer_fingerprint = s.answer_fingerprint)
        ORDER BY question_key, seen_ms""",
    ),
)


def everything(db: Connection, learner: LearnerId) -> Iterator[dict[str, object]]:
    """One mapping for each row about the learner: `type` is the table, the rest its columns, JSON read."""
    for type_, sql in _PARTS:
        columns = db.columns(sql)
        for row in db.each(sql, (learner,) * sql.count("?")):
            yield {"type": type_} | {
                name: json.loads(value) if name in _JSON and value is not None else value
                for name, value in zip(columns, row, strict=True)
                if name not in _HIDDEN and (name != "deck" or type_ in _WITH_DECK)
            }


def count(db: Connection, learner: LearnerId) -> dict[str, int]:
    """How many rows of each table of truth are about the learner."""
    tables = ("review", "action", "session", "exam_attempt")
    rows = {t: db.one(f"SELECT count(*) FROM {t} WHERE learner = ?", (learner,)) for t in tables}
    return {table: int(row[0]) if row else 0 for table, row in rows.items()}


def erase(db: Connection, learner: LearnerId) -> None:
    """Delete every row about the learner, overwriting it; part of a transaction."""
    db.run("PRAGMA secure_delete = ON")
    db.run("DELETE FROM standing WHERE review IN (SELECT id FROM review WHERE learner = ?)", (learner,))
    for table in ("exam_event", "exam_score", "exam_regrade"):
        db.run(
            f"DELETE FROM {table} WHERE attempt IN (SELECT id FROM exam_attempt WHERE learner = ?)",
            (learner,),
        )
    for table in ("exam_attempt", "review", "action", "memory", "day_count", *rollups.TABLES, *plans.TABLES):
        db.run(f"DELETE FROM {table} WHERE learner = ?", (learner,))
    db.run("DELETE FROM session WHERE learner = ?", (learner,))
    db.run("DELETE FROM learner WHERE id = ?", (learner,))
    used = "SELECT {0} FROM review UNION SELECT {0} FROM action WHERE {0} IS NOT NULL"
    db.run(f"DELETE FROM scheduler_config WHERE id NOT IN ({used.format('config')})")
    used += " UNION SELECT {0} FROM exam_attempt"
    db.run(f"DELETE FROM device WHERE id NOT IN ({used.format('device')})")

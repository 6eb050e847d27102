"""Learners and their sessions."""

from __future__ import annotations

import unicodedata

from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId, SessionId
from quizapp.core.records import Learner, SessionRow
from quizapp.errors import UsageError
from quizapp.store import codec, memories
from quizapp.store.connection import Connection, Row

_SESSION = (
    "SELECT s.id, s.learner, s.request, p.cards, s.current, s.started_ms, s.study_day, s.ended_ms "
    "FROM session AS s JOIN session_plan AS p ON p.session = s.id"
)


def learners(db: Connection) -> tuple[Learner, ...]:
    """All learners, the first made first."""
    rows = db.rows("SELECT id, name, created_ms FROM learner ORDER BY created_ms, id")
    return tuple(Learner(LearnerId(id_), name, codec.from_ms(ms)) for id_, name, ms in rows)


def add_learner(db: Connection, learner: Learner) -> None:
    """Add a learner, with a row for each known card; UsageError when the name is taken."""
    name = _free_name(db, learner.name, learner.id)
    db.run(
        "INSERT INTO learner (id, name, folded, created_ms) VALUES (?, ?, ?, ?)",
        (learner.id, name, _folded(name), codec.to_ms(learner.created_at)),
    )
    memories.make_rows(db, learner.id)


def rename_learner(db: Connection, learner: LearnerId, name: str) -> None:
    """Give a learner another name; UsageError when it is taken."""
    name = _free_name(db, name, learner)
    db.run("UPDATE learner SET name = ?, folded = ? WHERE id = ?", (name, _folded(name), learner))


def _free_name(db: Connection, name: str, learner: LearnerId) -> str:
    name = " ".join(codec.plain(name).split())
    if not name:
        raise UsageError("A learner needs a name.", "Give a name with at least one visible character.")
    taken = db.one("SELECT name FROM learner WHERE folded = ? AND id <> ?", (_folded(name), learner))
    if taken is not None:
        raise UsageError(f"There is already a learner called {taken[0]}.", "Choose another name.")
    return name


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def put_session(db: Connection, row: SessionRow) -> None:
    """Keep where a session stands; the plan lies apart and is written only when it changed."""
    db.run(
        "INSERT INTO session (id, learner, request, current, started_ms, study_day, ended_ms) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET request = excluded.request, "
        "current = excluded.current, study_day = excluded.study_day, ended_ms = excluded.ended_ms",
        (
            row.id,
            row.learner,
            codec.request(row.request),
            None if row.current is None else str(row.current),
            codec.to_ms(row.started_at),
            row.study_day,
            None if row.ended_at is None else codec.to_ms(row.ended_at),
        ),
    )
    db.run(
        "INSERT INTO session_plan (session, cards) VALUES (?, ?) ON CONFLICT (session) "
        "DO UPDATE SET cards = excluded.cards WHERE cards <> excluded.cards",
        (row.id, codec.cards(row.plan)),
    )


def session(db: Connection, id_: SessionId) -> SessionRow | None:
    row = db.one(f"{_SESSION} WHERE s.id = ?", (id_,))
    return None if row is None else _read_session(row)


def open_session(db: Connection, learner: LearnerId) -> SessionRow | None:
    """The learner's newest session that has not ended."""
    row = db.one(
        f"{_SESSION} WHERE s.learner = ? AND s.ended_ms IS NULL ORDER BY s.started_ms DESC LIMIT 1",
        (learner,),
    )
    return None if row is None else _read_session(row)


def _read_session(row: Row) -> SessionRow:
    id_, learner, request, plan, current, started_ms, study_day, ended_ms = row
    return SessionRow(
        id=SessionId(id_),
        learner=LearnerId(learner),
        request=codec.read_request(request),
        plan=codec.read_cards(plan),
        current=None if current is None else CardKey.parse(current),
        started_at=codec.from_ms(started_ms),
        study_day=study_day,
        ended_at=None if ended_ms is None else codec.from_ms(ended_ms),
    )

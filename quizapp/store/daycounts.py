"""Day counts: live reviews added up for each learner, study day and deck, so that no report reads the log."""

from __future__ import annotations

from quizapp.core.event import Kind, LearnerId, Review
from quizapp.core.grade import RIGHT
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId
from quizapp.core.records import DayCounts
from quizapp.store.connection import Connection, Row

_FIGURES = ("answers", "right", "new", "review", "practice", "duration_ms")
_ZERO = (0,) * len(_FIGURES)
_SUMS = ", ".join(f"sum({name})" for name in _FIGURES)
_COLUMNS = ", ".join(_FIGURES)
_PACE_OVER = 200
_PACE_FROM = 5

RECOUNTED = f"""SELECT r.learner, r.study_day, r.deck, count(*),
    sum(ifnull(s.score, r.score) >= {RIGHT}),
    sum(r.kind = 'scheduled' AND r.phase = 'new'), sum(r.kind = 'scheduled' AND r.phase = 'review'),
    sum(r.kind = 'practice'), sum(r.duration_ms)
    FROM review AS r LEFT JOIN standing AS s ON s.review = r.id WHERE ifnull(s.live, 1) = 1"""
"""What the table must hold, from the log and the standings; a condition and a grouping may follow."""

GROUPED = "GROUP BY r.learner, r.study_day, r.deck"


def add(db: Connection, review: Review) -> None:
    """Count a review that has just been given."""
    scheduled = review.kind is Kind.SCHEDULED
    figures = (
        1,
        int(review.score >= RIGHT),
        int(scheduled and review.phase is Phase.NEW),
        int(scheduled and review.phase is Phase.REVIEW),
        int(review.kind is Kind.PRACTICE),
        review.duration_ms,
    )
    db.run(
        f"INSERT INTO day_count (learner, study_day, deck, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        f"ON CONFLICT DO UPDATE SET {', '.join(f'{n} = {n} + excluded.{n}' for n in _FIGURES)}",
        (review.learner, review.study_day, review.card.deck, *figures),
    )


def recount(db: Connection, learner: LearnerId, day: int, deck: DeckId) -> None:
    """Count one day of one deck again, from the log and the standings."""
    where = (learner, day, deck)
    db.run("DELETE FROM day_count WHERE learner = ? AND study_day = ? AND deck = ?", where)
    db.run(
        f"INSERT INTO day_count {RECOUNTED} AND r.learner = ? AND r.study_day = ? AND r.deck = ? {GROUPED}",
        where,
    )


def days(db: Connection, learner: LearnerId, first: int, last: int) -> dict[int, DayCounts]:
    """The counts of each study day from `first` to `last` that has any, all decks together."""
    rows = db.rows(
        f"SELECT study_day, {_SUMS} FROM day_count WHERE learner = ? AND study_day BETWEEN ? AND ? "
        "GROUP BY study_day",
        (learner, first, last),
    )
    return {row[0]: _counts(row) for row in rows}


def today(db: Connection, learner: LearnerId, day: int) -> dict[DeckId, DayCounts]:
    """The counts of one study day for each deck that has any."""
    rows = db.rows(
        f"SELECT deck, study_day, {_COLUMNS} FROM day_count WHERE learner = ? AND study_day = ?",
        (learner, day),
    )
    return {DeckId(deck): _counts(row) for deck, *row in rows}


def _counts(row: Row | list[int]) -> DayCounts:
    day, answers, right, new, review, practice, duration_ms = row
    return DayCounts(day, answers, right, new, review, practice, duration_ms)


def pace(db: Connection, learner: LearnerId) -> tuple[float | None, float | None, float | None]:
    """Median milliseconds of an answer to a new, a learning and a review card.

    Over the last 200 live scheduled answers; None where they hold fewer than five such answers.
    """
    newest = [
        row
        for (device,) in db.rows("SELECT id FROM device")
        for row in db.rows(
            "SELECT r.logical_ms, r.phase, r.duration_ms "
            "FROM review AS r LEFT JOIN standing AS s ON s.review = r.id "
            "WHERE r.learner = ? AND r.device = ? AND r.kind = 'scheduled' AND ifnull(s.live, 1) = 1 "
            "ORDER BY r.logical_ms DESC LIMIT ?",
            (learner, device, _PACE_OVER),
        )
    ]
    last = sorted(newest, reverse=True)[:_PACE_OVER]

    def typical(*phases: Phase) -> float | None:
        spent = sorted(duration for _, phase, duration in last if phase in phases)
        return float(spent[len(spent) // 2]) if len(spent) >= _PACE_FROM else None

    return typical(Phase.NEW), typical(Phase.LEARNING, Phase.RELEARNING), typical(Phase.REVIEW)

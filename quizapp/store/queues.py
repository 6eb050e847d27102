"""Which cards come into question: due, in learning, new, or for practice; each by an index of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId
from quizapp.core.question import DeckId
from quizapp.core.records import DeckCounts, Scheduled
from quizapp.store import codec
from quizapp.store.connection import Connection, Value
from quizapp.store.rows import MEMORY, read_memory

_DAY_MS = 24 * 60 * 60 * 1000
_SELECT = f"SELECT m.card, {MEMORY} FROM memory AS m"
_REVIEW = "m.learner = ? AND m.queue = 'review'"
_LEARNING = "m.learner = ? AND m.queue = 'learning'"
_NEW = "m.learner = ? AND m.queue = 'new'"
_NOT_BURIED = "m.buried_on IS NOT ?"
_NEVER = -1


class Narrow:
    """The condition for some decks or tags only (empty: all), and its arguments."""

    def __init__(self, decks: Sequence[DeckId], tags: Sequence[str]) -> None:
        self.decks = frozenset(decks)
        self.sql = ""
        self.args: tuple[Value, ...] = ()
        if decks:
            self.sql += " AND m.deck IN (SELECT value FROM json_each(?))"
            self.args += (codec.texts(decks),)
        if tags:
            self.sql += (
                " AND EXISTS (SELECT 1 FROM card_tag AS t "
                "WHERE t.card = m.card AND t.tag IN (SELECT value FROM json_each(?)))"
            )
            self.args += (codec.texts(map(str.casefold, tags)),)


def due(db: Connection, learner: LearnerId, day: int, narrow: Narrow, limit: int | None) -> list[Scheduled]:
    """Review cards due on `day` or before, oldest first; then those not due whose answer changed."""
    where = f"{_REVIEW} AND {_NOT_BURIED}{narrow.sql}"
    found: list[Scheduled] = []
    for condition in ("m.due_day <= ?", "m.changed = 1 AND m.due_day > ?"):
        found += _scheduled(
            db,
            f"{_SELECT} WHERE {where} AND {condition} ORDER BY m.due_day LIMIT ?",
            (learner, day, *narrow.args, day, _left(limit, found)),
        )
    return found


def learning(
    db: Connection, learner: LearnerId, until: datetime, day: int, narrow: Narrow
) -> list[Scheduled]:
    """Cards in learning steps that come back by `until`, the earliest first."""
    return _scheduled(
        db,
        f"{_SELECT} WHERE {_LEARNING} AND m.due_ms <= ? AND {_NOT_BURIED}{narrow.sql} ORDER BY m.due_ms",
        (learner, codec.to_ms(until), day, *narrow.args),
    )


def fresh(
    db: Connection,
    learner: LearnerId,
    day: int,
    narrow: Narrow,
    limit: int | None,
    without: Collection[DeckId] = (),
) -> list[Scheduled]:
    """Cards never studied, deck by deck in the order of the decks, but not those of the decks `without`.

    Those buried on `day` are left out.
    """
    decks = db.rows(
        "SELECT deck FROM deck_file WHERE deck IS NOT NULL GROUP BY deck ORDER BY min(position), min(path)"
    )
    found: list[Scheduled] = []
    for (deck,) in decks:
        if limit is not None and len(found) >= limit:
            break
        if deck in without or (narrow.decks and deck not in narrow.decks):
            continue
        found += _scheduled(
            db,
            f"{_SELECT} WHERE {_NEW} AND m.deck = ? AND {_NOT_BURIED}{narrow.sql} "
            "ORDER BY m.position LIMIT ?",
            (learner, deck, day, *narrow.args, _left(limit, found)),
        )
    return found


def any_cards(db: Connection, learner: LearnerId, narrow: Narrow, limit: int | None) -> list[Scheduled]:
    """Cards for practice: the studied ones first, longest ago first, then the new ones in deck order."""
    studied = _scheduled(
        db,
        f"{_SELECT} WHERE m.learner = ? AND m.queue IN ('learning', 'review'){narrow.sql} "
        "ORDER BY m.last_day LIMIT ?",
        (learner, *narrow.args, _left(limit, [])),
    )
    left = None if limit is None else limit - len(studied)
    return studied + fresh(db, learner, _NEVER, narrow, left)


def deck_counts(db: Connection, learner: LearnerId, day: int, now: datetime) -> dict[DeckId, DeckCounts]:
    """Counts for every deck that has a file. Cards buried on `day` count in `total` only.

    `learning` are cards in learning steps that come back within 24 hours of `now`.
    """
    due = _grouped(db, f"{_REVIEW} AND m.due_day <= ? AND {_NOT_BURIED}", learner, day, day)
    changed = _grouped(
        db, f"{_REVIEW} AND m.changed = 1 AND m.due_day > ? AND {_NOT_BURIED}", learner, day, day
    )
    soon = codec.to_ms(now) + _DAY_MS
    steps = _grouped(db, f"{_LEARNING} AND m.due_ms <= ? AND {_NOT_BURIED}", learner, soon, day)
    new = _grouped(db, f"{_NEW} AND {_NOT_BURIED}", learner, day)
    suspended = _grouped(db, "m.learner = ? AND m.queue = 'suspended'", learner)
    totals = db.rows("SELECT deck, sum(cards) FROM deck_file WHERE deck IS NOT NULL GROUP BY deck")
    return {
        DeckId(deck): DeckCounts(
            deck=DeckId(deck),
            due=due.get(deck, 0) + changed.get(deck, 0),
            learning=steps.get(deck, 0),
            new=new.get(deck, 0),
            total=total,
            suspended=suspended.get(deck, 0),
        )
        for deck, total in totals
    }


def due_per_day(db: Connection, learner: LearnerId, first: int, last: int) -> dict[int, int]:
    """How many review cards are due on each study day from `first` to `last`, where there are any."""
    return dict(
        db.rows(
            f"SELECT m.due_day, count(*) FROM memory AS m WHERE {_REVIEW} "
            "AND m.due_day BETWEEN ? AND ? GROUP BY m.due_day",
            (learner, first, last),
        )
    )


def _grouped(db: Connection, condition: str, learner: LearnerId, *args: int) -> dict[str, int]:
    sql = f"SELECT m.deck, count(*) FROM memory AS m WHERE {condition} GROUP BY m.deck"
    return dict(db.rows(sql, (learner, *args)))


def _scheduled(db: Connection, sql: str, args: Sequence[Value]) -> list[Scheduled]:
    return [Scheduled(CardKey.parse(row[0]), read_memory(row[1:])) for row in db.rows(sql, args)]


def _left(limit: int | None, found: list[Scheduled]) -> int:
    """What SQL's LIMIT takes: no limit is -1."""
    return -1 if limit is None else max(0, limit - len(found))

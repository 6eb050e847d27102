"""Exam dates and catch-ups: what a learner set, as rows that are only ever inserted; the newest counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nsmallest

from quizapp.core.card import CardKey
from quizapp.core.catchup import CatchUp
from quizapp.core.event import DeviceId, LearnerId
from quizapp.core.memory import Memory
from quizapp.core.question import DeckId
from quizapp.core.readiness import ExamDate
from quizapp.core.records import Scheduled
from quizapp.store import codec, memories
from quizapp.store.connection import Connection
from quizapp.store.queues import Narrow
from quizapp.store.rows import MEMORY, read_memory

TABLES = ("exam_date", "catch_up")

_FIRSTS_OVER = 2000
_NEXT = "max(?, (SELECT ifnull(max(logical_ms), 0) + 1 FROM {0} WHERE learner = ?))"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who set something, where and when; `logical_ms` is moved past what was set before."""

    id: str
    learner: LearnerId
    device: DeviceId
    at: datetime
    study_day: int
    logical_ms: int


def add_exam_date(db: Connection, stamp: Stamp, deck: DeckId, day: int | None, target: float | None) -> None:
    """Set the exam of a deck, or take it back (`day` None)."""
    _insert(db, "exam_date", stamp, "deck, exam_day, target", (deck, day, target))


def add_catch_up(db: Connection, stamp: Stamp, per_day: int | None, pause_new: bool) -> None:
    """Begin a catch-up, or end it (`per_day` None)."""
    _insert(db, "catch_up", stamp, "per_day, pause_new", (per_day, int(pause_new)))


def _insert(
    db: Connection, table: str, stamp: Stamp, columns: str, values: tuple[str | int | float | None, ...]
) -> None:
    marks = ", ".join("?" for _ in values)
    db.run(
        f"INSERT INTO {table} (id, learner, device, at_ms, study_day, logical_ms, {columns}) "
        f"VALUES (?, ?, ?, ?, ?, {_NEXT.format(table)}, {marks})",
        (
            stamp.id,
            stamp.learner,
            stamp.device,
            codec.to_ms(stamp.at),
            stamp.study_day,
            stamp.logical_ms,
            stamp.learner,
            *values,
        ),
    )


class Plans:
    """What one learner set, and what of their cards it touches; made by `Store.plans`."""

    def __init__(self, db: Connection, learner: LearnerId) -> None:
        self._db = db
        self._learner = learner

    def exam_dates(self) -> dict[DeckId, ExamDate]:
        """The exam dates that stand, past ones too, the earliest first."""
        rows = self._db.rows(
            "SELECT deck, exam_day, study_day, target FROM exam_date AS e WHERE learner = ? "
            "AND NOT EXISTS (SELECT 1 FROM exam_date AS n WHERE n.learner = e.learner AND n.deck = e.deck "
            "AND (n.logical_ms, n.id) > (e.logical_ms, e.id)) "
            "AND exam_day IS NOT NULL ORDER BY exam_day, deck",
            (self._learner,),
        )
        return {
            DeckId(deck): ExamDate(deck=DeckId(deck), day=day, set_on=set_on, target=target)
            for deck, day, set_on, target in rows
        }

    def catch_up(self) -> CatchUp | None:
        """The catch-up that was begun last and not ended by the learner, whether it is over or not."""
        row = self._db.one(
            "SELECT study_day, per_day, pause_new FROM catch_up WHERE learner = ? "
            "ORDER BY logical_ms DESC, id DESC LIMIT 1",
            (self._learner,),
        )
        return None if row is None or row[1] is None else CatchUp(row[0], row[1], bool(row[2]))

    def due_by(self, day: int) -> int:
        """How many review cards are due on a day or before, buried ones too."""
        return _count(self._db, "learner = ? AND queue = 'review' AND due_day <= ?", self._learner, day)

    def new(self) -> int:
        """How many cards of all decks were never studied and may be asked, buried ones too."""
        return _count(self._db, "learner = ? AND queue = 'new'", self._learner)

    def new_of(self, deck: DeckId) -> int:
        """How many cards of a deck were never studied and may be asked, buried ones too."""
        return _count(self._db, "learner = ? AND queue = 'new' AND deck = ?", self._learner, deck)

    def fading(
        self, deck: DeckId, *, exam_day: int, today: int, reach: float, share: Callable[[int], int]
    ) -> tuple[CardKey, ...]:
        """Cards of a deck not due before the exam, but last answered more than `reach` stabilities before it.

        Those least likely to be recalled then come first. None that was answered, or is buried, today, or
        whose answer changed: such a card comes anyway. `share` says of their number how many to give.
        """
        rows = self._db.rows(
            "SELECT m.card FROM memory AS m INDEXED BY memory_fading WHERE m.learner = ? "
            "AND m.queue = 'review' AND m.deck = ? AND m.due_day >= ? AND m.last_day < ? "
            "AND m.buried_on IS NOT ? AND m.changed = 0 AND ? - m.last_day > ? * m.stability "
            "ORDER BY (? - m.last_day) / m.stability DESC, m.card",
            (self._learner, deck, exam_day, today, today, exam_day, reach, exam_day),
        )
        return tuple(CardKey.parse(card) for (card,) in rows[: share(len(rows))])

    def due_in_order(
        self,
        day: int,
        decks: Sequence[DeckId],
        tags: Sequence[str],
        order: Callable[[float, float, float], float],
        limit: int,
    ) -> list[Scheduled]:
        """At most so many review cards due by a day, or with a changed answer, those least by `order` first.

        `order` is given stability, difficulty, days since the last answer. Empty `decks` or `tags` mean all.
        """
        narrow, rows = Narrow(decks, tags), []
        for condition in ("m.due_day <= ?", "m.changed = 1 AND m.due_day > ?"):
            rows += self._db.rows(
                "SELECT m.card, m.stability, m.difficulty, max(0, ? - m.last_day) FROM memory AS m "
                f"WHERE m.learner = ? AND m.queue = 'review' AND m.buried_on IS NOT ?{narrow.sql} "
                f"AND {condition}",
                (day, self._learner, day, *narrow.args, day),
            )
        least = nsmallest(limit, ((order(*memory), card) for card, *memory in rows))
        keys = [CardKey.parse(card) for _, card in least]
        found = memories.memories(self._db, self._learner, keys)
        return [Scheduled(key, found[key]) for key in keys]

    def studied(self, deck: DeckId) -> list[Memory]:
        """The memories of a deck's cards that were ever studied, suspended ones too."""
        rows = self._db.rows(
            f"SELECT {MEMORY} FROM memory AS m WHERE m.learner = ? AND m.live = 1 AND m.phase <> 'new' "
            "AND m.card >= ? || '/' AND m.card < ? || '0'",
            (self._learner, deck, deck),
        )
        return [read_memory(row) for row in rows]

    def due_memories(self, day: int) -> list[Memory]:
        """The memories of all review cards that are due on a day or before."""
        rows = self._db.rows(
            f"SELECT {MEMORY} FROM memory AS m WHERE m.learner = ? AND m.queue = 'review' AND m.due_day <= ?",
            (self._learner, day),
        )
        return [read_memory(row) for row in rows]

    def cards_of(self, deck: DeckId) -> int:
        """How many cards of a deck are in its files."""
        return _count(
            self._db,
            "learner = ? AND live = 1 AND card >= ? || '/' AND card < ? || '0'",
            self._learner,
            deck,
            deck,
        )

    def tagged(self, cards: Iterable[CardKey], tags: Iterable[str]) -> set[CardKey]:
        """Those of the cards that have any of the tags."""
        rows = self._db.rows(
            "SELECT DISTINCT card FROM card_tag WHERE card IN (SELECT value FROM json_each(?)) "
            "AND tag IN (SELECT value FROM json_each(?))",
            (codec.cards(cards), codec.texts(map(str.casefold, tags))),
        )
        return {CardKey.parse(card) for (card,) in rows}

    def early_today(self, day: int) -> dict[DeckId, int]:
        """By deck, how many review cards were answered on a day before they were due."""
        rows = self._db.rows(
            "SELECT r.deck, count(DISTINCT r.card) FROM review AS r "
            "LEFT JOIN standing AS s ON s.review = r.id "
            "WHERE r.learner = ? AND r.study_day = ? AND r.kind = 'scheduled' AND r.phase = 'review' "
            "AND r.elapsed_days < r.interval_before AND ifnull(s.live, 1) = 1 GROUP BY r.deck",
            (self._learner, day),
        )
        return {DeckId(deck): count for deck, count in rows}

    def first_answers(self) -> tuple[int, int]:
        """Among the last 2,000 live answers: those to new cards, and how many of these were rated Again."""
        row = self._db.one(
            "SELECT count(*), ifnull(sum(rating = 1), 0) FROM "
            "(SELECT r.phase, ifnull(s.rating, r.rating) AS rating, r.kind "
            "FROM review AS r LEFT JOIN standing AS s ON s.review = r.id "
            "WHERE r.learner = ? AND ifnull(s.live, 1) = 1 ORDER BY r.study_day DESC LIMIT ?) "
            "WHERE phase = 'new' AND kind = 'scheduled'",
            (self._learner, _FIRSTS_OVER),
        )
        return (0, 0) if row is None else (row[0], row[1])


def _count(db: Connection, where: str, *args: str | int) -> int:
    row = db.one(f"SELECT count(*) FROM memory WHERE {where}", args)
    return 0 if row is None else int(row[0])

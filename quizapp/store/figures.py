"""What reports read: counts kept by `store/rollups.py` and sums over the memory, in one state of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from quizapp.core.answer import Picked
from quizapp.core.calibration import Predicted
from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId
from quizapp.core.grade import RIGHT
from quizapp.core.mastery import Objective, Stock
from quizapp.core.question import DeckId
from quizapp.core.records import Standing
from quizapp.core.replay import resolved, standings
from quizapp.core.retention import MATURE_DAYS, RecallCounts
from quizapp.core.scheduler import LEECH_LAPSES
from quizapp.core.weakness import (
    LEAST_ANSWERS,
    LEAST_MISSES,
    LOOKED_THROUGH,
    CardFigures,
    WeakCard,
    Weakness,
    WrongOption,
)
from quizapp.store import codec, log
from quizapp.store.connection import Connection
from quizapp.store.store import Store

Curve = Callable[[float, float], float]
"""Recall (0..1) from stability and elapsed time in days."""

_RECALL = """CASE WHEN m.stability IS NULL THEN 0.0
    ELSE quizapp_recall(m.stability, max(0, ? - ifnull(m.last_day, ?))) END"""
# The cards in deck files, of some decks or of all, the recall of each worked out once.
_HELD = f"""WITH m AS MATERIALIZED (SELECT m.card, m.deck, m.phase, m.interval, {_RECALL} AS recall
    FROM memory AS m WHERE m.learner = ? AND m.live = 1
    AND (? OR m.deck IN (SELECT value FROM json_each(?))))"""
_STOCK = f"""sum(m.phase = 'new'), sum(m.phase IN ('learning', 'relearning')),
    sum(m.phase = 'review' AND m.interval < {MATURE_DAYS}),
    sum(m.phase = 'review' AND m.interval >= {MATURE_DAYS}), sum(m.recall)"""


def _topics(table: str, column: str) -> str:
    """Joins the cards `m` to their topics; what two files say of one card counts once."""
    return (
        f"CROSS JOIN {table} AS t ON t.card = m.card AND NOT EXISTS (SELECT 1 FROM {table} AS o "
        f"WHERE o.card = t.card AND o.{column} = t.{column} AND o.path < t.path)"
    )


# One statement, so that the recall of a card is worked out once for all three.
_STOCKS = f"""{_HELD}
    SELECT 'deck', m.deck, '', {_STOCK} FROM m GROUP BY m.deck
    UNION ALL SELECT 'tag', '', t.tag, {_STOCK} FROM m {_topics("card_tag", "tag")} GROUP BY t.tag
    UNION ALL SELECT 'objective', m.deck, t.objective, {_STOCK}
        FROM m {_topics("card_objective", "objective")} GROUP BY m.deck, t.objective"""

CARD_FIGURES = (
    "f.answers, f.misses, f.first_tries, f.first_right, f.predictions, f.predicted_parts, f.recalled, "
    "f.mispicks, f.median_ms"
)
_STUDIED = "m.queue IN ('new', 'learning', 'review')"
# The condition of each list and its order, the weakest first: those of the indexes of `card_figure`.
_WEAKEST = {
    Weakness.MISSED: (f"f.misses >= {LEAST_MISSES}", "f.misses DESC"),
    Weakness.LEECH: (f"m.lapses >= {LEECH_LAPSES}", "m.lapses DESC"),
    Weakness.FIRST_TRY: (
        f"f.first_tries >= {LEAST_ANSWERS} AND f.first_right < f.first_tries",
        "f.first_right * 1.0 / f.first_tries",
    ),
    Weakness.SLOW: (f"f.answers >= {LEAST_ANSWERS}", "f.median_ms DESC"),
    Weakness.OPTION: (f"f.mispicks >= {LEAST_MISSES}", "f.mispicks DESC"),
    Weakness.BELOW: (f"f.predictions >= {LEAST_ANSWERS} AND f.gap < 0", "f.gap"),
}


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers and the active milliseconds that they took."""

    answers: int
    duration_ms: int


@dataclass(frozen=True, slots=True)
class Stocks:
    """The cards of each deck, of each tag, case folded, and of each objective of each deck."""

    decks: dict[DeckId, Stock]
    tags: dict[str, Stock]
    objectives: dict[Objective, Stock]


class Figures:
    """The figures of one learner; made by `reading`, and good until that block ends."""

    def __init__(self, db: Connection, learner: LearnerId) -> None:
        self._db = db
        self._learner = learner

    def recall_days(self, decks: Sequence[DeckId] = ()) -> dict[int, RecallCounts]:
        """Counts for true retention by study day; empty `decks` mean all."""
        only, args = _only_decks(decks)
        rows = self._db.rows(
            "SELECT study_day, sum(young), sum(young_passed), sum(mature), sum(mature_passed) "
            f"FROM recall_count WHERE learner = ?{only} GROUP BY study_day",
            (self._learner, *args),
        )
        return {row[0]: RecallCounts(*row) for row in rows}

    def spent(self, first: int, last: int, decks: Sequence[DeckId] = ()) -> dict[int, Answered]:
        """Answers and active milliseconds of each study day from `first` to `last` that has any."""
        only, args = _only_decks(decks)
        rows = self._db.rows(
            "SELECT study_day, sum(answers), sum(duration_ms) FROM day_count WHERE learner = ? "
            f"AND study_day BETWEEN ? AND ?{only} GROUP BY study_day",
            (self._learner, first, last, *args),
        )
        return {day: Answered(answers, spent) for day, answers, spent in rows}

    def due_days(self, first: int, last: int, decks: Sequence[DeckId] = ()) -> dict[int, int]:
        """How many review cards are due on each study day from `first` to `last`, where there are any."""
        only, args = _only_decks(decks)
        rows = self._db.rows(
            "SELECT due_day, count(*) FROM memory WHERE learner = ? AND queue = 'review' "
            f"AND due_day BETWEEN ? AND ?{only} GROUP BY due_day",
            (self._learner, first, last, *args),
        )
        return dict(rows)

    def predictions(self, decks: Sequence[DeckId] = ()) -> list[Predicted]:
        """Answers by predicted recall, the least first; empty `decks` mean all."""
        only, args = _only_decks(decks)
        rows = self._db.rows(
            f"SELECT parts, sum(n), sum(passed) FROM prediction_count WHERE learner = ?{only} "
            "GROUP BY parts ORDER BY parts",
            (self._learner, *args),
        )
        return [Predicted(*row) for row in rows]

    def stocks(self, day: int, curve: Curve, decks: Sequence[DeckId] = ()) -> Stocks:
        """The cards of each deck, tag and objective on a study day; empty `decks` mean all."""
        self._db.raw.create_function("quizapp_recall", 2, curve, deterministic=True)
        found = Stocks({}, {}, {})
        for what, deck, name, *counts in self._db.rows(
            _STOCKS, (day, day, self._learner, int(not decks), codec.texts(decks))
        ):
            match what:
                case "deck":
                    found.decks[DeckId(deck)] = Stock(*counts)
                case "tag":
                    found.tags[name] = Stock(*counts)
                case _:
                    found.objectives[Objective(DeckId(deck), name)] = Stock(*counts)
        return found

    def figures(self, card: CardKey) -> CardFigures | None:
        """What the live reviews of a card add up to; None without any."""
        sql = f"SELECT {CARD_FIGURES} FROM card_figure AS f WHERE f.learner = ? AND f.card = ?"
        row = self._db.one(sql, (self._learner, str(card)))
        return None if row is None else CardFigures(*row)

    def weakest(self, weakness: Weakness, decks: Sequence[DeckId] = (), limit: int = 20) -> list[WeakCard]:
        """The cards of a list, the weakest first; for OPTION those with most answers that were not right."""
        condition, order = _WEAKEST[weakness]
        only, args = _only_decks(decks)
        leech = weakness is Weakness.LEECH
        tables = ("memory AS m", "card_figure AS f") if leech else ("card_figure AS f", "memory AS m")
        rows = self._db.rows(
            f"SELECT f.card, m.lapses, {CARD_FIGURES} FROM {' CROSS JOIN '.join(tables)} "
            f"WHERE {'m' if leech else 'f'}.learner = ? AND f.learner = m.learner AND f.card = m.card "
            f"AND {condition} AND {_STUDIED}{only} ORDER BY {order}, f.answers DESC, f.card LIMIT ?",
            (self._learner, *args, limit),
        )
        return [WeakCard(CardKey.parse(card), CardFigures(*figs), lapses) for card, lapses, *figs in rows]

    def wrong_options(
        self, is_wrong: Callable[[CardKey, str], bool], decks: Sequence[DeckId] = (), limit: int = 20
    ) -> list[WrongOption]:
        """The wrong options picked most, the most picked first; `is_wrong` tells of the deck as it is now."""
        found: list[WrongOption] = []
        for each in self.weakest(Weakness.OPTION, decks, LOOKED_THROUGH):
            if len(found) == limit and found[-1].times >= each.figures.mispicks:
                break
            found += self._wrong_options_of(each, is_wrong)
            found.sort(key=lambda option: (-option.times, option.card, option.option))
            del found[limit:]
        return found

    def _wrong_options_of(
        self, weak: WeakCard, is_wrong: Callable[[CardKey, str], bool]
    ) -> Iterator[WrongOption]:
        picked = Counter(option for options in self._mispicks(weak.card) for option in options)
        for option, times in picked.items():
            if times >= LEAST_MISSES and is_wrong(weak.card, option):
                yield WrongOption(weak.card, option, times, weak.figures.mispicks)

    def _mispicks(self, card: CardKey) -> Iterator[tuple[str, ...]]:
        """The options picked in each answer that was not right."""
        for standing in self.history([card]):
            answer = standing.review.answer
            if standing.live and standing.score < RIGHT and isinstance(answer, Picked):
                yield answer.options

    def history(self, cards: Sequence[CardKey]) -> list[Standing]:
        """The reviews that count for these cards, taken back or not, in order; under the key of today."""
        events = log.events_of(self._db, self._learner, cards)
        keys, asked = resolved(events), set(cards)
        return [
            replace(standing, review=replace(standing.review, card=keys[id_]))
            for id_, standing in standings(events).items()
            if keys[id_] in asked
        ]


@contextmanager
def reading(store: Store, learner: LearnerId) -> Iterator[Figures]:
    """One read transaction: what is read in it, here or from the store, is of one moment.

    Others may write meanwhile. Inside another such block it is the same transaction.
    """
    db = store.connection
    if db.raw.in_transaction:
        yield Figures(db, learner)
        return
    db.run("BEGIN")
    try:
        yield Figures(db, learner)
    finally:
        db.run("ROLLBACK")


def _only_decks(decks: Sequence[DeckId]) -> tuple[str, tuple[str, ...]]:
    if not decks:
        return "", ()
    return " AND deck IN (SELECT value FROM json_each(?))", (codec.texts(decks),)

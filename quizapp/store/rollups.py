"""What reports count, kept up to date with each answer and action so that no report reads the log.

`recall_count` (reviews of a day and deck that count for true retention), `prediction_count` (answers by
predicted recall) and `card_figure` (what the live reviews of a card add up to) are caches: `count_all` makes
them from the log and the standings.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from quizapp.core.answer import Picked, Rating
from quizapp.core.calibration import SCALE
from quizapp.core.card import CardKey
from quizapp.core.event import Action, EventId, Kind, LearnerId, Review
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.records import Standing
from quizapp.core.replay import resolved, standings
from quizapp.core.retention import MATURE_DAYS
from quizapp.core.weakness import CardFigures, Seen, figures_of
from quizapp.store import codec, log, memories
from quizapp.store.connection import Connection, Row, Value

TABLES = ("recall_count", "prediction_count", "card_figure")

_LIVE = "FROM review AS r LEFT JOIN standing AS s ON s.review = r.id WHERE ifnull(s.live, 1) = 1"
_PASSED = f"ifnull(s.rating, r.rating) > {int(Rating.AGAIN)}"
_YOUNG = f"r.interval_before < {MATURE_DAYS}"


@dataclass(frozen=True, slots=True)
class _Count:
    """A table of sums: its key, its columns, and the query that counts the log; grouped by the key."""

    table: str
    key: str
    columns: tuple[str, ...]
    counted: str

    @property
    def whole(self) -> str:
        """All that the table must hold."""
        return f"{self.counted} GROUP BY {self.key}"

    def shifted(self, sign: int) -> str:
        """The statement that adds one review (1) or takes it out (-1); its argument is the review's id."""
        figures = ", ".join(f"{sign} * {name}" for name in self.columns)
        sums = ", ".join(f"{name} = {name} + excluded.{name}" for name in self.columns)
        one = f"{self.counted} AND r.id = ? GROUP BY {self.key}"
        # `WHERE true` tells SQLite that ON begins the upsert and not a join.
        return (
            f"INSERT INTO {self.table} SELECT {self.key}, {figures} FROM ({one}) WHERE true "
            f"ON CONFLICT DO UPDATE SET {sums}"
        )


_COUNTS = (
    _Count(
        "recall_count",
        "learner, study_day, deck",
        ("young", "young_passed", "mature", "mature_passed"),
        f"""SELECT r.learner AS learner, r.study_day AS study_day, r.deck AS deck,
        sum({_YOUNG}) AS young, sum({_YOUNG} AND {_PASSED}) AS young_passed,
        sum(NOT {_YOUNG}) AS mature, sum(NOT {_YOUNG} AND {_PASSED}) AS mature_passed
        {_LIVE} AND r.kind = 'scheduled' AND r.phase = 'review'""",
    ),
    _Count(
        "prediction_count",
        "learner, deck, parts",
        ("n", "passed"),
        f"""SELECT r.learner AS learner, r.deck AS deck,
        CAST(r.predicted * {SCALE} + 0.5 AS INTEGER) AS parts, count(*) AS n, sum({_PASSED}) AS passed
        {_LIVE} AND r.kind = 'scheduled' AND r.elapsed_days >= 1 AND r.predicted IS NOT NULL""",
    ),
)
_EMPTIED = (
    """DELETE FROM recall_count WHERE young = 0 AND mature = 0 AND learner = ?
    AND study_day = (SELECT study_day FROM review WHERE id = ?)""",
    "DELETE FROM prediction_count WHERE n = 0 AND learner = ? AND ? IS NOT NULL",
)

_SEEN = (
    "r.card, r.kind, r.phase, ifnull(s.rating, r.rating), ifnull(s.score, r.score), r.duration_ms, "
    'r.elapsed_days, r.predicted, substr(r.answer, 1, 16) = \'{"type":"picked"\''
)
_PUT_FIGURES = "INSERT OR REPLACE INTO card_figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_RELINKS = "learner = ? AND kind IN ('relink', 'fit') AND moves IS NOT NULL"


def add_review(db: Connection, review: Review) -> None:
    """Count a review that was inserted."""
    _shift(db, review.id, 1)
    _recount(db, review.learner, _sharing(db, review.learner, [review.card.siblings]) or {review.card})


class Change:
    """An action about to be inserted: `before` takes out what it may change, `after` counts it anew."""

    def __init__(self, db: Connection, action: Action) -> None:
        self._db, self._action = db, action
        self._review = log.touched(db, action)

    def before(self) -> None:
        if self._review is not None:
            _shift(self._db, self._review, -1)

    def after(self) -> None:
        db, learner = self._db, self._action.learner
        if self._review is not None:
            _shift(db, self._review, 1)
            row = db.one("SELECT learner, card FROM review WHERE id = ?", (self._review,))
            if row is not None:
                card = CardKey.parse(row[1])
                _recount(db, row[0], _sharing(db, row[0], [card.siblings]) or {card})
        questions = _moved(db, self._action)
        if questions:
            _recount(db, learner, _sharing(db, learner, questions))


class Regraded:
    """Changes of verdicts about to be inserted together: as `Change`, but each card is counted once.

    No review is touched by two of them, and none of them moves a question.
    """

    def __init__(self, db: Connection, actions: Iterable[Action]) -> None:
        self._db = db
        self._reviews = [each for action in actions if (each := log.touched(db, action)) is not None]

    def before(self) -> None:
        for review in self._reviews:
            _shift(self._db, review, -1)

    def after(self) -> None:
        cards: dict[LearnerId, set[CardKey]] = {}
        for review in self._reviews:
            _shift(self._db, review, 1)
            row = self._db.one("SELECT learner, card FROM review WHERE id = ?", (review,))
            if row is not None:
                cards.setdefault(row[0], set()).add(CardKey.parse(row[1]))
        for learner, found in cards.items():
            sharing = _sharing(self._db, learner, {card.siblings for card in found})
            _recount(self._db, learner, found | sharing)


def count_all(db: Connection) -> None:
    """Make all of it anew from the log and the standings."""
    for table in TABLES:
        db.run(f"DELETE FROM {table}")
    for each in _COUNTS:
        db.run(f"INSERT INTO {each.table} {each.whole}")
    for (learner,) in db.rows("SELECT DISTINCT learner FROM review"):
        rows = (_figure_values(learner, card, found) for card, found in expected_figures(db, learner))
        db.run_many(_PUT_FIGURES, rows)


def wrong(db: Connection) -> int:
    """How many rows are too many, and how many are missing, by what log and standings say."""
    differing = sum(
        len(set(db.rows(each.whole)) ^ set(db.rows(f"SELECT * FROM {each.table}"))) for each in _COUNTS
    )
    learners = db.rows("SELECT learner FROM review UNION SELECT learner FROM card_figure")
    return differing + sum(_wrong_figures(db, learner) for (learner,) in learners)


def _wrong_figures(db: Connection, learner: LearnerId) -> int:
    rows = db.rows("SELECT * FROM card_figure WHERE learner = ?", (learner,))
    stored = {card: values for _, card, *values in rows}
    differing = 0
    for card, found in expected_figures(db, learner):
        differing += stored.pop(str(card), None) != list(_values(found))
    return differing + len(stored)


def expected_figures(db: Connection, learner: LearnerId) -> Iterator[tuple[CardKey, CardFigures]]:
    """The figures of every card with live reviews, from the log; reads all of it."""
    relinked = {question for old, new in _links(db, learner) for question in (old, new)}
    rows = db.each(f"SELECT {_SEEN} {_LIVE} AND r.learner = ? ORDER BY r.card", (learner,))
    for name, group in groupby(rows, key=lambda row: str(row[0])):
        card = CardKey.parse(name)
        found = figures_of(map(_read_seen, group)) if card.siblings not in relinked else None
        if found is not None:
            yield card, found
    yield from _relinked_figures(db, learner, _cards(db, learner, relinked))


def _shift(db: Connection, review: EventId, sign: int) -> None:
    """Add a review as it stands to the counts (1), or take it out of them (-1)."""
    for each in _COUNTS:
        db.run(each.shifted(sign), (review,))
    row = db.one("SELECT learner FROM review WHERE id = ?", (review,)) if sign < 0 else None
    if row is not None:
        for emptied in _EMPTIED:
            db.run(emptied, (row[0], review))


def _recount(db: Connection, learner: LearnerId, cards: Iterable[CardKey]) -> None:
    """Make the figures of these cards anew; all cards between which relinks lead must be among them."""
    asked = sorted(set(cards))
    linked = set(_linked(db, learner, {card.siblings for card in asked}))
    plain = [card for card in asked if card.siblings not in linked]
    found = dict(_plain_figures(db, learner, plain))
    found.update(_relinked_figures(db, learner, [card for card in asked if card.siblings in linked]))
    gone = [card for card in asked if card not in found]
    db.run_many(_PUT_FIGURES, (_figure_values(learner, card, each) for card, each in found.items()))
    db.run_many(
        "DELETE FROM card_figure WHERE learner = ? AND card = ?", ((learner, str(card)) for card in gone)
    )


def _plain_figures(
    db: Connection, learner: LearnerId, cards: list[CardKey]
) -> Iterator[tuple[CardKey, CardFigures]]:
    """The figures of cards that no relink touches."""
    for card in cards:
        rows = db.rows(f"SELECT {_SEEN} {_LIVE} AND r.learner = ? AND r.card = ?", (learner, str(card)))
        found = figures_of(map(_read_seen, rows))
        if found is not None:
            yield card, found


def _relinked_figures(
    db: Connection, learner: LearnerId, cards: Iterable[CardKey]
) -> Iterator[tuple[CardKey, CardFigures]]:
    """The figures of cards between which relinks lead: each review counts where they carried it."""
    asked = set(cards)
    if not asked:
        return
    events = log.events_of(db, learner, asked)
    stands, keys = standings(events), resolved(events)
    seen: dict[CardKey, list[Seen]] = {}
    for id_, standing in stands.items():
        if standing.live and keys[id_] in asked:
            seen.setdefault(keys[id_], []).append(_seen(standing))
    for card, reviews in sorted(seen.items()):
        found = figures_of(reviews)
        if found is not None:
            yield card, found


def _sharing(db: Connection, learner: LearnerId, questions: Iterable[str]) -> set[CardKey]:
    """All cards whose history relinks may share with these questions; none where no relink names one."""
    asked = set(questions)
    if not _named(db, learner, asked):
        return set()
    return _cards(db, learner, _linked(db, learner, asked))


def _cards(db: Connection, learner: LearnerId, questions: Iterable[str]) -> set[CardKey]:
    """Every card that these questions have or may inherit."""
    known = set(questions)
    parts = {card.part for card in memories.cards_of_questions(db, learner, known)}
    split = [question.split("/") for question in known]
    return {CardKey(DeckId(deck), QuestionId(name), part) for deck, name in split for part in parts}


def _named(db: Connection, learner: LearnerId, questions: set[str]) -> bool:
    """Whether any relink names one of the questions."""
    return any(
        db.one(f"SELECT 1 FROM action WHERE {_RELINKS} AND instr(moves, ?)", (learner, json.dumps(question)))
        for question in questions
    )


def _linked(db: Connection, learner: LearnerId, questions: set[str]) -> set[str]:
    """The questions that relinks, live or not, join with these, however many steps away; no others."""
    if not _named(db, learner, questions):
        return set()
    near: dict[str, set[str]] = {}
    for old, new in _links(db, learner):
        near.setdefault(old, set()).add(new)
        near.setdefault(new, set()).add(old)
    found, todo = set(questions & near.keys()), list(questions & near.keys())
    while todo:
        further = near[todo.pop()] - found
        found |= further
        todo += further
    return found


def _links(db: Connection, learner: LearnerId) -> Iterator[tuple[str, str]]:
    """(old, new) of every relink, live or not."""
    for (moves,) in db.rows(f"SELECT moves FROM action WHERE {_RELINKS}", (learner,)):
        for move in codec.read_moves(moves):
            yield move.old, move.new


def _moved(db: Connection, action: Action) -> set[str]:
    """The questions of the relink that this action is, takes back or brings back."""
    moves, undone = action.moves, action.undoes
    while not moves and undone is not None:
        row = db.one("SELECT moves, undoes FROM action WHERE id = ?", (undone,))
        text, undone = row or (None, None)
        moves = codec.read_moves(text)
    return {question for move in moves for question in (move.old, move.new)}


def _read_seen(row: Row) -> Seen:
    """The columns of `_SEEN`."""
    _, kind, phase, rating, score, duration_ms, elapsed_days, predicted, picked = row
    return Seen(
        Kind(kind), Phase(phase), Rating(rating), score, duration_ms, elapsed_days, predicted, bool(picked)
    )


def _seen(standing: Standing) -> Seen:
    review = standing.review
    return Seen(
        kind=review.kind,
        phase=review.phase,
        rating=standing.rating,
        score=standing.score,
        duration_ms=review.duration_ms,
        elapsed_days=review.elapsed_days,
        predicted=review.predicted,
        picked=isinstance(review.answer, Picked),
    )


def _figure_values(learner: LearnerId, card: CardKey, found: CardFigures) -> tuple[Value, ...]:
    return (learner, str(card), *_values(found))


def _values(found: CardFigures) -> tuple[Value, ...]:
    return (
        found.answers,
        found.misses,
        found.first_tries,
        found.first_right,
        found.predictions,
        found.predicted_parts,
        found.recalled,
        found.mispicks,
        found.median_ms,
        found.gap,
    )

"""The memory table: one row for each learner and card, of known decks or with a history."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import DeckId
from quizapp.errors import StaleCard
from quizapp.store import codec
from quizapp.store.connection import Connection
from quizapp.store.rows import MEMORY, PUT_MEMORY, memory_values, read_memory

_UNUSED = "live = 0 AND phase = 'new' AND revision = 0"
# The rows of one deck, by the index on (learner, card).
_OF_DECK = "memory.learner IN (SELECT id FROM learner) AND memory.card >= ? || '/' AND memory.card < ? || '0'"
# The cards of the questions listed as `s`: '0' is the character after '/', so the range holds few others.
_OF_QUESTIONS = (
    "card >= s.value AND card < s.value || '0' AND substr(card, length(s.value) + 1, 1) IN ('', '/')"
)

# Columns and values of a card that was never studied.
_BLANK = "queue, live, phase, step, interval, reps, lapses, suspended, answer_fingerprint, revision"
_BLANK_VALUES = "'new', 1, 'new', 0, 0, 0, 0, 0, '', 0"
_SHOWN_QUEUE = (
    "CASE WHEN suspended = 1 THEN 'suspended' WHEN phase = 'relearning' THEN 'learning' ELSE phase END"
)


def memory(db: Connection, learner: LearnerId, card: CardKey) -> Memory | None:
    sql = f"SELECT {MEMORY} FROM memory AS m WHERE m.learner = ? AND m.card = ?"
    row = db.one(sql, (learner, str(card)))
    return None if row is None else read_memory(row)


def memories(db: Connection, learner: LearnerId, keys: Iterable[CardKey]) -> dict[CardKey, Memory]:
    rows = db.rows(
        f"SELECT m.card, {MEMORY} FROM memory AS m "
        "WHERE m.learner = ? AND m.card IN (SELECT value FROM json_each(?))",
        (learner, codec.cards(keys)),
    )
    return {CardKey.parse(card): read_memory(tuple(row)) for card, *row in rows}


def cards_of_questions(db: Connection, learner: LearnerId, keys: Iterable[str]) -> list[CardKey]:
    """The cards of these questions (`deck/question`) that the learner's log or memory knows, in order."""
    listed = codec.texts(keys)
    found: set[CardKey] = set()
    for table in ("memory", "review", "action"):
        rows = db.rows(
            f"SELECT DISTINCT card FROM json_each(?) AS s CROSS JOIN {table} "
            f"WHERE learner = ? AND card IS NOT NULL AND {_OF_QUESTIONS}",
            (listed, learner),
        )
        found.update(CardKey.parse(card) for (card,) in rows)
    return sorted(found)


def studied(db: Connection, learner: LearnerId) -> list[CardKey]:
    """Every card that the learner's log or memory tells something of, in order."""
    rows = db.rows(
        "SELECT card FROM memory WHERE learner = ? AND revision > 0 "
        "UNION SELECT card FROM review WHERE learner = ? "
        "UNION SELECT card FROM action WHERE learner = ? AND card IS NOT NULL",
        (learner,) * 3,
    )
    return sorted(CardKey.parse(card) for (card,) in rows)


def put_memory(
    db: Connection, learner: LearnerId, card: CardKey, value: Memory, *, expected_revision: int | None
) -> None:
    """Replace what is stored of a card; StaleCard when its revision is not the expected one (None: any).

    A card that is in no deck file and has no history left loses its row.
    """
    key = str(card)
    row = db.one("SELECT revision FROM memory WHERE learner = ? AND card = ?", (learner, key))
    if expected_revision is not None and (0 if row is None else row[0]) != expected_revision:
        raise StaleCard(
            "This card was answered in another quizapp window.", "Go on: the card is shown as it stands now."
        )
    known = db.one("SELECT position, answer_fingerprint FROM deck_card WHERE card = ? LIMIT 1", (key,))
    if known is None and value == NEW:
        db.run("DELETE FROM memory WHERE learner = ? AND card = ?", (learner, key))
        return
    position, current = known or (0, "")
    changed = known is not None and value.answer_fingerprint not in ("", current)
    place = (card.deck, _queue(value, known is not None), int(known is not None), position, int(changed))
    db.run(PUT_MEMORY, (learner, key, *place, *memory_values(value)))


def _queue(memory: Memory, live: bool) -> str:
    """Where a card waits: among the hidden, suspended, new, learning or review cards."""
    if not live:
        return "hidden"
    if memory.suspended:
        return "suspended"
    return Phase.LEARNING if memory.phase is Phase.RELEARNING else memory.phase


def make_rows(db: Connection, learner: LearnerId) -> None:
    """A row for each card of each known deck."""
    db.run(
        f"INSERT INTO memory (learner, card, deck, position, {_BLANK}) "
        f"SELECT ?, card, deck, min(position), {_BLANK_VALUES} FROM deck_card WHERE true GROUP BY card "
        "ON CONFLICT (learner, card) DO NOTHING",
        (learner,),
    )


def follow_deck(db: Connection, deck: DeckId) -> None:
    """Bring the rows of one deck in line with its file, for every learner: add, show, hide, move, mark."""
    db.run(
        f"INSERT INTO memory (learner, card, deck, position, {_BLANK}) "
        f"SELECT l.id, c.card, c.deck, c.position, {_BLANK_VALUES} "
        "FROM deck_card AS c CROSS JOIN learner AS l WHERE c.deck = ? ON CONFLICT (learner, card) DO NOTHING",
        (deck,),
    )
    db.run(
        f"UPDATE memory SET live = 1, queue = {_SHOWN_QUEUE}, position = c.position, "
        "changed = memory.answer_fingerprint NOT IN ('', c.answer_fingerprint) "
        f"FROM deck_card AS c WHERE {_OF_DECK} AND c.card = memory.card "
        "AND (memory.live, memory.position, memory.changed) "
        "<> (1, c.position, memory.answer_fingerprint NOT IN ('', c.answer_fingerprint))",
        (deck, deck),
    )
    gone = "NOT EXISTS (SELECT 1 FROM deck_card AS c WHERE c.card = memory.card)"
    db.run(
        f"UPDATE memory SET live = 0, queue = 'hidden', changed = 0 WHERE {_OF_DECK} AND live = 1 AND {gone}",
        (deck, deck),
    )
    db.run(f"DELETE FROM memory WHERE {_OF_DECK} AND {_UNUSED}", (deck, deck))


def sibling_days(db: Connection, learner: LearnerId, siblings: Iterable[str]) -> dict[str, int]:
    """For each question (`deck/question`) the last study day on which any of its cards was reviewed."""
    rows = db.rows(
        "SELECT s.value, max(last_day) FROM json_each(?) AS s CROSS JOIN memory "
        f"WHERE learner = ? AND {_OF_QUESTIONS} AND last_day IS NOT NULL GROUP BY s.value",
        (codec.texts(siblings), learner),
    )
    return {siblings: day for siblings, day in rows}

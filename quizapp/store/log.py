"""The log: reviews and actions, inserted and read, never changed; and what stands of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from heapq import merge

from quizapp.core.card import CardKey
from quizapp.core.event import (
    Action,
    ActionKind,
    ConfigId,
    DeviceId,
    Event,
    EventId,
    LearnerId,
    Review,
    SchedulerConfig,
    SessionId,
)
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.records import LastRead, Standing
from quizapp.core.replay import standings
from quizapp.store import codec, daycounts
from quizapp.store.connection import Connection
from quizapp.store.rows import (
    ACTION,
    INSERT_ACTION,
    INSERT_REVIEW,
    REVIEW,
    STANDING,
    action_values,
    read_action,
    read_review,
    read_standing,
    review_values,
)

_LISTED = "(SELECT value FROM json_each(?))"
# As the partial index of these actions has it, so that it is used.
_WIDE = "a.kind IN ('relink', 'fit')"
_STANDING_FROM = "review AS r LEFT JOIN standing AS s ON s.review = r.id"


def order(event: Event) -> tuple[int, str]:
    """The order of the log everywhere."""
    return event.logical_ms, event.id


def add_review(db: Connection, review: Review) -> None:
    """Insert a review and count it."""
    know_device(db, review.device)
    db.run(INSERT_REVIEW, review_values(review))
    daycounts.add(db, review)


def add_action(db: Connection, action: Action) -> None:
    """Insert an action; the review that it touches, if any, stands and counts anew."""
    know_device(db, action.device)
    db.run(INSERT_ACTION, action_values(action))
    review = touched(db, action)
    if review is not None:
        _stand(db, review)


def know_device(db: Connection, device: DeviceId) -> None:
    """Keep the name of a computer that rows come from."""
    db.run("INSERT INTO device (id) VALUES (?) ON CONFLICT DO NOTHING", (device,))


def touched(db: Connection, action: Action) -> EventId | None:
    """The review whose standing the action may change, found through what it undoes."""
    review, undone = action.review, action.undoes
    while review is None and undone is not None:
        if db.one("SELECT 1 FROM review WHERE id = ?", (undone,)):
            return undone
        found = db.one("SELECT review, undoes FROM action WHERE id = ?", (undone,))
        review, undone = found or (None, None)
    return None if review is None else EventId(review)


def _stand(db: Connection, id_: EventId) -> None:
    row = db.one(f"SELECT {REVIEW} FROM review AS r WHERE r.id = ?", (id_,))
    if row is None:
        return
    review = read_review(row)
    write_standing(db, standings(_with_followers(db, [review], ()))[id_])
    daycounts.recount(db, review.learner, review.study_day, review.card.deck)


def write_standing(db: Connection, standing: Standing) -> None:
    """Keep a row for a review that no longer stands as it was given, and none for one that does."""
    review = standing.review
    if standing == Standing(review, True, review.rating, review.score):
        db.run("DELETE FROM standing WHERE review = ?", (review.id,))
        return
    db.run(
        "INSERT INTO standing (review, live, rating, score) VALUES (?, ?, ?, ?) ON CONFLICT (review) "
        "DO UPDATE SET live = excluded.live, rating = excluded.rating, score = excluded.score",
        (review.id, int(standing.live), int(standing.rating), standing.score),
    )


def review(db: Connection, id_: EventId) -> Review | None:
    row = db.one(f"SELECT {REVIEW} FROM review AS r WHERE r.id = ?", (id_,))
    return None if row is None else read_review(row)


def standing(db: Connection, id_: EventId) -> Standing | None:
    row = db.one(f"SELECT {STANDING} FROM {_STANDING_FROM} WHERE r.id = ?", (id_,))
    return None if row is None else read_standing(row)


def session_reviews(db: Connection, session: SessionId) -> list[Standing]:
    sql = f"SELECT {STANDING} FROM {_STANDING_FROM} WHERE r.session = ? ORDER BY r.logical_ms, r.id"
    return [read_standing(row) for row in db.rows(sql, (session,))]


def events_of(db: Connection, learner: LearnerId, keys: Iterable[CardKey]) -> list[Event]:
    """All events that make the memories of these cards, in order; see `Store.events_of`."""
    wide = _actions(db, f"a.learner = ? AND {_WIDE}", learner)
    wanted = _with_former(set(keys), [a for a in wide if a.kind is ActionKind.RELINK])
    listed = codec.cards(wanted)
    sql = f"SELECT {REVIEW} FROM review AS r WHERE r.learner = ? AND r.card IN {_LISTED}"
    reviews = [read_review(row) for row in db.rows(sql, (learner, listed))]
    direct = _actions(db, f"a.learner = ? AND a.card IN {_LISTED}", learner, listed)
    return _with_followers(db, reviews, [*(a for a in wide if _concerns(a, wanted)), *direct])


def was_relinked(db: Connection, learner: LearnerId, question: str) -> bool:
    """Whether the moves of a relink name this question, by their text alone."""
    sql = "SELECT 1 FROM action WHERE learner = ? AND kind IN ('relink', 'fit') AND instr(moves, ?) LIMIT 1"
    return db.one(sql, (learner, json.dumps(question))) is not None


def _actions(db: Connection, condition: str, *args: str) -> list[Action]:
    return [read_action(row) for row in db.rows(f"SELECT {ACTION} FROM action AS a WHERE {condition}", args)]


def _with_former(keys: set[CardKey], relinks: list[Action]) -> set[CardKey]:
    """The keys, and those from which relinks led to them, however many steps back."""
    former: dict[str, set[str]] = {}
    for move in (m for a in relinks for m in a.moves):
        former.setdefault(move.new, set()).add(move.old)
    found, todo = set(keys), list(keys)
    while todo:
        key = todo.pop()
        for old in former.get(key.siblings, ()):
            deck, question = old.split("/")
            earlier = CardKey.parse("/".join(filter(None, (deck, question, key.part))))
            if earlier not in found:
                found.add(earlier)
                todo.append(earlier)
    return found


def _concerns(action: Action, keys: set[CardKey]) -> bool:
    questions = {key.siblings for key in keys}
    return action.kind is ActionKind.FIT or any(
        m.old in questions or m.new in questions for m in action.moves
    )


def _with_followers(db: Connection, reviews: list[Review], actions: Iterable[Action]) -> list[Event]:
    """These events and all that name them: changes of a review, and what undoes or restores any of them."""
    given: list[Event] = [*reviews, *actions]
    found = {event.id: event for event in given}
    fresh = list(found)
    while fresh:
        ids = json.dumps(fresh)
        rows = db.rows(
            f"SELECT {ACTION} FROM action AS a WHERE a.review IN {_LISTED} "
            f"UNION ALL SELECT {ACTION} FROM action AS a WHERE a.undoes IN {_LISTED}",
            (ids, ids),
        )
        new = [a for a in map(read_action, rows) if a.id not in found]
        found.update((a.id, a) for a in new)
        fresh = [a.id for a in new]
    return sorted(found.values(), key=order)


def recent_events(db: Connection, learner: LearnerId, device: DeviceId, limit: int) -> list[Event]:
    where = "learner = ? AND {0}.device = ? ORDER BY {0}.logical_ms DESC, {0}.id DESC LIMIT ?"
    args = (learner, device, limit)
    reviews = db.rows(f"SELECT {REVIEW} FROM review AS r WHERE r.{where.format('r')}", args)
    actions = db.rows(f"SELECT {ACTION} FROM action AS a WHERE a.{where.format('a')}", args)
    events: list[Event] = [*map(read_review, reviews), *map(read_action, actions)]
    return sorted(events, key=order)[-limit:]


def all_events(db: Connection, learner: LearnerId) -> Iterator[Event]:
    where = "learner = ? ORDER BY logical_ms, id"
    reviews = map(read_review, db.each(f"SELECT {REVIEW} FROM review AS r WHERE {where}", (learner,)))
    actions = map(read_action, db.each(f"SELECT {ACTION} FROM action AS a WHERE {where}", (learner,)))
    return merge(reviews, actions, key=order)


def actions_of_kind(db: Connection, learner: LearnerId, kind: ActionKind) -> list[Event]:
    """The learner's actions of a kind, with what takes them back or brings them back, in order."""
    condition = "a.learner = ? AND a.kind = ?"
    if kind in (ActionKind.RELINK, ActionKind.FIT):
        condition = f"{condition} AND {_WIDE}"
    return _with_followers(db, [], _actions(db, condition, learner, kind))


def last_read(db: Connection, learner: LearnerId, deck: DeckId) -> dict[QuestionId, LastRead]:
    """How each question of a deck read when a live answer to it was last given, by the keys of the log."""
    # Beside max(), SQLite takes the other columns from the row that holds the maximum.
    rows = db.rows(
        "SELECT r.card, max(r.at_ms), r.wording_fingerprint, r.answer_fingerprint "
        f"FROM {_STANDING_FROM} WHERE r.learner = ? AND r.card > ? AND r.card < ? AND ifnull(s.live, 1) = 1 "
        "GROUP BY r.card",
        (learner, f"{deck}/", f"{deck}0"),
    )
    found: dict[QuestionId, LastRead] = {}
    for card, at_ms, wording, answer in rows:
        read, question = LastRead(codec.from_ms(at_ms), wording, answer), CardKey.parse(card).question
        if question not in found or found[question].at < read.at:
            found[question] = read
    return found


def last_logical_ms(db: Connection, learner: LearnerId) -> int:
    """The greatest `logical_ms` of the learner on any device; 0 before the first event."""
    newest = [
        db.one(
            f"SELECT max((SELECT max(logical_ms) FROM {table} WHERE learner = ? AND device = d.id)) "
            "FROM device AS d",
            (learner,),
        )
        for table in ("review", "action")
    ]
    return max((row[0] for row in newest if row and row[0] is not None), default=0)


def last_study_day(db: Connection, learner: LearnerId) -> int | None:
    row = db.one(
        "SELECT max(day) FROM (SELECT max(study_day) AS day FROM review WHERE learner = ? "
        "UNION ALL SELECT max(study_day) FROM action WHERE learner = ?)",
        (learner, learner),
    )
    return None if row is None else row[0]


def add_config(db: Connection, id_: ConfigId, config: SchedulerConfig) -> None:
    sql = "INSERT INTO scheduler_config (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING"
    db.run(sql, (id_, codec.config(config)))


def configs(db: Connection) -> dict[ConfigId, SchedulerConfig]:
    rows = db.rows("SELECT id, body FROM scheduler_config")
    return {ConfigId(id_): codec.read_config(body) for id_, body in rows}

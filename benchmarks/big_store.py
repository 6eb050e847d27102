"""A progress file as it may be after ten years: made up, but every row in its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from quizapp.core.event import DeviceId, LearnerId, SessionId
from quizapp.core.question import Choice, DeckId, Option, QuestionId
from quizapp.core.records import DeckFileRow, Learner, QuestionRow, SessionRow
from quizapp.core.scheduler import default_config
from quizapp.core.step import SessionRequest
from quizapp.formats.snapshot import encode
from quizapp.store import Store, rollups
from quizapp.store.audit import count_days
from quizapp.store.codec import to_ms

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
TODAY = NOW.date().toordinal()
LEARNER = LearnerId("0195e9a0-0000-7000-8000-00000000000a")
DEVICE = DeviceId("0195e9a0-0000-7000-8000-00000000000d")
SESSION = SessionId("0195e9a0-0000-7000-8000-00000000000e")
REVIEWS_A_DAY = 500

_REVIEWS = """
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :reviews)
INSERT INTO review (id, learner, device, card, session, at_ms, utc_offset, study_day, logical_ms, kind,
    answer, shown, score, suggested, rating, hints, duration_ms, confidence, wording_fingerprint,
    answer_fingerprint, config, phase, elapsed_days, interval_before, stability_before, difficulty_before,
    predicted)
SELECT printf('0195e9a0-%04x-7%03x-8000-%012x', i / 4096, i % 4096, i), :learner, :device,
    printf('deck-%03d/q%05d', (i * 7919 % :cards) / 1000, (i * 7919 % :cards) % 1000), :session,
    :end_ms - (:reviews - i) * 1000, 3600, :today - (:reviews - 1 - i) / :a_day,
    :end_ms - (:reviews - i) * 1000, 'scheduled',
    '{"type":"picked","options":["Rubicon"]}', '["Tiber","Rubicon","Po","Rhone"]',
    i % 7 > 0, iif(i % 7 > 0, 3, 1), iif(i % 7 > 0, 3, 1), 0, 3000 + i * 31 % 9000, NULL, 'abcdefghij',
    'klmnopqrst', :config, iif(i < :cards, 'new', 'review'), 10, 10, 12.5, 5.5, 0.9 FROM n
"""
_MEMORIES = """
UPDATE memory SET phase = iif(rowid % 1000 = 7, 'learning', 'review'),
    queue = iif(rowid % 1000 = 7, 'learning', 'review'), stability = 20.5, difficulty = 5.5,
    due_ms = iif(rowid % 1000 = 7, :end_ms + rowid, NULL),
    due_day = iif(rowid % 1000 = 7, NULL, :today - 3 + rowid * 7919 % 400), interval = 20,
    last_ms = :end_ms - 1000000, last_day = :today - 20, reps = 10,
    answer_fingerprint = 'klmnopqrst', revision = 10 WHERE learner = :learner AND rowid % 10 > 0
"""


@dataclass(frozen=True)
class FixedClock:
    """Always the same moment."""

    def now(self) -> datetime:
        return NOW

    def zone(self) -> tzinfo:
        return UTC


def open_big(folder: Path) -> Store:
    """The progress file in `folder`, made if it is not there."""
    return Store.open(folder / "quizapp.db", device=DEVICE, backups=folder / "backups", clock=FixedClock())


def fill(store: Store, *, cards: int, reviews: int) -> None:
    """Fill an empty store: decks of 1,000 cards, nine cards of ten studied, about one of 130 due."""
    with store.writing() as writer:
        writer.add_learner(Learner(LEARNER, "Ann", NOW - timedelta(days=4000)))
        config = writer.add_config(default_config())
        writer.put_session(
            SessionRow(
                id=SESSION,
                learner=LEARNER,
                request=SessionRequest(),
                plan=(),
                current=None,
                started_at=NOW,
                study_day=TODAY,
                ended_at=NOW,
            )
        )
        for number in range(cards // 1000):
            writer.put_deck(*_deck(number))
    values = {
        "cards": cards,
        "reviews": reviews,
        "learner": LEARNER,
        "device": DEVICE,
        "session": SESSION,
        "config": config,
        "today": TODAY,
        "end_ms": to_ms(NOW),
        "a_day": REVIEWS_A_DAY,
    }
    db = store.connection
    db.run("PRAGMA cache_size = -400000")
    indexes = db.rows("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '% ON review %'")
    with db.transaction():
        # A million rows find their places in an index faster all at once than one by one.
        for name, _ in indexes:
            db.run(f"DROP INDEX {name}")
        db.run("INSERT INTO device (id) VALUES (?)", (DEVICE,))
        db.raw.execute(_REVIEWS, values)
        for _, create in indexes:
            db.run(create)
        db.raw.execute(_MEMORIES, values)
        count_days(db)
        rollups.count_all(db)
    store.checkpoint()


def _body(number: int) -> str:
    wrong = ("Tiber", "Po", "Rhone")
    return encode(
        Choice(
            id=QuestionId(f"q{number:05d}"),
            prompt=f"Which river did Caesar cross in 49 BC? ({number})",
            options=(Option("Rubicon", right=True), *(Option(text, right=False) for text in wrong)),
            objectives=(f"rivers-{number % 20}",),
        )
    )


def _deck(number: int) -> tuple[DeckFileRow, list[QuestionRow]]:
    deck = DeckId(f"deck-{number:03d}")
    file = DeckFileRow(
        path=f"/decks/{deck}.yaml",
        mtime_ns=number,
        size=50_000,
        inode=number,
        sha256="0" * 64,
        deck=deck,
        title=f"Deck {number}",
        position=number,
    )
    questions = [
        QuestionRow(
            deck=deck,
            question=QuestionId(f"q{i:05d}"),
            position=i,
            line=3 * i,
            parts=("",),
            wording_fingerprint="abcdefghij",
            answer_fingerprint="klmnopqrst",
            tags=("history", f"chapter-{i // 100}"),
            body=_body(i),
            prompt="which river did caesar cross?",
            answer_text="rubicon",
        )
        for i in range(1000)
    ]
    return file, questions

"""The tables, as a list of migrations: a migration that was released is never changed, only followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.store.connection import Connection

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATION_SET = "quizapp"
MIGRATIONS_TABLE = "_sqlite_migrations"

_TRUTH = (
    """CREATE TABLE learner (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, created_ms INTEGER NOT NULL
    ) STRICT""",
    "CREATE TABLE device (id TEXT PRIMARY KEY) STRICT",
    "CREATE TABLE scheduler_config (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT",
    """CREATE TABLE session (
        id TEXT PRIMARY KEY, learner TEXT NOT NULL REFERENCES learner, request TEXT NOT NULL,
        current TEXT, started_ms INTEGER NOT NULL, study_day INTEGER NOT NULL, ended_ms INTEGER
    ) STRICT""",
    """CREATE TABLE session_plan (
        session TEXT PRIMARY KEY REFERENCES session ON DELETE CASCADE, cards TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE review (
        id TEXT PRIMARY KEY,
        learner TEXT NOT NULL REFERENCES learner, device TEXT NOT NULL REFERENCES device,
        card TEXT NOT NULL, deck TEXT NOT NULL AS (substr(card, 1, instr(card, '/') - 1)) VIRTUAL,
        session TEXT NOT NULL, at_ms INTEGER NOT NULL, utc_offset INTEGER NOT NULL,
        study_day INTEGER NOT NULL, logical_ms INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('scheduled', 'practice', 'exam')),
        answer TEXT NOT NULL, shown TEXT NOT NULL,
        score REAL NOT NULL, suggested INTEGER NOT NULL CHECK (suggested BETWEEN 1 AND 4),
        rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4), hints INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL, confidence TEXT, wording_fingerprint TEXT NOT NULL,
        answer_fingerprint TEXT NOT NULL, config TEXT NOT NULL REFERENCES scheduler_config,
        phase TEXT NOT NULL CHECK (phase IN ('new', 'learning', 'review', 'relearning')),
        elapsed_days INTEGER NOT NULL, interval_before INTEGER NOT NULL,
        stability_before REAL, difficulty_before REAL, predicted REAL
    ) STRICT""",
    "CREATE INDEX review_card ON review (learner, card)",
    "CREATE INDEX review_order ON review (learner, device, logical_ms)",
    "CREATE INDEX review_day ON review (learner, study_day, deck)",
    "CREATE INDEX review_session ON review (session)",
    """CREATE TABLE action (
        id TEXT PRIMARY KEY,
        learner TEXT NOT NULL REFERENCES learner, device TEXT NOT NULL REFERENCES device,
        session TEXT, at_ms INTEGER NOT NULL, study_day INTEGER NOT NULL, logical_ms INTEGER NOT NULL,
        kind TEXT NOT NULL, undoes TEXT, review TEXT, card TEXT, rating INTEGER, score REAL,
        note TEXT NOT NULL, moves TEXT, config TEXT REFERENCES scheduler_config
    ) STRICT""",
    "CREATE INDEX action_order ON action (learner, device, logical_ms)",
    "CREATE INDEX action_day ON action (learner, study_day)",
    "CREATE INDEX action_card ON action (learner, card) WHERE card IS NOT NULL",
    "CREATE INDEX action_review ON action (review) WHERE review IS NOT NULL",
    "CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL",
    "CREATE INDEX action_wide ON action (learner) WHERE kind IN ('relink', 'fit')",
    "CREATE INDEX session_open ON session (learner, started_ms) WHERE ended_ms IS NULL",
    """CREATE TABLE snapshot (
        question_key TEXT NOT NULL, wording_fingerprint TEXT NOT NULL, answer_fingerprint TEXT NOT NULL,
        body TEXT NOT NULL, prompt TEXT NOT NULL, answer_text TEXT NOT NULL, seen_ms INTEGER NOT NULL,
        PRIMARY KEY (question_key, wording_fingerprint, answer_fingerprint)
    ) STRICT""",
)

# Partial, so that an index holds only what is asked of it; with all that a count needs, so that it reads no
# row. For that no column may be a generated one.
_QUEUES = (
    ("due", "due_day, deck, buried_on", "queue = 'review'"),
    ("changed", "changed, due_day, deck, buried_on", "queue = 'review' AND changed = 1"),
    ("learning", "due_ms, deck, buried_on", "queue = 'learning'"),
    ("new", "deck, position, buried_on", "queue = 'new'"),
    ("suspended", "deck", "queue = 'suspended'"),
    ("hidden", "card", "queue = 'hidden'"),
)

_CACHES = (
    """CREATE TABLE standing (
        review TEXT PRIMARY KEY REFERENCES review, live INTEGER NOT NULL, rating INTEGER NOT NULL,
        score REAL NOT NULL
    ) STRICT""",
    """CREATE TABLE day_count (
        learner TEXT NOT NULL REFERENCES learner, study_day INTEGER NOT NULL, deck TEXT NOT NULL,
        answers INTEGER NOT NULL, right INTEGER NOT NULL, new INTEGER NOT NULL, review INTEGER NOT NULL,
        practice INTEGER NOT NULL, duration_ms INTEGER NOT NULL,
        PRIMARY KEY (learner, study_day, deck)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE memory (
        learner TEXT NOT NULL REFERENCES learner, card TEXT NOT NULL,
        deck TEXT NOT NULL CHECK (deck = substr(card, 1, instr(card, '/') - 1)), queue TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0, live INTEGER NOT NULL, changed INTEGER NOT NULL DEFAULT 0,
        phase TEXT NOT NULL, step INTEGER NOT NULL, stability REAL, difficulty REAL, due_ms INTEGER,
        due_day INTEGER, interval INTEGER NOT NULL, last_ms INTEGER, last_day INTEGER, reps INTEGER NOT NULL,
        lapses INTEGER NOT NULL, suspended INTEGER NOT NULL, buried_on INTEGER,
        answer_fingerprint TEXT NOT NULL, revision INTEGER NOT NULL,
        UNIQUE (learner, card),
        CHECK (queue = CASE WHEN live = 0 THEN 'hidden' WHEN suspended = 1 THEN 'suspended'
            WHEN phase = 'relearning' THEN 'learning' ELSE phase END)
    ) STRICT""",
    *(
        f"CREATE INDEX memory_{name} ON memory (learner, queue, {columns}) WHERE {condition}"
        for name, columns, condition in _QUEUES
    ),
    "CREATE INDEX memory_studied ON memory (learner, last_day) WHERE queue IN ('learning', 'review')",
    """CREATE TABLE deck_file (
        path BLOB PRIMARY KEY, mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL, inode INTEGER NOT NULL,
        sha256 TEXT NOT NULL, deck TEXT, title TEXT NOT NULL, findings TEXT NOT NULL,
        starter INTEGER NOT NULL, position INTEGER NOT NULL, cards INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX deck_file_deck ON deck_file (deck)",
    """CREATE TABLE question (
        path BLOB NOT NULL REFERENCES deck_file ON DELETE CASCADE,
        deck TEXT NOT NULL, question TEXT NOT NULL, position INTEGER NOT NULL, line INTEGER NOT NULL,
        parts TEXT NOT NULL, wording_fingerprint TEXT NOT NULL, answer_fingerprint TEXT NOT NULL,
        tags TEXT NOT NULL, body TEXT NOT NULL, prompt TEXT NOT NULL, answer_text TEXT NOT NULL,
        PRIMARY KEY (path, question)
    ) STRICT""",
    "CREATE INDEX question_id ON question (deck, question)",
    """CREATE TABLE card_tag (
        path BLOB NOT NULL REFERENCES deck_file ON DELETE CASCADE,
        card TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (path, card, tag)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX card_tag_card ON card_tag (card, tag)",
    """CREATE TABLE deck_card (
        path BLOB NOT NULL REFERENCES deck_file ON DELETE CASCADE,
        card TEXT NOT NULL, position INTEGER NOT NULL, answer_fingerprint TEXT NOT NULL,
        deck TEXT NOT NULL AS (substr(card, 1, instr(card, '/') - 1)) VIRTUAL,
        PRIMARY KEY (path, card)
    ) STRICT""",
    "CREATE INDEX deck_card_card ON deck_card (card, position, answer_fingerprint)",
    "CREATE INDEX deck_card_deck ON deck_card (deck)",
)

_VERDICTS = (
    """CREATE TABLE draft_verdict (
        place INTEGER PRIMARY KEY, decision TEXT NOT NULL, undoes TEXT, at_ms INTEGER NOT NULL,
        article TEXT NOT NULL, digest TEXT NOT NULL, draft TEXT NOT NULL, technique TEXT NOT NULL,
        band TEXT NOT NULL, score REAL NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('open', 'accepted', 'edited', 'rejected', 'disputed')),
        reason TEXT, question TEXT NOT NULL, derived TEXT NOT NULL, options TEXT NOT NULL,
        seconds REAL NOT NULL,
        CHECK ((verdict = 'rejected') = (reason IS NOT NULL))
    ) STRICT""",
    "CREATE INDEX draft_verdict_article ON draft_verdict (article)",
    "CREATE INDEX draft_verdict_draft ON draft_verdict (draft)",
    "CREATE INDEX draft_verdict_decision ON draft_verdict (decision)",
    """CREATE TABLE draft_derived (
        article TEXT NOT NULL, draft TEXT NOT NULL, first_ms INTEGER NOT NULL, PRIMARY KEY (article, draft)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE draft_placed (
        deck TEXT NOT NULL, draft TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (deck, draft)
    ) STRICT, WITHOUT ROWID""",
)

_EXAMS = (
    """CREATE TABLE exam_attempt (
        id TEXT PRIMARY KEY,
        learner TEXT NOT NULL REFERENCES learner, device TEXT NOT NULL REFERENCES device,
        deck TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0), title TEXT NOT NULL,
        seed TEXT NOT NULL, paper TEXT NOT NULL, deck_fingerprint TEXT NOT NULL,
        started_ms INTEGER NOT NULL, utc_offset INTEGER NOT NULL, study_day INTEGER NOT NULL,
        minutes REAL, pass_mark REAL, feedback TEXT NOT NULL CHECK (feedback IN ('never', 'end')),
        UNIQUE (learner, deck, number)
    ) STRICT""",
    """CREATE TABLE exam_event (
        place INTEGER PRIMARY KEY, attempt TEXT NOT NULL REFERENCES exam_attempt, did TEXT NOT NULL,
        at_ms INTEGER NOT NULL, item INTEGER, answer TEXT, CHECK ((did = 'answer') = (answer IS NOT NULL))
    ) STRICT""",
    "CREATE INDEX exam_event_attempt ON exam_event (attempt, place)",
    """CREATE TABLE exam_score (
        attempt TEXT NOT NULL REFERENCES exam_attempt, item INTEGER NOT NULL, score REAL,
        given TEXT NOT NULL, expected TEXT NOT NULL, PRIMARY KEY (attempt, item)
    ) STRICT, WITHOUT ROWID""",
)

# Caches that `store/rollups.py` keeps. They name no other row, so that they can be made anew at any time.
_FIGURES = (
    """CREATE TABLE recall_count (
        learner TEXT NOT NULL, study_day INTEGER NOT NULL, deck TEXT NOT NULL, young INTEGER NOT NULL,
        young_passed INTEGER NOT NULL, mature INTEGER NOT NULL, mature_passed INTEGER NOT NULL,
        PRIMARY KEY (learner, study_day, deck)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE prediction_count (
        learner TEXT NOT NULL, parts INTEGER NOT NULL, n INTEGER NOT NULL, passed INTEGER NOT NULL,
        PRIMARY KEY (learner, parts)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE card_figure (
        learner TEXT NOT NULL, card TEXT NOT NULL, answers INTEGER NOT NULL, misses INTEGER NOT NULL,
        first_tries INTEGER NOT NULL, first_right INTEGER NOT NULL, predictions INTEGER NOT NULL,
        predicted_parts INTEGER NOT NULL, recalled INTEGER NOT NULL, mispicks INTEGER NOT NULL,
        median_ms REAL NOT NULL, gap REAL, PRIMARY KEY (learner, card)
    ) STRICT, WITHOUT ROWID""",
    # One for each list of weak spots, in its order, so that only what is shown is read.
    *(
        f"CREATE INDEX card_figure_{name} ON card_figure (learner, {order}, answers DESC, card) WHERE {which}"
        for name, order, which in (
            ("missed", "misses DESC", "misses >= 2"),
            (
                "first_try",
                "first_right * 1.0 / first_tries",
                "first_tries >= 3 AND first_right < first_tries",
            ),
            ("slow", "median_ms DESC", "answers >= 3"),
            ("option", "mispicks DESC", "mispicks >= 2"),
            ("below", "gap", "predictions >= 3 AND gap < 0"),
        )
    ),
    "CREATE INDEX memory_leech ON memory (learner, lapses) WHERE lapses >= 8",
)

PUT_OBJECTIVES = """INSERT INTO card_objective
    SELECT DISTINCT q.path, q.deck || '/' || q.question || iif(p.value = '', '', '/' || p.value), n.value
    FROM question AS q, json_each(q.body, '$.objectives') AS n, json_each(q.parts) AS p
    WHERE instr(q.body, '"objectives"')"""
"""Fills the objectives of cards from their questions; a condition may follow."""

# Cards by objective, so that a report reads no question; and predictions by deck.
_TOPICS = (
    """CREATE TABLE card_objective (
        path BLOB NOT NULL REFERENCES deck_file ON DELETE CASCADE,
        card TEXT NOT NULL, objective TEXT NOT NULL, PRIMARY KEY (path, card, objective)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX card_objective_card ON card_objective (card, objective)",
    PUT_OBJECTIVES,
    "DROP TABLE prediction_count",
    """CREATE TABLE prediction_count (
        learner TEXT NOT NULL, deck TEXT NOT NULL, parts INTEGER NOT NULL, n INTEGER NOT NULL,
        passed INTEGER NOT NULL, PRIMARY KEY (learner, deck, parts)
    ) STRICT, WITHOUT ROWID""",
)

# What a learner set; the newest row counts.
_PLANS = (
    """CREATE TABLE exam_date (
        id TEXT PRIMARY KEY, learner TEXT NOT NULL REFERENCES learner, device TEXT NOT NULL,
        at_ms INTEGER NOT NULL, study_day INTEGER NOT NULL, logical_ms INTEGER NOT NULL,
        deck TEXT NOT NULL, exam_day INTEGER, target REAL
    ) STRICT""",
    "CREATE INDEX exam_date_newest ON exam_date (learner, deck, logical_ms)",
    """CREATE TABLE catch_up (
        id TEXT PRIMARY KEY, learner TEXT NOT NULL REFERENCES learner, device TEXT NOT NULL,
        at_ms INTEGER NOT NULL, study_day INTEGER NOT NULL, logical_ms INTEGER NOT NULL,
        per_day INTEGER, pause_new INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX catch_up_newest ON catch_up (learner, logical_ms)",
    # All that tells which cards of one deck would be forgotten by a day; of no use to any other query.
    """CREATE INDEX memory_fading ON memory
        (learner, deck, due_day, last_day, stability, buried_on, changed, card)
        WHERE queue = 'review' AND last_day IS NOT NULL""",
)

_REGRADES = (
    """CREATE TABLE exam_regrade (
        place INTEGER PRIMARY KEY, attempt TEXT NOT NULL REFERENCES exam_attempt, run TEXT NOT NULL,
        item INTEGER NOT NULL, score REAL NOT NULL, expected TEXT NOT NULL, at_ms INTEGER NOT NULL,
        taken_back INTEGER NOT NULL CHECK (taken_back IN (0, 1))
    ) STRICT""",
    "CREATE INDEX exam_regrade_attempt ON exam_regrade (attempt, place)",
)

MIGRATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("m001_first", _TRUTH + _CACHES),
    ("m002_verdicts", _VERDICTS),
    ("m003_figures", _FIGURES),
    ("m004_exams", _EXAMS),
    ("m006_topics", _TOPICS),
    ("m007_plans", _PLANS),
    ("m008_regrades", _REGRADES),
)
NAMES = tuple(name for name, _ in MIGRATIONS)


def applied(db: Connection) -> tuple[str, ...] | None:
    """Names of the migrations that the file has had; None when it holds tables of something else."""
    tables = {name for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if MIGRATIONS_TABLE not in tables:
        return None if tables else ()
    found = db.rows(
        f"SELECT name FROM {MIGRATIONS_TABLE} WHERE migration_set = ? ORDER BY id", (MIGRATION_SET,)
    )
    return tuple(name for (name,) in found) or (None if tables - {MIGRATIONS_TABLE} else ())


def migrate(db: Connection) -> None:
    """Run the migrations that the file has not had, all of them or none, under the write lock."""
    # Costs 150 ms to import, and is needed only when there is something to migrate.
    from sqlite_utils import Database, Migrations

    migrations = Migrations(MIGRATION_SET)
    for name, statements in MIGRATIONS:
        migrations(name=name)(_runner(statements))
    had = applied(db) or ()
    with db.transaction():
        migrations.apply(Database(db.raw, execute_plugins=False))
        if had and not {"m003_figures", "m006_topics"}.issubset(had):
            _count_figures(db)


def _count_figures(db: Connection) -> None:
    # The rollups are made by code that needs the tables of all migrations.
    from quizapp.store.rollups import count_all

    count_all(db)


def _runner(statements: tuple[str, ...]) -> Callable[[Database], None]:
    """A migration; its statements run one by one, since a script would survive its own rollback."""

    def run(db: Database, /) -> None:
        for statement in statements:
            db.execute(statement)

    return run

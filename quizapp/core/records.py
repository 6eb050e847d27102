"""What the store keeps besides the log and the memory, and the figures that it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.event import LearnerId, Review, SessionId
from quizapp.core.memory import Memory
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.step import SessionRequest


@dataclass(frozen=True, slots=True)
class Learner:
    """Whose progress it is; `name` is unique among learners, case folded."""

    id: LearnerId
    name: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session on disk: what was asked for, its `plan` in order, and where it stands.

    `current` is the card to be shown next (None: nothing left). `ended_at` is set when the learner has seen
    the summary or begun another session; undo may clear it.
    """

    id: SessionId
    learner: LearnerId
    request: SessionRequest
    plan: tuple[CardKey, ...]
    current: CardKey | None
    started_at: datetime
    study_day: int
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A review as it stands after undo, rating changes, "I was right" and regrading."""

    review: Review
    live: bool
    rating: Rating
    score: float


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A card with its memory, as the store finds it."""

    card: CardKey
    memory: Memory


@dataclass(frozen=True, slots=True)
class DeckCounts:
    """Cards of one deck and learner: `due` (review cards due today or overdue, and changed answers),
    `learning` (in learning steps), `new` (never studied), `total` (all in the deck file now), `suspended`."""

    deck: DeckId
    due: int
    learning: int
    new: int
    total: int
    suspended: int


@dataclass(frozen=True, slots=True)
class DayCounts:
    """Live reviews of one study day: all answers, those right, first answers to new cards, reviews of cards
    in the review phase, practice answers, and active milliseconds. Practice counts in `answers`, `right` and
    `duration_ms`, never in `new` or `review`."""

    study_day: int
    answers: int = 0
    right: int = 0
    new: int = 0
    review: int = 0
    practice: int = 0
    duration_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckFileRow:
    """A deck file as it was last read; the key is `path` (absolute).

    `deck` is None when the file could not be read as a deck. `findings` is JSON text, written and read by the
    library. `sha256` is the hex digest of the file's bytes. Decks are listed by `position`, then `path`.
    """

    path: str
    mtime_ns: int
    size: int
    inode: int
    sha256: str
    deck: DeckId | None
    title: str = ""
    findings: str = "[]"
    starter: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A usable question of a deck file.

    `position` counts the questions of the deck from 0, `line` is 1-based, `parts` are those of `parts_of`.
    `body` is JSON text (formats/snapshot). `prompt` and `answer_text` are normalised texts for relinking.
    """

    deck: DeckId
    question: QuestionId
    position: int
    line: int
    parts: tuple[str, ...]
    wording_fingerprint: str
    answer_fingerprint: str
    tags: tuple[str, ...]
    body: str
    prompt: str
    answer_text: str

    @property
    def key(self) -> str:
        """`deck/question`, as in `CardKey.siblings` and `Move`."""
        return f"{self.deck}/{self.question}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotRow:
    """A question as it once read, kept for each pair of fingerprints; `question_key` is `deck/question`."""

    question_key: str
    wording_fingerprint: str
    answer_fingerprint: str
    body: str
    prompt: str
    answer_text: str
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A question with a learner's history that no deck file holds now.

    `parts` are the parts of its cards that have a memory, `last_day` the last study day on which one of them
    was reviewed, `snapshot` how it last read (None when it never was in a deck file on this device).
    """

    deck: DeckId
    question: QuestionId
    parts: tuple[str, ...]
    reps: int
    last_day: int | None
    snapshot: SnapshotRow | None

    @property
    def key(self) -> str:
        """`deck/question`, as in `Move.old`."""
        return f"{self.deck}/{self.question}"


@dataclass(frozen=True, slots=True)
class LastRead:
    """The fingerprints of a question when it was last answered, and when that was (aware UTC)."""

    at: datetime
    wording_fingerprint: str
    answer_fingerprint: str

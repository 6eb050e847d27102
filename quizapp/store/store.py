"""The progress file, as the engine and the services see it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from quizapp.core.card import CardKey
from quizapp.core.clock import Clock
from quizapp.core.event import (
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
from quizapp.core.examlog import AttemptId, AttemptRecord, ExamEvent
from quizapp.core.memory import Memory
from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.core.records import (
    DayCounts,
    DeckCounts,
    DeckFileRow,
    LastRead,
    Learner,
    Orphan,
    QuestionRow,
    Scheduled,
    SessionRow,
    SnapshotRow,
    Standing,
)
from quizapp.core.reviewing import Decision
from quizapp.store import backup, daycounts, decktables, exams, log, memories, people, queues, verdicts
from quizapp.store.connection import Connection
from quizapp.store.fits import Fits
from quizapp.store.opening import open_connection
from quizapp.store.plans import Plans
from quizapp.store.queues import Narrow
from quizapp.store.writer import Writer

PATIENCE_MS = 5000


class Store:
    """One open progress file. It belongs to the thread that opened it.

    Every method raises StoreError or one of its kinds when the file cannot be used. Writing happens in
    `writing()` and nowhere else.
    """

    def __init__(self, db: Connection, *, device: DeviceId, backups: Path, clock: Clock) -> None:
        """Use `Store.open`."""
        self._db = db
        self._clock = clock
        self._fits = Fits(db)
        self.device = device
        self.backups = backups

    @classmethod
    def open(
        cls, path: Path, *, device: DeviceId, backups: Path, clock: Clock, patience_ms: int = PATIENCE_MS
    ) -> Store:
        """Open the progress file, made or migrated (after a backup into `backups`) where needed.

        `path` lies in an existing folder. A lock is waited for at most `patience_ms`.
        """
        db = open_connection(path, backups=backups, clock=clock, patience_ms=patience_ms)
        return cls(db, device=device, backups=backups, clock=clock)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        try:
            self._db.checkpoint()
        finally:
            self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self._db.path

    @property
    def connection(self) -> Connection:
        """For the modules of the store that look after the whole file."""
        return self._db

    def trace(self, callback: Callable[[str], None] | None) -> None:
        """Call back with each SQL statement before it runs; None stops it."""
        self._db.trace(callback)

    def version(self) -> int:
        """A number that is another one as soon as another program has written to the file."""
        return self._db.version()

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file; for idle moments."""
        self._db.checkpoint()

    def backup_if_due(self) -> Path | None:
        """Write today's backup unless there is one; its path when written."""
        return backup.if_due(self._db, self.backups, self._clock)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction: committed at the end of the block, undone when an exception leaves it."""
        with self._db.transaction():
            yield Writer(self._db, self._clock)

    # Learners

    def learners(self) -> tuple[Learner, ...]:
        """All learners, the first made first."""
        return people.learners(self._db)

    # The log

    def review(self, id_: EventId) -> Review | None:
        return log.review(self._db, id_)

    def standing(self, id_: EventId) -> Standing | None:
        """A review as it stands now."""
        return log.standing(self._db, id_)

    def events_of(self, learner: LearnerId, cards: Iterable[CardKey]) -> list[Event]:
        """All events that make the memories of these cards, in (logical_ms, id) order, for `replay`.

        With those of the keys from which relinks led to them. A relink comes whole, so a replay may speak of
        other cards as well: only what it says of the cards asked for is complete.
        """
        return log.events_of(self._db, learner, cards)

    def recent_events(self, learner: LearnerId, device: DeviceId, limit: int = 1000) -> list[Event]:
        """The last events of a learner on a device, newest last."""
        return log.recent_events(self._db, learner, device, limit)

    def all_events(self, learner: LearnerId) -> Iterator[Event]:
        """The whole log of a learner, in order."""
        return log.all_events(self._db, learner)

    def actions_of_kind(self, learner: LearnerId, kind: ActionKind) -> list[Event]:
        """The learner's actions of a kind, with what takes them back or brings them back, in order."""
        return log.actions_of_kind(self._db, learner, kind)

    def was_relinked(self, learner: LearnerId, question: str) -> bool:
        """Whether a relink may have led away from a question (`deck/question`); quick, never wrongly no."""
        return log.was_relinked(self._db, learner, question)

    def last_read(self, learner: LearnerId, deck: DeckId) -> dict[QuestionId, LastRead]:
        """How each question of a deck read when a live answer to it was last given, by its key then."""
        return log.last_read(self._db, learner, deck)

    def last_logical_ms(self, learner: LearnerId) -> int:
        """The greatest `logical_ms` of the learner on any device; 0 before the first event."""
        return log.last_logical_ms(self._db, learner)

    def last_study_day(self, learner: LearnerId) -> int | None:
        """The latest study day of any event of the learner."""
        return log.last_study_day(self._db, learner)

    def session_reviews(self, session: SessionId) -> list[Standing]:
        """All reviews of a session in order, voided ones too."""
        return log.session_reviews(self._db, session)

    def configs(self) -> dict[ConfigId, SchedulerConfig]:
        return log.configs(self._db)

    def fitted(self, learner: LearnerId) -> tuple[float, ...] | None:
        """The parameters of the learner's latest fit that stands; None without one. Quick to ask again."""
        return self._fits.parameters(learner)

    # Memory

    def studied_cards(self, learner: LearnerId) -> list[CardKey]:
        """Every card that the learner's log or memory tells something of, in order."""
        return memories.studied(self._db, learner)

    def memory(self, learner: LearnerId, card: CardKey) -> Memory | None:
        """None for a card that is in no known deck and has no history."""
        return memories.memory(self._db, learner, card)

    def memories(self, learner: LearnerId, cards: Iterable[CardKey]) -> dict[CardKey, Memory]:
        return memories.memories(self._db, learner, cards)

    def cards_of_questions(self, learner: LearnerId, keys: Iterable[str]) -> list[CardKey]:
        """The cards of these questions (`deck/question`) that the learner's log or memory knows, in order."""
        return memories.cards_of_questions(self._db, learner, keys)

    def due(
        self,
        learner: LearnerId,
        day: int,
        decks: Sequence[DeckId] = (),
        tags: Sequence[str] = (),
        limit: int | None = None,
    ) -> list[Scheduled]:
        """Review cards due on `day` or before, oldest first; then those not due whose answer changed.

        No hidden or suspended ones, none buried on `day`. Empty `decks` or `tags` mean all.
        """
        return queues.due(self._db, learner, day, Narrow(decks, tags), limit)

    def learning(
        self,
        learner: LearnerId,
        until: datetime,
        day: int,
        decks: Sequence[DeckId] = (),
        tags: Sequence[str] = (),
    ) -> list[Scheduled]:
        """Cards in learning or relearning steps that come back by `until`, the earliest first."""
        return queues.learning(self._db, learner, until, day, Narrow(decks, tags))

    def fresh(
        self,
        learner: LearnerId,
        day: int,
        decks: Sequence[DeckId] = (),
        tags: Sequence[str] = (),
        limit: int | None = None,
        without: Collection[DeckId] = (),
    ) -> list[Scheduled]:
        """Cards never studied, in the order of the decks, but not those of the decks `without`."""
        return queues.fresh(self._db, learner, day, Narrow(decks, tags), limit, without)

    def any_cards(
        self,
        learner: LearnerId,
        decks: Sequence[DeckId] = (),
        tags: Sequence[str] = (),
        limit: int | None = None,
    ) -> list[Scheduled]:
        """Cards for practice: studied ones first, longest ago first, then new ones in deck order."""
        return queues.any_cards(self._db, learner, Narrow(decks, tags), limit)

    def deck_counts(self, learner: LearnerId, day: int, now: datetime) -> dict[DeckId, DeckCounts]:
        """Counts for every deck that has a file. Cards buried on `day` count in `total` only.

        `learning` are cards in learning steps that come back within 24 hours of `now`.
        """
        return queues.deck_counts(self._db, learner, day, now)

    def due_per_day(self, learner: LearnerId, first: int, last: int) -> dict[int, int]:
        """How many review cards are due on each study day from `first` to `last`, where there are any."""
        return queues.due_per_day(self._db, learner, first, last)

    def sibling_days(self, learner: LearnerId, siblings: Iterable[str]) -> dict[str, int]:
        """For each question (`deck/question`) the last study day on which any of its cards was reviewed."""
        return memories.sibling_days(self._db, learner, siblings)

    # Sessions

    def session(self, id_: SessionId) -> SessionRow | None:
        return people.session(self._db, id_)

    def open_session(self, learner: LearnerId) -> SessionRow | None:
        """The learner's newest session that has not ended."""
        return people.open_session(self._db, learner)

    # Exam dates, catch-ups

    def plans(self, learner: LearnerId) -> Plans:
        """What the learner set, and what of their cards it touches."""
        return Plans(self._db, learner)

    # Day counts

    def days(self, learner: LearnerId, first: int, last: int) -> dict[int, DayCounts]:
        """The counts of each study day from `first` to `last` that has any, all decks together."""
        return daycounts.days(self._db, learner, first, last)

    def today(self, learner: LearnerId, day: int) -> dict[DeckId, DayCounts]:
        """The counts of one study day for each deck that has any."""
        return daycounts.today(self._db, learner, day)

    def pace(self, learner: LearnerId) -> tuple[float | None, float | None, float | None]:
        """Median milliseconds of an answer to a new, a learning and a review card.

        Over the last 200 live scheduled answers; None where they hold no such answer.
        """
        return daycounts.pace(self._db, learner)

    # Deck tables

    def deck_files(self) -> dict[str, DeckFileRow]:
        """All known deck files by path, in the order of the decks."""
        return decktables.deck_files(self._db)

    def question_body(self, deck: DeckId, question: QuestionId) -> QuestionRow | None:
        return decktables.question_body(self._db, deck, question)

    def questions(self, deck: DeckId) -> list[QuestionRow]:
        """The questions of a deck in order."""
        return decktables.questions(self._db, deck)

    def snapshots(self, question_key: str) -> list[SnapshotRow]:
        """How a question (`deck/question`) once read, newest first."""
        return decktables.snapshots(self._db, question_key)

    def orphans(self, learner: LearnerId, deck: DeckId | None = None) -> list[Orphan]:
        """Questions with a history that no deck file holds now, by key."""
        return decktables.orphans(self._db, learner, deck)

    # Exams

    def attempts(
        self,
        learner: LearnerId,
        decode: Callable[[str], Question],
        decks: Sequence[DeckId] = (),
        *,
        running: bool = False,
    ) -> tuple[AttemptRecord, ...]:
        """The learner's attempts at exams in the order of their start; no `decks` mean all.

        `running`: only those that have not ended. `decode` reads the text of a question that
        `Writer.add_attempt` was told to write.
        """
        return exams.attempts(self._db, learner, decks, decode, running=running)

    def exam_events(self, attempt: AttemptId) -> tuple[ExamEvent, ...]:
        """What happened in an attempt, in order."""
        return exams.events(self._db, attempt)

    # Drafts

    def decisions(
        self, article: str, drafts: Iterable[QuestionId], decode: Callable[[str], Question]
    ) -> list[Decision]:
        """All decisions about an article (by name) or about any of these drafts, each whole, in order.

        `decode` reads the text of a question that `Writer.add_decision` was told to write.
        """
        return verdicts.decisions(self._db, article, drafts, decode)

    def derived_drafts(self, article: str) -> dict[QuestionId, datetime]:
        """The drafts that an article ever gave, each with the moment at which it first did."""
        return verdicts.derived(self._db, article)

    def placed_drafts(self, deck: DeckId) -> set[QuestionId]:
        """The drafts that were ever written into the file of a deck."""
        return verdicts.placed(self._db, deck)

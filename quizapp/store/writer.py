"""What can be written, inside one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from quizapp.core.card import CardKey
from quizapp.core.clock import Clock
from quizapp.core.event import Action, ConfigId, LearnerId, Review, SchedulerConfig
from quizapp.core.examlog import AttemptId, Beginning, ExamEvent, ItemRegrade, ItemScore
from quizapp.core.memory import Memory
from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.core.records import DeckFileRow, Learner, QuestionRow, SessionRow
from quizapp.core.reviewing import Decision
from quizapp.core.scheduler import config_id
from quizapp.store import decktables, exams, log, memories, people, plans, rollups, verdicts
from quizapp.store.connection import Connection
from quizapp.store.plans import Stamp


class Writer:
    """Made by `Store.writing()`, and good until that block ends."""

    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def add_learner(self, learner: Learner) -> None:
        """Add a learner, with a row in memory for each known card; UsageError when the name is taken."""
        people.add_learner(self._db, learner)

    def rename_learner(self, learner: LearnerId, name: str) -> None:
        """Give a learner another name; UsageError when it is taken."""
        people.rename_learner(self._db, learner, name)

    def add_config(self, config: SchedulerConfig) -> ConfigId:
        """Keep a configuration, unless it is there already; its name."""
        name = config_id(config)
        log.add_config(self._db, name, config)
        return name

    def add_review(self, review: Review) -> None:
        """Insert a review and count it. Its learner and configuration must have been added."""
        log.add_review(self._db, review)
        rollups.add_review(self._db, review)

    def add_action(self, action: Action) -> None:
        """Insert an action; the review that it touches, if any, stands and counts anew.

        Memories are the caller's: replay `Store.events_of` the cards and `put_memory` what comes out.
        """
        change = rollups.Change(self._db, action)
        change.before()
        log.add_action(self._db, action)
        change.after()

    def add_verdicts(self, actions: Sequence[Action]) -> None:
        """Insert many changes of verdicts at once, no two of one review; as `add_action`, and quicker."""
        change = rollups.Regraded(self._db, actions)
        change.before()
        for action in actions:
            log.add_action(self._db, action)
        change.after()

    def put_memory(
        self, learner: LearnerId, card: CardKey, memory: Memory, *, expected_revision: int | None
    ) -> None:
        """Replace what is stored of a card; StaleCard when its revision is not the expected (None: any)."""
        memories.put_memory(self._db, learner, card, memory, expected_revision=expected_revision)

    def add_exam_date(self, stamp: Stamp, deck: DeckId, day: int | None, target: float | None = None) -> None:
        """Set the study day of a deck's exam, or take it back (None); `target` is the recall aimed at."""
        plans.add_exam_date(self._db, stamp, deck, day, target)

    def add_catch_up(self, stamp: Stamp, per_day: int | None, *, pause_new: bool = False) -> None:
        """Begin a catch-up of so many reviews a day, or end it (None)."""
        plans.add_catch_up(self._db, stamp, per_day, pause_new)

    def put_session(self, row: SessionRow) -> None:
        """Keep where a session stands."""
        people.put_session(self._db, row)

    def put_deck(self, file: DeckFileRow, questions: Sequence[QuestionRow]) -> None:
        """Replace what is known of a deck file (key: `file.path`; its deck: `file.deck`).

        Every learner's memory rows follow: new cards appear, vanished ones are hidden, changed answers are
        marked. Each question's reading is kept as a snapshot.
        """
        decktables.put_deck(self._db, file, questions, self._clock.now())

    def drop_deck_file(self, path: str) -> None:
        """Forget a deck file; its cards are hidden, unless another file holds them."""
        decktables.drop_deck_file(self._db, path)

    def add_attempt(self, beginning: Beginning, encode: Callable[[Question], str]) -> None:
        """Insert how an attempt at an exam began; `encode` writes a question as text."""
        exams.add_attempt(self._db, beginning, encode)

    def add_exam_event(self, attempt: AttemptId, event: ExamEvent) -> None:
        """Insert what happened in an attempt."""
        exams.add_event(self._db, attempt, event)

    def add_scores(self, attempt: AttemptId, scores: Iterable[ItemScore]) -> None:
        """Insert how an attempt was graded when it ended."""
        exams.add_scores(self._db, attempt, scores)

    def add_exam_regrade(self, attempt: AttemptId, regrade: ItemRegrade) -> None:
        """Insert that a question of an attempt was judged again, or that this was taken back."""
        exams.add_regrade(self._db, attempt, regrade)

    def add_decision(self, decision: Decision, encode: Callable[[Question], str]) -> None:
        """Insert a decision about drafts; `encode` writes a question as text."""
        verdicts.add_decision(self._db, decision, encode)

    def add_derived(self, article: str, drafts: Iterable[QuestionId], at: datetime) -> None:
        """Note that an article gave these drafts, where that is not known yet."""
        verdicts.add_derived(self._db, article, drafts, at)

    def add_placed(self, deck: DeckId, drafts: Iterable[QuestionId], at: datetime) -> None:
        """Note that these drafts stand in the file of a deck, where that is not known yet."""
        verdicts.add_placed(self._db, deck, drafts, at)

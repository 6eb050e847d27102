"""Regrading exam attempts: what a corrected key changes in them, written and taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.core.answer import Rating
from quizapp.core.card import Card
from quizapp.core.event import LearnerId
from quizapp.core.examlog import AttemptId, AttemptRecord, ItemRegrade, ItemScore
from quizapp.core.examregrading import ItemVerdict, rescored
from quizapp.core.examstate import attempt_of
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.regrading import LeftAlone, Rejudged, same_score
from quizapp.formats import snapshot
from quizapp.services.attempts import attempts, has_ended
from quizapp.store.store import Store
from quizapp.store.writer import Writer


@dataclass(frozen=True, slots=True)
class ExamChange:
    """An answer of an exam attempt that counts otherwise: at a place on the paper, from 0."""

    learner: LearnerId
    attempt: AttemptId
    at: datetime
    place: int
    card: Card
    given: str
    expected: str
    before: Rejudged
    after: Rejudged


@dataclass(frozen=True, slots=True)
class ExamPart:
    """What a regrading would do to the attempts at the exam of a deck."""

    changes: tuple[ExamChange, ...]
    judged: int
    left: Counter[LeftAlone]


@dataclass(frozen=True, slots=True)
class ExamDone:
    """A question of an attempt that a regrading changed, and when."""

    learner: LearnerId
    attempt: AttemptId
    place: int
    at: datetime


def exam_plan(
    store: Store, learners: Iterable[LearnerId], deck: DeckId, only: Collection[QuestionId] = ()
) -> ExamPart:
    """What judging all ended attempts at the deck's exam again changes; `only` narrows the questions."""
    questions = {row.question: snapshot.decode(row.body) for row in store.questions(deck)}
    wanted = {name: question for name, question in questions.items() if not only or name in only}
    changes: list[ExamChange] = []
    left: Counter[LeftAlone] = Counter()
    judged = 0
    for learner in learners:
        for record in attempts(store, learner, [deck]):
            if has_ended(record):
                found = rescored(attempt_of(replace(record, regrades=())), wanted)
                left.update(found.left)
                judged += len(found.verdicts)
                changes += _changes(learner, record, found.verdicts)
    order = {name: place for place, name in enumerate(questions)}
    changes.sort(key=lambda change: order[change.card.key.question])
    return ExamPart(tuple(changes), judged, left)


def regrade_exams(
    store: Store, writer: Writer, learner: LearnerId, changes: Iterable[ExamChange], run: str, at: datetime
) -> int:
    """Write the changes of this learner's attempts that are still as they were planned; how many."""
    mine = [change for change in changes if change.learner == learner]
    if not mine:
        return 0
    decks = {change.card.key.deck for change in mine}
    standing = {
        (record.beginning.id, score.item): score.score
        for record in attempts(store, learner, sorted(decks))
        for score in record.standing
    }
    as_planned = [c for c in mine if standing.get((c.attempt, c.place)) == c.before.score]
    for change in as_planned:
        writer.add_exam_regrade(
            change.attempt, ItemRegrade(run, change.place, change.after.score, change.expected, at)
        )
    return len(as_planned)


def exam_runs(store: Store, learners: Iterable[LearnerId], deck: DeckId) -> dict[str, tuple[ExamDone, ...]]:
    """What each regrading that stands has changed in the attempts at the deck's exam."""
    found: dict[str, list[ExamDone]] = {}
    for learner in learners:
        for record in attempts(store, learner, [deck]):
            live: dict[tuple[str, int], ItemRegrade] = {}
            for each in record.regrades:
                live.pop((each.run, each.item), None)
                if not each.taken_back:
                    live[each.run, each.item] = each
            for (run, place), each in live.items():
                found.setdefault(run, []).append(ExamDone(learner, record.beginning.id, place, each.at))
    return {run: tuple(each) for run, each in found.items()}


def take_exams_back(
    writer: Writer, learner: LearnerId, done: Iterable[ExamDone], run: str, at: datetime
) -> None:
    """Write that these changes of a regrading no longer count."""
    for each in done:
        if each.learner == learner:
            back = ItemRegrade(run, each.place, 0.0, "", at, taken_back=True)
            writer.add_exam_regrade(each.attempt, back)


def _changes(learner: LearnerId, record: AttemptRecord, verdicts: Sequence[ItemVerdict]) -> list[ExamChange]:
    now: dict[int, ItemScore] = {score.item: score for score in record.standing}
    return [
        ExamChange(
            learner=learner,
            attempt=record.beginning.id,
            at=record.beginning.started_at,
            place=verdict.place,
            card=verdict.card,
            given=now[verdict.place].given,
            expected=verdict.expected,
            before=Rejudged(before, Rating.AGAIN),
            after=Rejudged(verdict.score, Rating.AGAIN),
        )
        for verdict in verdicts
        if (before := now[verdict.place].score) is not None and not same_score(before, verdict.score)
    ]

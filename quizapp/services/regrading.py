"""Regrading: what a corrected key changes in the stored answers, done for all at once and taken back so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.core.answer import Answer
from quizapp.core.card import Card, CardKey
from quizapp.core.event import Action, ActionKind, EventId, LearnerId, Review
from quizapp.core.grade import Grade, GradingDefaults
from quizapp.core.grading import grade
from quizapp.core.identity import wording_fingerprint
from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.core.regrading import LeftAlone, Rejudged, Stored, rejudged, same_prompt, same_score
from quizapp.formats import snapshot
from quizapp.library import Library
from quizapp.services.answers import Told, answers_to, cards_in
from quizapp.services.desk import Desk
from quizapp.services.examregrading import (
    ExamChange,
    ExamDone,
    exam_plan,
    exam_runs,
    regrade_exams,
    take_exams_back,
)
from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that counts otherwise: `card` as it is now, `given` on one line, both scores 0..1."""

    learner: LearnerId
    review: Review
    card: Card
    given: str
    before: Rejudged
    after: Rejudged

    @property
    def at(self) -> datetime:
        """When it was answered."""
        return self.review.at


@dataclass(frozen=True, slots=True)
class Plan:
    """What a regrading of a deck would do; `judged` answers were looked at, `left` of them left alone.

    `changes` are of answers that were studied or practised, `in_exams` of answers in exams.
    """

    deck: DeckId
    changes: tuple[Change, ...]
    in_exams: tuple[ExamChange, ...]
    judged: int
    left: tuple[tuple[LeftAlone, int], ...]

    @property
    def all(self) -> tuple[Change | ExamChange, ...]:
        """Every answer that changes."""
        return (*self.changes, *self.in_exams)

    @property
    def learners(self) -> tuple[LearnerId, ...]:
        """Whose answers change."""
        return tuple(dict.fromkeys(change.learner for change in self.all))


@dataclass(frozen=True, slots=True)
class Run:
    """A regrading that was done and stands: how many answers of which learners it changed, and when."""

    name: str
    deck: DeckId
    at: datetime
    actions: tuple[Action, ...]
    in_exams: tuple[ExamDone, ...] = ()

    @property
    def learners(self) -> tuple[LearnerId, ...]:
        """Whose answers it changed."""
        each = (*(a.learner for a in self.actions), *(e.learner for e in self.in_exams))
        return tuple(dict.fromkeys(each))

    @property
    def answers(self) -> int:
        """How many answers it changed."""
        return len(self.actions) + len(self.in_exams)


def plan(
    store: Store,
    library: Library,
    learners: Sequence[LearnerId],
    deck: DeckId,
    defaults: GradingDefaults,
    questions: Collection[QuestionId] = (),
) -> Plan:
    """What judging all live answers of these learners to a deck (or some of its questions) again changes."""
    cards = [key for key in cards_in(store, deck) if not questions or key.question in questions]
    judge = _Judge(store, defaults)
    changes: list[Change] = []
    left: Counter[LeftAlone] = Counter()
    judged = 0
    for learner in learners:
        for told in answers_to(store, library, learner, cards):
            verdict = judge.verdict(told)
            if isinstance(verdict, LeftAlone):
                left[verdict] += 1
            elif verdict is not None:
                judged += 1
                change = _change(learner, told, verdict, defaults)
                changes += [change] if change else []
    order = {key: place for place, key in enumerate(cards)}
    changes.sort(key=lambda change: order[change.card.key])
    exams = exam_plan(store, learners, deck, questions)
    left.update(exams.left)
    return Plan(
        deck,
        tuple(changes),
        exams.changes,
        judged + exams.judged,
        tuple((why, left[why]) for why in LeftAlone if left[why]),
    )


def regrade(desks: Sequence[Desk], planned: Plan) -> int:
    """Write the planned changes in one transaction, with all that follows from them; how many they were.

    There is a desk for each learner of the plan, all of one store. An answer that was changed since the plan
    was made is passed over.
    """
    store, done = desks[0].store, 0
    run = desks[0].names.new(desks[0].clock.now())
    with store.writing() as writer:
        for desk in desks:
            now, cards = desk.moment(), set[CardKey]()
            mine = [change for change in planned.changes if change.learner == desk.learner.id]
            actions: list[Action] = []
            for number, change in enumerate(each for each in mine if _stands(store, each)):
                place = replace(now, logical_ms=now.logical_ms + number)
                actions.append(
                    replace(
                        desk.action(ActionKind.REGRADE, place, None),
                        review=change.review.id,
                        rating=change.after.rating,
                        score=change.after.score,
                        text=run,
                    )
                )
                cards.add(change.review.card)
            writer.add_verdicts(actions)
            done += len(actions)
            if cards:
                desk.rebuild(writer, cards)
            done += regrade_exams(store, writer, desk.learner.id, planned.in_exams, run, now.at)
    return done


def runs(store: Store, learners: Sequence[LearnerId], deck: DeckId) -> tuple[Run, ...]:
    """The regradings of a deck that stand, the newest first."""
    found: dict[str, list[Action]] = {}
    for learner in learners:
        for action in _standing(store, learner):
            found.setdefault(action.text, []).append(action)
    made = {name: Run(name, _deck(store, each[0]), each[0].at, tuple(each)) for name, each in found.items()}
    for name, exams in exam_runs(store, learners, deck).items():
        run = made.get(name, Run(name, deck, exams[0].at, ()))
        made[name] = replace(run, in_exams=exams)
    of_deck = (run for run in made.values() if run.deck == deck)
    return tuple(sorted(of_deck, key=lambda run: (run.at, run.name), reverse=True))


def take_back(desks: Sequence[Desk], run: Run) -> int:
    """Undo a regrading as a whole, in one transaction; how many answers count again as before it."""
    store = desks[0].store
    with store.writing() as writer:
        for desk in desks:
            now, cards = desk.moment(), set[CardKey]()
            mine = [action for action in run.actions if action.learner == desk.learner.id]
            voids: list[Action] = []
            for number, action in enumerate(mine):
                place = replace(now, logical_ms=now.logical_ms + number)
                voids.append(replace(desk.action(ActionKind.VOID, place, None), undoes=action.id))
                review = store.review(action.review) if action.review else None
                if review is not None:
                    cards.add(review.card)
            writer.add_verdicts(voids)
            if cards:
                desk.rebuild(writer, cards)
            take_exams_back(writer, desk.learner.id, run.in_exams, run.name, now.at)
    return run.answers


class _Judge:
    """Judges answers again; what was given often is judged once."""

    def __init__(self, store: Store, defaults: GradingDefaults) -> None:
        self._store, self._defaults = store, defaults
        self._asked: dict[str, dict[tuple[str, str], str]] = {}
        self._questions: dict[str, Question] = {}
        self._known: dict[tuple[object, ...], Rejudged | LeftAlone | None] = {}
        self._wording: dict[CardKey, str] = {}

    def verdict(self, told: Told) -> Rejudged | LeftAlone | None:
        review, insisted = told.standing.review, ActionKind.OVERRIDE in told.changes
        prints = (review.card.siblings, review.wording_fingerprint, review.answer_fingerprint)
        what = (told.card.key, review.answer, review.score, review.rating, review.hints, insisted, *prints)
        if what not in self._known:
            stored = Stored(
                answer=review.answer,
                score=review.score,
                rating=review.rating,
                hints=review.hints,
                same=self._asks_the_same(review, told.card),
                insisted=insisted,
            )
            self._known[what] = rejudged(stored, told.card, self._defaults)
        return self._known[what]

    def _asks_the_same(self, review: Review, card: Card) -> bool:
        if self._wording_now(card) == review.wording_fingerprint:
            return True
        then = self._question_then(review)
        return then is not None and same_prompt(then.prompt, card.question.prompt)

    def _wording_now(self, card: Card) -> str:
        if card.key not in self._wording:
            self._wording[card.key] = wording_fingerprint(card.question)
        return self._wording[card.key]

    def _question_then(self, review: Review) -> Question | None:
        key = review.card.siblings
        if key not in self._asked:
            rows = self._store.snapshots(key)
            self._asked[key] = {(row.wording_fingerprint, row.answer_fingerprint): row.body for row in rows}
        body = self._asked[key].get((review.wording_fingerprint, review.answer_fingerprint))
        if body is None:
            return None
        if body not in self._questions:
            self._questions[body] = snapshot.decode(body)
        return self._questions[body]


def _change(learner: LearnerId, told: Told, now: Rejudged, defaults: GradingDefaults) -> Change | None:
    """What changes for an answer; a rating that the learner chose by hand stays."""
    standing = told.standing
    if same_score(now.score, standing.score):
        return None
    rating = standing.rating if ActionKind.RERATE in told.changes else now.rating
    given = _given(told.card, standing.review.answer, defaults)
    before, after = Rejudged(standing.score, standing.rating), Rejudged(now.score, rating)
    return Change(learner, standing.review, told.card, given, before, after)


def _given(card: Card, answer: Answer, defaults: GradingDefaults) -> str:
    judged = grade(card, answer, defaults)
    return judged.given if isinstance(judged, Grade) else ""


def _stands(store: Store, change: Change) -> bool:
    """Whether the answer is as it was when the plan was made."""
    standing = store.standing(change.review.id)
    return (
        standing is not None
        and standing.live
        and (standing.score, standing.rating) == (change.before.score, change.before.rating)
    )


def _standing(store: Store, learner: LearnerId) -> Iterator[Action]:
    """The learner's REGRADE actions that were not taken back."""
    events = store.actions_of_kind(learner, ActionKind.REGRADE)
    gone: set[EventId] = set()
    for event in events:
        if isinstance(event, Action) and event.undoes is not None:
            (gone.add if event.kind is ActionKind.VOID else gone.discard)(event.undoes)
    for event in events:
        if isinstance(event, Action) and event.kind is ActionKind.REGRADE and event.id not in gone:
            yield event


def _deck(store: Store, action: Action) -> DeckId:
    review = store.review(action.review) if action.review else None
    return review.card.deck if review else DeckId("")

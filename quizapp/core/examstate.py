"""Where an attempt stands: its events added up, and what comes of them at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import assert_never

from quizapp.core.answer import Answer, Wrote
from quizapp.core.card import Card
from quizapp.core.dates import date_readings
from quizapp.core.examlog import ENDS, AttemptRecord, Beginning, Did, ExamEvent, ExamQuestion, ItemScore
from quizapp.core.facing import back, one_line
from quizapp.core.grade import GradingDefaults, Unclear
from quizapp.core.grading import NOTHING, grade
from quizapp.core.handin import Attempt, ItemAnswer
from quizapp.core.identity import answer_fingerprint, wording_fingerprint
from quizapp.core.paper import exam_card, option_seed
from quizapp.core.presenting import show
from quizapp.core.question import Date
from quizapp.core.step import Shown
from quizapp.core.wording import card_label

GRADING = GradingDefaults()
"""Exams are graded alike for everybody, whatever a learner's own settings forgive."""


@dataclass(frozen=True, slots=True)
class ItemState:
    """One question of an attempt so far; fields as in `handin.ItemAnswer`.

    `latest` is the last answer, even if it was taken back since.
    """

    reached: bool = False
    answer: Answer | None = None
    latest: Answer | None = None
    answered_at: datetime | None = None
    changes: int = 0
    flagged: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ExamState:
    """An attempt so far: `current` is the question last opened, `end` the event that ended it."""

    items: tuple[ItemState, ...]
    last_at: datetime
    current: int = 0
    resumed: int = 0
    end: ExamEvent | None = None

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The places on the paper of the questions without an answer."""
        return tuple(place for place, item in enumerate(self.items) if item.answer is None)

    @property
    def flagged(self) -> tuple[int, ...]:
        """The places on the paper of the flagged questions."""
        return tuple(place for place, item in enumerate(self.items) if item.flagged)


@dataclass(slots=True)
class _Count:
    items: list[ItemState]
    last_at: datetime
    current: int = 0
    resumed: int = 0
    end: ExamEvent | None = None
    shown: int | None = None
    spent: list[timedelta] = field(default_factory=list)


def state_of(beginning: Beginning, events: Iterable[ExamEvent]) -> ExamState:
    """The attempt after these events; what comes after its end changes nothing.

    A question's time runs while it is on the screen. Of a program that died, the time counts until the last
    event before that.
    """
    size = len(beginning.questions)
    count = _Count([ItemState()] * size, beginning.started_at, spent=[timedelta()] * size)
    for event in events:
        if count.end is not None:
            break
        _add_time(count, event)
        _add(count, event)
        count.last_at = max(count.last_at, event.at)
    items = tuple(
        replace(item, seconds=spent.total_seconds())
        for item, spent in zip(count.items, count.spent, strict=True)
    )
    return ExamState(items, count.last_at, count.current, count.resumed, count.end)


def _add_time(count: _Count, event: ExamEvent) -> None:
    watched = event.did is not Did.RESUME and not (event.did in ENDS and event.item is None)
    if count.shown is not None and watched:
        count.spent[count.shown] += max(timedelta(), event.at - count.last_at)
    if event.did is Did.OPEN:
        count.shown = event.item
    elif event.did in (Did.RESUME, Did.LEAVE):
        count.shown = None


def _add(count: _Count, event: ExamEvent) -> None:
    place = event.item
    match event.did:
        case Did.RESUME:
            count.resumed += 1
        case Did.LEAVE:
            pass
        case Did.HAND_IN | Did.TIME_UP:
            count.end = event
        case Did.OPEN | Did.ANSWER | Did.CLEAR | Did.FLAG | Did.UNFLAG:
            if place is not None and place < len(count.items):
                count.items[place] = _changed(count.items[place], event)
                count.current = place if event.did is Did.OPEN else count.current
        case _:
            assert_never(event.did)


def _changed(item: ItemState, event: ExamEvent) -> ItemState:
    match event.did:
        case Did.OPEN:
            return replace(item, reached=True)
        case Did.ANSWER:
            return replace(
                item,
                reached=True,
                answer=event.answer,
                latest=event.answer,
                answered_at=event.at,
                changes=item.changes + (item.latest not in (None, event.answer)),
            )
        case Did.CLEAR:
            return replace(item, answer=None)
        case Did.FLAG | Did.UNFLAG:
            return replace(item, flagged=event.did is Did.FLAG)
        case _:
            return item


def card_at(beginning: Beginning, place: int) -> Card:
    """The card at a place on the paper."""
    return exam_card(beginning.deck, beginning.questions[place].question)


def shown_at(beginning: Beginning, place: int) -> Shown:
    """Its options in the order of this paper."""
    return show(card_at(beginning, place), option_seed(beginning.seed))


def is_empty(card: Card, answer: Answer) -> bool:
    """Whether the answer says nothing yet."""
    return grade(card, answer, GRADING) == NOTHING


def unreadable(card: Card, answer: Answer) -> str:
    """What is to be said of an answer that cannot be read, such as a number without digits; "" of any other.

    Nothing in it depends on the right answer.
    """
    match card.question, answer:
        case Date(), Wrote(text) if date_readings(text) and not any(r.era for r in date_readings(text)):
            question = replace(card.question, value=replace(card.question.value, year=1))
            judged = grade(replace(card, question=question), answer, GRADING)
        case _:
            judged = grade(card, answer, GRADING)
    return judged.message if isinstance(judged, Unclear) and judged != NOTHING else ""


def graded(beginning: Beginning, state: ExamState) -> tuple[ItemScore, ...]:
    """Every question of the attempt, graded by its last answer; one that cannot be read scores 0."""
    return tuple(
        _graded(place, card_at(beginning, place), item.answer) for place, item in enumerate(state.items)
    )


def _graded(place: int, card: Card, answer: Answer | None) -> ItemScore:
    expected = one_line(back(card))
    if answer is None:
        return ItemScore(place, None, "", expected)
    judged = grade(card, answer, GRADING)
    if isinstance(judged, Unclear):
        text = answer.text if isinstance(answer, Wrote) else ""
        return ItemScore(place, 0.0, one_line(text), expected)
    return ItemScore(place, judged.score, judged.given, judged.expected)


def attempt_of(record: AttemptRecord) -> Attempt:
    """What the learner hands in of an attempt that has ended; ValueError of one that has not."""
    beginning, state = record.beginning, state_of(record.beginning, record.events)
    if state.end is None:
        raise ValueError(f"attempt {beginning.id} has not ended")
    scores = {each.item: each for each in record.standing}
    return Attempt(
        id=beginning.id,
        number=beginning.number,
        deck=beginning.deck,
        title=beginning.title,
        deck_fingerprint=beginning.deck_fingerprint,
        seed=beginning.seed,
        started_at=beginning.started_at,
        ended_at=state.end.at,
        items=tuple(_item(beginning, place, item, scores[place]) for place, item in enumerate(state.items)),
        minutes=beginning.minutes,
        overtime=state.end.did is Did.TIME_UP,
        resumed=state.resumed,
        pass_mark=beginning.pass_mark,
    )


def _item(beginning: Beginning, place: int, state: ItemState, score: ItemScore) -> ItemAnswer:
    asked: ExamQuestion = beginning.questions[place]
    question = asked.question
    return ItemAnswer(
        question=question.id,
        label=card_label(card_at(beginning, place)),
        type=type(question).__name__.lower(),
        points=asked.points,
        reached=state.reached,
        answer=state.answer,
        shown=shown_at(beginning, place).texts,
        score=score.score,
        given=score.given,
        expected=score.expected,
        seconds=state.seconds,
        changes=state.changes,
        answered_at=state.answered_at if state.answer is not None else None,
        wording_fingerprint=wording_fingerprint(question),
        answer_fingerprint=answer_fingerprint(question),
        objectives=question.objectives,
        tags=question.tags,
    )

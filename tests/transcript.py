"""A session played on the engine itself, and written down so that a face can be made to play it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from world import World

from quizapp.core.answer import Answer, Filled, Matched, Ordered, Picked, Rating, Said, Wrote
from quizapp.core.card import CardKey
from quizapp.core.event import Event
from quizapp.core.facing import blanks
from quizapp.core.memory import Memory
from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    TrueFalse,
    Typed,
)
from quizapp.core.records import SessionRow
from quizapp.core.replay import replay
from quizapp.core.step import Asking, Judged, SessionRequest
from quizapp.services.study import Study

MISSES = {"choice", "typed", "order"}
INSISTED = {"number"}
EASY = {"truth", "match"}
UNDONE = {"multiple"}
HINTED = {"typed"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One question as it was shown, what was answered (None: a flashcard, turned) and what was done then."""

    asking: Asking
    answer: Answer | None
    rating: Rating
    hint: bool = False
    insist: bool = False
    undo: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """What a face leaves on disk."""

    events: tuple[Event, ...]
    session: SessionRow | None
    memories: dict[CardKey, Memory]


def given(step: Asking) -> Answer:
    """A right answer, or for some questions a wrong one."""
    question = step.card.question
    wrong = question.id in MISSES
    match question:
        case Choice():
            return Picked(tuple(option.text for option in question.options if option.right != wrong)[:1])
        case Multiple():
            return Picked(tuple(option.text for option in question.options if option.right))
        case TrueFalse():
            return Said(question.answer)
        case Typed():
            return Wrote("London" if wrong else question.accept[0].text)
        case Number():
            return Wrote("8")
        case Date():
            return Wrote(question.text)
        case Cloze():
            return Filled(tuple(blank.answers[0] for blank in blanks(step.card)))
        case Matching():
            return Matched(tuple((pair.left, pair.right) for pair in question.pairs))
        case Ordering():
            return Ordered(question.items[::-1])
        case Flashcard():
            raise ValueError("a flashcard is turned, not answered")
        case _:
            assert_never(question)


def play(study: Study) -> list[Turn]:
    """Play a first session on the engine, until each question was answered once."""
    turns: list[Turn] = []
    undone: set[CardKey] = set()
    seen: set[CardKey] = set()
    study.start(SessionRequest())
    while isinstance(step := study.step, Asking) and step.card.key not in seen:
        turn = _plan(step, undo=step.card.key.question in UNDONE and step.card.key not in undone)
        turns.append(turn)
        _carry_out(study, turn)
        (undone if turn.undo else seen).add(step.card.key)
    return turns


def _plan(step: Asking, *, undo: bool) -> Turn:
    name = step.card.key.question
    flashcard = isinstance(step.card.question, Flashcard)
    answer = None if flashcard else given(step)
    easy = Rating.EASY if flashcard or name in EASY else Rating.GOOD
    return Turn(
        step,
        answer,
        Rating.AGAIN if name in MISSES else easy,
        hint=name in HINTED,
        insist=name in INSISTED,
        undo=undo,
    )


def _carry_out(study: Study, turn: Turn) -> None:
    token = turn.asking.token
    if turn.hint:
        study.hint(token)
    if turn.answer is None:
        study.rate(turn.rating, study.reveal(token).token)
        return
    verdict = study.submit(turn.answer, token)
    assert isinstance(verdict, Judged)
    if turn.undo:
        study.undo()
        return
    if turn.insist:
        verdict = study.override(token)
        assert isinstance(verdict, Judged)
    study.rate(turn.rating, verdict.token)


def rows(world: World) -> Rows:
    """What is on disk now."""
    learner = world.learner.id
    events = tuple(world.store.all_events(learner))
    cards = replay(events, world.store.configs())
    return Rows(events, world.store.open_session(learner), world.store.memories(learner, cards))

"""A progress file of its own for each test, and short ways to put something in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from world import START, StandingClock

from quizapp.core.answer import Answer, Picked, Rating
from quizapp.core.card import CardKey
from quizapp.core.event import (
    Action,
    ActionKind,
    ConfigId,
    DeviceId,
    EventId,
    Kind,
    LearnerId,
    Review,
    SessionId,
)
from quizapp.core.memory import NEW, Memory, Phase
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.records import DeckFileRow, Learner, QuestionRow, SessionRow
from quizapp.core.replay import replay
from quizapp.core.scheduler import DEFAULT_CONFIG, config_id
from quizapp.core.step import SessionRequest
from quizapp.store import Store

ANN = LearnerId("ann")
BEN = LearnerId("ben")
LAPTOP = DeviceId("laptop")
SESSION = SessionId("session-1")
CONFIG: ConfigId = config_id(DEFAULT_CONFIG)
DAY = START.date().toordinal()
START_MS = int(START.timestamp() * 1000)


def open_store(folder: Path, *, clock: StandingClock | None = None, patience_ms: int = 50) -> Store:
    return Store.open(
        folder / "quizapp.db",
        device=LAPTOP,
        backups=folder / "backups",
        clock=clock or StandingClock(),
        patience_ms=patience_ms,
    )


def new_store(folder: Path, decks: Sequence[str] = ("rome",), cards: int = 3) -> Store:
    """A store with the learner Ann, and decks of plain questions q0, q1, ..."""
    store = open_store(folder)
    with store.writing() as writer:
        writer.add_learner(Learner(ANN, "Ann", START))
        writer.add_config(DEFAULT_CONFIG)
        for position, deck in enumerate(decks):
            file = deck_file(deck, position=position)
            writer.put_deck(file, [question(deck, f"q{i}", position=i) for i in range(cards)])
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def key(name: str, deck: str = "rome", part: str = "") -> CardKey:
    return CardKey(DeckId(deck), QuestionId(name), part)


def names(found: Iterable[object]) -> list[str]:
    """The card keys of what a query found, as texts."""
    return [str(getattr(each, "card", each)) for each in found]


def deck_file(deck: str | None, *, path: str = "", position: int = 0) -> DeckFileRow:
    return DeckFileRow(
        path=path or f"/decks/{deck}.yaml",
        mtime_ns=1,
        size=2,
        inode=3,
        sha256="0" * 64,
        deck=None if deck is None else DeckId(deck),
        title=(deck or "").title(),
        position=position,
    )


def question(
    deck: str,
    name: str,
    *,
    position: int = 0,
    parts: tuple[str, ...] = ("",),
    answer: str = "a",
    wording: str = "w",
    tags: tuple[str, ...] = (),
) -> QuestionRow:
    return QuestionRow(
        deck=DeckId(deck),
        question=QuestionId(name),
        position=position,
        line=position + 1,
        parts=parts,
        wording_fingerprint=wording,
        answer_fingerprint=answer,
        tags=tags,
        body=f'{{"wording":"{wording}"}}',
        prompt=f"prompt of {name}",
        answer_text=answer,
    )


def put_questions(store: Store, questions: Sequence[QuestionRow], deck: str = "rome") -> None:
    with store.writing() as writer:
        writer.put_deck(deck_file(deck), questions)


def review(
    number: int,
    card: CardKey,
    *,
    learner: LearnerId = ANN,
    device: DeviceId = LAPTOP,
    answer: Answer | None = None,
    rating: Rating = Rating.GOOD,
    score: float = 1.0,
    kind: Kind = Kind.SCHEDULED,
    phase: Phase = Phase.NEW,
    day: int = DAY,
    duration_ms: int = 1000,
    session: SessionId = SESSION,
) -> Review:
    """The review `e0001`, `e0002`, ... given at the start, in the order of the numbers."""
    return Review(
        id=EventId(f"e{number:04d}"),
        learner=learner,
        device=device,
        card=card,
        session=session,
        at=START,
        utc_offset=3600,
        study_day=day,
        logical_ms=START_MS + number,
        kind=kind,
        answer=answer or Picked(("Rubicon",)),
        shown=("Tiber", "Rubicon"),
        score=score,
        suggested=rating,
        rating=rating,
        hints=0,
        duration_ms=duration_ms,
        confidence=None,
        wording_fingerprint="w",
        answer_fingerprint="a",
        config=CONFIG,
        phase=phase,
        elapsed_days=0,
        interval_before=0,
        stability_before=None,
        difficulty_before=None,
        predicted=None,
    )


def action(
    number: int,
    kind: ActionKind,
    *,
    undoes: str | None = None,
    of: str | None = None,
    card: CardKey | None = None,
    rating: Rating | None = None,
    score: float | None = None,
    device: DeviceId = LAPTOP,
) -> Action:
    """The action `e0001`, `e0002`, ...; `of` is the review that it changes."""
    return Action(
        id=EventId(f"e{number:04d}"),
        learner=ANN,
        device=device,
        session=SESSION,
        at=START,
        study_day=DAY,
        logical_ms=START_MS + number,
        kind=kind,
        undoes=None if undoes is None else EventId(undoes),
        review=None if of is None else EventId(of),
        card=card,
        rating=rating,
        score=score,
    )


def give(store: Store, *reviews: Review) -> None:
    with store.writing() as writer:
        for each in reviews:
            writer.add_review(each)


def act(store: Store, *actions: Action) -> None:
    with store.writing() as writer:
        for each in actions:
            writer.add_action(each)


def settle(store: Store, *cards: CardKey) -> None:
    """Store what a replay of their events says of these cards, as the engine does after an action."""
    replayed = replay(store.events_of(ANN, cards), store.configs())
    with store.writing() as writer:
        for card in cards:
            writer.put_memory(ANN, card, replayed.get(card, NEW), expected_revision=None)


def remember(store: Store, card: CardKey, memory: Memory) -> None:
    with store.writing() as writer:
        writer.put_memory(ANN, card, memory, expected_revision=None)


def due_on(day: int) -> Memory:
    """A card in the review phase, answered when its answer's fingerprint was `a`."""
    return Memory(
        phase=Phase.REVIEW,
        stability=5.0,
        difficulty=5.0,
        due_day=day,
        interval=5,
        last_at=START,
        last_day=day - 5,
        reps=3,
        answer_fingerprint="a",
        revision=3,
    )


def session_row(**changes: object) -> SessionRow:
    row = SessionRow(
        id=SESSION,
        learner=ANN,
        request=SessionRequest(),
        plan=(key("q0"), key("q1")),
        current=key("q0"),
        started_at=START,
        study_day=DAY,
    )
    return replace(row, **changes)  # type: ignore[arg-type]

"""Any hand-in, for hypothesis."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from quizapp.core.answer import (
    Answer,
    Filled,
    GaveUp,
    Matched,
    Ordered,
    Picked,
    Rating,
    Said,
    SelfRated,
    Wrote,
)
from quizapp.core.event import LearnerId
from quizapp.core.handin import Attempt, CardProgress, DeckProgress, Flagged, HandIn, ItemAnswer, Overridden
from quizapp.core.memory import Phase
from quizapp.core.question import DeckId, QuestionId

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
COUNTS = st.integers(0, 1000)
SHARES = st.floats(0, 1)
SECONDS = st.floats(0, 10_000)
DAYS = st.integers(1, 3_000_000)
MOMENTS = st.integers(0, 7_000_000_000_000).map(
    lambda ms: datetime(1971, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)
)
ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    st.sampled_from(Rating).map(SelfRated),
    LISTS.map(Picked),
    st.booleans().map(Said),
    TEXTS.map(Wrote),
    LISTS.map(Filled),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple).map(Matched),
    LISTS.map(Ordered),
    st.just(GaveUp()),
)
ITEMS = st.builds(
    ItemAnswer,
    question=TEXTS.map(QuestionId),
    label=TEXTS,
    type=TEXTS,
    points=st.floats(0.25, 100),
    reached=st.booleans(),
    answer=st.none() | ANSWERS,
    shown=LISTS,
    score=st.none() | SHARES,
    given=TEXTS,
    expected=TEXTS,
    seconds=SECONDS,
    changes=COUNTS,
    answered_at=st.none() | MOMENTS,
    wording_fingerprint=TEXTS,
    answer_fingerprint=TEXTS,
    objectives=LISTS,
    tags=LISTS,
)


@st.composite
def attempts(draw: st.DrawFn) -> Attempt:
    started, ended = sorted((draw(MOMENTS), draw(MOMENTS)))
    ended = min(ended, started.replace(hour=23, minute=59))
    return Attempt(
        id=draw(TEXTS),
        number=draw(st.integers(1, 9)),
        deck=DeckId(draw(TEXTS)),
        title=draw(TEXTS),
        deck_fingerprint=draw(TEXTS),
        seed=draw(TEXTS),
        started_at=started,
        ended_at=max(ended, started),
        items=tuple(draw(st.lists(ITEMS, max_size=3))),
        minutes=draw(st.none() | st.floats(0, 300)),
        overtime=draw(st.booleans()),
        resumed=draw(COUNTS),
        pass_mark=draw(st.none() | SHARES),
    )


@st.composite
def cards(draw: st.DrawFn) -> CardProgress:
    answers = draw(COUNTS)
    tries, predictions = draw(st.integers(0, answers)), draw(st.integers(0, answers))
    return CardProgress(
        question=QuestionId(draw(TEXTS)),
        part=draw(TEXTS),
        label=draw(TEXTS),
        phase=draw(st.sampled_from(Phase)),
        recall=draw(st.none() | SHARES),
        answers=answers,
        first_tries=tries,
        first_right=draw(st.integers(0, tries)),
        misses=draw(st.integers(0, answers)),
        lapses=draw(COUNTS),
        predictions=predictions,
        predicted=draw(st.floats(0, predictions)),
        recalled=draw(st.integers(0, predictions)),
        median_seconds=draw(st.none() | SECONDS),
        last_day=draw(st.none() | DAYS),
        objectives=draw(LISTS),
        tags=draw(LISTS),
    )


@st.composite
def overridden(draw: st.DrawFn) -> Overridden:
    typed = draw(COUNTS)
    insisted = draw(st.integers(0, typed))
    return Overridden(QuestionId(draw(TEXTS)), draw(TEXTS), draw(TEXTS), typed, insisted)


DECKS = st.builds(
    DeckProgress,
    deck=TEXTS.map(DeckId),
    title=TEXTS,
    deck_fingerprint=TEXTS,
    cards=st.lists(cards(), max_size=2).map(tuple),
    minutes=st.floats(0, 10_000),
    days=st.lists(DAYS, max_size=3).map(tuple),
    last_at=st.none() | MOMENTS,
    overridden=st.lists(overridden(), max_size=2).map(tuple),
    flagged=st.lists(st.builds(Flagged, TEXTS.map(QuestionId), TEXTS, TEXTS), max_size=2).map(tuple),
)
HAND_INS = st.builds(
    HandIn,
    name=TEXTS,
    learner=TEXTS.map(LearnerId),
    written_at=MOMENTS,
    study_day=DAYS,
    attempts=st.lists(attempts(), max_size=2).map(tuple),
    decks=st.lists(DECKS, max_size=2).map(tuple),
)

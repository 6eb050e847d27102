"""Stability and difficulty agree with py-fsrs, an independent implementation of FSRS-6."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.answer import Rating
from quizapp.core.card import CardKey
from quizapp.core.memory import NEW
from quizapp.core.question import DeckId, QuestionId
from quizapp.core.scheduler import answered, default_config, recall

START = datetime(2025, 5, 2, 12, tzinfo=UTC)
KEY = CardKey(DeckId("d"), QuestionId("q"))
CONFIG = default_config(fuzz=False)
ORACLE = fsrs.Scheduler(enable_fuzzing=False)
HISTORIES = st.lists(
    st.tuples(st.one_of(st.integers(0, 3), st.integers(0, 400)), st.sampled_from(Rating)),
    min_size=1,
    max_size=25,
)


@given(history=HISTORIES)
@settings(max_examples=300)
def test_memories_and_recall_agree_with_py_fsrs(history: list[tuple[int, Rating]]) -> None:
    theirs, ours, days = fsrs.Card(), NEW, 0
    for gap, rating in history:
        days += gap
        at, day = START + timedelta(days=days), START.toordinal() + days
        known = recall(ours, CONFIG, day)
        if known is not None:
            assert known == pytest.approx(ORACLE.get_card_retrievability(theirs, at), rel=1e-4)
        theirs, _ = ORACLE.review_card(theirs, fsrs.Rating(int(rating)), at)
        ours = answered(ours, rating, CONFIG, card=KEY, at=at, day=day)
        assert ours.stability == pytest.approx(theirs.stability, rel=1e-4)
        assert ours.difficulty == pytest.approx(theirs.difficulty, rel=1e-4)

"""An attempt is the sum of its events, whatever happened in it and wherever it broke off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from world import START

from quizapp.core.answer import Answer, Picked, Said, Wrote
from quizapp.core.dates import HistoricDate
from quizapp.core.event import DeviceId, LearnerId
from quizapp.core.exam import Feedback
from quizapp.core.examlog import AttemptId, AttemptRecord, Beginning, Did, ExamEvent, ExamQuestion
from quizapp.core.examstate import attempt_of, card_at, graded, is_empty, state_of, unreadable
from quizapp.core.paper import exam_card
from quizapp.core.question import (
    Accepted,
    Choice,
    Date,
    DeckId,
    Option,
    Question,
    QuestionId,
    TrueFalse,
    Typed,
)

TYPED = Typed(id=QuestionId("t"), prompt="Capital?", accept=(Accepted("Paris"),))
DATE = Date(id=QuestionId("d"), prompt="When?", text="44 BC", value=HistoricDate(-43))
CHOICE = Choice(id=QuestionId("c"), prompt="?", options=(Option("a", True), Option("b", False)))
TRUTH = TrueFalse(id=QuestionId("s"), prompt="Wet.", answer=True)
BEGINNING = Beginning(
    id=AttemptId("1"),
    learner=LearnerId("ann"),
    device=DeviceId("laptop"),
    deck=DeckId("d"),
    number=1,
    title="T",
    seed="s",
    questions=(ExamQuestion(TYPED, 2.0), ExamQuestion(TRUTH, 1.0), ExamQuestion(DATE, 1.0)),
    deck_fingerprint="f",
    started_at=START,
    utc_offset=0,
    study_day=1,
    minutes=None,
    pass_mark=None,
    feedback=Feedback.END,
)


def at(seconds: float, did: Did, item: int | None = None, answer: Answer | None = None) -> ExamEvent:
    return ExamEvent(did, START + timedelta(seconds=seconds), item, answer)


def test_time_counts_while_a_question_is_open_and_the_program_runs() -> None:
    events = [
        at(0, Did.OPEN, 0),
        at(10, Did.ANSWER, 0, Wrote("Lyon")),
        at(15, Did.OPEN, 1),
        at(18, Did.FLAG, 1),
        at(100, Did.RESUME),  # the program died after 18
        at(100, Did.OPEN, 1),
        at(104, Did.LEAVE, 1),
        at(900, Did.RESUME),
        at(900, Did.OPEN, 0),
        at(901, Did.HAND_IN, 0),
    ]
    state = state_of(BEGINNING, events)
    assert [item.seconds for item in state.items] == [16.0, 7.0, 0.0]
    assert (state.resumed, state.current, state.flagged) == (2, 0, (1,))


def test_a_time_that_ran_out_while_the_program_was_closed_is_nobodys_time() -> None:
    closed = state_of(BEGINNING, [at(0, Did.OPEN, 0), at(600, Did.TIME_UP)])
    watched = state_of(BEGINNING, [at(0, Did.OPEN, 0), at(600, Did.TIME_UP, 0)])
    assert (closed.items[0].seconds, watched.items[0].seconds) == (0.0, 600.0)


def test_what_comes_after_the_end_changes_nothing() -> None:
    ended = [at(0, Did.OPEN, 0), at(5, Did.HAND_IN, 0)]
    late = [at(6, Did.ANSWER, 0, Wrote("Paris")), at(7, Did.TIME_UP)]
    assert state_of(BEGINNING, [*ended, *late]) == state_of(BEGINNING, ended)


def test_an_attempt_that_goes_on_cannot_be_handed_in() -> None:
    with pytest.raises(ValueError, match="has not ended"):
        attempt_of(AttemptRecord(BEGINNING, (at(0, Did.OPEN, 0),)))


@pytest.mark.parametrize(
    ("answer", "empty"),
    [(Wrote(" "), True), (Wrote("x"), False), (Said(False), False), (Picked(()), True)],
)
def test_empty_answers_are_none(answer: Answer, empty: bool) -> None:
    questions: dict[type[Answer], Question] = {Wrote: TYPED, Said: TRUTH, Picked: CHOICE}
    assert is_empty(exam_card(BEGINNING.deck, questions[type(answer)]), answer) is empty


@pytest.mark.parametrize(
    ("typed", "said"),
    [("soon", "is not a date"), ("44", ""), ("44 BC", ""), ("1944", "")],
)
def test_what_is_said_of_a_date_does_not_tell_the_right_one(typed: str, said: str) -> None:
    of_bc = unreadable(exam_card(BEGINNING.deck, DATE), Wrote(typed))
    of_ad = unreadable(
        exam_card(BEGINNING.deck, replace(DATE, text="1945", value=HistoricDate(1945))), Wrote(typed)
    )
    assert of_bc == of_ad
    assert bool(of_bc) == bool(said) and said in of_bc


answers = st.one_of(st.just(Said(True)), st.just(Said(False)))
typed = st.sampled_from(["Paris", "Lyon", "44 BC", "soon"]).map(Wrote)
happenings = st.lists(
    st.tuples(st.sampled_from(list(Did)), st.integers(0, 2), st.integers(0, 50), answers, typed), max_size=30
)


@settings(max_examples=60)
@given(happenings)
def test_whatever_happens_the_figures_of_an_attempt_hold_together(
    happened: list[tuple[Did, int, int, Said, Wrote]],
) -> None:
    events, seconds = [at(0, Did.OPEN, 0)], 0
    for did, item, passed, said, wrote in happened:
        seconds += passed
        answer = (said if item == 1 else wrote) if did is Did.ANSWER else None
        events.append(at(seconds, did, item, answer))
    events.append(at(seconds + 1, Did.HAND_IN, 0))
    state = state_of(BEGINNING, events)
    assert state.end is not None
    attempt = attempt_of(AttemptRecord(BEGINNING, tuple(events), graded(BEGINNING, state)))
    assert attempt.ended_at == state.end.at
    assert sum(item.seconds for item in attempt.items) <= (attempt.ended_at - START).total_seconds()
    counted = events[: events.index(state.end)]
    for place, done in enumerate(attempt.items):
        given_here = [e.answer for e in counted if e.item == place and e.did is Did.ANSWER]
        last = [e for e in counted if e.item == place and e.did in (Did.ANSWER, Did.CLEAR)]
        assert done.answer == (last[-1].answer if last else None)
        assert done.changes == sum(a != b for a, b in pairwise(given_here))
        assert (done.score is None) == (done.answer is None)
        assert done.expected
        assert done.label == " ".join(card_at(BEGINNING, place).question.prompt.split())

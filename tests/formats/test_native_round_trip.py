"""A question written down in YAML reads back as the same question."""

from __future__ import annotations

from deckfiles import errors, listed
from emitter import question_yaml
from hypothesis import given
from hypothesis import strategies as st
from made_questions import questions

from quizapp.core.question import Question


@given(questions)
def test_a_question_reads_back_as_it_was_written(question: Question) -> None:
    found = listed(question_yaml(question))
    assert found.deck is not None
    assert found.deck.questions == (question,), found.findings


@given(st.lists(questions, min_size=2, max_size=4, unique_by=lambda question: question.id))
def test_several_questions_read_back_in_order(several: list[Question]) -> None:
    found = listed("".join(map(question_yaml, several)))
    assert errors(found) == []
    assert found.deck is not None
    assert found.deck.questions == tuple(several)

"""A question written down in YAML reads back as the same question."""

from __future__ import annotations

from deckfiles import errors, listed
from emitter import question_yaml
from hypothesis import given
from hypothesis import strategies as st
from made_questions import questions

from quizapp.core.deck import Deck
from quizapp.core.question import DeckId, Question
from quizapp.core.rules import remarks
from quizapp.core.rules_twins import twins
from quizapp.formats.snapshot import decode, encode


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


BROKEN = st.sampled_from(
    [
        'a: "never closed',
        "a: 'tis never closed",
        "a: [never, closed",
        "a: {never: closed",
        "a: one: two",
        "a: *star*",
        "a: &anchor",
        "a: !tag",
        "a: `code`",
        "a: {{gap}} text",
        "\ta: tab",
        "a:no space",
        "  a: too far",
        "a: x\n   why: too near",
        "no key at all",
        "a: x\n    a: twice",
        "a: \\",
        "a: >x",
        "a: " + "[" * 40,
    ]
)


@given(
    st.lists(questions, min_size=1, max_size=4, unique_by=lambda question: question.id),
    BROKEN,
    st.integers(0, 3),
)
def test_a_broken_question_takes_no_other_with_it(several: list[Question], broken: str, place: int) -> None:
    items = list(map(question_yaml, several))
    items.insert(place, f"  - q: The broken one?\n    {broken}\n")
    found = listed("".join(items))
    assert errors(found) or broken == "a: \\"
    assert found.deck is not None
    assert tuple(q for q in found.deck.questions if q.prompt != "The broken one?") == tuple(several)


@given(st.lists(questions, min_size=1, max_size=4, unique_by=lambda question: question.id))
def test_content_rules_can_judge_every_question(several: list[Question]) -> None:
    deck = Deck(id=DeckId("x"), title="X", questions=tuple(several))
    for remark in remarks(deck):
        assert remark.question in several
        assert remark.message
        assert remark.fix
    assert all(twin.question in several for twin in twins([deck]))


@given(questions)
def test_the_store_gives_back_what_it_was_given(question: Question) -> None:
    assert decode(encode(question)) == question

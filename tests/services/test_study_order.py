"""In which order derived questions come into a deck."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.question import Flashcard, Question, QuestionId, Ref
from quizapp.services.deriving import in_study_order


def asked(name: str, quote: str) -> Question:
    ref = Ref(quote=quote) if quote else None
    return Flashcard(id=QuestionId(name), prompt=f"{name}?", answer="a", ref=ref)


def test_two_questions_of_one_sentence_do_not_follow_each_other() -> None:
    one, other, next_ = asked("term", "A."), asked("meaning", "A."), asked("why", "B.")
    assert in_study_order([one, other, next_]) == (one, next_, other)


def test_questions_without_a_quote_keep_their_places() -> None:
    questions = tuple(asked(name, "") for name in "abc")
    assert in_study_order(questions) == questions


@given(st.lists(st.sampled_from(["", "A.", "B.", "C."]), max_size=12))
def test_nothing_is_lost_and_each_quote_comes_in_the_order_of_the_article(quotes: list[str]) -> None:
    questions = [asked(f"q{place}", quote) for place, quote in enumerate(quotes)]
    ordered = in_study_order(questions)
    assert sorted(q.id for q in ordered) == sorted(q.id for q in questions)
    for quote in {*quotes} - {""}:
        assert [q for q in ordered if q.ref and q.ref.quote == quote] == [
            q for q in questions if q.ref and q.ref.quote == quote
        ]

"""What several learners say of a deck adds up, question by question, and only what is still so is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Answer, Filled, Picked, Wrote
from quizapp.core.feedback import Edited, QuestionFeedback, TypedText, Voices, feedback, still_wrong
from quizapp.core.grade import GradingDefaults
from quizapp.core.handin import Attempt, Flagged, ItemAnswer, Overridden
from quizapp.core.identity import answer_fingerprint, wording_fingerprint
from quizapp.core.question import DeckId, Question, QuestionId
from quizapp.core.records import LastRead
from quizapp.formats.native import read_deck

DECK = DeckId("britain")
TEXT = """\
deck: Britain
id: britain
questions:
  - {q: Which state is it?, id: state, accept: [United Kingdom, Britain]}
  - {cloze: "{{London}} lies on the {{Thames}}.", id: river, each: yes}
  - {q: How many nations?, id: nations, number: 4}
"""
AT = datetime(2026, 3, 2, tzinfo=UTC)
STRICT = GradingDefaults(typos=0)


def questions(text: str = TEXT) -> tuple[Question, ...]:
    deck = read_deck(text.encode(), "britain.yaml").deck
    assert deck is not None
    return deck.questions


def overridden(text: str, typed: int, insisted: int, question: str = "state", gap: int = 0) -> Overridden:
    return Overridden(QuestionId(question), "", text, typed, insisted, gap)


def attempt(*answers: tuple[str, Answer, float], at: datetime = AT, text: str = TEXT) -> Attempt:
    """An attempt in which these questions got these answers, worth so much."""
    known = {question.id: question for question in questions(text)}
    items = tuple(
        ItemAnswer(
            question=QuestionId(name),
            label="",
            type="",
            points=1.0,
            reached=True,
            answer=answer,
            score=score,
            answered_at=at,
            wording_fingerprint=wording_fingerprint(known[QuestionId(name)]),
            answer_fingerprint=answer_fingerprint(known[QuestionId(name)]),
        )
        for name, answer, score in answers
    )
    return Attempt(
        id="a",
        number=1,
        deck=DECK,
        title="",
        deck_fingerprint="",
        seed="",
        started_at=at,
        ended_at=at,
        items=items,
    )


def told(*sources: Voices, text: str = TEXT) -> dict[str, QuestionFeedback]:
    return {each.question: each for each in feedback(DECK, questions(text), sources, STRICT)}


def test_the_same_text_of_several_learners_adds_up() -> None:
    one = Voices(overridden=[overridden("the UK", 8, 7), overridden("England", 5, 1)])
    other = Voices(overridden=[overridden("The  uk", 4, 3)])
    assert told(one, other)["state"].texts == (TypedText("the UK", 0, 12, 10), TypedText("England", 0, 5, 1))


def test_silent_questions_are_left_out_and_the_others_stand_in_order() -> None:
    flags = [Flagged(QuestionId("nations"), "", "why?"), Flagged(QuestionId("gone"), "", "x")]
    found = feedback(DECK, questions(), [Voices(flags, [overridden("the UK", 1, 1)])], STRICT)
    assert [(each.question, each.line, each.notes) for each in found] == [
        ("state", 4, ()),
        ("nations", 6, ("why?",)),
    ]


def test_what_the_deck_accepts_by_now_is_not_told() -> None:
    assert told(Voices(overridden=[overridden("britain", 3, 3)])) == {}


def test_each_gap_counts_by_itself() -> None:
    said = [overridden("Isis", 2, 2, "river", 2), overridden("Isis", 1, 1, "river", 1)]
    assert [(t.gap, t.typed) for t in told(Voices(overridden=said))["river"].texts] == [(2, 2), (1, 1)]


def test_wrong_texts_of_exams_are_told_from_two_on() -> None:
    once = Voices(attempts=[attempt(("state", Wrote("the UK"), 0.0), ("nations", Wrote("5"), 0.0))])
    twice = Voices(attempts=[attempt(("state", Wrote("The UK"), 0.0), ("state", Wrote("Britain"), 0.0))])
    assert told(once) == {}
    assert told(once, twice)["state"].texts == (TypedText("the UK", 0, 0, 0, 2),)


def test_exams_count_beside_what_was_insisted_on() -> None:
    filled = attempt(("river", Filled(("London", "Isis")), 0.5))
    found = told(Voices(overridden=[overridden("isis", 4, 3, "river", 2)], attempts=[filled]))
    assert found["river"].texts == (TypedText("isis", 2, 4, 3, 1),)


def test_answers_of_another_type_say_nothing() -> None:
    assert told(Voices(attempts=[attempt(("state", Picked(("x",)), 0.0))] * 3)) == {}


def test_a_question_edited_since_its_last_answer_is_told() -> None:
    last = attempt(("state", Wrote("Britain"), 1.0))
    before = attempt(("state", Wrote("Britain"), 1.0), at=AT - timedelta(days=1), text=TEXT)
    reworded, corrected = TEXT.replace("Which state", "What state"), TEXT.replace("[United", "[The United")
    assert told(Voices(attempts=[last])) == {}
    assert told(Voices(attempts=[before]), text=reworded)["state"].edited is Edited.WORDING
    assert told(Voices(attempts=[before]), text=corrected)["state"].edited is Edited.ANSWER
    now = questions(corrected)[0]
    newer = LastRead(AT, wording_fingerprint(now), answer_fingerprint(now))
    assert told(Voices(attempts=[before], last_read={now.id: newer}), text=corrected) == {}


@pytest.mark.parametrize(
    ("place", "text", "gap", "wrong"),
    [
        (0, "britain", 0, False),
        (0, "the UK", 0, True),
        (1, "Thames", 2, False),
        (1, "Thames", 1, True),
        (1, "Thames", 3, False),
        (2, "4", 0, False),
        (2, "four and a half", 0, False),
        (2, "5", 0, True),
    ],
)
def test_whether_a_text_is_still_wrong(place: int, text: str, gap: int, wrong: bool) -> None:
    assert still_wrong(DECK, questions()[place], text, gap, STRICT) is wrong


@given(st.text(max_size=20), st.integers(-1, 3))
def test_any_text_can_be_asked_about(text: str, gap: int) -> None:
    for question in questions():
        assert still_wrong(DECK, question, text, gap, STRICT) in (True, False)

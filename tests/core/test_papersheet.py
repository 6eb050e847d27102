"""Papers: the same deck and seed give the same, and the key fits the letters of each version."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ten_types import TEN

from quizapp.core.answer import Answer, Filled, Matched, Ordered, Picked, Said, Wrote
from quizapp.core.deck import Deck
from quizapp.core.exam import ExamPlan, Order, Pool
from quizapp.core.grade import Grade, GradingDefaults
from quizapp.core.grading import grade
from quizapp.core.paper import draw, option_seed
from quizapp.core.papersheet import Printed, Sheet, key_of, letters, paper_task, sheets
from quizapp.core.presenting import show
from quizapp.core.question import (
    Choice,
    Cloze,
    Flashcard,
    Matching,
    Multiple,
    Ordering,
    QuestionId,
    TrueFalse,
)
from quizapp.formats.native import read_deck

found = read_deck(TEN.encode(), "ten.yaml").deck
assert found is not None
DECK: Deck = found
seeds = st.text(max_size=6)


def one(deck: Deck, seed: str = "", **more: bool) -> Sheet:
    return sheets(deck, seed, **more)[0]


def by_key(printed: Printed) -> Answer:
    """What a learner answers who copies the key."""
    key, shown = key_of(printed).answers, printed.shown
    match printed.card.question:
        case Choice() | Multiple():
            names = {letters(place): text for place, text in enumerate(shown.options)}
            return Picked(tuple(names[label] for label, _ in key))
        case TrueFalse():
            return Said(key[0][1] == "True")
        case Matching():
            rights = {letters(place): text for place, text in enumerate(shown.rights)}
            pairs = [label.split() for label, _ in key]
            return Matched(tuple((shown.lefts[int(n) - 1], rights[letter]) for n, letter in pairs))
        case Ordering():
            places = {int(label): text for (label, _), text in zip(key, shown.items, strict=True)}
            return Ordered(tuple(places[n] for n in sorted(places)))
        case Cloze():
            return Filled(tuple(text.split(" | ")[0] for _, text in key))
        case _:
            return Wrote(key[0][1])


@given(seeds)
def test_whoever_copies_the_key_is_right(seed: str) -> None:
    for version in sheets(DECK, seed, 3, mixed=True):
        for printed in version.questions:
            if not isinstance(printed.card.question, Flashcard):
                judged = grade(printed.card, by_key(printed), GradingDefaults())
                assert isinstance(judged, Grade) and judged.right, printed


@given(seeds)
def test_the_same_seed_gives_the_same_papers(seed: str) -> None:
    assert sheets(DECK, seed, 4, mixed=True) == sheets(DECK, seed, 4, mixed=True)


def test_versions_have_letters_and_orders_of_their_own() -> None:
    many = sheets(DECK, "s", 5, mixed=True)
    assert [each.letter for each in many] == ["A", "B", "C", "D", "E"]
    orders = {tuple(q.card.question.id for q in each.questions) for each in many}
    assert len(orders) > 1 and {tuple(sorted(order)) for order in orders} == {
        tuple(sorted(q.id for q in DECK.questions))
    }


def test_all_ten_types_stand_in_the_order_of_the_deck() -> None:
    sheet = one(DECK)
    assert [q.card.question.id for q in sheet.questions] == [q.id for q in DECK.questions]
    assert [q.number for q in sheet.questions] == list(range(1, 11))
    assert (sheet.letter, sheet.points, sheet.minutes) == ("", 10.0, None)
    assert not any(each.card.key.part for each in sheet.questions)


def test_a_suspended_question_is_not_printed() -> None:
    deck = replace(DECK, questions=tuple(replace(q, suspend=q.id == "typed") for q in DECK.questions))
    assert QuestionId("typed") not in [q.card.question.id for q in one(deck).questions]


def test_with_an_exam_section_the_paper_is_that_of_the_exam() -> None:
    plan = ExamPlan(title="Test", pools=(Pool(draw=4, points=2.0),), order=Order.SHUFFLED, minutes=30)
    sheet = one(replace(DECK, exam=plan), "spring")
    drawn = draw(replace(DECK, exam=plan), plan, "spring")
    assert [(q.card.question.id, q.points) for q in sheet.questions] == [
        (item.question, item.points) for item in drawn.items
    ]
    assert all(q.shown == show(q.card, option_seed("spring")) for q in sheet.questions)
    assert (sheet.title, sheet.points, sheet.minutes) == ("Test", 8.0, 30)


def test_the_seed_of_the_deck_counts_unless_another_is_given() -> None:
    deck = replace(DECK, exam=ExamPlan(seed="deck"))
    assert one(deck).seed == "deck" and one(deck, "mine").seed == "mine"
    assert [each.seed for each in sheets(deck, "", 2)] == ["deck-A", "deck-B"]


def test_the_key_tells_what_else_is_right() -> None:
    text = """deck: X
questions:
  - {q: A, id: a, accept: [b, c, "regex:d+"], close: [{match: e, credit: 50%}]}
  - {q: B, id: b, number: 9 km, tolerance: 5%, units: {km: 1, mi: 1.6}, close: [{within: 1 km, credit: 0.5}]}
  - {q: C, id: c, date: 44 BC, close: [{within: 1 year, credit: 25%}]}
"""
    deck = read_deck(text.encode(), "x.yaml").deck
    assert deck is not None
    assert [key_of(each).notes for each in one(deck).questions] == [
        ("also right: c", "also right, as a pattern: d+", "e: 50%"),
        ("give or take 5%", "also in mi", "give or take 1 km: 50%"),
        ("within 1 year: 25%",),
    ]


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")])
def test_options_run_on_after_z(place: int, name: str) -> None:
    assert letters(place) == name


def test_every_task_is_for_a_pen() -> None:
    tasks = " ".join(paper_task(question) for question in DECK.questions)
    assert "Type" not in tasks and "turn" not in tasks

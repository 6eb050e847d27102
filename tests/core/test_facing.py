"""The two sides of a card."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quizapp.core.card import REVERSE, Card, CardKey, cards_of
from quizapp.core.dates import HistoricDate
from quizapp.core.facing import back, blanks, cloze_segments, front
from quizapp.core.question import (
    Accepted,
    Blank,
    Choice,
    Cloze,
    Date,
    DeckId,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    Pair,
    Question,
    QuestionId,
    TrueFalse,
    Typed,
)

ID = QuestionId("x")
CAESAR = Blank(("Caesar", "Julius Caesar"), key="caesar")
RIVER = Blank(("Rubicon",), hint="a river", key="rubicon")
CROSSING = (CAESAR, " crossed the ", RIVER, ".")


def card(question: Question, part: str = "") -> Card:
    return Card(CardKey(DeckId("d"), ID, part), question)


def options(*right: str) -> tuple[Option, ...]:
    return tuple(Option(text, text in right) for text in ("Tiber", "Po", "Rubicon"))


def test_a_flashcard_asks_its_prompt_and_shows_its_answer() -> None:
    one = card(Flashcard(id=ID, prompt="Zeus", answer="Jupiter", reverse=True))
    assert (front(one), back(one)) == ("Zeus", "Jupiter")


def test_a_reversed_flashcard_asks_its_answer_and_shows_its_prompt() -> None:
    one = card(Flashcard(id=ID, prompt="Zeus", answer="Jupiter", reverse=True), REVERSE)
    assert (front(one), back(one)) == ("Jupiter", "Zeus")


def test_a_flashcard_keeps_the_lines_of_its_answer() -> None:
    assert back(card(Flashcard(id=ID, prompt="?", answer="- a\n- b"))) == "- a\n- b"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Choice(id=ID, prompt="?", options=options("Po")), "Po"),
        (Multiple(id=ID, prompt="?", options=options("Po", "Tiber")), "Tiber, Po"),
        (
            Multiple(id=ID, prompt="?", options=(Option("Paris, France", True), Option("Rome", True))),
            "Paris, France; Rome",
        ),
        (TrueFalse(id=ID, prompt="?", answer=False), "False"),
        (Typed(id=ID, prompt="?", accept=(Accepted("Byz\nantium"), Accepted("x"))), "Byz antium"),
        (Number(id=ID, prompt="?", text="563 km", value=Decimal(563), unit="km"), "563 km"),
        (Date(id=ID, prompt="?", text="44 BC", value=HistoricDate(-43)), "44 BC"),
        (Cloze(id=ID, prompt="?", segments=CROSSING), "Caesar, Rubicon"),
        (Matching(id=ID, prompt="?", pairs=(Pair("a", "1"), Pair("b", "2")), extra=("3",)), "a: 1; b: 2"),
        (Ordering(id=ID, prompt="?", items=("a", "b")), "1. a; 2. b"),
    ],
)
def test_the_right_answer_reads_on_one_line(question: Question, expected: str) -> None:
    assert back(card(question)) == expected


def test_a_cloze_asks_its_text_with_gaps() -> None:
    assert front(card(Cloze(id=ID, prompt="?", segments=CROSSING))) == "____ crossed the ____."


def test_other_questions_ask_their_prompt() -> None:
    assert front(card(TrueFalse(id=ID, prompt="So?", answer=True))) == "So?"


def test_each_blank_on_a_card_of_its_own_shows_the_others_filled() -> None:
    first, second = cards_of(DeckId("d"), Cloze(id=ID, prompt="?", segments=CROSSING, each=True))
    assert cloze_segments(first) == (CAESAR, " crossed the Rubicon.")
    assert cloze_segments(second) == ("Caesar crossed the ", RIVER, ".")
    assert (blanks(first), back(second)) == ((CAESAR,), "Rubicon")


def test_blanks_with_one_key_are_asked_together() -> None:
    again = (CAESAR, " and ", RIVER, " and ", CAESAR)
    first = cards_of(DeckId("d"), Cloze(id=ID, prompt="?", segments=again, each=True))[0]
    assert blanks(first) == (CAESAR, CAESAR)


def test_only_a_cloze_has_segments() -> None:
    with pytest.raises(ValueError, match="d/x is no cloze"):
        cloze_segments(card(TrueFalse(id=ID, prompt="?", answer=True)))

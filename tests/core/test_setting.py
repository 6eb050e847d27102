"""Which heading is shown with a question."""

from __future__ import annotations

import pytest

from quizapp.core.card import REVERSE, Card, CardKey, cards_of
from quizapp.core.question import Blank, Cloze, DeckId, Flashcard, QuestionId, Ref
from quizapp.core.setting import setting

DECK, ID = DeckId("d"), QuestionId("x")
QUOTE = "Observation is the phase in which the challenge is studied."


def shown(
    section: str, prompt: str, answer: str, *, quote: str = QUOTE, title: str = "Lean processes"
) -> str:
    question = Flashcard(id=ID, prompt=prompt, answer=answer, ref=Ref(section=section, quote=quote))
    return setting(Card(CardKey(DECK, ID), question), title)


def test_a_section_that_is_quoted_is_shown_in_one_line() -> None:
    assert (
        shown("Problem-Solving\n Phases", "Which phase is first?", "Observation") == "Problem-Solving Phases"
    )


def test_a_section_without_a_quote_is_a_mere_reference() -> None:
    assert shown("Suetonius 76", "Who crossed it?", "Caesar", quote="") == ""


def test_a_question_without_a_reference_has_none() -> None:
    assert setting(Card(CardKey(DECK, ID), Flashcard(id=ID, prompt="Who?", answer="He")), "Lean") == ""


@pytest.mark.parametrize("section", ["", "Introduction", "Learning Outcomes", "LEAN PROCESSES"])
def test_what_says_nothing_new_is_left_out(section: str) -> None:
    assert shown(section, "Which phase is first?", "Observation") == ""


@pytest.mark.parametrize(
    ("section", "prompt", "answer"),
    [
        ("Observation", "Which phase is first?", "observation"),
        ("Observing the Market", "Which phase is first?", "Observation"),
        ("What a bond is", "What is the term for a loan to a company?", "bond"),
        ("Gross Domestic Product", "What measures the size of an economy?", "GDP"),
        ("The war of 1944", "When did it end?", "1944"),
    ],
)
def test_a_section_with_a_word_of_the_answer_is_hidden(section: str, prompt: str, answer: str) -> None:
    assert shown(section, prompt, answer) == ""


def test_a_word_that_the_question_has_gives_nothing_away() -> None:
    assert shown("Bonds", "What do bonds pay?", "Interest on bonds") == "Bonds"


def test_small_words_give_nothing_away() -> None:
    assert shown("The end of the war", "Who signed it?", "The head of the state") == "The end of the war"


def test_a_reversed_flashcard_hides_what_tells_its_other_side() -> None:
    question = Flashcard(
        id=ID,
        prompt="Glomerulus",
        answer="A capillary bed",
        reverse=True,
        ref=Ref(section="Glomeruli", quote="q"),
    )
    there, back = (Card(CardKey(DECK, ID, part), question) for part in ("", REVERSE))
    assert (setting(there, "Kidney"), setting(back, "Kidney")) == ("Glomeruli", "")


def test_a_cloze_hides_the_heading_that_fills_its_gap() -> None:
    segments = (Blank(("relaxin",), key="relaxin"), " softens the birth canal.")
    cloze = Cloze(
        id=ID,
        prompt="____ softens the birth canal.",
        segments=segments,
        ref=Ref(section="Relaxin", quote="q"),
    )
    (card,) = cards_of(DECK, cloze)
    assert setting(card, "Hormones") == ""

"""Wording that a careful reader would object to, and wording that is fine."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.core.question import Choice, Flashcard, Multiple, Option, Question, QuestionId
from quizapp.core.rules_text import text_remarks
from quizapp.formats.native import read_deck

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))


def flashcard(prompt: str, answer: str = "A thing that is known") -> Flashcard:
    return Flashcard(id=QuestionId("one"), prompt=prompt, answer=answer)


def choice(prompt: str) -> Choice:
    options = (Option("Rome", True), Option("Paris", False), Option("Bonn", False))
    return Choice(id=QuestionId("one"), prompt=prompt, options=options)


def codes(question: Question) -> list[str]:
    return [remark.code for remark in text_remarks(question)]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (flashcard("What caused the war mentioned above?"), "points-elsewhere"),
        (flashcard("According to the text, what is a cell?"), "points-elsewhere"),
        (flashcard("What does Figure 3 show?"), "points-elsewhere"),
        (flashcard("Which law was recently passed?"), "time-relative"),
        (flashcard("What grew over the past decade?"), "time-relative"),
        (flashcard("What is a cell and?"), "breaks-off"),
        (flashcard("Who said “I came, I saw?"), "breaks-off"),
        (flashcard("Who crossed the Rubicon"), "question-mark"),
        (flashcard("When did Caesar cross the Rubicon."), "question-mark"),
        (flashcard("word " * 61), "long-question"),
        (flashcard("Name the planets.", "a; b; c; d; e; f; g; h"), "many-items"),
        (flashcard("Is the Earth round?", "Yes."), "yes-no"),
        (choice("Which city is not in Germany?"), "negative-question"),
    ],
)
def test_doubtful_wording_is_remarked(question: Question, code: str) -> None:
    assert codes(question) == [code]


def test_a_question_with_many_right_options_is_remarked() -> None:
    options = tuple(Option(f"city {number}", number < 8) for number in range(10))
    question = Multiple(id=QuestionId("one"), prompt="Which are ports?", options=options)
    assert codes(question) == ["many-items"]


@pytest.mark.parametrize(
    "prompt",
    [
        "What are bricks made of?",
        "Which river did Caesar cross in 49 BC?",
        "What does it mean that a cell is latent?",
        "What is the table of elements?",
        "When in Rome, what should one do?",
        "When the war ends, name the winner.",
        "However it began, name its end.",
        "Which of these came first (by date)?",
    ],
)
def test_plain_wording_is_not(prompt: str) -> None:
    assert codes(flashcard(prompt)) == []


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_the_starter_decks_are_worded_well(path: Path) -> None:
    deck = read_deck(path.read_bytes(), str(path)).deck
    assert deck is not None
    assert [remark for question in deck.questions for remark in text_remarks(question)] == []

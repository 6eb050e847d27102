"""Conditions, contrasts, holdings, workings, other names, and meanings given around a name."""

from __future__ import annotations

import pytest
from articles_to_derive import asked, derived

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def found_in(sentence: str) -> dict[str, str]:
    """What comes of one sentence in an article."""
    return asked(f"Notes\n\n{FILLER} {sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Glomerulonephritis occurs when the glomeruli of the nephrons are damaged by inflammation.",
            "When does glomerulonephritis occur?",
            "When the glomeruli of the nephrons are damaged by inflammation",
        ),
        (
            "If perfusion is severely reduced, vital organs suffer damage within minutes.",
            "What happens if perfusion is severely reduced?",
            "Vital organs suffer damage within minutes",
        ),
        (
            "Unlike prokaryotes, eukaryotes have a nucleus that is enclosed by a membrane.",
            "How do eukaryotes differ from prokaryotes?",
            "Eukaryotes have a nucleus that is enclosed by a membrane",
        ),
        (
            "The Fifteenth Amendment banned states from denying suffrage to citizens because of their race.",
            "What did the Fifteenth Amendment ban?",
            "States from denying suffrage to citizens because of their race",
        ),
        (
            "Glycolysis converts glucose into pyruvate for the muscles.",
            "What does glycolysis convert?",
            "Glucose into pyruvate for the muscles",
        ),
        (
            "Leprosy, also known as Hansen disease, damages nerves and skin over many years.",
            "What is another name for leprosy?",
            "Hansen disease",
        ),
        (
            "Sound waves of the outer canal reach the eardrum, also called the tympanic membrane.",
            "What is another name for the eardrum?",
            "tympanic membrane",
        ),
        (
            "Some cells carry surface proteins called hemagglutinins that bind to receptors of erythrocytes.",
            "What are hemagglutinins?",
            "Surface proteins that bind to receptors of erythrocytes",
        ),
        (
            "The revocation of voting rights for all prisoners, or disenfranchisement, took many forms.",
            "What is the term for the revocation of voting rights for all prisoners?",
            "disenfranchisement",
        ),
        (
            "The direction of saccades is determined by an interaction of the observer with the scene.",
            "What determines the direction of saccades?",
            "An interaction of the observer with the scene",
        ),
    ],
)
def test_what_a_sentence_says_outright_is_asked(sentence: str, prompt: str, answer: str) -> None:
    assert found_in(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    "sentence",
    [
        "For example, Guglielmo Marconi founded the Wireless Telegraph Company in 1897.",
        "Jayden avoids tall buildings because elevators frighten him with their claustrophobic cabins.",
        "A store sells food because people need to eat to stay alive.",
        "**Stability** is the number of days in which that chance falls from all to nine in ten.",
    ],
    ids=["an example", "an anecdote", "everyday words", "that chance"],
)
def test_what_a_strict_teacher_would_reject_is_not_asked(sentence: str) -> None:
    assert asked(f"# Notes\n\n{FILLER} {sentence}\n") == {}


def test_the_canal_is_called_by_the_one_name_that_it_can_have() -> None:
    found = asked(
        "# Canals\n\nEngineers surveyed the Panama Canal with great care. Workers lived in barracks near it."
        " The canal was opened in 1914.\n"
    )
    assert found.get("In what year was the Panama Canal opened?") == "1914"


def test_a_short_section_does_not_give_a_question_for_each_of_its_words() -> None:
    terms = "abcdefghijklmnop"
    text = " ".join(
        f"A **{letter}lorbite** is a mineral that {letter * 3}urns green in {letter * 4}ater."
        for letter in terms
    )
    assert 0 < len(derived(f"# Stones\n\n{text}\n").drafts) <= 10

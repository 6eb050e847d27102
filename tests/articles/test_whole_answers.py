"""Answers on predicates are whole: mended where the cut is sure, and not asked for otherwise."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentence: str) -> dict[str, str]:
    """Prompts and answers that come of one sentence in an article."""
    return asked(f"Notes\n\n{FILLER} {sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Executive agreements are negotiated by the president, and in the case of joint agreements, they"
            " are simultaneously approved by the president as well.",
            "What are executive agreements negotiated by?",
            "The president",
        ),
        (
            "Basic contract law states that for an offer to be valid, it must have “definiteness of terms.”",
            "What does basic contract law state?",
            "That for an offer to be valid, it must have “definiteness of terms”",
        ),
        (
            "A healthy plate is low in refined carbohydrates, low in sugar, and low in saturated fat.",
            "What is a healthy plate low in?",
            "Refined carbohydrates, sugar, and saturated fat",
        ),
        (
            "Collagen fibrils are produced in the liver and secreted into the blood in response to"
            " inflammation.",
            "Where are collagen fibrils produced?",
            "In the liver",
        ),
        (
            "The mass of an atom is equal to the number of protons and neutrons of that atom.",
            "What is the mass of an atom equal to?",
            "The number of protons and neutrons of that atom",
        ),
        (
            "A nucleoside comprises the five-carbon sugar and nitrogenous base.",
            "What does a nucleoside comprise?",
            "The five-carbon sugar and nitrogenous base",
        ),
        (
            "The pits mark the entry to each **gastric gland**, which secretes a complex digestive fluid.",
            "What does a gastric gland secrete?",
            "A complex digestive fluid",
        ),
    ],
)
def test_a_cut_that_is_sure_is_mended(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "opening"),
    [
        (
            "The biological species definition uses the ability to interbreed as its foundation.",
            "What does the biological species definition use the ability to interbreed as",
        ),
        (
            "Venture capitalists differ from angel investors in two ways.",
            "What do venture capitalists differ",
        ),
        (
            "The demand for chefs is dependent on the demand for restaurant meals.",
            "What is the demand for chefs dependent on",
        ),
        (
            "Continuous cell lines can grow in piles or lumps resembling small tumor growths.",
            "Where can continuous cell lines grow",
        ),
        (
            "The extreme muscular work of labor and delivery are the result of a positive feedback system.",
            "What are the extreme muscular work",
        ),
        (
            "Peristalsis consists of sequential, alternating waves of contraction and relaxation of smooth"
            " muscles.",
            "What does peristalsis consist of",
        ),
        (
            "Substantive due process measures the activities of government to determine if they treat each"
            " person fairly.",
            "What does substantive due process measure if",
        ),
        ("Reactants may synthesize into a product that is later decomposed.", "What may reactants"),
        (
            "The concept of a genetic parent is distinct from social and legal concepts of parenthood.",
            "What is the concept of a genetic parent distinct",
        ),
        ("The liver lies inferior to the diaphragm in the abdominal cavity.", "What does the liver lie"),
    ],
)
def test_what_is_cut_for_good_is_not_asked(sentence: str, opening: str) -> None:
    assert not [prompt for prompt in asked_of(sentence) if prompt.startswith(opening)]

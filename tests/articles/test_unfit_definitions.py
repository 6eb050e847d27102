"""Definitions that are a clause, cut, half a name or of one case only; and those that are put right."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentences: str) -> dict[str, str]:
    """The prompts and answers that come of some sentences in an article."""
    return asked(f"# Notes\n\n{FILLER} {sentences}\n")


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "In **vascular spasm**, the smooth muscle in the walls of the vessel contracts dramatically.",
            "The smooth muscle in the walls",
        ),
        (
            "Voters choose among **electoral districts**, which are all roughly equal in size.",
            "All roughly equal",
        ),
        (
            "A **bony pelvis** is the entire structure formed by the two hip bones, the sacrum, and, attached"
            " below the sacrum, the coccyx.",
            "The entire structure",
        ),
        (
            "An **agency shop** is a workplace that does not require the worker to join the union, but where"
            " fees to the union must be paid.",
            "A workplace that does not require the worker to join the union",
        ),
        (
            "The **Varda Delta** is a tidal delta, shaped not only by the sediment of the rivers, but also by"
            " currents.",
            "A tidal delta",
        ),
        (
            "For some mills, **lorries** are the vehicles that carry cloth to the market in the town.",
            "The vehicles that carry cloth",
        ),
        (
            "The assets are listed in order of their **liquidity**, the speed with which they can be turned"
            " into cash.",
            "The speed with which they",
        ),
        (
            "A **gyrus** is the ridge of one of those wrinkles that cover the brain.",
            "The ridge of one of those",
        ),
        (
            "Healers also found evidence of Borrelia **burgdorferi**, a bacterium that causes a fever.",
            "A bacterium that causes",
        ),
        (
            "Therefore the demand for labor in a market is called **derived demand**.",
            "The demand for labor",
        ),
    ],
)
def test_what_defines_nothing_is_not_asked(sentence: str, part: str) -> None:
    found = asked_of(sentence).items()
    named = [prompt.lower() for prompt, _ in found if prompt.startswith("What is the term for")]
    assert not [
        prompt for prompt, answer in found if answer.startswith(part) and prompt.startswith("What is")
    ]
    assert not [prompt for prompt in named if part.lower() in prompt]


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "**Voter suppression** is defined as election practices that discourage specific groups of people"
            " from voting and is another problem that voters met in the valley.",
            "What is meant by “voter suppression”?",
            "Election practices that discourage specific groups of people from voting",
        ),
        (
            "Sociologist Max Weber defined **politics** as the exercise of power over a group of people.",
            "How did Max Weber define politics?",
            "The exercise of power over a group of people",
        ),
        (
            "In an autocracy, the **selectors** are the people who support a leader and fill courts.",
            "In an autocracy, what are the selectors?",
            "The people who support a leader and fill courts",
        ),
        (
            "The aims of a firm stand in its **mission statement**, a document that tells of its purpose.",
            "What is a mission statement?",
            "A document that tells of its purpose",
        ),
        (
            "Clonazepam, an anti-anxiety medication with sedative properties, is most often used for sleep.",
            "What is clonazepam?",
            "An anti-anxiety medication with sedative properties",
        ),
    ],
)
def test_a_definition_is_put_right(sentence: str, prompt: str, answer: str) -> None:
    found = asked_of(sentence)
    assert found.get(prompt) == answer, found


@pytest.mark.parametrize(
    "sentence",
    [
        "Only two types of muscles, the skeletal muscles and the smooth muscles, are parts of the system.",
        "Zygotic spores are typically characterized by hardness, thick walls, and viscous coats.",
        "Over the years there were many variations, but one popular theory was known as the VAK model.",
        "Valence electrons (VE) bind. The VE of an atom react. Each VE is far out. A VE may leave the atom.",
    ],
)
def test_lists_names_and_short_forms_that_leave_too_much_open_are_not_asked(sentence: str) -> None:
    found = asked_of(sentence)
    assert not [prompt for prompt in found if prompt.startswith(("What are the two types", "By which"))]
    assert not [prompt for prompt in found if "____ model" in prompt or "stand for" in prompt]


@pytest.mark.parametrize(
    "sentence",
    [
        "All **waves** are characterized by a **wavelength**, a frequency, and an amplitude.",
        "The collection holds a bureau by Jean Oeben, a pair of stands with inlay, and a commode by him.",
        "The meeting created two **lending bodies**, the International Monetary Fund and the World Bank.",
        "There was the problem of a lack of **world liquidity**, that is, a lack of gold in the market.",
        "The product of the length of a wave and its frequency, **λν**, is the speed of the wave.",
        "The firm built **ORION**, an acronym for On-Road Integrated Optimization and Navigation.",
    ],
)
def test_a_run_or_a_sign_is_no_definition(sentence: str) -> None:
    found = asked_of(sentence)
    assert not [prompt for prompt in found if prompt.startswith(("What is", "What was", "What are"))], found


@pytest.mark.parametrize(
    "sentence",
    [
        "shows the **interference patterns** that arise when light passes through narrow slits in a plate.",
        "The **illusion of control** refers to the founder believing that he.",
    ],
)
def test_a_torn_sentence_gets_no_gap(sentence: str) -> None:
    found = asked_of(sentence)
    assert not [prompt for prompt in found if "____" in prompt], found

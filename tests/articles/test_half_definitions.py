"""Meanings that have lost a word, stop half way or only rank their term, and those that are put right."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

from quizapp.articles.techniques.gaps.soundgaps import mended

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentences: str) -> dict[str, str]:
    """The prompts and answers that come of some sentences in an article."""
    return asked(f"# Notes\n\n{FILLER} {sentences}\n")


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("**Orbital mass** is the satellite of , if the orbit is gravitationally bound.", "satellite of"),
        ("Cells divide by a process called **binary fission**, which is depicted in .", "depicted in"),
        (
            "**Varying loudness** means the sound waves add partially constructively at different locations.",
            "sound waves add",
        ),
        (
            "A common type of **creation story** is the earth-diver myth, studied by folklorists of Europe.",
            "earth-diver myth",
        ),
        ("**Airborne transmission** is a form of indirect contact transmission.", "form of indirect"),
        ("**Cluster headaches** are a type of headache that can be recurring.", "can be recurring"),
        ("The **Federal Constitution** is the foremost law of the land.", "The foremost law"),
        (
            "The **Chamber of Commerce** is a business group that describes itself as the largest of all.",
            "describes itself",
        ),
        ("**Ammonia** is a compound that some plants can use to form biomolecules.", "some plants can use"),
        (
            "**Capital structure** is the process by which managers focus more specifically on debt.",
            "more specifically",
        ),
    ],
)
def test_what_is_torn_or_only_ranks_its_term_is_no_meaning(sentence: str, part: str) -> None:
    found = asked_of(sentence)
    assert not [prompt for prompt, answer in found.items() if part in prompt.split("____")[0] + answer], found


@pytest.mark.parametrize(
    "sentence",
    [
        "The **log phase** is also the stage in which bacteria are open to common drugs.",
    ],
)
def test_what_is_true_of_others_too_is_not_what_a_term_means(sentence: str) -> None:
    assert "What is the log phase?" not in asked_of(sentence)


def test_what_a_term_is_said_to_be_is_what_it_means() -> None:
    found = asked_of("The **log phase** is the stage in which the cells of a culture divide quickly.")
    assert "What is the log phase?" in found


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "**Investments** are products and processes used to create and grow wealth.",
            "What are investments?",
            "Products and processes used to create and grow wealth",
        ),
        (
            "A **barometer** is a glass tube that is closed at one end, filled with a liquid such as"
            " mercury, and then inverted and immersed in a container of that liquid.",
            "What is a barometer?",
            "A glass tube that is closed at one end, filled with a liquid such as mercury, and then"
            " inverted and immersed in a container of that liquid",
        ),
    ],
)
def test_a_cut_meaning_is_made_whole(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


def test_a_deed_keeps_all_that_is_done() -> None:
    found = asked_of(
        "**Order accuracy rate** measures the percentage of orders that are processed, fulfilled, and shipped"
        " to consumers without any errors."
    )
    assert not [answer for answer in found.values() if answer.endswith("processed")], found


def test_what_pointed_at_a_figure_leaves_a_gap_whole() -> None:
    assert mended("It is a process called ____, which is depicted in .") == "It is a process called ____."


def test_a_part_in_a_story_is_no_name_for_what_is_described() -> None:
    found = asked_of(
        "The superposition of two waves of similar but not identical frequencies is the culprit."
    )
    assert "culprit" not in found.values(), found

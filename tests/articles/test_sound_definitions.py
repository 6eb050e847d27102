"""Definitions that are whole and of the right thing: what is repaired, and what is left out."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentences: str) -> dict[str, str]:
    """The prompts and answers that come of some sentences in an article."""
    return asked(f"# Notes\n\n{FILLER} {sentences}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Most mills keep a **perpetual inventory**, a continuously updated list of bale levels, orders,"
            " sales, and receipts, for all wool.",
            "What is a perpetual inventory?",
            "A continuously updated list of bale levels, orders, sales, and receipts",
        ),
        (
            "In the United States, **white flight** refers to the migration of wealthy families from mixed"
            " urban areas toward the suburbs.",
            "In the United States, what is meant by “white flight”?",
            "The migration of wealthy families from mixed urban areas toward the suburbs",
        ),
        (
            "Nurses spoke of acute mountain sickness (AMS) in the camp."
            " **AMS** is a condition that results from sudden exposure to high altitudes.",
            "What is acute mountain sickness (AMS)?",
            "A condition that results from sudden exposure to high altitudes",
        ),
        (
            "The situation in which individuals exhaust a common resource by acting in their own interest is"
            " called the tragedy of the commons.",
            "What is the tragedy of the commons?",
            "The situation in which individuals exhaust a common resource by acting in their own interest",
        ),
        (
            "Lincoln debated a member of the newly formed Constitutional Union Party, a southern party that"
            " wished to prevent the nation from dividing over slavery.",
            "What was the Constitutional Union Party?",
            "A southern party that wished to prevent the nation from dividing over slavery",
        ),
    ],
)
def test_a_definition_is_asked_whole_and_in_full(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "**Technological change** is a combination of invention—advances in knowledge—and innovation,"
            " which is putting those advances to use.",
            "A combination of invention",
        ),
        (
            "Clerks in such offices were unsure whose orders took **precedence**—a common problem in matrix"
            " structures.",
            "A common problem in matrix structures",
        ),
        (
            "Oxygen soon leaves **hemoglobin**, which is a mechanism that helps to provide active tissues"
            " with more oxygen.",
            "A mechanism that helps to provide active tissues with more oxygen",
        ),
        (
            "In the heat and crime example mentioned earlier, **temperature** is a confounding variable that"
            " could account for the relationship between the two variables.",
            "A confounding variable that could account for the relationship between the two variables",
        ),
        (
            "**Private schooling** is a type of good called a toll good.",
            "A type of good called a toll good",
        ),
        (
            "**Socialism** is an alternative economic system of many lands.",
            "An alternative economic system of many lands",
        ),
        (
            "Doctors treat the infection with azithromycin or **doxycycline** (the recommended regimen from"
            " the clinic).",
            "The recommended regimen from the clinic",
        ),
        (
            "In that land the **eligible population** is all citizens who have reached the minimum age,"
            " regardless of registration.",
            "All citizens who have reached the minimum age",
        ),
        (
            "Output is measured as goods per **capita** (that is, the goods divided by population).",
            "The goods divided by population",
        ),
    ],
)
def test_what_breaks_off_or_tells_of_something_else_is_no_definition(sentence: str, part: str) -> None:
    assert part not in asked_of(sentence).values()


def test_what_a_term_also_does_is_not_what_it_means() -> None:
    found = asked_of("The **exponential term** also describes the effect of temperature on reaction rate.")
    assert "What is meant by “exponential term”?" not in found

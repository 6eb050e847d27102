"""What the title above a question would give away is not asked for."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.deriving import proposed
from quizapp.articles.reading.sentences import sentences

TEXT = """\
A **catalyst** is a substance that can increase the reaction rate without being consumed in the process. An
**enzyme** is a protein that speeds up a reaction in a living cell. The reaction needs less energy then.
"""


def answers(title: str) -> set[str]:
    found = article(f"# {title}\n\n{TEXT}")
    return {candidate.answer for _, candidate in proposed(found, sentences(found)).candidates}


@pytest.mark.parametrize("title", ["Catalysis", "How Catalysts Work", "The Catalytic Reaction"])
def test_a_word_of_the_title_is_no_answer_whatever_its_ending(title: str) -> None:
    assert "catalyst" not in answers(title)
    assert "enzyme" in answers(title)


def test_a_word_that_only_begins_alike_is_one() -> None:
    assert "catalyst" in answers("Cats and Catfish")


@pytest.mark.parametrize(
    ("title", "text", "answer"),
    [
        (
            "Pitfalls for Monetary Policy",
            "Monetary policy affects the economy only after a time lag of variable length.",
            "Monetary policy",
        ),
        (
            "De Broglie’s Matter Waves",
            "In 1924, Louis de Broglie proposed a new hypothesis that electrons can behave like waves.",
            "Louis de Broglie",
        ),
    ],
)
def test_what_the_title_names_is_not_asked_for_in_any_form(title: str, text: str, answer: str) -> None:
    found = article(f"# {title}\n\n{TEXT}\n{text}\n")
    told = {each.answer for _, each in proposed(found, sentences(found)).candidates}
    assert answer not in told


def test_of_which_kind_is_not_asked_where_the_title_says_it() -> None:
    line = "Thyroid hormones increase the sensitivity of the body to catecholamines from the medulla."
    found = article(f"# The Thyroid Gland\n\n{TEXT}\n{line}\n")
    asked = {each.prompt for _, each in proposed(found, sentences(found)).candidates}
    assert not [prompt for prompt in asked if prompt.startswith("Which hormones")]

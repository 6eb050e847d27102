"""Definitions of another noun than the term, of the writer's example, and those that say nothing."""

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
            "These drugs reflect another role of **calcitonin**—the downregulation of the thyroid, which"
            " slows growth.",
            "he downregulation of the thyroid",
        ),
        (
            "The word was coined in an effort to describe farmers who appeared calm, but were prone to brief"
            " psychotic experiences—that is, farmers who were thought to be literally on the border between"
            " sleep and waking.",
            "armers who were thought",
        ),
        (
            "These bonds are considered safe because the likelihood of default (nonrepayment) is remote.",
            "likelihood of default",
        ),
        (
            "Geomorphologists sometimes refer to a valley with few rivers and few lakes as a dry basin.",
            "valley with few rivers",
        ),
        (
            "A four-firm concentration ratio is a simple tool, which may reveal only part of the story.",
            "simple tool",
        ),
        (
            "By setting aside the assumption of putting a valuation on **utility**—an assumption that many"
            " students find uncomfortable—the framework helps to clarify the logic.",
            "n assumption that",
        ),
        ("Hair loss can also result from the climacteric, or the influence of hormones.", "he influence of"),
        (
            "The styloid process is so named because of its resemblance to a stylus (a slender tool for"
            " writing on wax).",
            "slender tool",
        ),
        (
            "In our example, the **coupon rate** is the fixed interest rate on the bond.",
            "fixed interest rate",
        ),
        ("The **coupon rate** is the 5% interest rate.", "5% interest rate"),
        ("The section defines **work crews** as specific types of groups, and says why.", "pecific types"),
        ("An adaptation of the crew concept is called a **cross-functional crew**.", "daptation of the crew"),
        (
            "The larger of these is the **inferior concha**, an independent bone of the skull.",
            "n independent bone",
        ),
        ("Shamanism was the faith of most of the people living there.", "people living there"),
        ("In essence, **test-marketing** is the “acid test” of new-product development.", "acid test"),
        (
            "Dirt puts the patient at risk for **sepsis**, a systemic response to an infection that results"
            " in high fever, increased heart rates, shock, and, possibly, death.",
            "systemic response",
        ),
        (
            "Poetry is more than a series of names; those are simply its building blocks, the pieces"
            " necessary for completing the whole picture.",
            "he pieces necessary",
        ),
        (
            "The search for a correct theory of the forces, called the **Grand Unified Theory**, began.",
            "search for a correct theory",
        ),
        (
            "In 2002, the Sarbanes-Oxley Act (commonly referred to as SOX) went into effect.",
            "SOX",
        ),
        (
            "The Act specifies that all members of the board be financially literate.",
            "financially literate",
        ),
        (
            "Of special interest is the carrier protein referred to as the potassium pump that moves sodium"
            " ions out of a cell.",
            "f special interest",
        ),
        (
            "Everyday measurement units are often defined as fractions or multiples of other units.",
            "ractions or multiples",
        ),
        (
            "The sign n is the number of data values in the sample, also known as the sample size.",
            "sample size",
        ),
        (
            "Local communication is the province of the paracrine, also called a paracrine factor.",
            "province of the paracrine",
        ),
    ],
)
def test_what_is_no_definition_of_the_term_is_not_asked(sentence: str, part: str) -> None:
    found = {prompt: answer for prompt, answer in asked_of(sentence).items() if "____" not in prompt}

    assert [(prompt, answer) for prompt, answer in found.items() if part in f"{prompt} {answer}"] == []


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        (
            "The group may comprise a **protected class**, that is, a group that is shielded from"
            " discrimination by law.",
            "protected class",
        ),
        (
            "The ability of a muscle to resist stretching, called **muscle tone**, falls in sleep.",
            "muscle tone",
        ),
    ],
)
def test_what_defines_the_term_is_asked(sentence: str, term: str) -> None:
    found = asked_of(sentence)

    assert any(term in f"{prompt} {answer}" for prompt, answer in found.items())


def test_a_drug_is_not_asked_for_by_its_use_alone() -> None:
    found = asked_of("Ranitidine is an antisecretory medication used for short-term treatment of heartburn.")

    assert not [prompt for prompt in found if "term for" in prompt]
    assert any("antisecretory" in answer for answer in found.values())

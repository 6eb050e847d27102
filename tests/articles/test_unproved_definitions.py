"""Meanings that may be of something else, that are a part only, or that tell of a body named in passing."""

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
            "The titrant and **analyte** undergo a reaction, and so measuring the volume of titrant that is"
            " required for the analyte (the equivalence point of the titration) tells the amount.",
            "he equivalence point",
        ),
        (
            "The two houses of a parliament still reflect this older bicameralism: the House of Lords and the"
            " House of Commons.",
            "he House of Lords",
        ),
        (
            "At issue are two approaches to **pedagogy**: the notion that teachers impart knowledge to those"
            " who listen, and the belief that learners find it.",
            "he notion that teachers",
        ),
        (
            "It could be an internal **honor code**, or an official code adopted by a guild of weavers.",
            "n official code adopted",
        ),
        (
            "Bats have receptors that humans lack, such as the **thermal sensor**, the ultraviolet sensor of"
            " bees, or the magnetic receptors of birds.",
            "he ultraviolet sensor",
        ),
        (
            "In **parliamentary regimes**, the head of government, the prime minister, is selected.",
            "he head of government",
        ),
        (
            "The effect of economic growth on **poverty reduction** – the growth elasticity of poverty – can"
            " depend on the level of wages.",
            "he growth elasticity",
        ),
        (
            "Forces are summed by the **parallelogram rule**: the addition of two vectors, gives"
            " a resultant vector.",
            "he addition of two vectors",
        ),
    ],
)
def test_what_may_tell_of_something_else_is_no_meaning(sentence: str, part: str) -> None:
    found = asked_of(sentence).items()
    asked_for = [prompt for prompt, _ in found if prompt.startswith("What is the term for")]
    assert not [prompt for prompt in asked_for if part in prompt]
    assert not [prompt for prompt, answer in found if part in answer and prompt.startswith("What ")]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "Occasionally, a **sect** is a breakaway group of people that is in tension with society.",
            "reakaway",
        ),
        (
            "According to the predation hypothesis, a **tarsus** is an adaptation for hunting insects.",
            "hunting",
        ),
        (
            "**Taxa** is the plural form of taxon, used to refer to all groups of living things.",
            "plural form",
        ),
        (
            "**Rote memory** is a form of learning that does not always require deeper understanding.",
            "deeper",
        ),
        (
            "A **cooperative** is a legal entity with several corporate features, such as a board.",
            "corporate",
        ),
        ("**Othering** is a form of discrimination and racism.", "discrimination"),
        ("**Neurons** are the cells considered to be the basis of nervous tissue.", "nervous tissue"),
        ("**Mill lung** is a rare although major complication of cotton dust in old mills.", "complication"),
        (
            "The **heat of something** is a measure of the average motion energy of the particles in it.",
            "motion",
        ),
        (
            "**Chloroplasts** are generally lens-shaped, 5–8 μm in diameter and 1–3 μm thick.",
            "ens-shaped",
        ),
    ],
)
def test_a_part_of_a_definition_is_not_asked(sentence: str, part: str) -> None:
    found = asked_of(sentence).items()
    assert not [
        prompt
        for prompt, answer in found
        if prompt.startswith("What ") and (part in prompt or part in answer)
    ]


def test_a_statement_behind_and_is_no_member() -> None:
    found = asked_of(
        "The thenar muscles form the eminence, the contour of the thumb, and all act on the thumb."
    )
    assert not [answer for answer in found.values() if "; " in answer]


def test_two_things_that_something_contains_are_no_whole_list() -> None:
    found = asked_of("Vertebrate erythrocytes contain hemoglobin and carbonic anhydrase.")
    assert not [answer for answer in found.values() if "; " in answer]


def test_the_end_of_a_heading_before_a_term_is_seen() -> None:
    found = asked_of(
        "Bags are made of polyethylene in a mill.\n\nCombustion Analysis Polyethylene is a polymer"
        " used to produce food-storage bags."
    )
    assert not [prompt for prompt, answer in found.items() if "Combustion" in prompt + answer]


def test_a_term_is_shown_with_the_capitals_of_its_sentence() -> None:
    found = asked_of(
        "Range of Reaction is the theory that each person responds to the world in a unique way."
    )
    assert "What is Range of Reaction?" in found


def test_members_behind_another_run_are_told_too() -> None:
    found = asked_of(
        "Bread requires **microbial fermentation**, a process that uses bacteria, mold, or yeast to convert"
        " sugars to alcohol, gases, and organic acids ()."
    )
    meaning = found.get("What is microbial fermentation?", "")
    assert meaning.endswith("to convert sugars to alcohol, gases, and organic acids")


def test_the_rest_of_a_sentence_without_its_figure_gives_nothing() -> None:
    found = asked(
        f"# Notes\n\n{FILLER}\n\nbreaks down what a country produces into five categories: durable goods,"
        " nondurable goods, services, structures, and stocks.\n"
    )
    assert not [prompt for prompt in found if "categories" in prompt]


def test_types_that_are_included_are_asked_for_as_types() -> None:
    found = asked_of(
        "Types of source spread include point source spread, continuous source spread,"
        " and intermittent source spread."
    )
    assert "What are three types of source spread?" in found

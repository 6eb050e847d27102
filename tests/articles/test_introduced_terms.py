"""Terms that a sentence introduces in passing, and definitions in plain prose."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

LONGEST = 8
"""From how many words on a question asks for more than what a term means."""
FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "A fold of mucous membrane on the underside of the tongue, the **lingual frenulum**, tethers the "
            "tongue to the floor of the mouth.",
            "What is the term for a fold of mucous membrane on the underside of the tongue?",
            "lingual frenulum",
        ),
        (
            "Signals are sent to the **olfactory bulb**: a bulb-like structure at the tip of the frontal "
            "lobe where the olfactory nerves begin.",
            "What is the olfactory bulb?",
            "A bulb-like structure at the tip of the frontal lobe where the olfactory nerves begin",
        ),
        (
            "A planet is defined as a body of significant size that orbits a star and does not produce its "
            "own light.",
            "What is a planet?",
            "A body of significant size that orbits a star and does not produce its own light",
        ),
        (
            "An inference is the mental process that allows us to draw conclusions from evidence.",
            "What is an inference?",
            "The mental process that allows people to draw conclusions from evidence",
        ),
    ],
)
def test_what_introduces_a_term_is_asked(sentence: str, prompt: str, answer: str) -> None:
    assert asked(f"# Notes\n\n{FILLER} {sentence}\n").get(prompt) == answer


@pytest.mark.parametrize(
    "sentence",
    [
        "Interstellar material is spread throughout the disks of spiral galaxies of all known kinds.",
        "The variable costs are the costs of hiring barbers, which in our example is eighty dollars a day.",
        "Prokaryotic chromosomes are circular, haploid, and not bound by a complex nuclear membrane.",
        "The next condition is the growth and spread of a generalized belief about a social problem.",
    ],
)
def test_what_only_looks_like_a_definition_is_not_asked(sentence: str) -> None:
    found = asked(f"# Notes\n\n{FILLER} {sentence}\n")
    assert not [prompt for prompt in found if prompt.startswith("What ") and len(prompt.split()) < LONGEST]


def test_the_nearer_of_two_nouns_is_not_passed_over_for_a_name() -> None:
    found = asked(
        f"# Notes\n\n{FILLER} These fats are packaged along with cholesterol molecules in "
        "phospholipid vesicles called **chylomicrons**.\n"
    )
    assert "What is the term for cholesterol molecules in phospholipid vesicles?" not in found


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Weber defined three types of authority: traditional, charismatic, and rational-legal.",
            "Which three types of authority did Weber define?",
            "traditional; charismatic; rational-legal",
        ),
        (
            "Democratic regimes are typically classified into three categories: presidential, parliamentary, "
            "and semi-presidential.",
            "Into which three categories are democratic regimes typically classified?",
            "presidential; parliamentary; semi-presidential",
        ),
        (
            "Protectionism takes three main forms: tariffs, import quotas, and nontariff barriers.",
            "Which three main forms does protectionism take?",
            "tariffs; import quotas; nontariff barriers",
        ),
    ],
)
def test_a_counted_list_is_asked_with_the_verb_of_its_sentence(
    sentence: str, prompt: str, answer: str
) -> None:
    assert asked(f"# Notes\n\n{FILLER} {sentence}\n").get(prompt) == answer


def test_an_entry_of_a_glossary_needs_no_article_and_no_full_stop() -> None:
    found = asked(
        f"# Notes\n\n{FILLER}\n\n- **Inventory**: Stock of goods being held for production or for sale to "
        "customers\n"
    )
    assert found["What is inventory?"] == "Stock of goods being held for production or for sale to customers"


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "The **excitement** phase is the arousal phase of the sexual response cycle.",
            "The ____ phase is the arousal phase of the sexual response cycle.",
            "excitement",
        ),
        (
            "A molecule that stimulates antibody production is said to be **antigenic**.",
            "A molecule that stimulates antibody production is said to be ____.",
            "antigenic",
        ),
        (
            "The left and right internal carotid arteries and branches of the basilar artery all become the "
            "**circle of Willis**, a confluence of arteries that can maintain perfusion of the brain even if "
            "narrowing or a blockage limits flow through one part.",
            "The left and right internal carotid arteries and branches of the basilar artery all become the "
            "____, a confluence of arteries that can maintain perfusion of the brain even if narrowing or a "
            "blockage limits flow through one part.",
            "circle of Willis",
        ),
    ],
)
def test_an_adjective_or_a_term_of_a_long_sentence_is_left_out(
    sentence: str, prompt: str, answer: str
) -> None:
    assert asked(f"# Notes\n\n{FILLER} {sentence}\n").get(prompt) == answer


def test_what_a_thing_of_a_named_kind_does_asks_which_one_does_it() -> None:
    found = asked(
        f"# Notes\n\n{FILLER} The glands secrete a fluid that contains the enzyme **lingual lipase**, "
        "which plays a minor role in breaking down triglycerides.\n"
    )
    assert found["Which enzyme plays a minor role in breaking down triglycerides?"] == "lingual lipase"

"""Sentences with `is`, `describes` or `when` that define nothing, and terms that not only they can be."""

from __future__ import annotations

import re

import pytest
from articles_to_derive import asked

_MEANS = re.compile(r"What (?:is|are|was|were|does) ")
FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentences: str) -> dict[str, str]:
    """The prompts and answers that come of some sentences in an article."""
    return asked(f"# Notes\n\n{FILLER} {sentences}\n")


def defined(found: dict[str, str]) -> list[str]:
    """The prompts that ask for a term, or that a meaning answers."""
    return [
        p
        for p, answer in found.items()
        if "the term for" in p or (_MEANS.match(p) and len(answer.split()) > 3)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vancomycin is bactericidal against gram-positive bacterial pathogens and many harmless ones.",
        "The principal quantum number describes the energy of the electron in a given atom.",
        "Hip-hop is a form of music that has consistently served as a means of protesting injustice.",
        "For example, phenolphthalein is a colorless substance in any aqueous solution that holds few ions.",
        "For our purposes, ideation is a model for applied creativity that is derived from venturing.",
        "Carbon dioxide, for example, is a gas at room temperature and atmospheric pressure.",
        "The product life cycle is a pattern of sales and profits over time for a product.",
        "Homeostasis is the balance between the two systems.",
        "The required linear magnification is the ratio of the image diameter to the actual diameter.",
        "Ivermectin is the preferred treatment, with albendazole as a secondary option.",
        "Confidentiality is a driving force behind mediation.",
        "One common branding strategy is the use of taglines, which are short and catchy positioning lines.",
        "An analogy is an inflated balloon, which will expand or contract until the pressure is equal.",
        "North of the Sahara is a thin strip of forest and scrubland hugging the shores of the sea.",
        "The income summary is an intermediary between revenues and expenses, and the earnings account.",
        "Discretionary income is the money left over after all taxes and necessities—such as food and"
        " housing—are paid.",
        "A benefit corporation is a corporation recognized by a governmental agency under state law but"
        " does not carry the certification of others.",
        "Standardization means that the manner of administration, scoring, and interpretation of results is"
        " consistent.",
    ],
)
def test_remarks_are_not_asked_as_definitions(sentence: str) -> None:
    found = asked_of(sentence)
    assert not defined(found), found


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("The king of Morocco is the head of state, as the laws of the country say.", "king of Morocco"),
        ("Histamines are chemicals in the immune system.", "histamines"),
        ("Lymph nodes are bean-shaped organs situated throughout the body.", "lymph nodes"),
        ("Triglycerides are a form of long-term energy storage in animals.", "triglycerides"),
        ("The bromide ion is the conjugate base of a strong acid.", "bromide ion"),
        (
            "Angiotensin is a potent vasoconstrictor that plays an immediate role in the regulation of"
            " blood pressure.",
            "angiotensin",
        ),
        ("Castor oil is an oral laxative used for constipation or as a bowel preparation.", "castor oil"),
        (
            "Pneumonia is a lung infection that causes mild to severe illness in individuals of all ages.",
            "pneumonia",
        ),
        ("Deliberation is the beginning stage of solving a legal problem.", "deliberation"),
    ],
)
def test_a_term_is_not_asked_for_where_others_are_the_same(sentence: str, term: str) -> None:
    found = asked_of(sentence)
    assert not [p for p, answer in found.items() if "the term for" in p and answer == term], found


@pytest.mark.parametrize(
    "sentence",
    [
        "A superinfection develops when the drug intended for the infection kills the protective microbiota.",
        "A change of 1 pH unit occurs when the acid concentration is reduced to a tenth of the other one.",
        "Resonance forms occur when various arrangements of the same bonds are possible in a molecule.",
        "Direct evidence exists when the secret owner can show that action has been taken, or words have"
        " been spoken.",
        "Situations might arise where the cash flow generated is insufficient to cover future expenses.",
    ],
)
def test_what_brings_something_about_is_not_asked_as_its_name(sentence: str) -> None:
    assert not [prompt for prompt in asked_of(sentence) if "called when" in prompt]


def test_a_state_told_with_when_is_asked() -> None:
    found = asked_of(
        "Unified government occurs when the same party controls the executive and the legislature."
    )
    assert any("called when" in prompt for prompt in found), found


def test_what_goes_on_with_a_longer_term_is_not_asked_of_the_shorter_one() -> None:
    found = asked_of(
        "The most common one is a dorsal root ganglion of the spine. The ganglion is an enlargement of the"
        " nerve root."
    )
    assert "What is the ganglion?" not in found, found


def test_a_meaning_is_told_with_what_its_members_do() -> None:
    found = asked_of(
        "A mixture is a combination of two or more substances, each of which maintains its own identity."
    )
    wanted = "A combination of two or more substances, each of which maintains its own identity"
    assert found.get("What is a mixture?") == wanted, found


def test_what_an_analogy_is_of_is_not_left_open() -> None:
    found = asked_of("An analogy is an inflated balloon, which will expand until the pressure is equal.")
    assert "analogy" not in found.values(), found


def test_what_follows_for_some_alone_is_not_asked_of_all() -> None:
    found = asked_of(
        "For covalent substances, the formula represents the atoms of a single molecule; therefore, the"
        " formula mass may be correctly referred to as a molecular mass."
    )
    assert not [p for p, answer in found.items() if "molecular" in answer and "covalent" not in p], found


def test_an_adverb_is_no_part_of_a_name() -> None:
    found = asked_of("Beyond Neptune lies a realm of objects called simply trans-Neptunian objects.")
    assert not [answer for answer in found.values() if answer.startswith("simply ")], found


@pytest.mark.parametrize(
    "sentence",
    [
        "A recurring disease is a disease that is increasing in frequency after a period of decline.",
        "Osmosis is the movement of solvent across a membrane that is impermeable to a solute.",
        "A phagocyte is a cell that is able to surround and engulf a particle or another cell.",
        "The ulna is the medial bone of the forearm.",
    ],
)
def test_what_only_one_thing_can_be_is_asked_for(sentence: str) -> None:
    assert any("the term for" in prompt for prompt in asked_of(sentence))


def test_what_is_done_now_and_then_is_no_meaning() -> None:
    found = asked_of("Exorcism is an occasional practice by some clergy in the churches of that country.")
    assert not [prompt for prompt in found if prompt.startswith("What ")], found


def test_a_meaning_cut_from_a_run_is_not_asked() -> None:
    found = asked_of(
        "Part of the terms of a sale are the **credit terms**—elements of a sales agreement (contract) that"
        " indicate when payment is due, possible discounts (for quick payments), and any late fee charges."
    )
    assert not [answer for answer in found.values() if answer.endswith("is due")], found


def test_a_meaning_that_two_verbs_share_is_not_cut_behind_the_first() -> None:
    found = asked_of(
        "**Agents** are specific substances that can interact with, and potentially harm, the body."
    )
    assert not [prompt for prompt, answer in found.items() if "with" in (prompt[-5:-1], answer[-4:])], found

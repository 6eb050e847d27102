"""Meanings that belong to another term of the sentence, that judge or follow, and those that are cut."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentences: str) -> dict[str, str]:
    """The prompts and answers that come of some sentences in an article."""
    return asked(f"# Notes\n\n{FILLER} {sentences}\n")


@pytest.mark.parametrize(
    ("sentence", "term", "part"),
    [
        (
            "The cell responsible for bone resorption, or breakdown, is the **osteoclast**.",
            "breakdown",
            "he cell responsible for bone resorption",
        ),
        (
            "Anosmia means that food will not seem to have the same taste, and food will be described as"
            " being bland.",
            "anosmia",
            "hat food will not seem",
        ),
        (
            "The **plastic nature of bone** means that new tissue is constantly formed in a healthy body.",
            "“plastic nature of bone”",
            "hat new tissue is constantly formed",
        ),
        (
            "For individuals living in poverty, **economic insecurity** is a threat to their health.",
            "economic insecurity",
            "threat to",
        ),
        ("**Soil erosion** is a constant threat to farms.", "soil erosion", "constant threat"),
        (
            "The **Tinker case** is a landmark ruling that protected students.",
            "tinker case",
            "landmark",
        ),
        ("In all three series, the **end-product** is a stable isotope of lead.", "end-product", "isotope"),
        (
            "Neurons are usually described as having one, and only one, axon—a fiber that emerges.",
            "neurons",
            "aving one",
        ),
        (
            "In the forearm, the **interosseous membrane** is flexible enough to allow for rotation.",
            "interosseous membrane",
            "lexible enough",
        ),
        (
            "Progress resulted in the replacement of reciprocating (turbopiston) steam engines in ships.",
            "turbopiston",
            "he replacement of",
        ),
        (
            "It could be a violation of federal law, such as assault with a gun, the illegal sale of drugs,"
            " or usury.",
            "usury",
            "he illegal sale",
        ),
        (
            "Some proteins are assemblies of several separate polypeptides, also known as"
            " **protein subunits**.",
            "protein subunits",
            "ssemblies of several",
        ),
        (
            "Meitner discovered **nuclear fission**, a phenomenon that would have impacts on all people.",
            "nuclear fission",
            "phenomenon that would",
        ),
        (
            "When people reach thirty, they enter the time known as **middle adulthood**, which extends to"
            " their age of sixty-four.",
            "middle adulthood",
            "he time which",
        ),
        (
            "**Quid pro quo** occurs when a manager makes a demand on a worker, and this demand is felt to be"
            " a condition of work.",
            "quid pro quo",
            "makes a demand",
        ),
        (
            "The nerve ends at a specialized **receptor cell**, which has parts that interpret light.",
            "receptor cell",
            "specialized",
        ),
    ],
)
def test_what_does_not_define_the_term_is_no_definition(sentence: str, term: str, part: str) -> None:
    found = {prompt: answer for prompt, answer in asked_of(sentence).items() if "____" not in prompt}
    assert not [prompt for prompt, answer in found.items() if term in prompt.lower() and part in answer]
    assert not [
        prompt for prompt, answer in found.items() if part in prompt and answer.lower() == term.lower()
    ]


def test_each_of_two_names_behind_two_meanings_is_asked_with_its_own() -> None:
    found = asked_of(
        "Mutations also result from the addition of one or more bases, known as an **insertion**, or the"
        " removal of one or more bases, known as a **deletion**."
    )
    assert found["What is an insertion?"] == "The addition of one or more bases"
    assert found["What is a deletion?"] == "The removal of one or more bases"
    assert found["What is the term for the addition of one or more bases?"] == "insertion"
    assert found["What is the term for the removal of one or more bases?"] == "deletion"


def test_what_a_field_understands_by_a_term_is_still_asked() -> None:
    found = asked_of(
        "For anthropologists, **cultural relativism** is a mode of analysis that suspends judgment."
    )
    assert "A mode of analysis that suspends judgment" in found.values()


def test_a_clause_that_tells_what_a_term_means_is_still_asked() -> None:
    found = asked_of(
        "**Substantive due process** means that laws that will deprive people of liberty must be fair."
    )
    assert "That laws that will deprive people of liberty must be fair" in found.values()


def test_adjectives_that_wait_for_their_noun_are_not_cut() -> None:
    found = asked_of(
        "**Bone remodelling** means that new tissue is formed, and old, injured, or unnecessary bone is"
        " dissolved."
    )
    assert not [answer for answer in found.values() if answer.endswith("injured")]


def test_what_a_thing_is_stands_for_the_word_that_brought_it() -> None:
    found = asked_of(
        "The clot wrings out a small amount of fluid called **serum**, which is blood plasma without its"
        " clotting factors."
    )
    assert found["What is serum?"] == "Blood plasma without its clotting factors"


def test_the_name_of_a_longer_phrase_is_no_other_name_of_its_end() -> None:
    found = asked_of(
        "They sponsored the Campaign Reform Act of 2002, also referred to as the McCain Feingold Act, in the"
        " autumn."
    )
    assert "What is another name for 2002?" not in found


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "Often in medicine, a mineral dissociated from a salt that carries an electrical charge (an ion)"
            " is called an electrolyte.",
            "medicine",
        ),
        (
            "There are two dimensions to this **stratification**: gaps between nations and gaps within"
            " nations.",
            "aps between nations",
        ),
        (
            "One common way of measuring income inequality is to rank all households by income, and then to"
            " divide all households into five groups with equal numbers of people, known as **quintiles**.",
            "equal numbers of people?",
        ),
    ],
)
def test_words_that_tell_of_another_noun_explain_no_term(sentence: str, part: str) -> None:
    found = asked_of(sentence)
    terms = [(ask, answer) for ask, answer in found.items() if ask.startswith("What ")]
    assert not [pair for pair in terms if part in " ".join(pair)]

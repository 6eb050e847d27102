"""Definitions that break off, lean on another sentence, or are somebody's: put in full, or refused."""

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
            "Arbitration is the process of settling a labor-management dispute by having a third party—a"
            " single arbitrator or a panel—make a decision.",
            "What is arbitration?",
            "The process of settling a labor-management dispute by having a third party make a decision",
        ),
        (
            "Onset is the length of time before insulin reaches the bloodstream and begins to lower glucose"
            " levels.",
            "What is onset?",
            "The length of time before insulin reaches the bloodstream and begins to lower glucose levels",
        ),
        (
            "Compounding is the process of earning interest on previous interest earned, along with the"
            " interest earned on the original investment.",
            "What is compounding?",
            "The process of earning interest on previous interest earned, along with the interest earned on"
            " the original investment",
        ),
        (
            "Neutralization is the process of coating a pathogen with antibodies, making it physically"
            " impossible for the pathogen to bind to receptors.",
            "What is neutralization?",
            "The process of coating a pathogen with antibodies, making it physically impossible for the"
            " pathogen to bind to receptors",
        ),
        (
            "Underrepresented populations are defined as subgroups within a population, often identified by"
            " race, age, or sex, whose representation in society is disproportionately low.",
            "What is meant by “underrepresented populations”?",
            "Subgroups within a population whose representation in society is disproportionately low",
        ),
        (
            "As Aristotle argued, rational thought is the activity of the divine, so it is appropriate for"
            " men to emulate this practice, as well.",
            "According to Aristotle, what is rational thought?",
            "The activity of the divine",
        ),
        (
            "Linear momentum is defined as the product of a system’s mass multiplied by its velocity.",
            "What is meant by “linear momentum”?",
            "The product of a system’s mass multiplied by its velocity",
        ),
        (
            "Proteins called pore complexes lining the nuclear pores regulate the passage of materials into"
            " and out of the nucleus.",
            "Proteins called ____ lining the nuclear pores regulate the passage of materials into and out of"
            " the nucleus.",
            "pore complexes",
        ),
    ],
)
def test_what_belongs_to_it_is_put_back(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "Arbitration is the process of settling a labor-management dispute by having a third party—a"
            " single arbitrator or a panel—make a decision.",
            "by having a third party?",
        ),
        (
            "The son of a Turkic mamluk, or military slave, who ruled from 998 to 1030, Mahmud was intent on"
            " developing his region as an important Islamic state.",
            "he son of a Turkic mamluk",
        ),
        (
            "A seafaring people originally from the Levant, or eastern Mediterranean coast, the Phoenicians"
            " emerged initially from the areas around Tyre.",
            "seafaring people originally",
        ),
        (
            "In 1584, Queen Elizabeth gave Sir Walter Raleigh a charter, a royal document that authorized him"
            " to establish a colony in North America.",
            "royal document",
        ),
        (
            "A simple case is a reflex caused by a synapse between a dorsal sensory neuron axon and a motor"
            " neuron in the ventral horn.",
            "What is a simple case",
        ),
        (
            "Carthage was finally defeated at the Battle of Zama in 202 BCE, a victory that earned Scipio the"
            " honorary name Africanus.",
            "What was BCE",
        ),
        (
            "These ions, which act as discrete units, are electrically charged molecules (a group of bonded"
            " atoms with an overall charge).",
            "group of bonded atoms",
        ),
        (
            "Traffickers are experts at finding moments when people are vulnerable, working the angles,"
            " manipulating reality, and leveraging fears.",
            "xperts at finding",
        ),
        (
            "The proliferative zone is the next layer toward the diaphysis and contains stacks of slightly"
            " larger chondrocytes.",
            "The next layer",
        ),
        (
            "The national destiny was the fate and purpose of the white race, which most white Americans saw"
            " as being superior.",
            "he fate and purpose of the white race?",
        ),
        (
            "Cash increases on that side, as all assets increase on the debit side. Cash is an asset that"
            " increases on the debit side.",
            "n asset that increases on the debit side?",
        ),
        ("A fuse is basically a short piece of wire between two contacts.", "What is the term for a short"),
    ],
)
def test_what_tells_of_another_is_not_asked(sentence: str, part: str) -> None:
    assert not [each for pair in asked_of(sentence).items() for each in pair if part in each]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "The greatest flaw of the plan, according to this view, was that it appeared to forgive all.",
            "greatest flaw",
        ),
        (
            "The worst members of the power elite, Mills believed, were union leaders who had betrayed their"
            " allies.",
            "What were the worst members",
        ),
        (
            "The second step in understanding the evolution of the universe is to realize that at very early"
            " times, it was so hot that it contained mostly radiation.",
            "What is the second step",
        ),
        (
            "The intercept of the regression equation is the corresponding y-value when.",
            "What is the intercept",
        ),
        (
            "The symbol for the ion is Mg2+ in one case. The symbol for the ion is N3−, and it is called a"
            " nitride ion.",
            "What is the symbol",
        ),
        (
            "The coldest place (outside the lab) known in the universe is the Boomerang Nebula.",
            "What is the coldest place",
        ),
    ],
)
def test_what_is_foremost_is_not_asked_without_its_limits(sentence: str, part: str) -> None:
    assert not [prompt for prompt in asked_of(sentence) if part in prompt]

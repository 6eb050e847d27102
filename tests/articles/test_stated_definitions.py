"""Definitions in plain prose: which sentences give one, how it is asked, and what only looks like one."""

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
            "Xenotime is a mineral found in granite that is mined for its yttrium.",
            "What is Xenotime?",
            "A mineral found in granite that is mined for its yttrium",
        ),
        (
            "A stockbroker is a person who is licensed to buy and sell securities on behalf of clients.",
            "What is a stockbroker?",
            "A person who is licensed to buy and sell securities on behalf of clients",
        ),
        (
            "Metacognition means thinking about the ways in which one thinks and learns.",
            "What is meant by “metacognition”?",
            "Thinking about the ways in which one thinks and learns",
        ),
        (
            "In linguistics, a diphthong is a vowel that changes its sound within one syllable.",
            "In linguistics, what is a diphthong?",
            "A vowel that changes its sound within one syllable",
        ),
        (
            "An argument in philosophy is simply a set of reasons offered in support of some conclusion.",
            "In philosophy, what is an argument?",
            "A set of reasons offered in support of some conclusion",
        ),
        (
            "Also called cross-training, job rotation is the shifting of workers from one job to another.",
            "What is job rotation?",
            "The shifting of workers from one job to another",
        ),
        (
            "A **pharyngeal tonsil**, also called an adenoid, is an aggregate of lymphoid tissue that lies"
            " at the top of the throat.",
            "What is a pharyngeal tonsil?",
            "An aggregate of lymphoid tissue that lies at the top of the throat",
        ),
        (
            "Market density is the number of buildings, shops, and offices that a district holds, while"
            " size is"
            " its area.",
            "What is market density?",
            "The number of buildings, shops, and offices that a district holds",
        ),
    ],
    ids=[
        "found in",
        "person who",
        "doing",
        "field in front",
        "field behind",
        "also called",
        "marked",
        "a run",
    ],
)
def test_a_stated_definition_asks_what_the_term_means(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Some clergymen spent their lives on homiletics, which is the art of writing sermons for a"
            " parish.",
            "What is the term for the art of writing sermons for a parish?",
            "homiletics",
        ),
        (
            "The salt leads to crenation, or a shriveling of the cells that line a vessel, within minutes.",
            "What is meant by “crenation”?",
            "A shriveling of the cells that line a vessel",
        ),
        (
            "Muscles gain energy from the breakdown of simple sugars (glycolysis) during a run.",
            "What is the term for the breakdown of simple sugars?",
            "glycolysis",
        ),
        (
            "The slope shows the marginal rate of substitution—that is, the amount of bread that a buyer"
            " would give up for a glass of wine.",
            "What is the marginal rate of substitution?",
            "The amount of bread that a buyer would give up for a glass of wine",
        ),
    ],
    ids=["which is", "or", "brackets", "that is"],
)
def test_a_definition_in_passing_is_asked(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "The bony projection separating the two notches of the hip is the ischial spine.",
            "What is the bony projection separating the two notches of the hip?",
            "ischial spine",
        ),
        (
            "By the late nineteenth century, European nations were engaging in a rush for colonies"
            " known as the"
            " Great Scramble.",
            "By the late nineteenth century, European nations were engaging in a rush for colonies"
            " known as the"
            " ____.",
            "Great Scramble",
        ),
    ],
    ids=["described", "name"],
)
def test_what_is_described_and_then_named_is_asked(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    "sentence",
    [
        "In the textile industries, the spinning of cotton could be done more quickly by new machines.",
        "Many amino acids are used as building subunits, the macromolecules that result are called proteins.",
        "A joint venture is, in essence, a temporary partnership that two businesses form.",
        "It might be due to discomfort, an illness, or just a lack of energy.",
        "Iron is a mature nucleus with good self-esteem in the furnace of a star.",
        "Fraud is a problem in many fields of the building trade.",
        "The fielders are the ones who make most of the outs in the game of baseball.",
        "Nonprofits are usually tax-exempt as categorized by the revenue service of the state.",
        "A great tool for capturing this information is the business canvas of a new company.",
    ],
    ids=[
        "front adjunct", "statement behind a comma", "aside", "a run", "values", "vague"
        " head", "ones", "adjective",
        "praise",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_definition_is_not_taken_for_one(sentence: str) -> None:
    starts = ("What is the term", "What is meant", "What is a", "What are", "What is the", "What is ")
    defined = [prompt for prompt in asked_of(sentence) if prompt.startswith(starts)]
    known = {"What is a joint venture?", "What could be done more quickly by new machines?"}
    assert not [prompt for prompt in defined if prompt not in known]


def test_what_a_body_is_can_be_told_beside_its_name() -> None:
    found = asked_of(
        "The king ruled through the Privy Chamber, a council that decided every case of treason, for years."
    )
    assert found.get("What was the Privy Chamber?") == "A council that decided every case of treason"


@pytest.mark.parametrize(
    ("sentence", "prompt", "term"),
    [
        (
            "Episodic framing occurs when a story focuses on details rather than on the whole issue.",
            "What is it called when a story focuses on details rather than on the whole issue?",
            "episodic framing",
        ),
        (
            "Metabolic acidosis occurs when the blood is too acidic due to little bicarbonate, a condition"
            " called primary bicarbonate deficiency.",
            "What is it called when the blood is too acidic due to little bicarbonate?",
            "metabolic acidosis",
        ),
        (
            "Researchers use the term vernacular to describe dialects that are tied to social classes.",
            "What is the term for dialects that are tied to social classes?",
            "vernacular",
        ),
        (
            "Essentially, political parties are groups of people with shared goals who work together.",
            "What is the term for groups of people with shared goals who work together?",
            "political parties",
        ),
        (
            "Translation is the process of synthesizing a chain of amino acids called a polypeptide.",
            "What is the term for the process of synthesizing a chain of amino acids called a polypeptide?",
            "translation",
        ),
        (
            "Counterexamples are statements used to disprove a conditional.",
            "What is the term for statements used to disprove a conditional?",
            "counterexamples",
        ),
        (
            "Osmosis is basically the diffusion of water from regions of less salt to regions of more salt.",
            "What is the term for the diffusion of water from regions of less salt to regions of more salt?",
            "osmosis",
        ),
        (
            "Ideology is a set of firm beliefs—a systematic set of concepts—that helps a party make sense.",
            "What is the term for a set of firm beliefs that helps a party make sense?",
            "ideology",
        ),
        (
            "A population is a group of organisms belonging to the same species and kept in a valley.",
            "What is the term for a group of organisms belonging to the same species and kept in a valley?",
            "population",
        ),
    ],
)
def test_a_plain_definition_is_asked_for_its_term(sentence: str, prompt: str, term: str) -> None:
    assert asked(f"# Notes\n\n{FILLER} {sentence}\n").get(prompt) == term


@pytest.mark.parametrize(
    "sentence",
    [
        "Quid pro quo occurs when a manager makes a demand on a worker, and this demand is a threat.",
        "The worst-case is when the input is sorted in reverse order by the routine of the machine.",
        "Isotopes are forms of an element that have the same number of protons, but a different number of"
        " neutrons.",
    ],
)
def test_half_of_a_definition_is_not_asked_for_its_term(sentence: str) -> None:
    found = asked(f"# Notes\n\n{FILLER} {sentence}\n")
    assert not [prompt for prompt in found if prompt.startswith(("What is it called", "What is the term"))]

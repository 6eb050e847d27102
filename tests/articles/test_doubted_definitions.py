"""What speaks against a definition and is weighed, and sentence shapes that define in words of their own."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate
from quizapp.articles.deriving import proposed
from quizapp.articles.reading.sentences import sentences

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def found_of(sentence: str) -> dict[str, Candidate]:
    """The candidates of a sentence in an article, by their prompts."""
    read = article(f"# Notes\n\n{FILLER} {sentence}\n")
    return {candidate.prompt: candidate for _, candidate in proposed(read, sentences(read)).candidates}


@pytest.mark.parametrize(
    ("sentence", "prompt", "doubt"),
    [
        (
            "The **log phase** is a stage found in most prokaryotes and some eukaryotes.",
            "What is the log phase?",
            "of many",
        ),
        (
            "A few rules apply to foreign **institutional investors**—large investors who are deemed to"
            " have sophisticated knowledge of securities.",
            "What are institutional investors?",
            "narrower",
        ),
        (
            "**Formaldehyde** is a colorless gas with a pungent and irritating odor.",
            "What is the term for a colorless gas with a pungent and irritating odor?",
            "one of many",
        ),
        (
            "Wheels turn by **analogical reasoning**, which is the use of analogies by people.",
            "What is analogical reasoning?",
            "says little",
        ),
        (
            "Sovereignty is the ability of a state to make laws without a say from abroad.",
            "What is sovereignty?",
            "comes once",
        ),
        (
            "Power is the ability to influence people and/or shape social processes and structures.",
            "What is power?",
            "common",
        ),
        (
            "NabeWise is a city guide platform that helps individuals navigate their neighborhoods.",
            "What is NabeWise?",
            "passing name",
        ),
        (
            "AUSTPAC was a public network for packets operated by a telephone company.",
            "What was AUSTPAC?",
            "past",
        ),
        (
            "The most serious form of anthrax is inhalation anthrax.",
            "What is the most serious form of anthrax?",
            "judging",
        ),
        (
            "Clinton was nicknamed the “Comeback Kid” in 1992.",
            "Clinton was nicknamed the “____” in 1992.",
            "length",
        ),
        (
            "The Tyneside flat was a form of housing in which each floor had a door of its own.",
            "What was the Tyneside flat?",
            "past",
        ),
        (
            "Mining is a response to a world that wants ever more metal for its machines.",
            "What is mining?",
            "no kind",
        ),
        (
            "Histoplasmosis is a fungal disease of the respiratory system.",
            "What is the term for a fungal disease of the respiratory system?",
            "a kind",
        ),
    ],
)
def test_what_speaks_against_a_definition_is_a_doubt(sentence: str, prompt: str, doubt: str) -> None:
    found = found_of(sentence)
    assert prompt in found, found.keys()
    assert doubt in found[prompt].doubts


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Compact bone is the denser, stronger of the two types of bone tissue.",
            "What is the term for the denser, stronger of the two types of bone tissue?",
            "compact bone",
        ),
        (
            "Torque is the rotation equivalent of force in the same way that angle is the rotation"
            " equivalent of position.",
            "What is torque?",
            "The rotation equivalent of force",
        ),
        (
            "One powerful use of EIA is immunostaining, in which conjugates enhance microscopy.",
            "What is immunostaining?",
            "A use of EIA in which conjugates enhance microscopy",
        ),
        (
            "Another type of delusion is somatic delusion, which is the belief that something is amiss in"
            " one’s body.",
            "What is somatic delusion?",
            "The belief that something is amiss in one’s body",
        ),
        (
            "Formal norms are established, written rules existing in all societies.",
            "What are formal norms?",
            "Established, written rules existing in all societies",
        ),
        (
            "Labor relations is the general term used to describe the relationship between employers and"
            " their workers.",
            "What is the term for the relationship between employers and their workers?",
            "labor relations",
        ),
        (
            "A local union is a branch or unit of a national union that represents workers at one plant.",
            "What is the term for a branch or unit of a national union that represents workers at one plant?",
            "local union",
        ),
        (
            "The **deltoid**, the thick muscle that creates the rounded lines of the shoulder is the major"
            " abductor of the arm.",
            "What is the deltoid?",
            "The thick muscle that creates the rounded lines of the shoulder",
        ),
        (
            "The walls are lined with chromaffins, cells that release hormones into the blood.",
            "What are chromaffins?",
            "Cells that release hormones into the blood",
        ),
        (
            "Some species are characterized as oligotrophs, organisms capable of living on few nutrients.",
            "What are oligotrophs?",
            "Organisms capable of living on few nutrients",
        ),
        (
            "The main digestive hormone of the stomach is gastrin, which is secreted with food.",
            "What is the main digestive hormone of the stomach?",
            "Gastrin",
        ),
        (
            "Each of them goes into the Official Report, which is the verbatim transcript of parliamentary"
            " debates.",
            "What is the Official Report?",
            "The verbatim transcript of parliamentary debates",
        ),
    ],
)
def test_more_ways_to_define_are_asked(sentence: str, prompt: str, answer: str) -> None:
    found = found_of(sentence)
    assert prompt in found, found.keys()
    assert found[prompt].answer == answer


@pytest.mark.parametrize(
    "sentence",
    [
        "The values in the table are typical values, and other values are known.",
        "The main parts of the brain are the amygdala, the hippocampus, and the cerebellum.",
        "The **skirmish** of that day cost him his rank, and the building was a large stable for mules.",
        "Trace amounts are often added to a **crystal** (a process known as doping).",
        "Charge flows across a **membrane** (the plasma membrane in cells without a nucleus).",
        "One great benefit of trade is specialization, in which each does what each does best.",
    ],
)
def test_what_tells_of_something_else_is_still_refused(sentence: str) -> None:
    told = ("What is", "What are meant")
    assert not [prompt for prompt in found_of(sentence) if prompt.startswith(told)]

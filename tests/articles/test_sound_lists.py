"""Lists and dates that are whole: how members are asked for, and what only looks like a list or a deed."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentence: str) -> dict[str, str]:
    """The prompts and answers that come of a sentence in an article."""
    return asked(f"# Notes\n\n{FILLER} {sentence}\n")


def test_several_members_of_a_plural_are_asked_for_by_its_name() -> None:
    found = asked_of("The forearm flexors include the biceps brachii, brachialis, and brachioradialis.")
    assert found.get("What are three forearm flexors?") == "biceps brachii; brachialis; brachioradialis"


def test_members_leave_out_the_noun_that_the_question_has() -> None:
    found = asked_of("The right lung consists of three lobes: the superior, middle, and inferior lobes.")
    assert found.get("What are the three lobes of the right lung?") == "superior; middle; inferior"


def test_effects_of_nothing_named_give_no_list() -> None:
    assert not [
        answer
        for answer in asked_of("Adverse effects include nausea, rash, and dyspnea.").values()
        if ";" in answer
    ]


def test_effects_of_a_drug_that_is_named_give_a_list() -> None:
    found = asked_of("Azathioprine adverse effects include nausea, vomiting, and diarrhea.")
    assert "nausea; vomiting; diarrhea" in found.values(), found


def test_one_of_three_forms_asks_which_forms() -> None:
    found = asked_of(
        "County systems usually take one of three basic forms: the commission system, the"
        " council-administrator system, and the council-elected executive system."
    )
    assert "Which three basic forms do county systems usually take?" in found, found


@pytest.mark.parametrize(
    "sentence",
    [
        "Notifiable diseases of cattle include anthrax, measles, brucellosis, and many others.",
        "Sustainability planning in mills includes evaluation of the efficiency, value, and cost of a plan.",
        "Two additional families are found in Africa and Asia.",
        "Three themes emerged: surprise, frustration, and failure.",
        "Tridentate ligands, tetradentate ligands, and hexadentate ligands contain three, four, and six donor"
        " atoms, respectively.",
        "Mechanical waves are governed by Newton’s laws and require a medium.",
        "There are two requirements for contingent liability recognition:\n\n"
        "- There is a likelihood of loss.\n- Measurement of the loss is uncertain.",
    ],
)
def test_an_open_or_broken_run_gives_no_list(sentence: str) -> None:
    assert not [answer for answer in asked_of(sentence).values() if "; " in answer]


@pytest.mark.parametrize(
    "sentence",
    [
        "The first antitrust law created was the Sherman Antitrust Act in 1890, which became the basis for"
        " subsequent laws.",
        "In 1844, James Harper founded the Order of United Americans as a semisecret, antiforeign association"
        " in New York City.",
    ],
)
def test_no_date_is_asked_of_a_deed_that_is_cut(sentence: str) -> None:
    assert not [prompt for prompt in asked_of(sentence) if prompt.startswith(("In what year", "When"))]


def test_a_year_of_an_era_is_asked_for_as_a_year() -> None:
    found = asked_of(
        "In 48 BCE, Caesar defeated Pompey at the Battle of Pharsalus in northern Greece."
        " Caesar let the men of Pompey go, and Pompey fled to Egypt."
    )
    prompt = "In what year did Caesar defeat Pompey at the Battle of Pharsalus in northern Greece?"
    assert found.get(prompt) == "48 BCE"


def test_the_first_years_of_a_century_are_asked_for_with_when() -> None:
    found = asked_of(
        "In the early 1500s, Martin Luther founded a new church in Saxony. Martin Luther taught there."
    )
    assert found.get("When did Martin Luther found a new church in Saxony?") == "early 1500s", found

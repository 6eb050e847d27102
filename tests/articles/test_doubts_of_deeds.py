"""What speaks against questions for doers, deeds, views and lists is weighed; what cannot be good is not."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate
from quizapp.articles.deriving import proposed
from quizapp.articles.reading.sentences import sentences

FILLER = "Students of the past learn to watch all of it with care, and so do those who keep the archives."
Case = tuple[str, str, str, str]


def proposals(text: str) -> dict[str, Candidate]:
    """By prompt, the candidates that come of a text in an article."""
    read = article(f"Notes\n\n{FILLER} {text}\n")
    return {candidate.prompt: candidate for _, candidate in proposed(read, sentences(read)).candidates}


def holds(case: Case) -> bool:
    """Whether the question has that answer, and that doubt (or, for "", none)."""
    text, prompt, answer, doubt = case
    found = proposals(text).get(prompt)
    return (
        found is not None
        and found.answer == answer
        and (doubt in found.doubts if doubt else not found.doubts)
    )


@pytest.mark.parametrize(
    "case",
    [
        (
            "Acclimatization is the process of adjustment that the lungs make to a lasting stay at altitude.",
            "What is the process of adjustment that the lungs make to a lasting stay at altitude?",
            "acclimatization",
            "weak verb",
        ),
        (
            "Chlorophyll has spread alongside carotene among bacteria of salt lakes and of hot springs.",
            "What has spread alongside carotene among bacteria of salt lakes and of hot springs?",
            "chlorophyll",
            "fits many",
        ),
        (
            "Glucagon raises the sugar of the blood by up to 35 percent within minutes of a fast.",
            "What raises the sugar of the blood by up to 35 percent within minutes of a fast?",
            "glucagon",
            "amount",
        ),
        (
            "After the death of McKinley, Theodore Reed reinstated the commission for the Panamanian canal.",
            "After the death of McKinley, who reinstated the commission for the Panamanian canal?",
            "Theodore Reed",
            "named once",
        ),
    ],
    ids=lambda case: case[-1],
)
def test_subjects_that_others_may_share_are_weighed(case: Case) -> None:
    assert holds(case)


@pytest.mark.parametrize(
    "case",
    [
        (
            "The U.S. Senate approved the treaty of Bogotá in February 1904.",
            "Which organization approved the treaty of Bogotá in February 1904?",
            "U.S. Senate",
            "plain deed",
        ),
        (
            "Luther was excommunicated by Pope Leo X on 3 January 1521.",
            "Who excommunicated Luther on 3 January 1521?",
            "Pope Leo X",
            "plain deed",
        ),
        (
            "Under the terms of the Scotland Act, Westminster agreed to devolve petroleum taxes to Wales.",
            "Under which act did Westminster agree to devolve petroleum taxes to Wales?",
            "Scotland Act",
            "",
        ),
        (
            "Mughals remember Akbar. Humayun’s young son Akbar inherited the throne of the khanate.",
            "Who inherited the throne of the khanate?",
            "Akbar",
            "plain deed",
        ),
    ],
    ids=["organisation", "passive", "under an act", "son"],
)
def test_plain_deeds_are_asked_and_weighed(case: Case) -> None:
    assert holds(case)


@pytest.mark.parametrize(
    "case",
    [
        (
            "On March 4, Abraham Lincoln became president of the United States.",
            "Who became president of the United States on March 4?",
            "Abraham Lincoln",
            "office",
        ),
        (
            "Robert Redfield was one of the first anthropologists to treat peasants as a social group.",
            "Who was one of the first anthropologists to treat peasants as a social group?",
            "Robert Redfield",
            "one of several",
        ),
    ],
    ids=lambda case: case[-1],
)
def test_offices_and_one_of_the_first_are_weighed(case: Case) -> None:
    assert holds(case)


@pytest.mark.parametrize(
    "case",
    [
        (
            "In 1965, Jack Edmonds defined a good algorithm as one with a time bounded by a polynomial.",
            "How did Jack Edmonds define a good algorithm in 1965?",
            "As one with a time bounded by a polynomial",
            "",
        ),
        (
            "Critics argue that salt taxes ruin the fishing villages of the coast.",
            "What do critics argue about salt taxes?",
            "That they ruin the fishing villages of the coast",
            "generic",
        ),
        (
            "Studies show that meditation also lowers the cortisol of anxious patients.",
            "What do studies show about meditation?",
            "That meditation also lowers the cortisol of anxious patients",
            "plain finding",
        ),
        (
            "Many historians believe Osiris would reward a righteous life in the underworld.",
            "What do many historians believe about Osiris?",
            "That Osiris would reward a righteous life in the underworld",
            "no that",
        ),
    ],
    ids=["defined as", "critics", "also", "no that"],
)
def test_how_somebody_saw_a_thing_is_asked(case: Case) -> None:
    assert holds(case)


def test_a_thing_that_only_its_article_names_is_not_asked_about() -> None:
    found = proposals("The United Nations condemns the practice as a form of violence against children.")
    assert not any(prompt.startswith("How does the United Nations") for prompt in found)


@pytest.mark.parametrize(
    "case",
    [
        (
            "Healthy fats play a role in hormone synthesis, fetal development, and absorption of vitamins.",
            "In which three things do healthy fats play a role?",
            "hormone synthesis; fetal development; absorption of vitamins",
            "behind object",
        ),
        (
            "From 1510 to 1520, Martin Luther lectured on Psalms, Hebrews, and Galatians.",
            "On which three things did Martin Luther lecture, from 1510 to 1520?",
            "Psalms; Hebrews; Galatians",
            "past",
        ),
    ],
    ids=lambda case: case[-1],
)
def test_runs_of_the_past_and_behind_an_object_are_weighed(case: Case) -> None:
    assert holds(case)


def test_a_thing_that_is_claimed_is_no_view() -> None:
    found = proposals("Many historians believe the scribes sent by Osiris to the underworld.")
    assert not any(prompt.startswith("What do many historians believe about") for prompt in found)


def test_a_nation_keeps_its_capital_before_a_trade() -> None:
    found = proposals(
        "French anthropologist Claude Bloch argued that kinship is the original structure of tribal peoples."
        " Claude Bloch wrote. Students follow Claude Bloch."
    )
    assert "What did French anthropologist Claude Bloch argue about kinship?" in found


def test_a_date_alone_does_not_tell_what_somebody_in_passing_did() -> None:
    found = proposals("The U.S. Senate approved the treaty of Bogotá in February 1904.")
    assert "What did the U.S. Senate do in February 1904?" not in found

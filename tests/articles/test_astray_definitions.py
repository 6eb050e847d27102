"""Definitions gone astray are left out, or put right where that is certain."""

from __future__ import annotations

import pytest
from articles_to_derive import FILLER, asked

from quizapp.articles.techniques.definitions.astray import astray
from quizapp.articles.techniques.definitions.sound import Told


def told(term: str, meaning: str, text: str) -> Told:
    """What a sentence tells of a term."""
    low = text.lower()
    start = low.find(meaning.lower())
    return Told(term, meaning, text, start, start + len(meaning), low.find(term.lower()))


ASTRAY = [
    ("steel", "a mixture known as an “alloy”", "Much depends on steel (a mixture known as an “alloy”)."),
    ("best-preserved fossil", "a maxilla of a child", "The best-preserved fossil is a maxilla of a child."),
    ("judge", "a specialist in the text", "Each judge, a specialist in the text, decides alone."),
    (
        "campus",
        "a brutalist structure designed by Netsch",
        "It has the largest building on campus, a brutalist structure designed by Netsch.",
    ),
    (
        "spirit",
        "a dolphin at the aquarium",
        "For example, Spirit, a dolphin at the aquarium, does a flip in the air.",
    ),
    (
        "factories",
        "and innovative institutions that help",
        "There is better output in factories, and innovative institutions that help.",
    ),
    (
        "secondary education",
        "the equivalent of a high school",
        "They reached secondary education (the equivalent of a high school).",
    ),
    (
        "secondary education",
        "the stage of schooling at which pupils choose",
        "They reached almost secondary education (the stage of schooling at which pupils choose).",
    ),
    (
        "local communication",
        "the province of the paracrine",
        "Local communication is the province of the paracrine.",
    ),
    (
        "trial division",
        "a deterministic algorithm because it finds primes",
        "Trial division is a deterministic algorithm because it finds primes.",
    ),
    (
        "gross profit",
        "a reflection of how well the firm did",
        "Gross profit is a reflection of how well the firm did.",
    ),
    (
        "mean plasma percentage",
        "the percent of blood that is plasma",
        "So the mean plasma percentage is the percent of blood that is plasma.",
    ),
    (
        "provided",
        "a converter which is fitted to the dish",
        "Provided is a converter which is fitted to the dish.",
    ),
    (
        "especially important",
        "the chapter from the book on magic",
        "Especially important is the chapter from the book on magic.",
    ),
    ("eternal vigilance", "the weight of all civility", "“Eternal vigilance is the weight of all civility.”"),
    (
        "patronage",
        "an institutional failing that academics fear",
        "It leaned on patronage (giving jobs to family), an institutional failing that academics fear.",
    ),
    (
        "thiopurine methyltransferase",
        "a lack of enzyme TPMT",
        "Some clients have a lack of enzyme TPMT (thiopurine methyltransferase).",
    ),
    (
        "efficiency",
        "the division of labor",
        "It includes efficiency (the division of labor), predictability, and control.",
    ),
    (
        "hemoglobin",
        "a mechanism that brings oxygen",
        "Oxygen parts from hemoglobin, which is a mechanism that brings oxygen.",
    ),
    (
        "prime element",
        "an element p of R",
        "An element p of R is called prime element if it is no unit.",
    ),
    (
        "discount model",
        "a method based on the concept that its worth",
        "The discount model is a method based on the concept that its worth is the value.",
    ),
    (
        "framing",
        "the creation of a narrative, or context",
        "One way is framing: the creation of a narrative, or context, for a news story.",
    ),
    (
        "hysteria",
        "an ancient diagnosis for disorders",
        "Hysteria was an ancient diagnosis for disorders, primarily of women.",
    ),
    (
        "communism",
        "making significant inroads",
        "As a result, Communism was making significant inroads in Italy.",
    ),
]
SOUND = [
    ("steel", "a mixture of iron and carbon", "Much depends on steel (a mixture of iron and carbon)."),
    ("osmosis", "a process that moves water", "Cells live by osmosis, which is a process that moves water."),
    (
        "efficiency",
        "the division of labor",
        "It rests on efficiency (the division of labor).",
    ),
    ("judge", "a person who decides", "A judge, a person who decides, sits alone."),
    (
        "rotator cuff",
        "the circle of tendons around the joint",
        "They form the rotator cuff (musculotendinous cuff), the circle of tendons around the joint.",
    ),
    ("accounts payable", "an account that covers debts", "Accounts payable is an account that covers debts."),
    ("common", "a piece of land for all", "Common is a piece of land for all."),
]


@pytest.mark.parametrize(("term", "meaning", "text"), ASTRAY, ids=[case[0] for case in ASTRAY])
def test_is_astray(term: str, meaning: str, text: str) -> None:
    assert astray(told(term, meaning, text))


@pytest.mark.parametrize(("term", "meaning", "text"), SOUND, ids=[case[0] for case in SOUND])
def test_is_not_astray(term: str, meaning: str, text: str) -> None:
    assert not astray(told(term, meaning, text))


def test_that_ones_becomes_any_ones() -> None:
    made = asked(
        f"# Notes\n\n{FILLER} One trait of a living organism is **metabolism**, which is the sum total of"
        " all of the chemical reactions that maintain that organism’s health and life.\n"
    )
    answer = made["What is metabolism?"]
    assert answer.endswith("the chemical reactions that maintain an organism’s health and life")


def test_ruler_with_a_number_is_asked_for_as_a_person() -> None:
    made = asked(
        f"# Notes\n\n{FILLER} Mehmed II was the leader of the Ottoman Empire who took the city of"
        " Constantinople with cannons.\n"
    )
    assert not any(prompt.startswith(("What was Mehmed", "What is Mehmed")) for prompt in made)


def test_what_grows_is_the_term() -> None:
    made = asked(
        f"# Notes\n\n{FILLER} Fear of strangers was expressed in the growth of nativism—the idea that the"
        " nation should be reserved for people who were born in it.\n"
    )
    assert "growth of nativism" not in made.values()
    assert not any("growth of nativism" in prompt for prompt in made if prompt.startswith("What"))

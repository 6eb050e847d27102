"""Questions about subjects, deeds and parts are restated where that is sure; misread ones are not asked."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.deriving import proposed
from quizapp.articles.reading.sentences import sentences

FILLER = "Students of the past learn to watch all of it with care, and so do those who keep the archives."


def asked(text: str, title: str = "Notes") -> dict[str, str]:
    """Prompts and answers that come of a text in an article."""
    read = article(f"{title}\n\n{FILLER} {text}\n")
    return {each.prompt: each.answer for _, each in proposed(read, sentences(read)).candidates}


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Wilhelm Wundt was a German scientist who was the first person to be called a psychologist.",
            "Which German scientist was the first person to be called a psychologist?",
            "Wilhelm Wundt",
        ),
        (
            "A confederate is a person who is aware of the experiment and works for the researcher.",
            "What is a person called who is aware of the experiment and works for the researcher?",
            "confederate",
        ),
        (
            "The Mahabharata is an epic depicting the battles of the noble house of Bharata.",
            "Which epic depicts the battles of the noble house of Bharata?",
            "Mahabharata",
        ),
        (
            "Quality control involves creating quality standards, producing goods, and measuring goods.",
            "What does quality control involve?",
            "Creating quality standards, producing goods, and measuring goods",
        ),
        (
            "Binary ionic compounds are composed of just two elements: a metal and a nonmetal.",
            "What are binary ionic compounds composed of?",
            "Just two elements: a metal and a nonmetal",
        ),
        (
            "Binary ionic compounds are composed of just two elements: a metal and a nonmetal.",
            "Which two elements are binary ionic compounds composed of?",
            "metal; nonmetal",
        ),
        (
            "In December 1944, Franklin Roosevelt had declared an end to the forced relocation of Japanese"
            " Americans.",
            "In December 1944, who declared an end to the forced relocation of Japanese Americans?",
            "Franklin Roosevelt",
        ),
        (
            "For example, hedonists think that pleasure is a fundamental intrinsic value of all life.",
            "What do hedonists think about pleasure?",
            "That pleasure is a fundamental intrinsic value of all life",
        ),
    ],
)
def test_questions_are_restated(text: str, prompt: str, answer: str) -> None:
    assert asked(text).get(prompt) == answer


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "The cutmarks were made with specific patterns on the cranium, which is interpreted as strong"
            " evidence that the defleshing was done for funerary practices.",
            "cranium interpreted as?",
        ),
        (
            "In the liver, cholecalciferol is converted to an intermediate that travels to the kidneys and is"
            " further converted to calcitriol, the active form of vitamin D3.",
            "further converted to calcitriol?",
        ),
        (
            "A weighed sample of the compound is heated to a high temperature under a stream of oxygen gas.",
            "heated to?",
        ),
        (
            "As a result, endocrine signaling requires more time than neural signaling to prompt a reply in"
            " target cells.",
            "to do?",
        ),
        (
            "The condensers are cooled by water flow from oceans, rivers, lakes, and often by cooling towers"
            " which evaporate water to provide cooling energy removal.",
            "cooled by?",
        ),
        (
            "The committee of auditors is formed by the board of directors as a separate part of the board of"
            " directors.",
            "formed by?",
        ),
        ("Sodium chloride consists of a regular arrangement of Na+ cations and Cl– anions.", "and Cl?"),
        (
            "The green chloroplast lineage is the one that contains the land plants of the earth.",
            "What is the one",
        ),
        ("Malcom Gladwell is an author of five New York Times best-sellers.", "What is an author"),
        (
            "The first modern zoos opened in Paris in 1793, London in 1828, and Philadelphia in 1874.",
            "In which three",
        ),
        (
            "The United States rejected being bound by international law as a violation of its own laws.",
            "How did the United States",
        ),
        (
            "According to Cossette, in reviewing papers on heuristics of entrepreneurs, overconfidence and"
            " optimism are the two most significant biases of entrepreneurs.",
            "What did Cossette say",
        ),
        (
            "Cone Communications found that 60 percent more millennials will engage with brands that discuss"
            " social issues.",
            "60 percent more millennials?",
        ),
        ("The New Englander supported the American System of internal improvements.", "supported"),
        ("The FECA created rules governing the way unions could contribute to campaigns.", "Who created"),
        (
            "The Spanish inventor Jerónimo de Ayanz y Beaumont obtained the first patent for a steam engine.",
            "Who obtained",
        ),
        (
            "The former CEO served twelve years in prison after being convicted of multiple charges.",
            "Who served",
        ),
        ("A movement called Zionism formed to advocate for a separate state for Jews.", "Who formed"),
        ("The Western Whigs struggled to define a positive party platform for reformers.", "Who struggled"),
        (
            "Davies is credited with coining the name packet switching and inspiring packet networks"
            " in the decade following, including the first one.",
            "following?",
        ),
        (
            "Melbourne served as capital of Australia until the construction of Canberra in 1927.",
            "What did Melbourne do",
        ),
        (
            "Anthropologist Derek Pardue describes the expansion of community radio in the 1980s.",
            "Derek Pardue do",
        ),
        ("By invading Maryland, Robert Lee sought to change the character of the war.", "Lee do by"),
        ("In 1993, Peter Davies knew that a powder magazine was stored in Concord.", "Davies do"),
        ("In 1993, Japan imposed a tariff on imported steel and aluminium.", "What did Japan do"),
        ("In 1960, four Baptist sophomores of Greensboro entered the local Woolworth.", "sophomores"),
    ],
)
def test_what_is_misread_is_not_asked(text: str, part: str) -> None:
    about = (
        f"{text} Students know Japan, Melbourne, Cossette and Davies. Others know Japan, Melbourne, Davies."
    )
    assert not any(part in prompt for prompt in asked(about))


def test_a_namesake_of_the_titles_person_is_another() -> None:
    text = "James Buckley was his brother. In 1988, Buckley backed the Democrat Joseph Lieberman."
    found = asked(text, "William F. Buckley Jr.")
    assert not any("did James Buckley do" in prompt for prompt in found)


def test_a_helper_is_left_out_of_the_question() -> None:
    text = (
        "In 1984, Richard Leakey assisted by Kamoya Kimeu discovered the Turkana skeleton of a youth."
        " Richard Leakey wrote. Students follow Richard Leakey."
    )
    assert not any("assisted by" in prompt for prompt in asked(text) if prompt.endswith("in 1984?"))


def test_an_order_is_asked_for_with_its_number() -> None:
    text = (
        "President Franklin Roosevelt issued Executive Order 9066 in 1942. The Order authorized the"
        " establishment of internment camps for anyone with Japanese ancestry."
    )
    assert "Executive Order" not in asked(text).values()

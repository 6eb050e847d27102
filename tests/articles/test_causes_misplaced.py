"""A cause, a condition or a use is asked only of what it belongs to, with the limits its sentence sets."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(text: str) -> dict[str, str]:
    """The prompts and answers that come of a text in an article."""
    return asked(f"Notes\n\n{FILLER} {text}\n")


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Large monetary settlements often occur when the commission files a suit against an employer.",
            "When do large monetary settlements often occur?",
            "When the commission files a suit against an employer",
        ),
        (
            "Decertification elections are also held when workers become dissatisfied with a union.",
            "When are decertification elections also held?",
            "When workers become dissatisfied with a union",
        ),
        (
            "Tariff quotas are also used to restrict the volume of goods entering a country.",
            "What are tariff quotas also used for?",
            "To restrict the volume of goods entering a country",
        ),
        (
            "Private schools generally prefer to be called independent schools because of their freedom to"
            " operate outside of government control.",
            "Why do private schools generally prefer to be called independent schools?",
            "Because of their freedom to operate outside of government control",
        ),
        (
            "Biologic drugs are different from chemical drugs because of their complex structure.",
            "Why do biologic drugs differ from chemical drugs?",
            "Because of their complex structure",
        ),
        (
            "In many acephalous societies, power is spread widely among members of a society, while in"
            " centralized societies, power is concentrated in one or more sociocultural roles.",
            "How does power differ between many acephalous societies and centralized societies?",
            "In many acephalous societies, power is spread widely among members of a society, whereas in"
            " centralized societies, power is concentrated in one or more sociocultural roles",
        ),
        (
            "Shareholders invest capital and receive a return on their investment when a company is"
            " profitable.",
            "What happens when a company is profitable?",
            "Shareholders receive a return on their investment",
        ),
        (
            "The major functions of the conducting zone are to provide a route for incoming air, remove"
            " debris and pathogens from the incoming air, and warm and humidify the incoming air.",
            "What are the major functions of the conducting zone?",
            "To provide a route for incoming air, remove debris and pathogens from the incoming air, and warm"
            " and humidify the incoming air",
        ),
        (
            "A burn injury increases the proliferation of neutrophils in order to fight off infection.",
            "What effect does a burn injury have on the proliferation of neutrophils?",
            "It increases the proliferation of neutrophils in order to fight off infection",
        ),
        (
            "The sequence of a DNA molecule can help us identify an organism when compared to known"
            " sequences housed in a database.",
            "What is the effect of the sequence of a DNA molecule?",
            "It can help us identify an organism when compared to known sequences housed in a database",
        ),
        (
            "The pulmonary form of blastomycosis generally causes mild flu-like symptoms.",
            "What does the pulmonary form of blastomycosis generally cause?",
            "Mild flu-like symptoms",
        ),
        (
            "A lower dollar would stimulate aggregate demand by making exports cheaper and imports more"
            " expensive. Aggregate demand grows. Aggregate demand falls.",
            "How would a lower dollar stimulate aggregate demand?",
            "By making exports cheaper and imports more expensive",
        ),
    ],
    ids=[
        "how often",
        "one occasion of several",
        "one use of several",
        "in general",
        "why it differs",
        "of many only",
        "the deed the condition goes with",
        "a noun taken for a verb",
        "in order",
        "under a condition",
        "an effect in general",
        "both of two things",
    ],
)
def test_a_limit_of_the_sentence_stays_in_question_or_answer(text: str, prompt: str, answer: str) -> None:
    assert asked_of(text).get(prompt) == answer, asked_of(text)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "The Progressive movement was not radical because it rejected the ideals of the past but"
            " because it melded the approaches of Jefferson and Hamilton. The Progressive movement won many"
            " elections.",
            "Why was the Progressive movement not radical?",
        ),
        (
            "The Carolina Panthers advanced to their second Super Bowl appearance since the franchise was"
            " founded in 1995. The Carolina Panthers won.",
            "Why did the Carolina Panthers",
        ),
        (
            "The Catholic clergy, who supported the king, convinced the lower social classes that God had"
            " punished Caracas because of its disregard for the king’s authority. The Catholic clergy were"
            " rich.",
            "Why did the Catholic clergy",
        ),
        (
            "Medical research has found that affluent individuals experience better health partly because"
            " they believe that they can control their reactions to stressors. Medical research goes on.",
            "Why has medical research",
        ),
        (
            "Cytopathic effects are distinct observable cell abnormalities due to viral infection. Cytopathic"
            " effects are seen in cells. Cytopathic effects vary.",
            "Why are Cytopathic",
        ),
        (
            "High interest rates will attract an inflow of foreign capital, and appreciate the exchange rate"
            " in response to the demand for dollars by foreign investors.",
            "Why will high interest rates",
        ),
        (
            "Since the atomic number of carbon is six, it is still the same element with seven neutrons.",
            "Why is the atomic number of carbon",
        ),
        (
            "Recreational runners are cautioned to monitor their pulse, so cardiac output is maintained.",
            "Why is cardiac output maintained?",
        ),
        (
            "As ventricular pressure rises from 120 to 160 units, cardiac output remains stable, since the"
            " increase in rate is offset by decreasing filling.",
            "Why does cardiac output remain stable?",
        ),
        (
            "A stronger exchange rate makes it more difficult for exporters to sell their goods abroad while"
            " making imports cheaper, so a trade deficit results. Thus, a budget deficit can easily result in"
            " an inflow of foreign financial capital, a stronger exchange rate, and a trade deficit.",
            "Why can a budget deficit",
        ),
        (
            "Additionally, electoral systems have a minimum threshold of votes. So although proportional"
            " representation allows smaller parties, thresholds prevent fringe parties from gaining seats.",
            "Why do thresholds",
        ),
        (
            "Anatomical axes are described as movements in reference to three planes. Thus, diarthroses are"
            " classified as uniaxial or biaxial joints.",
            "Why are diarthroses",
        ),
        (
            "The largest decline in enrolment occurred between 1979 and 1984. As a result, private schools in"
            " New Zealand are now restricted to the largest cities.",
            "Why are private schools",
        ),
        (
            "One concern is that skilled labour wins from commerce with foreign economies. Unskilled American"
            " laborers must compete against extremely low-wage laborers worldwide. As a result, the wages of"
            " unskilled American laborers are likely to fall.",
            "Why are the wages",
        ),
        (
            "Tolui, Genghis Khan's youngest son, was not to be his successor because he was the youngest."
            " Genghis Khan had four sons. Tolui was a Mongol. Tolui died.",
            "Why was Tolui",
        ),
        (
            "The papilloma virus cannot be cultured, so the previously described methods do not work.",
            "Why do the previously",
        ),
        (
            "In the United States, the tetanus bacterium is ubiquitous in soil, but incidences of infection"
            " occur only rarely because most individuals are vaccinated.",
            "Why do incidences of infection",
        ),
        (
            "The media’s primary duty is to present us with information and alert us when important events"
            " occur.",
            "What happens when important events occur?",
        ),
        (
            "For example, genetic probes are used to detect the vaginal pathogens of the genus Candida.",
            "What are genetic probes used for?",
        ),
        (
            "In response to competitive pressures from electronic exchanges, the NYSE created a hybrid market"
            " that combines features of the floor auction market and automated trading. The NYSE is old.",
            "Why did the NYSE automate",
        ),
        (
            "The Department of Commerce sued the railways. The Justice Department sued the oil companies."
            " Under a new chief, the department carved out several habitats in order to preserve beauty.",
            "Why did the Justice Department",
        ),
    ],
    ids=[
        "not because but because",
        "since when",
        "told that",
        "found that",
        "kind of thing",
        "last of two deeds",
        "the number or the thing",
        "advised so that",
        "as long as another goes on",
        "has its own consequence",
        "added and conceded",
        "only so called",
        "only when it was greatest",
        "only feared",
        "his of whom",
        "described before",
        "of a place alone",
        "a duty",
        "one example",
        "a quality taken for a verb",
        "which department",
    ],
)
def test_what_is_no_reason_for_the_statement_is_not_asked_as_one(text: str, prompt: str) -> None:
    assert not [found for found in asked_of(text) if found.startswith(prompt)]


def test_what_stands_in_a_list_of_arguments_is_not_asked_as_a_fact() -> None:
    text = (
        "# Trade\n\n## Arguments for and against Tariffs\n\nThe arguments are these:\n\n- Tariffs protect"
        " vulnerable industries by giving manufacturers time to become competitive globally.\n- Tariffs keep"
        " factories in the country."
    )
    assert not [found for found in asked(text) if "protect" in found]

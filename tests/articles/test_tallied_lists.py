"""Lists that a sentence counts: what is asked where no clause of its own says what the members are."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Analysts learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentence: str, title: str = "Research, Ratios and Financial Statements") -> dict[str, str]:
    """The prompts and answers that come of a sentence in an article with that title."""
    return asked(f"# {title}\n\n## What Counts\n\n{FILLER} {sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "There are four research types that can be used: exploratory, descriptive, experimental, and"
            " ethnographic research designs.",
            "What are the four research types?",
            "exploratory; descriptive; experimental; ethnographic",
        ),
        (
            "You learned about the four key financial statements: the income statement, balance sheet,"
            " statement of stockholders’ equity, and statement of cash flows.",
            "What are the four key financial statements?",
            "income statement; balance sheet; statement of stockholders’ equity; statement of cash flows",
        ),
        (
            "Let’s examine four liquidity ratios: accounts receivable turnover, total asset turnover,"
            " inventory turnover, and days’ sales in inventory.",
            "What are the four liquidity ratios?",
            "accounts receivable turnover; total asset turnover; inventory turnover;"
            " days’ sales in inventory",
        ),
        (
            "You have learned since elementary school that there are four basic groupings of taste: sweet,"
            " salty, sour, and bitter.",
            "What are the four basic groupings of taste?",
            "sweet; salty; sour; bitter",
        ),
        (
            "There are three significant principles that help establish and enforce international law: the"
            " Principle of Comity, the Act of State Doctrine, and the Doctrine of Sovereign Immunity.",
            "Which three significant principles help establish and enforce international law?",
            "Principle of Comity; Act of State Doctrine; Doctrine of Sovereign Immunity",
        ),
        (
            "There are two basic types of preparation used to view specimens with a light microscope: wet"
            " mounts and fixed specimens.",
            "Which two basic types of preparation are used to view specimens with a light microscope?",
            "wet mounts; fixed specimens",
        ),
        (
            "Three main types of fibers are secreted by fibroblasts: collagen fibers, elastic fibers, and"
            " reticular fibers.",
            "Which three main types of fibers are secreted by fibroblasts?",
            "collagen fibers; elastic fibers; reticular fibers",
        ),
        (
            "Three spaces—inspiration, ideation, and implementation—compose the design thinking process.",
            "Which three spaces compose the design thinking process?",
            "inspiration; ideation; implementation",
        ),
        (
            "Stressors can be placed into one of two broad categories: chronic and acute.",
            "Into which two broad categories can stressors be placed?",
            "chronic; acute",
        ),
        (
            "Social psychologists, those who study how interactions take place, often categorize identity"
            " into four types: personal identity, role identity, social identity, and collective identity.",
            "Into which four types do social psychologists often categorize identity?",
            "personal identity; role identity; social identity; collective identity",
        ),
        (
            "The portal triad is an arrangement around the lobules, consisting of three basic structures: a"
            " bile duct, a hepatic artery branch, and a hepatic portal vein branch.",
            "Of which three basic structures does the portal triad consist?",
            "bile duct; hepatic artery branch; hepatic portal vein branch",
        ),
        (
            "Lazarus and Folkman distinguished two fundamental kinds of coping: problem-focused coping and"
            " emotion-focused coping.",
            "Which two fundamental kinds of coping did Lazarus and Folkman distinguish?",
            "problem-focused coping; emotion-focused coping",
        ),
        (
            "Below we will look at four theories about population that inform sociological thought:"
            " Malthusian, zero population growth, cornucopian, and demographic transition theories.",
            "Which four theories about population inform sociological thought?",
            "Malthusian; zero population growth; cornucopian; demographic transition",
        ),
    ],
)
def test_the_members_are_asked_for(sentence: str, prompt: str, answer: str) -> None:
    found = asked_of(sentence)
    assert found.get(prompt) == answer, found


@pytest.mark.parametrize(
    "sentence",
    [
        "Four of these theories are explained in this section: the expectancy theory, the equity theory, the"
        " goal-setting theory, and reinforcement theory.",
        "There are two additional types of isotopes in nature: heavy isotopes and radioisotopes.",
        "There are two dimensions to this stratification: gaps between nations and gaps within nations.",
        "There are three steps to the process: vascular spasm, plug formation, and coagulation.",
        "We will discuss two of them here: temporal theory and place theory.",
    ],
)
def test_what_is_counted_elsewhere_or_is_not_all_gives_no_list(sentence: str) -> None:
    assert not [answer for answer in asked_of(sentence).values() if "; " in answer]

"""Questions about causes that would be untrue to their sentence, or torn, are mended or not asked."""

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
            "The British tried to disarm the insurgents in Boston by confiscating gunpowder and muskets.",
            "How did the British try to disarm the insurgents in Boston?",
            "By confiscating gunpowder and muskets",
        ),
        (
            "Hormones are transported primarily via the bloodstream of vertebrates.",
            "How are hormones transported?",
            "Primarily via the bloodstream of vertebrates",
        ),
        (
            "Dutch merchants expanded their influence as well by establishing fortified trading posts.",
            "How did Dutch merchants expand their influence?",
            "By establishing fortified trading posts",
        ),
        (
            "Leptin is released in response to carbohydrate digestion and acts by binding to neurons.",
            "Why is leptin released?",
            "In response to carbohydrate digestion",
        ),
        (
            "In feudal societies, the means of generating wealth are owned by the landed aristocracy.",
            "In feudal societies, what is owned by the landed aristocracy?",
            "The means of generating wealth",
        ),
        (
            "A central bank should loosen monetary policy when a recession deepens and tighten it when"
            " inflation threatens.",
            "When should a central bank loosen monetary policy?",
            "When a recession deepens",
        ),
    ],
    ids=["tries itself", "how far", "as well", "a second deed", "means are no people", "a second condition"],
)
def test_what_can_be_mended_for_certain_is_asked_in_other_words(text: str, prompt: str, answer: str) -> None:
    assert asked_of(text).get(prompt) == answer, asked_of(text)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "The case of Polaroid demonstrates that commercial success is not guaranteed simply because"
            " a company holds valuable patents.",
            "Why does",
        ),
        (
            "Bile production increases when fatty chyme enters the duodenum and stimulates the secretion"
            " of cholecystokinin.",
            "What effect",
        ),
        (
            "Average inventory is found by dividing the sum of beginning and ending inventory balances.",
            "How is",
        ),
        (
            "Warfarin takes days to achieve its effect, so overlap with heparin is warranted until then.",
            "Why is overlap",
        ),
        (
            "Protostars change in size because their cores are contracting, and light fades as they do so.",
            "Why do protostars",
        ),
        ("The base of a glacier experiences pressure due to its weight that can melt ice.", "Why does"),
        (
            "The feedback loop tells the sender if the receiver understood the encoded message.",
            "Under what condition",
        ),
        (
            "The Freedom Riders encountered little resistance until they reached Rock Hill.",
            "Until when",
        ),
        (
            "When the bond between the phosphates is broken and diphosphate is released, the energy allows"
            " a covalent phosphodiester bond to form.",
            "What happens when diphosphate",
        ),
        (
            "When men and women speak to one another, Tannen argues, they are speaking cross-culturally.",
            "What happens when men",
        ),
        (
            "Unlike DNA polymerases, RNA polymerases do not need a hydroxyl group to synthesize a molecule.",
            "How does RNA differ",
        ),
        (
            "Activation of adaptive immunity by protein spikes during an intracellular viral infection can"
            " activate lifelong immunity, whereas activation by carbohydrate capsule antigens during an"
            " extracellular bacterial infection may activate shorter-term immunity.",
            "How do activation",
        ),
        (
            "The KAI inventory identifies an approach by measuring agreement with statements that align with"
            " characteristics, such as the ability to follow rules.",
            "How does the KAI",
        ),
        ("The precise definition of viscosity is based on laminar, or nonturbulent, flow.", "What is based"),
        (
            "The transactional functions of buying, selling, and risk-bearing help add value in the"
            " marketing channel.",
            "What adds",
        ),
        ("Quarrels among the nobles coerced the Normans to abandon Antioch.", "Why did"),
        (
            "Several states require companies to resolve legal disputes using independent arbitrators.",
            "How do several states",
        ),
        (
            "The more frequently a human population interacts with other populations through migration,"
            " the more likely it is that genes spread.",
            "How",
        ),
        (
            "The Land Law of 1800 further encouraged settlement by reducing the minimum size of parcels.",
            "How does the Land Law of 1800 further encouraged",
        ),
        (
            "The eighth standard provides guidance for implementation by practicing nurses.",
            "How does the eighth standard provide guidance for implementation?",
        ),
        (
            "Unlike mercantilism, growth and income are considered a means to an end.",
            "How do growth and income differ from mercantilism?",
        ),
        (
            "Financial managers focus on cash flows, the inflows and outflows of cash.",
            "On which three things do financial managers focus?",
        ),
        (
            "This is an example of the law of diminishing utility, which holds that the additional utility"
            " decreases with each unit.",
            "What does an example",
        ),
        (
            "Female genital cutting (FGC) is a cultural practice. People who practice FGC do not do it"
            " because they despise women or want to harm children. Women know FGC, and men know FGC.",
            "Why do people who practice FGC not do it?",
        ),
        (
            "The unequal treatment is possibly due to the fear of transferring power to the ethnic Chinese"
            " under their rule.",
            "Why is the unequal treatment possibly?",
        ),
        (
            "As the outer layer of your skin separates your body from its environment, the cell membrane"
            " separates the inner contents of a cell from its exterior environment.",
            "What happens as",
        ),
        (
            "Feminists criticize traditional normative ethics for treating man as the human norm."
            " Feminists study ethics.",
            "How do feminists criticize traditional normative ethics for",
        ),
        (
            "The weight of the leg can be neglected in part (a) because it exerts no torque when the center"
            " of gravity of the lower leg is directly beneath the pivot in the knee.",
            "Why can the weight",
        ),
        (
            "To dig beneath the water level, beekeepers design two immense, airtight caissons made of yellow"
            " pine.",
            "Why do beekeepers",
        ),
        (
            "Right atrial diastole (i.e., filling the right atrium): Blood enters the heart via the superior"
            " and inferior venae cavae.",
            "How does blood",
        ),
        (
            "The number of successful inequitable conduct defenses asserted has plummeted due to the strict"
            " new requirements for pleading.",
            "Why did the number",
        ),
        (
            "Revenue recognition occurs because Polaroid provided the cameras and completed the process.",
            "Why does revenue",
        ),
        (
            "The growth hormone suppressant lanreotide is used to treat acromegaly in clients who have had an"
            " inadequate response to or cannot be treated with surgery and/or radiotherapy and to treat"
            " clients with certain types of unresectable tumors.",
            "What is the growth hormone suppressant lanreotide used for",
        ),
    ],
    ids=[
        "denied reason",
        "verb of a side clause",
        "half a calculation",
        "until then",
        "do so",
        "its weight that",
        "whether",
        "until in a story",
        "second of two conditions",
        "said in between",
        "a noun taken for a verb",
        "two long things",
        "examples cut off",
        "qualities without noun",
        "helps do",
        "made to do",
        "has others do it",
        "the more",
        "does with a past",
        "those who do it",
        "only held to be so",
        "one thing said anew",
        "an example of what holds it",
        "denied reason of a deed named before",
        "only possibly the reason",
        "likened",
        "done by those criticized",
        "a part of the task",
        "quality without its noun",
        "told of the label alone",
        "a noun left behind its verb",
        "one of many cases",
        "shared by a second verb",
    ],
)
def test_what_would_be_untrue_or_torn_is_not_asked(text: str, prompt: str) -> None:
    assert not [found for found in asked_of(text) if found.startswith(prompt)]

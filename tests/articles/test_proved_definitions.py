"""Definitions in passing that may tell of another noun, predicates that define nothing, and cut meanings."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentences: str) -> dict[str, str]:
    """The prompts and answers that come of some sentences in an article."""
    return asked(f"# Notes\n\n{FILLER} {sentences}\n")


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        # The next members of a run.
        (
            "Even the vice president opposed conscription, the seizure of property to work for the"
            " Confederacy,"
            " and suspension of habeas corpus.",
            "he seizure of property",
        ),
        (
            "The causes of vagrancy include poverty, the lack of access to education and weak government"
            " institutions.",
            "he lack of access",
        ),
        (
            "However, luxury goods, items that take a large share of a consumer budget, and goods with many"
            " substitutes are likely to have highly elastic demand curves.",
            "tems that take a large share",
        ),
        (
            "With some basic geometry, we can use ray tracing to find the focal point, the image"
            " location, and"
            " other information about how a mirror manipulates light.",
            "he image location",
        ),
        (
            "Using these standards, public health nurses can help create healthier environments, foster"
            " partnerships that promote and protect health, and advocate for justice in practice.",
            "oster partnerships",
        ),
        # The noun that the term hangs on, or the whole clause.
        (
            "Shepherd chose the sole proprietorship form of business organization—a business that is owned,"
            " operated, and often financed by one person—because it was the easiest to set up.",
            "business that is owned",
        ),
        (
            "*M. tuberculosis* is the causative agent of tuberculosis, a disease that primarily impacts"
            " the lungs"
            " but can infect other parts of the body as well.",
            "causative agent of tuberculosis",
        ),
        (
            "Gut health is often discussed in relation to bidirectional crosstalk at an axis point (the"
            " two-way"
            " communication that is focused at a specific intersection) between body systems.",
            "wo-way communication",
        ),
        (
            "The law gave the comptroller the power to reorganize all national banks faced with insolvency, a"
            " level of federal oversight seldom seen prior to the Great Depression.",
            "level of federal oversight",
        ),
        (
            "Loyalists tended to be property holders, established residents who feared the loss of their"
            " property.",
            "stablished residents",
        ),
        # A part of a term, and a word that only this case has.
        (
            "*Claviceps* purpurea, a fungus that grows on rye and related grains, produces a mycotoxin called"
            " ergot toxin.",
            "fungus that grows on rye",
        ),
        (
            "The cartoonist often shows an open mouth with a vibrating uvula, the hanging tissue at the"
            " back of"
            " the mouth, to suggest a loud sound coming from the throat.",
            "hanging tissue",
        ),
        (
            "One of the most challenging decisions a manager must make relates to transfer pricing, which"
            " is the"
            " pricing process put into place when one segment of a business sells goods to another segment.",
            "ricing process put into place",
        ),
        (
            "Animal fats contain polyesters of fatty acids (long-chain carboxylic acids).",
            "polyesters of fatty acids",
        ),
        # One case only.
        (
            "Since the current is the same, the circuit can be simplified to an equivalent resistance,"
            " which is"
            " just the sum of the resistances of the individual resistors.",
            "sum of the resistances",
        ),
        (
            "Using accounts payable to purchase goods can involve an **opportunity cost**—a cost of the"
            " forgone"
            " opportunity of making a quick payment and benefiting from a cash discount.",
            "cost of the forgone",
        ),
    ],
)
def test_words_in_passing_that_may_tell_of_something_else_define_nothing(sentence: str, part: str) -> None:
    found = asked_of(sentence)
    assert not any(
        part in f"{prompt} {answer}"
        for prompt, answer in found.items()
        if prompt.startswith(("What is ", "What are "))
    )


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "A **rapid penetration strategy** is appropriate when volume sales will increase market share"
            " quickly.",
            "ppropriate when",
        ),
        ("The **stratum spinosum** is spiny in appearance due to its protruding cell processes.", "piny in"),
        (
            "Risk factors are age, co-occurring chronic medical conditions, and cigarette smoking.",
            "ge, co-occurring",
        ),
        (
            "A resistance of zero ohms means no losses and a great boost to reducing energy consumption.",
            "o losses and a great boost",
        ),
        ("An exception is legal costs to register or defend an intangible asset.", "egal costs to register"),
        (
            "**Decibels** are the unit of choice in the scientific literature and in the media.",
            "What are decibels? The",
        ),
        (
            "Telemarketing is the attempted sale or marketing of goods and services to potential"
            " customers via"
            " telephone.",
            "marketing of goods?",
        ),
        (
            "Psychoneuroimmunology is the field that studies how psychological factors such as stress"
            " influence"
            " the immune system and immune functioning.",
            "sychological factors?",
        ),
        (
            "Automation is a method of using systems such as computers or robots to operate different"
            " processes"
            " and machinery.",
            "method of using systems",
        ),
        (
            "Nearsightedness, or myopia, is the ability to see near objects, whereas distant objects are"
            " blurry.",
            "ability to see near objects",
        ),
        (
            "The **basal metabolic rate** describes the amount of daily energy expended by humans at"
            " rest, in a"
            " neutral environment, while in the postabsorptive state.",
            "in a neutral environment",
        ),
        ("**Hindmilk** is opaque, creamy, and rich in fat, and flows late in a feeding.", "paque, creamy"),
        ("The posterior end of a typical rib is called the **head** of the rib.", "What is the head?"),
        (
            "Competitive intelligence is the collection of that information from the marketplace.",
            "collection of that information",
        ),
    ],
)
def test_what_is_no_definition_or_is_broken_off_defines_nothing(sentence: str, part: str) -> None:
    found = asked_of(sentence)
    assert not any(
        part in f"{prompt} {answer}?"
        for prompt, answer in found.items()
        if prompt.startswith(("What is ", "What are "))
    )


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "The results follow the **bell curve**, a graph in the general shape of a bell.",
            "What is the bell curve?",
            "A graph in the general shape of a bell",
        ),
        (
            "One way they do this is by inhibiting the production of lymphocytes, white blood cells that"
            " circulate in the body’s fluids.",
            "What are lymphocytes?",
            "White blood cells that circulate in the body’s fluids",
        ),
        (
            "For instance, **rheumatoid arthritis**, an autoimmune disease that affects the joints,"
            " results in"
            " joint pain, stiffness, and loss of function.",
            "What is rheumatoid arthritis?",
            "An autoimmune disease that affects the joints",
        ),
        (
            "**Hysteresis** is a state in which no signals are sent until there is a change of load.",
            "What is hysteresis?",
            "A state in which no signals are sent until there is a change of load",
        ),
    ],
)
def test_what_the_grammar_proves_is_asked_whole(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence)[prompt] == answer


@pytest.mark.parametrize(
    ("sentence", "prompt"),
    [
        (
            "Late European colonialism of the 18th to the 20th century, sometimes called classic colonialism,"
            " was a period of extraction.",
            "What is another name for the 20th century?",
        ),
        (
            "High-quality earnings are based on sustainable earnings, also called permanent earnings.",
            "What is another name for high-quality earnings?",
        ),
    ],
)
def test_another_name_of_a_longer_phrase_is_not_that_of_its_last_noun(sentence: str, prompt: str) -> None:
    assert prompt not in asked_of(sentence)

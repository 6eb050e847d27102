"""What is asked of emphasised terms beyond definitions: what is told of them anywhere in the article."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Miners learned long ago to watch all of it with care, and so did their neighbours in the valley."
TERMS = (
    "Smelters speak of **gangue**, **tailings**, **slag heaps** and the **blast furnace** every working day."
)


def asked_of(text: str) -> dict[str, str]:
    """Prompts and answers of some sentences in an article that marks four terms in another one."""
    return dict(asked(f"# Notes\n\n{TERMS}\n\n{FILLER} {text}\n"))


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "The **bosh** collects molten iron at the bottom of the furnace.",
            "What does the bosh do?",
            "Collects molten iron at the bottom of the furnace",
        ),
        (
            "The blast furnace converts iron ore and coke into molten pig iron.",
            "What does the blast furnace do?",
            "Converts iron ore and coke into molten pig iron",
        ),
        (
            "A **flux** provides a molten layer of slag.",
            "What does a flux provide?",
            "A molten layer of slag",
        ),
        (
            "The **bustle pipe** connects to every tuyere of the furnace.",
            "What does the bustle pipe connect to?",
            "Every tuyere of the furnace",
        ),
        (
            "A **tuyere** is responsible for blowing heated air into the hearth.",
            "What is a tuyere responsible for?",
            "Blowing heated air into the hearth",
        ),
        (
            "The **taphole** is located at the base of the furnace hearth.",
            "Where is the taphole located?",
            "At the base of the furnace hearth",
        ),
        (
            "**Pure metallurgists** are those who study the atomic structure of alloys.",
            "What are pure metallurgists?",
            "Metallurgists who study the atomic structure of alloys",
        ),
        (
            "Iron leaves by a specialized **taphole**, which connects to the trough of the casting floor.",
            "What does a specialized taphole connect to?",
            "The trough of the casting floor",
        ),
        (
            "Although miners discard it, the **overburden** protects buried seams from frost and erosion.",
            "What does the overburden do?",
            "Protects buried seams from frost and erosion",
        ),
    ],
)
def test_what_is_told_of_a_term_is_asked(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Heavy rain is acid near old heaps, and tailings release arsenic and mercury into streams.",
            "____ release arsenic and mercury into streams.",
            "tailings",
        ),
        (
            "Crushers break up hard **chert**, which contains silica, quartz and iron oxides.",
            "____ contains silica, quartz and iron oxides.",
            "chert",
        ),
        (
            "The set of minerals found together in an ore is called its **paragenesis**.",
            "The set of minerals found together in an ore is called its ____.",
            "paragenesis",
        ),
        (
            "The narrow end of the furnace, the **throat**, receives iron ore and limestone.",
            "The narrow end of the furnace, the ____, receives iron ore and limestone.",
            "throat",
        ),
        (
            "Molten iron is separated from slag by the **skimmer**, or iron dam.",
            "Molten iron is separated from slag by the ____.",
            "skimmer",
        ),
        (
            "Volcanic glasses contain no regular lattice of silica and are **amorphous**.",
            "Volcanic glasses contain no regular lattice of silica and are ____.",
            "amorphous",
        ),
    ],
)
def test_a_term_is_left_out_where_the_rest_pins_it_down(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Old mines relied on **hydraulicking**, in which jets of water are aimed at banks of gravel.",
            "What happens in hydraulicking?",
            "Jets of water are aimed at banks of gravel",
        ),
        (
            "Deep shafts open into **stopes**, wide chambers that miners cut along the vein of ore.",
            "What are stopes?",
            "Wide chambers that miners cut along the vein of ore",
        ),
        (
            "Deep shafts open into **stopes**, wide chambers that miners cut along the vein of ore.",
            "What is the term for wide chambers that miners cut along the vein of ore?",
            "stopes",
        ),
        (
            "The highest temperature at which a furnace may run is its **peak working temperature**.",
            "The highest temperature at which a furnace may run is its ____ temperature.",
            "peak working",
        ),
        (
            "A seam has **provenance** if its minerals betray which rocks they weathered from.",
            "A seam has ____ if its minerals betray which rocks they weathered from.",
            "provenance",
        ),
    ],
)
def test_what_stands_behind_a_term_or_repeats_its_end_is_asked(
    sentence: str, prompt: str, answer: str
) -> None:
    assert asked_of(sentence).get(prompt) == answer


def test_a_pronoun_is_replaced_by_the_term_that_it_goes_back_to() -> None:
    found = asked_of(
        "The **cupola** stands beside the foundry. It melts scrap iron with coke and limestone flux."
    )
    assert found.get("What does the cupola do?") == "Melts scrap iron with coke and limestone flux"


@pytest.mark.parametrize(
    ("sentence", "prompt"),
    [
        (
            "Hot gases melt dust above the hearth; this process is called **sintering**.",
            "Hot gases melt dust above the hearth; this process is called ____.",
        ),
        (
            "When two lodes share one parent fluid, they are said to be **cogenetic** with that fluid.",
            "When two lodes share one parent fluid, they are said to be ____ with that fluid.",
        ),
        (
            "Type I deposits of nickel and copper are referred to as **komatiitic**.",
            "Type I deposits of nickel and copper are referred to as ____.",
        ),
    ],
)
def test_what_goes_back_to_its_own_sentence_needs_no_other(sentence: str, prompt: str) -> None:
    assert prompt in asked_of(sentence)


def test_a_label_that_its_sentence_repeats_is_left_out() -> None:
    found = asked_of("**Assayers**: Assayers are chemists who measure how much metal an ore contains.")
    assert found.get("What are assayers?") == "Chemists who measure how much metal an ore contains"


@pytest.mark.parametrize(
    "sentence",
    [
        "It is known that **galena** carries silver. It is clear that silver pays for the lead.",
        "A shaft leads from the **adit** that carries fresh air and water to the surface.",
        "When silver and lead combine, the **matte** yields litharge as its product.",
        "Fences, patrols, and **sequestration** are three common ways to keep strangers from the ore.",
        "This **winze** drains water into the lower galleries of the mine.",
    ],
)
def test_what_does_not_hold_of_the_term_alone_is_not_asked(sentence: str) -> None:
    found = asked_of(sentence)
    assert not [prompt for prompt in found if prompt.startswith(("What do", "Where", "____", "The ____"))]

"""What is asked of sentences that name all members of something, and which of them give no list."""

from __future__ import annotations

import pytest
from articles_to_derive import asked

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(text: str) -> dict[str, str]:
    """Prompts and answers of what comes of a text in an article about rocks."""
    return asked(f"Rocks\n\n{FILLER}\n\n{text}\n")


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Granite is composed of quartz, feldspar, and mica.",
            "Which three components make up granite?",
            "quartz; feldspar; mica",
        ),
        (
            "Accessory minerals of granite include zircon, apatite, and magnetite.",
            "What are three accessory minerals of granite?",
            "zircon; apatite; magnetite",
        ),
        (
            "The main parts of the volcano are the crater, the vent, and the magma chamber.",
            "What are the three main parts of the volcano?",
            "crater; vent; magma chamber",
        ),
        (
            "Sandstones are divided into arenites and greywackes.",
            "Into which two groups are sandstones divided?",
            "arenites; greywackes",
        ),
        (
            "The lithosphere is made up of the crust and the uppermost mantle.",
            "Which two components make up the lithosphere?",
            "crust; uppermost mantle",
        ),
        (
            "The texture of lavas can be vesicular, glassy, or aphanitic.",
            "Which three forms can the texture of lavas take?",
            "vesicular; glassy; aphanitic",
        ),
        (
            "Seismic waves are of two types, compressional waves and shear waves, and both are recorded.",
            "Of which two types are seismic waves?",
            "compressional waves; shear waves",
        ),
        (
            "Igneous, sedimentary, and metamorphic rocks are the three types of rock.",
            "What are the three types of rock?",
            "igneous; sedimentary; metamorphic",
        ),
        (
            "Weathering of feldspar releases potassium, silica, and kaolinite.",
            "Which three things does weathering of feldspar release?",
            "potassium; silica; kaolinite",
        ),
    ],
)
def test_the_members_of_a_whole_are_asked_for(sentence: str, prompt: str, answer: str) -> None:
    assert asked_of(sentence).get(prompt) == answer


def test_the_members_that_the_next_sentences_name_in_turn_are_asked_for() -> None:
    found = asked_of(
        "There are two kinds of magma. The first is basaltic magma, which flows easily."
        " The second is rhyolitic magma, which is thick."
    )
    assert found.get("What are the two kinds of magma?") == "basaltic magma; rhyolitic magma"


def test_the_items_behind_a_colon_are_asked_for() -> None:
    found = asked(
        f"# Rocks\n\n{FILLER}\n\nThere are three types of unconformity:\n\n"
        "- Angular unconformity: tilted layers lie below flat ones.\n"
        "- Disconformity: the layers are parallel.\n- Nonconformity: layers rest on igneous rock.\n"
    )
    answer = "angular unconformity; disconformity; nonconformity"
    assert found.get("What are the three types of unconformity?") == answer


def test_the_subject_of_the_sentence_before_stands_for_a_pronoun() -> None:
    found = asked_of("Meteorites reach the ground from space. They consist of iron, nickel, and silicates.")
    assert found.get("Which three components make up meteorites?") == "iron; nickel; silicates"


@pytest.mark.parametrize(
    "sentence",
    [
        "Granite is composed of quartz, feldspar, and many other minerals.",
        "Granite is composed of quartz and feldspar, as well as mica.",
        "Two members of the survey, Ann Miller and Joan Hunt, mapped the basalt of the valley.",
        "Within this belt, geologists recognize two types of gneiss, banded gneiss and augen gneiss.",
        "They consist of quartz, feldspar, and mica.",
        "Symptoms include fever, cough, and silicosis.",
        "The last two, gneiss and schist, are forms of metamorphic rock.",
        "Forgery, tax fraud, and embezzlement are types of corporate crime.",
    ],
)
def test_what_is_not_all_or_leans_on_another_sentence_gives_no_list(sentence: str) -> None:
    assert [prompt for prompt, answer in asked_of(sentence).items() if ";" in answer] == []


def test_a_run_cut_short_by_a_further_member_is_no_list() -> None:
    found = asked_of(
        "The minerals come from three groups of silicates: olivine, pyroxene and amphibole, and mica."
    )
    assert "olivine; pyroxene; amphibole" not in found.values()


def test_the_examples_behind_a_list_do_not_take_its_place() -> None:
    found = asked(
        f"# Rocks\n\n{FILLER} There are two types of rock fall: the topple and the slide. **Wedge slides**"
        " follow two planes. **Planar slides** follow one plane.\n"
    )
    assert "Wedge slides; Planar slides" not in found.values()

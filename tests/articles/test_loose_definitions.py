"""Meanings that judge, place or leave out, names that the title gives, and small repairs of definitions."""

from __future__ import annotations

import re

import pytest
from articles_to_derive import article, asked

from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(sentences: str, title: str = "Notes") -> dict[str, str]:
    """The prompts and answers that come of some sentences in an article."""
    return asked(f"# {title}\n\n{FILLER} {sentences}\n")


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Glaciologists refer to the line in as a *firn curve*.", "firn curve"),
        (
            "The governor acted after a failure to reach an accord through the mediating procedure,"
            " or an admission that such an effort would prove futile.",
            "n admission",
        ),
        ("The **firn line** is a central concept in glaciology.", "central concept"),
        (
            "**Anorganic compounds** are often salts from chemical components that were found to soothe.",
            "alts from chemical",
        ),
        (
            "Magnesium is the other metal that is isolated in large quantities by electrolysis.",
            "he other metal",
        ),
        ("An atom of xenon is a unit of xenon.", "unit of xenon"),
        (
            "Rule came to rest on **graft**, an institutional failing that scholars suggest led to its end.",
            "institutional failing",
        ),
        (
            "The **Wilmot Proviso** was an issue of great importance to the Democrats.",
            "great importance",
        ),
        (
            "I could be dreaming, or the bird may be a **decoy**, a wooden bird that hunters set on a lake.",
            "wooden bird",
        ),
        (
            "The realm fought with the **Golden Horde**, a rival khanate to the north, which won.",
            "rival khanate",
        ),
    ],
)
def test_a_meaning_that_tells_too_little_or_of_another_thing_is_not_asked(sentence: str, part: str) -> None:
    made = asked_of(sentence)
    assert not any(part in text for text in [*made, *made.values()] if "____" not in text)


def test_members_of_an_entry_are_no_meaning() -> None:
    made = asked_of(
        "\n\n- Red wedge: Surveillance, outreach, screening, and case finding\n- Blue wedge: A kind"
    )
    assert not any("red wedge" in text.lower() for text in [*made, *made.values()])


@pytest.mark.parametrize(
    ("title", "sentence", "term"),
    [
        ("Catalysis", "A **catalyst** is a substance that increases the rate of a reaction.", "catalyst"),
        (
            "Skepticism",
            "**Philosophical skepticism** is the view that some or all knowledge is impossible.",
            "philosophical skepticism",
        ),
    ],
)
def test_a_term_that_the_title_gives_is_not_asked_for(title: str, sentence: str, term: str) -> None:
    made = asked_of(sentence, title)
    assert not any(answer.lower() == term for prompt, answer in made.items() if "What is the term" in prompt)


def test_an_abbreviation_that_the_title_writes_out_is_not_asked() -> None:
    text = (
        "The internal rate of return (IRR) of a mill is a share. The IRR rises with rents."
        " Owners watch the IRR. Banks ask for the IRR."
    )
    assert "What does “IRR” stand for?" in asked_of(text)
    assert "What does “IRR” stand for?" not in asked_of(text, "Internal Rate of Return (IRR) Method")


def test_what_wears_a_label_is_no_name() -> None:
    text = "The method uses a fluorescently labeled antigenoid to bind and illuminate a target in the serum."
    assert "antigenoid" not in asked_of(text).values()


def test_the_counterpart_of_something_unnamed_is_not_asked_for() -> None:
    text = "The counterpart in Mongolian language was Dai Ulus, also rendered as Ikh Ulus."
    read = article(f"# Notes\n\n{FILLER} {text}\n")
    made = proposed(read, sentences(read)).candidates
    assert not any(candidate.technique is Technique.DESCRIBED for _, candidate in made)


def test_people_are_named_once_in_a_meaning_that_tells_of_us() -> None:
    made = asked_of("**Self-efficacy** is our level of confidence in our own abilities.")
    assert "People’s level of confidence in their own abilities" in made.values()


def test_a_run_with_further_members_left_out_is_not_asked() -> None:
    text = "Maritime treaties govern whaling, salvage, piracy, and dumping, among other areas."
    assert not any(prompt.startswith("Which four") for prompt in asked_of(text))


def test_a_list_of_ways_is_asked_with_its_preposition() -> None:
    text = "Newness can be categorized three ways: discontinuous, continuous, and dynamically continuous."
    assert not any(prompt.startswith("Which three ways") for prompt in asked_of(text))


def test_a_counted_list_of_they_is_not_asked() -> None:
    text = "They can be divided into two groups: depository institutions and nondepository institutions."
    assert not any("they" in prompt for prompt in asked_of(text))


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("The forearm is the origin of the extrinsic muscles of the hand.", "he origin of"),
        ("The **logic model** describes the sequence of events that link need and end.", "he sequence of"),
        ("**Valence theory** describes a covalent bond as the overlap of two orbitals.", "ovalent bond as"),
        ("Some groups establish an **enclave**, a so-called heaven on Earth within the city.", "so-called"),
        (
            "The **allylamines**, a structurally different class of antifungal drugs, inhibit it.",
            "tructurally",
        ),
        ("It leads to **ketoacidosis**, a dangerous condition in people with that illness.", "dangerous"),
        ("Shi Tianze was a Han Chinese who lived in the Jin dynasty.", "Han Chinese who"),
        (
            "The function of the male, or testicular, reproductive system is to produce sperm.",
            "he function of the male",
        ),
    ],
)
def test_a_role_or_a_judgement_is_no_definition(sentence: str, part: str) -> None:
    made = asked_of(sentence)
    free = [answer for prompt, answer in made.items() if re.match(r"Wh(?:at|o) (?:is|are|was|were) ", prompt)]
    assert not any(part in answer for answer in free)


def test_a_person_is_asked_for_with_who() -> None:
    made = asked_of("Malcom Gladweel is an author of five weighty works on wool.")
    assert not any(prompt.startswith("What is Malcom") for prompt in made)


def test_a_name_given_to_something_is_that_thing() -> None:
    made = asked_of("**Bedouin** is the name given to nomadic herders of the steppe of Arabia.")
    assert not any("name given" in text for text in [*made, *made.values()] if "____" not in text)


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "**Social channels** are a marketing tool that includes platforms such as Weave and Loom.",
            "platforms",
        ),
        ("A **low cover** means a firm has enough cash if a mill burns and it has to pay.", "enough cash"),
        ("**Urbanization** is the study of the bonds that form among people in cities.", "he study of"),
        ("They are immune to **malaria** (an often deadly disease that is widespread in marshes).", "often"),
    ],
)
def test_a_meaning_that_is_cut_or_holds_at_times_is_not_asked(sentence: str, part: str) -> None:
    made = asked_of(sentence)
    assert not any(part in answer for prompt, answer in made.items() if "____" not in prompt)


def test_a_brief_meaning_takes_what_else_the_sentence_says_it_is() -> None:
    made = asked_of(
        "**Vitamins** are organic compounds found in foods and are a necessary part of growth in the body."
    )
    whole = "Organic compounds found in foods and a necessary part of growth in the body"
    assert made.get("What are vitamins?") == whole


def test_a_counted_list_without_its_subject_is_not_asked() -> None:
    made = asked_of(
        "It shows.\n\nFig. 2 is here. breaks down what lands make into two kinds: goods and services."
    )
    assert not any("breaks" in prompt for prompt in made)


def test_a_people_is_asked_for_with_who() -> None:
    made = asked_of("The Zorvani was a coastal tribe with large fleets that traded shells.")
    assert made.get("Who were the Zorvani?") == "A coastal tribe with large fleets that traded shells"


def test_names_that_something_includes_are_examples() -> None:
    made = asked_of("Designers of stained glass include Harry Clarke, John Piper, and Veronica Whall.")
    assert not any("Piper" in answer for prompt, answer in made.items() if "____" not in prompt)


def test_a_clause_for_an_everyday_word_is_not_asked() -> None:
    made = asked_of("The **price** is what the consumer pays in exchange for the product.")
    assert not {"What is the price?", "What is the term for what the consumer pays?"} & set(made)

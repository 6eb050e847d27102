"""Which terms stand beside each other in an article, and which are over, in or for each other."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.choosing.families import families
from quizapp.articles.choosing.options import wrong_options
from quizapp.articles.choosing.siblings import Siblings, inside, item_lists
from quizapp.articles.deriving import proposed
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import lines_of

TAXES = """\
# Direct taxes

An **income tax** is a tax that is levied on what somebody earns in a year. A **land tax** is a tax that is
levied on fields and houses. A **wealth tax** is a tax that is levied on all that a household owns. A **direct
tax** is a tax that the payer cannot shift to a buyer.
"""
FILLING = (
    "Nobody who reads these few words learns much from them about anything else that may be of use, or not."
)


def siblings_in(text: str) -> Siblings:
    """The siblings of a short article."""
    read = article(f"# Things\n\n{text}\n\n{FILLING}\n")
    return Siblings(lines_of(read, sentences(read))[0])


def options_for(text: str, answer: str) -> set[str]:
    """All wrong options of all questions whose answer this is."""
    read = article(text)
    found = proposed(read, sentences(read))
    candidates = [candidate for _, candidate in found.candidates]
    known = families(candidates, found.topic)
    return {
        option
        for each in candidates
        if each.answer == answer
        for option in wrong_options(each, candidates, known)
    }


def test_the_terms_of_one_run_stand_beside_each_other() -> None:
    found = siblings_in("The middle ear holds the hammer, the anvil, and the stirrup of the skull.")
    assert list(found.runs(["hammer", "anvil", "stirrup", "skull"])) == [("hammer", "anvil", "stirrup")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The cochlea is a part of the labyrinth of the ear.",
        "The labyrinth contains the cochlea and is filled with fluid.",
        "There are two parts of the labyrinth, and the larger one is the cochlea.",
    ],
)
def test_a_term_that_is_over_or_in_the_other_is_related(sentence: str) -> None:
    assert siblings_in(sentence).related("labyrinth", "cochlea", beside=True)


def test_terms_that_a_line_only_joins_are_not_related() -> None:
    assert not siblings_in("Both the cochlea and the labyrinth are old.").related(
        "labyrinth", "cochlea", False
    )


def test_a_kind_told_in_brackets_behind_its_whole_is_related() -> None:
    found = siblings_in("They reckon by single descent (either male or female) in most villages.")
    assert found.related("single descent", "female descent", beside=True)


def test_a_word_that_holds_another_is_related_unless_it_is_its_opposite() -> None:
    assert inside("polysaccharides", "saccharides") and inside("prefrontal lobe", "frontal lobe")
    assert not inside("voluntary", "involuntary")


def test_a_term_of_which_another_line_says_the_same_also_fits() -> None:
    found = siblings_in("Sulfur is needed for enzymes. Carbon is needed in enzymes, hormones and membranes.")
    asked = "____ is needed for enzymes, hormones and proteins."
    assert found.also_fits("carbon", "sulfur", asked, 0, strict=True)
    assert not found.also_fits("carbon", "sulfur", asked, 0, strict=False)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Gold is soft. Copper melts easily, so smiths like it.", "____ is liked since it melts early."),
        (
            "The morbidity is a number of individuals of the population. Gold is new.",
            "____ is the share of individuals of a population at a time.",
        ),
    ],
)
def test_one_rare_word_or_two_plainer_ones_make_an_option_fit_too(text: str, asked: str) -> None:
    option = "copper" if "Copper" in text else "morbidity"
    found = siblings_in(text)
    assert found.also_fits(option, "gold", asked, 99, strict=True)
    assert not found.also_fits(option, "gold", asked, 99, strict=False)


def test_a_line_under_a_heading_that_is_the_option_tells_of_it() -> None:
    read = article(f"# Metals\n\n## Copper\n\nSmiths like that it melts easily.\n\n## Gold\n\n{FILLING}\n")
    found = Siblings(lines_of(read, sentences(read))[0])
    assert found.also_fits("copper", "gold", "____ melts early.", 99, strict=True)


def test_terms_that_open_the_items_of_a_list_stand_beside_each_other() -> None:
    read = article(
        "# Ills\n\n- **Illness**: what is felt.\n- **Disease**: what is found.\n- **Malady**: both.\n"
        f"\n{FILLING}\n"
    )
    assert list(item_lists(lines_of(read, sentences(read))[0])) == [("Illness", "Disease", "Malady")]


def test_what_the_title_names_is_no_option() -> None:
    assert options_for(TAXES, "income tax") == {"land tax", "wealth tax"}

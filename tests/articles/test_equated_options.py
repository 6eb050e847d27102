"""No option that is the answer by another name, of another division, or a year that the article names."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.equating import equated, shortened
from quizapp.articles.choosing.families import families
from quizapp.articles.choosing.options import wrong_options
from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences

TAXES = """\
# Public money

An **income tax** is a tax that is levied on what somebody earns in a year. A **land tax** is a tax that is
levied on fields and houses. A **wealth tax** is a tax that is levied on all that a household owns. A **flat
tax** is a tax that takes one share of each sum. Most towns have income, land, and wealth taxes.
"""
WARS = """\
# The wars of the islands

In 1592, Hideyoshi invaded Korea with a large army of the islands. The army attacked the coast again in 1597
and in 1590–91 its ships were built there.
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("log phase", "logarithmic growth phase"),
        ("UN", "United Nations"),
        ("public interest groups", "interest group"),
    ],
)
def test_a_term_cut_short_is_the_longer_one(one: str, other: str) -> None:
    assert shortened(one, other) and shortened(other, one)


def test_terms_that_share_only_their_last_word_are_two() -> None:
    assert not shortened("lag phase", "log phase")


@pytest.mark.parametrize(
    "text",
    [
        "anabolic reactions, also called **biosynthesis reactions**, create molecules.",
        "biosynthesis reactions (anabolic reactions) create molecules.",
        "anabolic reactions, or biosynthesis reactions, create molecules.",
        "anabolic reactions are also known as biosynthesis reactions.",
    ],
)
def test_what_a_line_gives_as_another_name_is_the_same(text: str) -> None:
    assert equated("anabolic reactions", "biosynthesis reactions", [text])


def test_what_a_list_joins_by_or_is_not_the_same() -> None:
    assert not equated("liver", "kidney", ["a lung, a liver, or a kidney may be given."])


def test_a_term_of_another_division_is_no_option() -> None:
    read = article(TAXES)
    found = proposed(read, sentences(read))
    candidates = [candidate for _, candidate in found.candidates]
    known = families(candidates, found.topic)
    options = {
        answer: [set(wrong_options(each, candidates, known)) for each in candidates if each.answer == answer]
        for answer in ("income tax", "flat tax")
    }
    assert {"land tax", "wealth tax"} in options["income tax"]
    assert not any("flat tax" in each for each in options["income tax"])
    assert options["flat tax"] and not any(options["flat tax"])


def test_a_year_that_another_line_names_is_no_option() -> None:
    read = article(WARS)
    found = proposed(read, sentences(read))
    asked = Candidate(
        Technique.WHEN,
        Form.DATE,
        "In what year did Hideyoshi invade Korea?",
        "1592",
        found.topic.lines[0],
    )
    offered = wrong_options(asked, (), families((), found.topic))
    assert len(offered) >= 2
    assert not {"1590", "1591", "1592", "1597"} & set(offered)


def test_a_term_that_opens_with_a_word_of_the_question_is_no_option() -> None:
    read = article(
        "# Phases\n\n**Evaluation** is the phase in which behaviors are analyzed to assess success. "
        "**Observation** is the phase in which behaviors are watched from afar. **Assessment** is the phase "
        "in which facts are weighed by a board. **Preparation** is the phase in which tools are made ready.\n"
    )
    found = proposed(read, sentences(read))
    candidates = [candidate for _, candidate in found.candidates]
    known = families(candidates, found.topic)
    offered = [
        set(wrong_options(each, candidates, known))
        for each in candidates
        if each.answer == "Evaluation".lower()
    ]
    assert {"observation", "preparation"} in offered
    assert not any("assessment" in each for each in offered)

"""Gaps of plain key terms that a sentence only brings up, tears, or says of another, are turned away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from articles_to_derive import told

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.weakgaps import weak_gap
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.gaps.loosegaps import told_by_title
from quizapp.articles.techniques.gaps.plaingaps import plain_gap

_TEXT = "The placenta provides the fetus with oxygen and nutrients through the umbilical vein."
_KEY, _TERM, _CENTRAL = Technique.KEY_GAP, Technique.TERM_GAP, Technique.CENTRAL_GAP


def is_plain(technique: Technique, made: str, answer: str, topic: Topic | None = None) -> bool:
    """Whether a gap of a technique counts as one that its sentence only brings up or tears."""
    topic = topic or told(_TEXT)
    return plain_gap(Candidate(technique, Form.CLOZE, made, answer, topic.lines[0]), topic)


@pytest.mark.parametrize(
    ("technique", "made", "answer"),
    [
        (_KEY, "The ____ of the CNS is covered in the membrane of the pia mater.", "outer surface"),
        (_KEY, "The ____ can be resolved with exponential notation.", "ambiguity"),
        (_KEY, "____ are found in foods and microbes throughout nature.", "blood group antigens"),
        (_KEY, "____ are used in the laboratory to tell bacteria apart.", "fermentation products"),
        (_KEY, "____ has been justified as the simplest way to name a winner.", "plurality voting"),
        (_KEY, "The prevalence of ____ in religion indicates that it is learned.", "symbolism"),
        (_KEY, "Stratigraphers analyze data from ____ that show where layers lie.", "surveys"),
        (_KEY, "The number of ____ generated from glucose varies.", "ATP molecules"),
        (_KEY, "The immune responses to organs and to ____ are important issues.", "cancer cells"),
        (_KEY, "To achieve the ____, antigen is slowly added to a solution.", "optimal ratio"),
        (_KEY, "The basic structure of the modern ____ consists of three parts.", "labor movement"),
        (_KEY, "Customers can order ____ for delivery by mail or for pickup.", "prescription refills"),
        (_KEY, "Infections occur in swimmers and those with poorly ____.", "controlled diabetes"),
        (_KEY, "Specialized cells of the ____ the enzyme renin when pressure falls.", "kidneys secrete"),
        (_KEY, "The tympanic membrane can ____ from infection or barotrauma.", "rupture"),
        (_KEY, "The ____ even allows for states to take a role.", "U.S. Constitution"),
        (_KEY, "A(n) ____ produced in much smaller amounts is corticosterone.", "glucocorticoid"),
        (_TERM, "In a(n) ____, the phage genome also enters the cell.", "lysogenic cycle"),
        (_TERM, "____ value: A bond will always clearly state its worth.", "par"),
        (_TERM, "An adaptation of the team concept is called a(n) ____ team.", "cross-functional"),
        (Technique.MENTION, "To achieve that recognition, nurses must seek ____.", "self-awareness"),
        (Technique.MENTION, "Facts of the pre-approach help in the ____ phase.", "approach"),
        (_CENTRAL, "In 2016, the newly elected ____ began to pull back from the agreement.", "Donald Trump"),
        (_CENTRAL, "The ____, as the land would become known, was mapped in 1880.", "Alta Vista Tract"),
        (_CENTRAL, "States were given the power to amend the ____.", "U.S. Constitution"),
    ],
)
def test_a_gap_that_is_only_brought_up_or_torn_is_turned_away(
    technique: Technique, made: str, answer: str
) -> None:
    assert is_plain(technique, made, answer)


@pytest.mark.parametrize(
    ("technique", "made", "answer"),
    [
        (_KEY, "____ is used for preserving tissue and embalming bodies.", "formaldehyde"),
        (_KEY, "A(n) ____ can be a fixator that stabilizes the bone.", "synergist"),
        (_KEY, "____ is characterized by a lack of motivation in all tasks.", "avolition"),
        (_KEY, "To lift a cup, a muscle called the ____ is the prime mover.", "biceps brachii"),
        (_KEY, "The low ____ of oxygen leads to a lower saturation.", "partial pressure"),
        (_KEY, "The Eustachian tube connects the ____ to the back of the nose.", "middle ear"),
        (_TERM, "In ____, also known as individual counseling, two people meet.", "individual therapy"),
        (_TERM, "The ____ can best be described as a research of the candidate.", "pre-approach stage"),
        (_CENTRAL, "On August 15, the United States pulled out of the ____.", "Bretton Woods Accord"),
    ],
)
def test_a_gap_whose_sentence_tells_what_it_is_stays(technique: Technique, made: str, answer: str) -> None:
    assert not is_plain(technique, made, answer)


def test_what_the_article_says_of_another_thing_too_is_turned_away() -> None:
    topic = told(
        "Pantoprazole suppresses gastric acid by inhibiting the proton pump. "
        "Omeprazole suppresses the secretion of gastric acid by inhibiting the proton pump of the cells. "
        "Sucralfate coats ulcers with a sticky barrier."
    )
    made = "____ suppresses gastric acid by inhibiting the proton pump."
    assert is_plain(_KEY, made, "Pantoprazole", topic)
    assert weak_gap(Candidate(_KEY, Form.CLOZE, made, "Pantoprazole", topic.lines[0]), topic)
    assert not is_plain(_KEY, "____ coats ulcers with a sticky barrier.", "Sucralfate", topic)


def test_a_world_war_is_not_asked_for_where_the_title_has_a_war() -> None:
    made = "The ____ was, in many ways, a war of attrition that needed a large army."
    topic = replace(told(_TEXT), title_words=frozenset({"prepares", "war"}))
    assert is_plain(_CENTRAL, made, "First World War", topic)
    assert not is_plain(_CENTRAL, made, "First World War")


def test_a_title_shows_a_term_of_several_words_through_its_hyphens() -> None:
    title = "The Service-Profit Chain Model and the Marketing Triangle"
    assert told_by_title("service-profit chain model", title)
    assert not told_by_title("antibodies", "Antigen-Antibody Complexes")

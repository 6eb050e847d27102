"""Gaps that a sentence only brings up, or that another word shows, are turned away; others are mended."""

from __future__ import annotations

import pytest
from articles_to_derive import told

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.techniques.gaps.cloze import called_gaps, term_gaps
from quizapp.articles.techniques.gaps.keyterms import key_terms
from quizapp.articles.techniques.gaps.loosegaps import loose, told_by_title
from quizapp.articles.techniques.gaps.soundgaps import first_said, mended


def is_loose(technique: Technique, made: str, answer: str) -> bool:
    """Whether a gap of a technique counts as one that its sentence only brings up, shows or tears."""
    line = told("The placenta provides the fetus with oxygen and nutrients.").lines[0]
    return loose(Candidate(technique, Form.CLOZE, made, answer, line))


@pytest.mark.parametrize(
    ("technique", "made", "answer"),
    [
        (Technique.CALLED, "A person from abroad is locally referred to as a(n) ____.", "obruni"),
        (Technique.KEY_GAP, "The ____ galaxy is a large spiral galaxy like ours.", "Andromeda"),
        (Technique.CALLED, "Astronomers dubbed the ____ “LGM” for “little green men.”", "source"),
        (Technique.KEY_GAP, "The system will experience a(n) ____ in the forward direction.", "net reaction"),
        (Technique.KEY_GAP, "Treatments range from ____ to sedative drugs.", "relaxation therapy"),
        (Technique.KEY_GAP, "A spectrum can serve as a(n) ____ from which atoms absorb.", "backdrop"),
        (Technique.KEY_GAP, "Prospecting allows ____ to collect information.", "salespeople"),
        (Technique.KEY_GAP, "The ____ that sell old clothes are called boutiques.", "stalls"),
        (Technique.KEY_GAP, "The ____ notes that Joseph ended up in Egypt.", "Hebrew Bible"),
        (Technique.KEY_GAP, "The ____ is a central concept in cosmology.", "Hubble constant"),
        (Technique.CALLED, "Hospitals are known as a(n) ____ of deadly infections.", "source"),
        (Technique.CALLED, "The mix is referred to as the ____ a company can use.", "tactics"),
        (Technique.KEY_GAP, "In ____ that form a precipitin the antigen is soluble.", "vitro assays"),
        (Technique.KEY_GAP, "The ____ is a maxilla of a young individual.", "best-preserved fossil"),
        (Technique.KEY_GAP, "The ____ represents the demand for capital.", "downward DPrivate curve"),
        (Technique.KEY_GAP, "A charged glass rod attracts ____ of paper.", "neutral pieces"),
        (Technique.KEY_GAP, "It is the posture adopted by ____ through the piles.", "customers rifling"),
        (Technique.TERM_GAP, "Each is a ____ bone, whereas the others are metatarsal bones.", "tarsal"),
        (Technique.KEY_GAP, "Billions of videos can be viewed on ____, the largest host.", "YouTube"),
        (Technique.KEY_GAP, "A common stimulating drug is ____, a part of decongestants.", "phenylephrine"),
        (Technique.TERM_GAP, "The reaction enters the ____, where both occur.", "equivalence zone"),
        (Technique.TOLD_GAP, "The ____ is a ridge across its upper portion.", "spine of the scapula"),
        (Technique.CALLED, "The plant then produces a protein called ____ in its cells.", "leghemoglobin"),
        (Technique.CALLED, "Some describe a fourth type of neuron, called a(n) ____ neuron.", "anaxonic"),
        (Technique.KEY_GAP, "____ nominate candidates to run for state government.", "political parties"),
        (Technique.KEY_GAP, "The overall ____ is stabilized by weak interactions.", "structure"),
        (Technique.CALLED, "The consensus sequence, called the ____, is TATAAT.", "TATA box"),
    ],
)
def test_a_gap_that_is_only_brought_up_or_shown_is_loose(
    technique: Technique, made: str, answer: str
) -> None:
    assert is_loose(technique, made, answer)


@pytest.mark.parametrize(
    ("technique", "made", "answer"),
    [
        (Technique.KEY_GAP, "Blood flows from the ____ to the right atrium.", "inferior vena cava"),
        (Technique.KEY_GAP, "The cell membranes of most organisms are made from ____.", "lipid bilayers"),
        (Technique.KEY_GAP, "____ is the idea that humans gain knowledge by reason.", "rationalism"),
        (Technique.CALLED, "The edge of the main-sequence band is called the ____.", "zero-age sequence"),
        (
            Technique.TERM_GAP,
            "The sinuses connect to the ____ sinuses, which then join the veins.",
            "sigmoid",
        ),
        (Technique.KEY_GAP, "____ is a result of the limits of the brain.", "confirmation bias"),
        (Technique.KEY_GAP, "____ involve subsequent buyers and sellers of securities.", "secondary markets"),
        (Technique.KEY_GAP, "The far end of the ____ region is variable.", "Fab"),
        (Technique.KEY_GAP, "____ is a fossil ape that lived seven million years ago.", "Sahelanthropus"),
        (Technique.KEY_GAP, "The ____ is a narrow tube that drains urine.", "ureter"),
    ],
)
def test_a_gap_that_is_told_of_is_not_loose(technique: Technique, made: str, answer: str) -> None:
    assert not is_loose(technique, made, answer)


@pytest.mark.parametrize(
    ("answer", "title", "shown"),
    [
        ("equilibrium", "Shifting Equilibria", True),
        ("price", "Pricing and Its Role", True),
        ("anatomical terms", "Anatomical Terminology", True),
        ("gas-phase equilibrium", "Shifting Equilibria", False),
        ("trachea", "The Respiratory Tract", False),
        ("antibodies", "Antigen-Antibody Complexes", False),
    ],
)
def test_a_title_shows_an_answer_all_words_of_which_it_has(answer: str, title: str, shown: bool) -> None:
    assert told_by_title(answer, title) is shown


def test_a_name_is_asked_for_with_what_it_is_of() -> None:
    line = told("Copying begins at a special sequence of bases called the origin of replication.").lines[0]
    assert [each.answer for each in called_gaps(line, None, told("Copying."))] == ["origin of replication"]


def test_a_name_of_several_words_is_not_cut_before_a_small_one() -> None:
    topic = told(
        "In 2001, nations agreed on a idea called **Responsibility to Protect**, which justifies acts to "
        "protect human rights."
    )
    assert [each.answer for each in term_gaps(topic.lines[0], None, topic)] == ["Responsibility to Protect"]


def test_an_owner_that_the_sentence_goes_back_to_stays() -> None:
    topic = told("The **spine of the scapula** is a long ridge that runs across its whole upper portion.")
    (made,) = term_gaps(topic.lines[0], None, topic)
    assert (made.answer, made.prompt.startswith("The ____ of the scapula is")) == ("spine", True)


def test_a_long_sentence_is_not_cut_inside_a_run_of_verbs() -> None:
    topic = told(
        "A **commercial bank** is a profit-oriented financial institution that accepts deposits, makes "
        "business and consumer loans, invests in securities, and provides other financial services."
    )
    (made,) = term_gaps(topic.lines[0], None, topic)
    assert made.prompt.endswith("other financial services.")


def test_a_run_of_verbs_behind_a_whole_relative_clause_is_cut() -> None:
    topic = told(
        "The **glial cells** provide the scaffolding on which the nervous system is built, help neurons line "
        "up with each other, provide insulation to neurons, and mediate immune responses of the brain."
    )
    prompts = [each.prompt for each in term_gaps(topic.lines[0], None, topic)]
    assert prompts == ["The ____ provide the scaffolding on which the nervous system is built."]


def test_where_a_word_comes_from_is_left_out() -> None:
    made = "Machines use a process called ____—a word coined from the Greek words xeros and graphos."
    assert mended(made) == "Machines use a process called ____."


def test_then_behind_a_name_is_left_out() -> None:
    assert (
        mended("An enzyme called ____ then separates strands.") == "An enzyme called ____ separates strands."
    )


def test_what_is_then_told_of_something_else_is_left_out() -> None:
    made = "The ____ measures the steepness of the line, and the y-intercept is a point on the y-axis."
    assert first_said(made) == "The ____ measures the steepness of the line."
    kept = "____ involves a passion for an idea of value, and a willingness to think beyond patterns."
    assert first_said(kept) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        "In a neutron star, the poles do not have to be anywhere close to the axis of the rotation.",
        "In regression analysis, all points will be utilized to develop the linear regression model.",
    ],
)
def test_what_can_be_and_what_need_not_be_is_not_asked_as_what_happens(sentence: str) -> None:
    topic = told(
        f"{sentence} Analysis of a neutron star and regression analysis are old. A neutron star is dense."
    )
    assert not [each for each in key_terms(topic.lines[0], topic) if each.form is Form.FREE]

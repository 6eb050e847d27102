"""Gaps that many terms fill as well, or that show their term, are not asked; torn sentences are not cut."""

from __future__ import annotations

import pytest
from articles_to_derive import told

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.weakgaps import weak_gap
from quizapp.articles.drafts import Technique
from quizapp.articles.techniques.causes.contrasts import other_names
from quizapp.articles.techniques.gaps.cloze import term_gaps
from quizapp.articles.techniques.gaps.keyterms import key_terms
from quizapp.articles.techniques.gaps.soundgaps import mended


def weak(technique: Technique, made: str, answer: str) -> bool:
    """Whether a gap of a technique is turned away."""
    topic = told("The placenta provides the fetus with oxygen and nutrients through the umbilical vein.")
    return weak_gap(Candidate(technique, Form.CLOZE, made, answer, topic.lines[0]), topic)


@pytest.mark.parametrize(
    ("technique", "made", "answer"),
    [
        (
            Technique.TERM_GAP,
            "The theory sets core against periphery; it is the ____.",
            "core-periphery model",
        ),
        (Technique.CALLED, "Antibodies to the B antigen are called ____ antibodies.", "anti-B"),
        (Technique.TERM_GAP, "____ is the plural form of taxon, used of all groups.", "taxa"),
        (Technique.TERM_GAP, "____ derives from the Sanskrit words upa, ni, and shad.", "Upanishad"),
        (Technique.CALLED, "Also known as the ____, gonorrhea is a common disease.", "clap"),
        (Technique.CALLED, "The entry of another toxin called ____ kills the cell.", "granulysin"),
        (Technique.TERM_GAP, "____: Apolipoprotein E is known for moving cholesterol.", "genetics"),
        (Technique.TOLD_GAP, "____ takes place in the cytoplasm of all cells.", "glycolysis"),
        (Technique.TOLD_GAP, "____ can occur in either phase of sleep.", "parasomnias"),
        (Technique.TOLD_GAP, "____ is a highly motile bacterium of soil and water.", "P. aeruginosa"),
        (Technique.KEY_GAP, "____ is the backbone of academic anthropology.", "theoretical research"),
        (Technique.KEY_GAP, "Granular leukocytes contain granules within the ____.", "plasma"),
        (Technique.KEY_GAP, "____ caused by a gonococcus can be hard to treat.", "urethritis"),
        (Technique.KEY_GAP, "Catabolism breaks down complex ____ into simpler ones.", "molecules"),
        (Technique.KEY_GAP, "The ____, which normally is triggered by trauma.", "extrinsic pathway"),
        (Technique.CALLED, "NADH is often referred to as ____ due to its electrons.", "having power"),
        (Technique.TOLD_GAP, "____ can have a hereditary component of some kind.", "Ménière’s disease"),
        (Technique.KEY_GAP, "____ was an important element of Roman culture.", "gladiatorial combat"),
        (Technique.KEY_TERM, "In a(n) ____, firms can make their own choices.", "market economy"),
        (
            Technique.TERM_GAP,
            "Infections involve H. influenzae, S. aureus, ____, or strains of E. coli.",
            "Giardia",
        ),
        (
            Technique.MENTION,
            "Common causes include Aspergillus spp., S. aureus, C. viola, and ____.",
            "Salmonella",
        ),
    ],
)
def test_a_gap_that_many_terms_fill_or_that_shows_its_term_is_weak(
    technique: Technique, made: str, answer: str
) -> None:
    assert weak(technique, made, answer)


@pytest.mark.parametrize(
    ("technique", "made", "answer"),
    [
        (Technique.TERM_GAP, "____ is based on the premise that aims spur people on.", "goal-setting theory"),
        (Technique.CALLED, "So the unipolar cells in humans are called “____” cells.", "pseudo-unipolar"),
        (Technique.TERM_GAP, "____: Amounts the firm owes for purchases on credit.", "accounts payable"),
        (Technique.TOLD_GAP, "____ occurs when the air pressure in the ear is too low.", "barotrauma"),
        (Technique.KEY_GAP, "A(n) ____ is a negatively charged particle around the nucleus.", "electron"),
        (Technique.MENTION, "The basilar membrane is a strip of tissue within the ____.", "cochlea"),
        (Technique.CALLED, "Exchanging one form of goods for another was known as ____.", "bartering"),
        (Technique.KEY_TERM, "In ____, a reflex is triggered by the environment.", "classical conditioning"),
    ],
)
def test_a_gap_that_its_sentence_pins_down_is_not_weak(technique: Technique, made: str, answer: str) -> None:
    assert not weak(technique, made, answer)


def test_a_long_sentence_is_not_cut_between_both_and_its_second_half() -> None:
    topic = told(
        "An **exchange** reaction is a chemical reaction in which both synthesis and decomposition occur, "
        "chemical bonds are both formed and broken, and chemical energy is absorbed, stored, and released."
    )
    (made,) = [each.prompt for each in term_gaps(topic.lines[0], None, topic)]
    assert made.endswith("absorbed, stored, and released.")


def test_what_points_at_a_figure_at_the_end_is_left_out() -> None:
    assert mended("It is marked by grooves, known as ____, shown in.").endswith("known as ____.")


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (
            "In defecation, the final step in digestion, undigested materials are removed from the body.",
            "Undigested materials are removed from the body",
        ),
        (
            "In sleepwalking, or somnambulism, the sleeper takes up relatively complex behaviors at night.",
            "The sleeper takes up relatively complex behaviors at night",
        ),
    ],
)
def test_what_happens_leaves_out_what_stands_beside_the_term(sentence: str, answer: str) -> None:
    topic = told(sentence)
    found = [each.answer for each in key_terms(topic.lines[0], topic) if each.form is Form.FREE]
    assert found == [answer]


def test_another_name_is_asked_with_the_article_and_not_of_a_deed() -> None:
    topic = told(
        "A pharyngeal tonsil, also called an adenoid, is an aggregate of lymphoid tissue. It gives off "
        "oxygen, becoming darker deoxyhemoglobin, sometimes referred to as reduced hemoglobin."
    )
    prompts = [each.prompt for line in topic.lines for each in other_names(line, topic)]
    assert prompts == ["What is another name for a pharyngeal tonsil?"]


def test_the_name_of_a_unit_is_no_other_name_of_what_it_measures() -> None:
    topic = told(
        "The fundamental unit of charge (also called the elementary charge) equals the magnitude of that of"
        " an electron."
    )
    assert [each.prompt for line in topic.lines for each in other_names(line, topic)] == []

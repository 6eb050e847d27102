"""Gaps that a sentence leaves open or shows elsewhere are turned away; pinned ones stay."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import lines_of
from quizapp.articles.sense.topic import topic_of
from quizapp.articles.techniques.gaps.cloze import called_gaps, without_synonym
from quizapp.articles.techniques.gaps.soundgaps import mended, sound
from quizapp.articles.techniques.gaps.unpinned import unpinned

_TEXT = (
    "The placenta provides the fetus with oxygen and nutrients through the umbilical vein. "
    "Waste leaves the fetus through the arteries of the cord."
)


def open_gap(technique: Technique, made: str, answer: str) -> bool:
    """Whether a gap of a technique counts as left open or shown."""
    read = article(f"# Notes\n\n{_TEXT}\n")
    lines, _ = lines_of(read, sentences(read))
    return unpinned(Candidate(technique, Form.CLOZE, made, answer, lines[0]))


@pytest.mark.parametrize(
    ("technique", "made", "answer"),
    [
        (Technique.TOLD_GAP, "Typically, ____ coincides with the onset of disease.", "seroconversion"),
        (Technique.TOLD_GAP, "____ depends on the type of goods being produced.", "routing"),
        (Technique.TOLD_GAP, "The ____ then travels through the lymphatic system.", "chyle"),
        (Technique.TERM_GAP, "Next, a(n) ____ is added, usually ethanol.", "decolorizing agent"),
        (Technique.TERM_GAP, "The second method of preparing specimens is ____.", "fixation"),
        (Technique.TERM_GAP, "Related to impersonality is the concept of ____.", "neutral competence"),
        (
            Technique.TERM_GAP,
            "Molecules are exchanged between the phases. Such is an example of a(n) ____.",
            "dynamic equilibrium",
        ),
        (
            Technique.CALLED,
            "The founders' stories still play a part. This bigger story is called a(n) ____.",
            "corporate narrative",
        ),
        (Technique.CALLED, "Japanese short-grain rice is still referred to as ____.", "shushoku"),
        (Technique.TERM_GAP, "Anyone who owns a bond is called a(n) ____.", "bondholder"),
        (Technique.MENTION, "Molecules of ____, better known as ATP, are made.", "adenosine triphosphate"),
        (Technique.KEY_TERM, "In ____, we use everyday words in a special way.", "operant conditioning"),
        (Technique.KEY_GAP, "Like ____, coccidioidomycosis is acquired by inhaling spores.", "mycosis"),
        (Technique.KEY_GAP, "Conflicts are settled by talks rather than through ____.", "open war"),
        (Technique.KEY_GAP, "A shunt is a(n) ____ that lets blood pass the liver.", "anatomical diversion"),
        (Technique.KEY_GAP, "The hip bone serves as the ____ for each lower limb.", "attachment point"),
        (Technique.KEY_GAP, "An accountant can apply different ____ to reduce taxes.", "depreciation"),
        (Technique.MENTION, "Amino acids are ____ that are the blocks of proteins.", "organic compounds"),
        (Technique.TERM_GAP, "The ____ is the only one that turns the forearm.", "supinator"),
        (Technique.TOLD_GAP, "____ is normally self-limiting in healthy people.", "gingivostomatitis"),
        (Technique.KEY_GAP, "The ____ are cydippids with egg-shaped bodies.", "textbook examples"),
        (Technique.TERM_GAP, "Some kinds of contact are called ____ contact.", "horizontal"),
        (Technique.TERM_GAP, "____ is a metric used to evaluate efficiency.", "total units in storage"),
        (
            Technique.CALLED,
            "In 1597, all were crucified in Nagasaki. They became known as the ____.",
            "Martyrs of Japan",
        ),
        (Technique.MENTION, "A census shows 19,500 ____ governments and 9 other ones.", "municipal"),
        (Technique.KEY_GAP, "They cannot be strictly categorized as ____.", "thymic hormones"),
        (Technique.MENTION, "Many small ____ are housed within the membranes.", "salivary glands"),
        (Technique.KEY_GAP, "Ethanol has a lower vapor pressure than ____.", "diethyl ether"),
        (Technique.KEY_GAP, "All waves, including forms of ____, have a wavelength.", "radiation"),
        (Technique.KEY_GAP, "The light cannot escape its ____ any more.", "gravitational pull"),
        (Technique.KEY_GAP, "The customer comes into the ____ from the start.", "canvas"),
        (Technique.KEY_GAP, "The method developed by ____ is a direct assay.", "Lancefield"),
        (Technique.KEY_GAP, "ATP is generated from the ____ of glucose.", "retention"),
        (
            Technique.KEY_GAP,
            "Such laboratories require a(n) ____, an eyewash station, and two sets of doors.",
            "hands-free sink",
        ),
        (
            Technique.KEY_GAP,
            "Filtration is regulated by ____ in endothelial cells, podocytes, and the membrane.",
            "fenestrations",
        ),
        (
            Technique.KEY_GAP,
            "____ leukocytes contain smaller granules than do granular leukocytes.",
            "agranular",
        ),
    ],
)
def test_a_gap_that_is_left_open_or_shown_is_turned_away(
    technique: Technique, made: str, answer: str
) -> None:
    assert open_gap(technique, made, answer)


@pytest.mark.parametrize(
    ("technique", "made", "answer"),
    [
        (Technique.TERM_GAP, "The second largest source is the ____, which funds care.", "payroll tax"),
        (Technique.CALLED, "The first pleading filed by the prosecutor is called the ____.", "information"),
        (
            Technique.CALLED,
            "The expelled mucus is swallowed. This removal is called the ____.",
            "mucociliary escalator",
        ),
        (
            Technique.KEY_GAP,
            "The ____, a five-pointed star, stands for air, water, and fire.",
            "pentagram",
        ),
        (Technique.KEY_GAP, "____ are genes, proteins, and lipids that vary with the host.", "markers"),
        (Technique.KEY_GAP, "Theory accounts for the ____ of the oxygen molecule.", "paramagnetism"),
    ],
)
def test_a_gap_that_its_sentence_pins_down_stays(technique: Technique, made: str, answer: str) -> None:
    assert not open_gap(technique, made, answer)


@pytest.mark.parametrize(
    ("made", "whole"),
    [
        ("Keep in mind that a(n) ____ is a force.", "A(n) ____ is a force."),
        ("As just noted, ____ occurs in the tubules.", "____ occurs in the tubules."),
        ("In response, the mucosa envelops the ____.", "The mucosa envelops the ____."),
    ],
)
def test_what_leans_on_an_earlier_page_is_left_out_of_a_gap(made: str, whole: str) -> None:
    assert mended(made) == whole


def test_a_phrase_with_a_preposition_is_no_answer() -> None:
    assert not sound("The vapor is then said to be ____ with the liquid.", "in equilibrium")


@pytest.mark.parametrize(
    ("made", "left", "also"),
    [
        ("The ____, or altitude sickness, is an illness.", "The ____ is an illness.", ("altitude sickness",)),
        (
            "A state had to hold ____, or money, gold, and other assets.",
            "A state had to hold ____, or money, gold, and other assets.",
            (),
        ),
        (
            "It is the province of the ____, also called a weir, which holds back the river.",
            "It is the province of the ____, which holds back the river.",
            ("weir",),
        ),
    ],
)
def test_a_second_name_is_left_out_but_no_member_of_a_run(
    made: str, left: str, also: tuple[str, ...]
) -> None:
    assert without_synonym(made) == (left, also)


def test_a_case_that_is_only_cited_does_not_go_before_what_this_points_at() -> None:
    read = article(
        "# Cases\n\nA. L. A. Schechter Poultry Corp. v. United States, 295 U.S. 495. This case challenged "
        "a law of the United States called the National Industrial Recovery Act.\n\n"
        "The farmers of the valley had learned long ago to watch all of it with care, and so had others.\n"
    )
    lines, capitals = lines_of(read, sentences(read))
    topic = topic_of(read.title, lines, capitals)
    made = [
        gap
        for line, before in zip(lines[1:], lines, strict=False)
        for gap in called_gaps(line, before, topic)
    ]
    assert not [gap for gap in made if gap.before is not None]

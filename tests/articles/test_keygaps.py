"""Key terms that nothing marks: which words are one, and which sentences ask for it."""

from __future__ import annotations

import pytest

from quizapp.articles.candidates import Candidate
from quizapp.articles.choosing.filters import turned_away
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.readers import read_article
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.keyphrases import key_phrases
from quizapp.articles.sense.prose import lines_of
from quizapp.articles.sense.topic import Topic, topic_of
from quizapp.articles.techniques.gaps.cloze import called_gaps, standing
from quizapp.articles.techniques.gaps.keygaps import key_gaps
from quizapp.articles.techniques.gaps.soundgaps import mended, says_of_it_alone, sound

NERVES = (
    "A neuron releases glutamate into the synapse. Neurons carry signals from the retina to the cortex. "
    "The resting potential of neurons depends on sodium ions. Neurons need a lot of oxygen. "
    "The fetus passes meconium after birth."
)


def told(*paragraphs: str, title: str = "Notes on living things") -> Topic:
    """What is known of an article of plain paragraphs."""
    text = f"# {title}\n\n" + "\n\n".join(paragraphs) + "\n\n" + NERVES + "\n"
    article = read_article(text.encode(), "notes.md")
    lines, capitals = lines_of(article, sentences(article))
    return topic_of(article.title, lines, capitals)


def asked(sentence: str) -> list[tuple[str, str]]:
    """The gaps for a sentence in a short article, as prompt and answer."""
    topic = told(sentence)
    found: list[Candidate] = [each for each in key_gaps(topic) if not turned_away(each, topic)]
    assert all(each.technique is Technique.KEY_GAP for each in found)
    return [(each.prompt, each.answer) for each in found if each.line.number == 0]


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Meconium consists of ingested amniotic fluid, cellular debris, mucus, and bile.",
            "____ consists of ingested amniotic fluid, cellular debris, mucus, and bile.",
            "meconium",
        ),
        (
            "The placenta provides the fetus with oxygen and nutrients through the umbilical vein.",
            "The ____ provides the fetus with oxygen and nutrients through the umbilical vein.",
            "placenta",
        ),
        (
            "When humans are stressed, the brain secretes more of the neurotransmitter glutamate, which"
            " sharpens the memory of the event.",
            "When humans are stressed, the brain secretes more of the neurotransmitter ____, which"
            " sharpens the memory of the event.",
            "glutamate",
        ),
        (
            "Forensic anthropology uses the techniques of biological anthropology to solve crimes.",
            "____ anthropology uses the techniques of biological anthropology to solve crimes.",
            "forensic",
        ),
        (
            "The radius of the event horizon is called the Schwarzschild radius of the black hole.",
            "The radius of the event horizon is called the ____ radius of the black hole.",
            "Schwarzschild",
        ),
        (
            "The term hominin refers to all species in the direct lineage of humans and their ancestors.",
            "The term ____ refers to all species in the direct lineage of humans and their ancestors.",
            "hominin",
        ),
    ],
)
def test_a_sentence_that_tells_of_a_key_term_asks_for_it(sentence: str, prompt: str, answer: str) -> None:
    assert (prompt, answer) in asked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "This organelle provides the cytoplasm with ribosomes and enzymes for its metabolism.",
        "We already know that the placenta provides the fetus with oxygen and nutrients.",
        "Caulfield recommends the acronym of fact checkers for a careful reading of sources.",
        "The retention of electrolytes and proteins, urea and acids harms the kidneys and the liver.",
        "It provides the fetus with oxygen and nutrients through the umbilical vein and its branches.",
    ],
)
def test_a_sentence_that_leans_on_others_or_tells_little_asks_for_nothing_vague(sentence: str) -> None:
    assert asked(sentence) == []


def test_a_member_of_a_run_is_not_asked_for() -> None:
    answers = [
        answer for _, answer in asked("Bacteria, archaea, and eukaryotes possess ribosomes and membranes.")
    ]
    assert not {"archaea", "eukaryotes", "bacteria"} & set(answers)


def test_no_term_is_asked_for_more_than_twice() -> None:
    topic = told(
        "The placenta provides the fetus with oxygen and nutrients through the umbilical vein.",
        "The placenta produces hormones such as estrogen and progesterone during the pregnancy.",
        "The placenta removes carbon dioxide and urea from the blood vessels of the fetus.",
        "The placenta consists of fetal and maternal tissue with numerous blood vessels.",
    )
    answers = [each.answer for each in key_gaps(topic)]
    assert answers.count("placenta") == 2


def test_somebody_is_asked_for_where_it_is_said_who_that_is() -> None:
    topic = told(
        "A mediator is someone who resolves the conflicts of employers and unions without a verdict.",
        "Employers pay the mediator. The unions accept a mediator in most conflicts.",
    )
    prompts = [each.prompt for each in key_gaps(topic) if each.answer == "mediator"]
    assert prompts == [
        "A(n) ____ is someone who resolves the conflicts of employers and unions without a verdict."
    ]


def test_where_a_sentence_leaves_a_term_open_the_next_best_asks_for_it() -> None:
    topic = told(
        "Meconium depends on the swallowed fluid, cellular debris and bile of the fetus.",
        "Meconium consists of ingested amniotic fluid, cellular debris, mucus, and bile.",
    )
    asked_in = {each.line.number for each in key_gaps(topic) if each.answer == "meconium"}
    assert 0 not in asked_in
    assert 1 in asked_in


def test_terms_that_recur_or_are_technical_weigh_more_than_everyday_words() -> None:
    topic = told("The umbilical cord joins the fetus to the placenta. The umbilical cord holds two arteries.")
    weights = {" ".join(phrase.key): phrase.weight for phrase in key_phrases(topic)}
    assert weights["umbilical cord"] > weights.get("artery", 0.0)
    assert "cord" not in weights or weights["cord"] < weights["umbilical cord"]
    assert "lot" not in weights


def test_the_longer_phrase_takes_the_counts_of_the_one_inside_it() -> None:
    topic = told(
        "The membrane potential is low. The resting membrane potential is steady. It is a membrane potential."
    )
    counts = {" ".join(phrase.key): len(phrase.places) for phrase in key_phrases(topic)}
    assert counts["membrane potential"] == 3


def test_the_best_sentences_of_a_term_are_marked_as_sure() -> None:
    topic = told("The placenta is an organ that provides the fetus with oxygen and nutrients from the blood.")
    found = [each for each in key_gaps(topic) if each.answer == "placenta"]
    assert [each.sure for each in found] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Soviet troops guard the hydroelectric dams and the petrochemical plants of the peninsula.",
        "Cultural anthropologists explore the kinship systems and rituals of societies in the highlands.",
    ],
)
def test_people_are_not_asked_for(sentence: str) -> None:
    assert not {"soviet troops", "Soviet troops", "cultural anthropologists"} & {
        answer for _, answer in asked(sentence)
    }


def test_the_same_article_gives_the_same_gaps() -> None:
    sentence = "The placenta provides the fetus with oxygen and nutrients through the umbilical vein."
    assert asked(sentence) == asked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Histoplasmosis is acquired by inhaling microconidial spores in the humid air of caves.",
        "Norovirus can be detected using enzyme immunoassay testing of stool in the laboratory.",
        "The number of mitochondria generated from the catabolism of glucose varies between neurons.",
        "Unlike glutamate, the apparent weight of most neurotransmitters decreases in a magnetic field.",
        "Intracranial hypertension is associated with an elevation of the pressures within the cranium.",
        "The tympanic membrane can rupture from infection, barotrauma, or the use of cotton swabs.",
    ],
)
def test_what_is_done_to_one_of_many_or_shows_the_answer_is_no_gap(sentence: str) -> None:
    topic = told(sentence)
    answers = {each.answer for each in key_gaps(topic) if "one of many" not in each.doubts}
    assert not answers & {"histoplasmosis", "norovirus", "mitochondria", "glutamate", "cranium", "rupture"}


@pytest.mark.parametrize(
    ("made", "name", "good"),
    [
        ("Solubility equilibria are established by dissolving ____ in water.", "salts", True),
        ("____ are established when the dissolution and precipitation occur at equal rates.", "salts", True),
        ("____ is characterized by a lack of motivation to engage in activity.", "avolition", True),
        ("____ is acquired by inhaling spores in the air.", "histoplasmosis", False),
        ("A(n) ____ will reduce interest rates and stimulate investment.", "expansionary policy", True),
        ("The ____ of the two affects how goods and services are distributed.", "interconnection", False),
        ("____ includes rescue work to provide relief and medical care.", "disaster recovery", False),
        ("During the ____, the typical features of plaques can be visualized.", "autopsy", False),
        ("The skin protects the body from microorganisms and other ____.", "irritants", False),
        ("____ will be discussed in more detail in the next chapter.", "health literacy", False),
    ],
)
def test_a_subject_is_left_out_where_its_verb_says_what_it_is(made: str, name: str, good: bool) -> None:
    assert (sound(made, name) and says_of_it_alone(made)) is good


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("Begins the process of ____, which signals the end of a stage of development.", "implantation"),
        ("What Eisenhower later called “____” followed the launch of the satellite.", "a wave of hysteria"),
        ("The opposite is also true. This mechanism is referred to as the ____.", "atrial reflex"),
        ("____ of ACh: The loss of ACh is crucial for two reasons.", "deficiency"),
        ("A sweater should not be called “____” unless that is what it is made of.", "wool"),
    ],
)
def test_a_torn_text_is_no_gap(made: str, name: str) -> None:
    assert not sound(made, name)


def test_what_pointed_at_a_figure_or_a_formula_is_left_out() -> None:
    assert mended("The largest source of revenue, as shows is the ____ tax.") == (
        "The largest source of revenue is the ____ tax."
    )
    assert mended("A(n) ____ cost is the change in total cost divided by that in output:.") == (
        "A(n) ____ cost is the change in total cost divided by that in output."
    )
    assert mended("Nuclear families: Also known as a(n) ____ family, it has one or two parents.") == (
        "Also known as a(n) ____ family, it has one or two parents."
    )


def test_a_statement_that_says_what_something_means_stands_without_that() -> None:
    assert standing("This means that a legislator can delay a vote, known as a(n) ____.") == (
        "A legislator can delay a vote, known as a(n) ____."
    )
    assert standing("Other people suffer from ____, which is due to noise.").startswith("Some people suffer")
    assert standing("This type of explanation of numbers by words is ____.").startswith("This type")


def test_what_this_points_at_goes_before_the_gap_where_it_can() -> None:
    topic = told(
        "The winner of a state is awarded its two remaining electors. This allocation of electors between "
        "the parties is referred to as the district method."
    )
    first, second = topic.lines[:2]
    found = [each.prompt for each in called_gaps(second, first, topic)]
    assert found == [
        "The winner of a state is awarded its two remaining electors. This allocation of electors between "
        "the parties is referred to as the ____."
    ]

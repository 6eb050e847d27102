"""Gaps in plain prose that something speaks against without settling it: made, and told what it is."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate
from quizapp.articles.choosing.filters import turned_away
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import lines_of
from quizapp.articles.sense.topic import Topic, topic_of
from quizapp.articles.techniques.gaps.centralgaps import central_gaps
from quizapp.articles.techniques.gaps.cloze import called_gaps
from quizapp.articles.techniques.gaps.keygaps import key_gaps
from quizapp.articles.techniques.gaps.keyterms import key_terms

BESIDE = (
    "The placenta feeds the fetus. A fetus moves. Hormones of the placenta reach the umbilical vein. "
    "The umbilical vein carries blood. In diabetes mellitus the kidney works hard."
)


def told(text: str, title: str = "Notes on living things") -> Topic:
    read = article(f"# {title}\n\n{text}\n\n{BESIDE}\n")
    lines, capitals = lines_of(read, sentences(read))
    return topic_of(read.title, lines, capitals)


def kept(found: list[Candidate], topic: Topic) -> dict[str, tuple[str, ...]]:
    """By answer, what speaks against its gap in the first line."""
    return {
        each.answer: each.doubts for each in found if each.line.number == 0 and not turned_away(each, topic)
    }


@pytest.mark.parametrize(
    ("sentence", "answer", "doubt"),
    [
        ("The placenta weighs about 1.2 pounds and filters the blood of the mother.", "placenta", "figures"),
        ("Fetal oxygen never returns through the umbilical vein, which drains the placenta.", "", "hedged"),
        (
            "The placenta provides the fetus with hormones that Marie Curie measured in urine.",
            "placenta",
            "names somebody",
        ),
        (
            "The placenta provides our bodies with hormones, oxygen, nutrients and immunoglobulins.",
            "placenta",
            "writer",
        ),
        ("The placenta already provides the fetus with oxygen and nutrients.", "placenta", "leaning"),
        ("The placenta is detached after contractions of the uterine wall.", "placenta", "one of many"),
        (
            "Fetal hormones promote a healthy development of the placenta during pregnancy.",
            "placenta",
            "score low",
        ),
    ],
)
def test_a_key_term_is_asked_for_with_what_speaks_against_it(sentence: str, answer: str, doubt: str) -> None:
    topic = told(sentence)
    found = kept(list(key_gaps(topic)), topic)
    against = found[answer] if answer else next(iter(found.values()))
    assert doubt in against


def test_a_gap_that_nothing_speaks_against_goes_before_those_with_doubts() -> None:
    topic = told(
        "The placenta provides the fetus with oxygen and nutrients through the umbilical vein. "
        "The placenta is an organ that produces hormones such as estrogen during the pregnancy. "
        "The placenta is detached by contractions of the uterine wall."
    )
    found = [each.doubts for each in key_gaps(topic) if each.answer == "placenta"]
    assert found == [(), ()]


@pytest.mark.parametrize(
    "sentence",
    [
        "The placenta is one of the best things to look at in the end.",
        "Gideon swallows the placenta of a goat to frighten neighbours and relatives.",
        "The second step of the placenta begins with oxygen and nutrients of the mother.",
    ],
)
def test_what_is_hopeless_stays_unasked(sentence: str) -> None:
    topic = told(sentence)
    assert not {"placenta", "second step"} & set(kept(list(key_gaps(topic)), topic))


@pytest.mark.parametrize(
    ("sentence", "prompt", "answer"),
    [
        (
            "Freud believed that the id operates on what he called the “pleasure principle,” in which the id"
            " seeks immediate gratification.",
            "Freud believed that the id operates on what he called the “____,” in which the id seeks"
            " immediate gratification.",
            "pleasure principle",
        ),
        (
            "Native American culture prior to European settlement is referred to as Pre-Columbian: that is,"
            " prior to the coming of Christopher Columbus.",
            "Native American culture prior to European settlement is referred to as ____.",
            "Pre-Columbian",
        ),
        (
            "Enzymes called topoisomerases change the shape and supercoiling of the chromosome.",
            "Enzymes called ____ change the shape and supercoiling of the chromosome.",
            "topoisomerases",
        ),
        (
            "In 1978 a sociologist coined the term “feminization of poverty” for the growing hardship of"
            " women.",
            "In 1978 a sociologist coined the term “____” for the growing hardship of women.",
            "feminization of poverty",
        ),
        (
            "Durkheim called the loss of shared norms in a changing society “anomie” in his early books.",
            "Durkheim called the loss of shared norms in a changing society “____” in his early books.",
            "anomie",
        ),
        (
            "Groups of the last century that are labeled as cults today include several new churches.",
            "Groups of the last century that are labeled as ____ today include several new churches.",
            "cults",
        ),
        (
            "Anthropologists use the term foodways to describe how a society grows, cooks and shares food.",
            "Anthropologists use the term ____ to describe how a society grows, cooks and shares food.",
            "foodways",
        ),
        (
            "Schools have informal rules of conduct as well, which have been called “the hidden curriculum.”",
            "Schools have informal rules of conduct as well, which have been called “the ____.”",
            "hidden curriculum",
        ),
        (
            "The depression that followed the land boom is called the Panic of 1819 by historians.",
            "The depression that followed the land boom is called the ____ by historians.",
            "Panic of 1819",
        ),
    ],
)
def test_a_name_is_asked_for_wherever_a_sentence_gives_it(sentence: str, prompt: str, answer: str) -> None:
    topic = told(sentence)
    found = list(called_gaps(topic.lines[0], None, topic))
    assert (prompt, answer) in [(each.prompt, each.answer) for each in found]


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("Once a year the farmers drink a sacred liquor that is called Mokoma in the valley.", "name"),
        (
            "A second, thicker layer, called the dermis, contains hair follicles and sweat glands.",
            "short aside",
        ),
        ("Societies of the continent before the conquest are referred to as indigenous.", "quality"),
        ("The volume of titrant that is needed to finish a titration is called the end titration.", "common"),
    ],
)
def test_a_given_name_is_asked_for_with_what_speaks_against_it(sentence: str, doubt: str) -> None:
    topic = told(sentence)
    assert [doubt in each.doubts for each in called_gaps(topic.lines[0], None, topic)] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two loose coalitions of the time were known as the Federalists and the Republicans.",
        "The conjecture on feasible computation has been called the Cobham–Edmonds thesis.",
        "Multinational corporations, also known as multinational enterprises, trade in several states.",
        "Twin lion cubs of the zoo in the capital were dubbed “Budget Bureau” and “Tax Reduction.”",
        "The farmers of the valley called attention to the price of bread and sugar.",
    ],
)
def test_half_a_name_or_a_phrase_is_not_asked_for(sentence: str) -> None:
    topic = told(sentence)
    assert list(called_gaps(topic.lines[0], None, topic)) == []


@pytest.mark.parametrize(
    ("sentence", "answer", "doubt"),
    [
        (
            "In Federalist Paper No. 10, James Madison founded the theory of rival factions and alliances.",
            "James Madison",
            "name once",
        ),
        (
            "The Federal Trade Commission founded 3 bureaus; consumers complain about fraud to each bureau.",
            "Federal Trade Commission",
            "several parts",
        ),
        (
            "In 1921, the Federal Motor Commission founded banks for 13 percent of the tractor market.",
            "Federal Motor Commission",
            "figures",
        ),
    ],
)
def test_a_name_is_asked_for_with_what_speaks_against_it(sentence: str, answer: str, doubt: str) -> None:
    topic = told(sentence)
    assert doubt in kept(list(central_gaps(topic.lines[0], topic)), topic)[answer]


def test_what_happens_in_a_term_without_an_article_is_doubtful() -> None:
    topic = told("In diabetes mellitus, glucose exceeds the sodium transporters and appears in the urine.")
    found = [each for each in key_terms(topic.lines[0], topic) if each.technique is Technique.KEY_TERM]
    assert [(each.answer, each.doubts, each.sure) for each in found] == [
        ("diabetes mellitus", ("no article",), False)
    ]


def test_a_key_term_is_asked_for_under_a_subject_that_leans_with_that_doubt() -> None:
    topic = told(
        "Materials such as bilirubin and cholesterol are excreted into the umbilical vein by the liver."
    )
    assert kept(list(key_gaps(topic)), topic)["umbilical vein"] == ("other subject",)


def test_a_sentence_is_read_with_the_name_of_what_its_pronoun_stands_for() -> None:
    topic = told(
        "Fetal kidneys are active. They send urine to the placenta to regulate the pressure of the blood."
    )
    found = {each.answer: each for each in key_gaps(topic) if each.line.number == 1}
    assert found["placenta"].prompt.startswith("Fetal kidneys send urine to the ____")
    assert found["placenta"].before == topic.lines[0]


def test_an_example_may_be_asked_for_with_that_doubt() -> None:
    topic = told("The placenta, for example, provides the fetus with oxygen and immunoglobulins.")
    assert "example" in kept(list(key_gaps(topic)), topic)["placenta"]


def test_a_term_that_comes_once_and_ends_in_a_common_word_is_asked_for_only_without_a_doubt() -> None:
    topic = told("The mechanical action of the uterus is detached from the placenta by hormones.")
    assert "mechanical action" not in {each.answer for each in key_gaps(topic)}


def test_a_name_beside_what_the_sentence_is_about_is_asked_for_with_that_doubt() -> None:
    topic = told(
        "In 1502 an expedition of three caravels sailed from Lisbon to the Kingdom of Kongo and founded"
        " missions under Diego Cam."
    )
    assert "aside" in kept(list(central_gaps(topic.lines[0], topic)), topic)["Diego Cam"]


def test_a_name_that_owns_something_is_no_key_term() -> None:
    topic = told("In Copernicus’ day, experiments on the placenta did not carry weight for physicians.")
    assert "Copernicus" not in {each.answer for each in key_gaps(topic)}

"""What stands for the title or for the subject of the sentence before, and what may stand for more."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.antecedents import retold
from quizapp.articles.sense.clauses import clause_of
from quizapp.articles.sense.prose import Line, lines_of
from quizapp.articles.sense.subjects import stands_alone
from quizapp.articles.sense.topic import Topic, topic_of

FILLING = (
    "Nobody who reads these few words learns much from them about anything else that may be of use here."
)


def read(title: str, text: str) -> tuple[tuple[Line, ...], Topic]:
    """The lines of a short article, and its topic."""
    found = article(f"# {title}\n\n{text}\n\n{FILLING}\n")
    lines, capitals = lines_of(found, sentences(found))
    return lines, topic_of(found.title, lines, capitals)


def told(text: str) -> str:
    """The second sentence with its pronoun put into words; "" where it is left alone."""
    lines, topic = read("Harbours", text)
    again = retold(lines[1], lines[0], topic)
    return again.text if again is not None else ""


@pytest.mark.parametrize(
    ("title", "first", "noun"),
    [
        ("Oxygen", "Oxygen is a chemical element that burns nothing by itself.", "element"),
        ("Lisbon", "Lisbon, on the Tagus, is the largest city in Portugal.", "city"),
    ],
)
def test_what_the_title_is_said_to_be_may_stand_for_it(title: str, first: str, noun: str) -> None:
    lines, topic = read(title, f"{first} The {noun} lost much of its share in the war.")
    clause = clause_of(lines[1])
    assert noun in topic.above and clause is not None and stands_alone(clause, topic)


def test_a_noun_that_nothing_above_names_needs_its_sentence() -> None:
    lines, topic = read(
        "Lisbon", "Lisbon is a city in Portugal. The ship lost much of its cargo in the storm."
    )
    clause = clause_of(lines[1])
    assert clause is not None and not stands_alone(clause, topic)


def test_a_pronoun_is_told_again_as_the_only_subject_that_fits() -> None:
    said = told("A breakwater is a wall in the sea. It protects the harbour from waves.")
    assert said == "A breakwater protects the harbour from waves."


@pytest.mark.parametrize(
    "text",
    [
        "A breakwater is a wall in the sea. It should be pointed out that few of them last.",
        "A breakwater is a wall in the sea. It is the job of the town, not of its boats, to keep it up.",
        "Isambard Brunel is a well-known engineer. It was his first great harbour.",
        "The function of the harbour is plain. It protects boats from waves.",
        "Dredging is at the heart of harbour work. It often includes the removal of rocks.",
    ],
)
def test_a_pronoun_that_may_stand_for_more_is_left_alone(text: str) -> None:
    assert told(text) == ""


def test_a_land_of_a_title_is_no_person() -> None:
    _, topic = read(
        "Spanish North America",
        "In North America, priests spoke of the Virgin. She was loved. Her image was carried, and she was"
        " painted.",
    )
    assert not topic.person

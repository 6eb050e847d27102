"""What speaks against a question on a predicate and is weighed."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import lines_of
from quizapp.articles.techniques.objects.doubting import weighed

FILLER = "Farmers learned long ago to watch all of it with care, and so did their neighbours in the valley."


def asked_of(prompt: str, answer: str, sentence: str, technique: Technique = Technique.OBJECT) -> Candidate:
    """A candidate of a sentence in an article, weighed."""
    read = article(f"# Notes\n\n{sentence}\n\n{FILLER}\n")
    lines, _ = lines_of(read, sentences(read))
    return weighed(Candidate(technique, Form.FREE, prompt, answer, lines[0]))


@pytest.mark.parametrize(
    ("prompt", "answer", "doubt"),
    [
        ("What does the ribosome provide?", "A substrate for translation", "wide verb"),
        ("What can inhalation of spores cause?", "Asthma-like reactions of the lungs", "possible"),
        ("What must a titration have?", "A burette with a stopcock", "norm"),
        ("What did the Sumerians devise?", "A script of wedges in clay", "past"),
        ("What does the work do to people?", "A script of wedges in clay", "everyday subject"),
        ("When enzymes bind, what does osmosis erode?", "A script of wedges in clay", "condition"),
        ("What does osmosis erode when enzymes bind?", "A script of wedges in clay", "condition"),
        ("What do optimists hoard?", "A script of wedges in clay", "people"),
        ("What does osmosis erode?", "The time of the people", "everyday answer"),
        ("What does osmosis erode?", "Wedges", "short answer"),
        ("What does hyperventilation erode?", "Abnormally low levels of dioxide", "degree"),
        ("What does osmosis erode?", "Wedges in their clay", "leaning"),
        ("What does osmosis erode?", "Wedges and scripts in clay", "several"),
    ],
)
def test_what_speaks_against_asking_of_a_predicate_is_a_doubt(prompt: str, answer: str, doubt: str) -> None:
    assert doubt in asked_of(prompt, answer, "A manager hoards wedges of clay in the yard.").doubts


def test_what_goes_on_behind_the_answer_is_a_doubt() -> None:
    sentence = "Osmosis erodes the wedges of clay, which takes years."
    assert "goes on" in asked_of("What does osmosis erode?", "The wedges of clay", sentence).doubts


def test_nothing_speaks_against_a_particular_answer() -> None:
    sentence = "The pubis forms the anterior portion of the hip bone."
    found = asked_of("What does the pubis form?", "The anterior portion of the hip bone", sentence)
    assert not found.doubts


def test_other_techniques_are_left_alone() -> None:
    sentence = "Osmosis erodes the wedges of clay, which takes years."
    assert not asked_of("What did it erode?", "Wedges", sentence, Technique.WHY).doubts

"""Sentences with a gap are put right where that is certain, and left out where they are broken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from articles_to_derive import FILLER, article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import lines_of
from quizapp.articles.techniques.gaps.tidying import tidied


def gap(prompt: str, answer: str, sentence: str = "") -> Candidate:
    """A sentence with a gap, of a line with the answer in it or of another one."""
    source = article(f"# Notes\n\n{FILLER} {sentence or prompt.replace('____', answer)}\n")
    lines, _ = lines_of(source, sentences(source))
    return Candidate(Technique.TERM_GAP, Form.CLOZE, prompt, answer, lines[-1])


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("The lowest tone, called the ____ tone, is for the wave, which is seen to be.", "fundamental"),
        ("The ____ or quality factor is given in for several types of radiation.", "biological effect"),
        ("Others, such as, decay to another nuclide in a(n) ____ of steps.", "decay series"),
        ("All waves are characterized by, a wavelength, a(n) ____, and an amplitude.", "frequency"),
        ("Philip Zimbardo and the ____: In 1971, he conducted a study of students.", "prison experiment"),
        ("____: After the private caucuses, the parties are joined again in one room.", "Joint Negotiation"),
        ("____ Discussion: The mediator will try to get the two parties to speak.", "Joint"),
        ("____ passed Congress, President Bill Clinton signed it, and it took effect.", "NAFTA"),
        ("Take your time with each of the claims, which is also called the ____.", "thesis"),
        ("____ makes a larger claim than pluralism because it not only asserts much.", "moral relativism"),
        ("That is known as the ____ = quality heuristic in all of the shops.", "price"),
        ("Tests use either G. stearothermophilus, ____. pumilus spores in the oven.", "Bacillus"),
        ("The Development, Relief, and Education for ____ introduced a way to stay.", "Alien Minors Act"),
        ("____ examples are categorical and include case studies and interviews.", "qualitative data"),
        ("Per the relation for ____ described, the constant is the inverse of another.", "reactions"),
        ("Pyruvate goes on to the Krebs cycle (also called the ____ acid cycle.", "citric"),
        ("Predict which forms a(n) ____, which forms a cation, and which forms none.", "anion"),
        ("____ Louis encephalitis is a rare form of encephalitis with few symptoms.", "St."),
    ],
)
def test_broken_sentence_is_left_out(prompt: str, answer: str) -> None:
    assert not list(tidied([gap(prompt, answer)]))


@pytest.mark.parametrize(
    ("prompt", "sentence"),
    [
        (
            "Federalists wrote the ____ and liked the idea of a stronger.",
            "Federalists wrote the Constitution and liked the idea of a stronger, more central republic.",
        ),
        (
            "The ____ grew out of clubs, and after the revolt of the 1970s.",
            "The Constitution grew out of clubs, and after the revolt of the 1970s, people turned to it.",
        ),
    ],
)
def test_cut_sentence_is_left_out(prompt: str, sentence: str) -> None:
    assert not list(tidied([gap(prompt, "Constitution", sentence)]))


def test_alternative_that_is_spared_too_is_not_left_out() -> None:
    sentence = (
        "An express warranty prevails, except in the case of the implied warranty of trade, or fitness."
    )
    made = gap(
        "An express warranty prevails, except in the case of the implied ____.", "warranty of trade", sentence
    )
    assert not list(tidied([made]))


def test_whole_sentence_stays() -> None:
    made = gap("The ____ keeps a record of each song, and after the war it was sold.", "old archive")
    assert list(tidied([made])) == [made]


def test_what_a_bracket_leaves_out_is_not_left_out() -> None:
    sentence = "These elements (except hydrogen) are known as alkali metals, and they are alike."
    made = gap("These elements are known as ____, and they are alike.", "alkali metals", sentence)
    assert not list(tidied([made]))
    asked = replace(made, form=Form.SHORT, prompt="Which elements are known as alkali metals?")
    assert not list(tidied([asked]))


@pytest.mark.parametrize(
    ("prompt", "answer", "right"),
    [
        (
            "As you learned in the first section, the main part is also known as the ____.",
            "soma",
            "The main part is also known as the ____.",
        ),
        (
            "Please note that each language has its own ____ of sounds.",
            "store",
            "Each language has its own ____ of sounds.",
        ),
        (
            "Sending jobs to another country is called ____, a topic you can explore in more depth.",
            "outsourcing",
            "Sending jobs to another country is called ____.",
        ),
        ("____, are short-term debt instruments.", "bills", "____ are short-term debt instruments."),
        ("The slide may hold ____ cells.", "so-called clue", "The slide may hold so-called ____ cells."),
    ],
)
def test_sentence_is_put_right(prompt: str, answer: str, right: str) -> None:
    (made,) = tidied([gap(prompt, answer)])
    assert made.prompt == right
    assert made.answer == answer.removeprefix("so-called ")


def test_open_quote_is_closed() -> None:
    sentence = "Practical intelligence is sometimes compared to “street smarts.”"
    (made,) = tidied([gap("____ is sometimes compared to “street smarts.", "intelligence", sentence)])
    assert made.prompt == "____ is sometimes compared to “street smarts.”"

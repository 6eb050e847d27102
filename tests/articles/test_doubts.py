"""What speaks against a question without settling it is told to appraising, and turns nothing away."""

from __future__ import annotations

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.doubts import doubts, said_share
from quizapp.articles.choosing.filters import turned_away
from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.topic import Topic

TEXT = """\
# Wetlands

The reed belt of a lake slows the water down. Grebes nest in the reeds. In an artesian basin, groundwater lies
under pressure. For example, the bittern hides there.
"""


def topic() -> Topic:
    read = article(TEXT)
    return proposed(read, sentences(read)).topic


def gap(prompt: str, answer: str, line: int = 0) -> Candidate:
    return Candidate(Technique.TERM_GAP, Form.CLOZE, prompt, answer, topic().lines[line])


@pytest.mark.parametrize(
    ("candidate", "doubt"),
    [
        (gap("If your rods fail, you see badly at night, which is called ____.", "nyctalopia"), "us"),
        (
            gap("Lymph of the right arm drains into the ____ near the heart.", "right lymphatic duct"),
            "part said",
        ),
        (gap("Sediment, plankton, and ____ settle at the bottom of the lake.", "detritus"), "compound"),
        (gap("The ____ is the denser one.", "reed belt"), "loose"),
        (gap("Bitterns also hide in the ____ along the lake shore.", "reed belt"), "links"),
    ],
)
def test_what_may_be_good_all_the_same_is_a_doubt(candidate: Candidate, doubt: str) -> None:
    assert doubt in set(doubts(candidate, topic()))
    assert turned_away(candidate, topic()) == ""


@pytest.mark.parametrize(
    ("candidate", "rule"),
    [
        (gap("Frequencies of beats are called the ____.", "beat frequency"), "leak"),
        (gap("A year later, the reeds had spread to the ____ of the lake.", "reed belt"), "leans"),
        (gap("Let us suppose that a grebe nests in the ____ of the lake.", "reed belt"), "reader"),
    ],
)
def test_what_cannot_be_good_is_turned_away(candidate: Candidate, rule: str) -> None:
    assert turned_away(candidate, topic()) == rule


def test_how_much_of_an_answer_is_said_counts_its_telling_words() -> None:
    assert said_share(gap("Iron and steel for the ____ come by rail.", "iron bridge")) == 0.5
    assert said_share(gap("Rods and cables hold it up.", "bridge of stone")) == 0.0


@pytest.mark.parametrize(
    ("sentence", "prompt"),
    [
        (
            "Americans were accustomed to the idea of **representative government** from the beginning.",
            "Americans were accustomed to the idea of ____ from the beginning.",
        ),
        (
            "**Structural glaciation** is also unrelated to the cycle of the seasons in the far north.",
            "____ is also unrelated to the cycle of the seasons in the far north.",
        ),
    ],
)
def test_a_marked_term_may_be_asked_where_it_is_only_used(sentence: str, prompt: str) -> None:
    read = article(f"# Notes\n\nFarmers learned long ago to watch all of it with care. {sentence}\n")
    found = {candidate.prompt: candidate for _, candidate in proposed(read, sentences(read)).candidates}
    assert found[prompt].doubts

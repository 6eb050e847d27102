"""Wrong years: near enough to be taken for the right one, and none that the sentence rules out."""

from __future__ import annotations

from articles_to_derive import article
from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.options import wrong_options
from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import Line


def line_of(sentence: str) -> Line:
    """The line of a sentence in an article."""
    read = article(
        f"{sentence} The rest of what was done there is told in the books of the city and its people."
    )
    return proposed(read, sentences(read)).topic.lines[0]


@given(st.integers(1000, 2020), st.sampled_from(["act", "charter", "law", "treaty of peace", "bill"]))
def test_wrong_years_are_near_and_never_the_right_one(year: int, what: str) -> None:
    line = line_of(f"In {year} the city council of Hamburg passed the {what}.")
    asked = Candidate(Technique.WHEN, Form.DATE, f"In what year was the {what} passed?", str(year), line)
    wrong = [int(each) for each in wrong_options(asked, ())]
    assert len(wrong) == 3
    assert all(1 <= abs(each - year) <= 5 for each in wrong)


def test_no_wrong_year_lies_before_what_the_sentence_says_came_earlier() -> None:
    line = line_of("The council that met in 1788 passed the harbour act of Hamburg in 1790.")
    asked = Candidate(Technique.WHEN, Form.DATE, "In what year was the act passed?", "1790", line)
    assert all(int(each) > 1788 for each in wrong_options(asked, ()))


@given(st.integers(1000, 2000))
def test_wrong_years_lie_on_both_sides_of_the_right_one(year: int) -> None:
    line = line_of(f"In {year} the city council of Hamburg passed the charter.")
    asked = Candidate(Technique.WHEN, Form.DATE, "In what year was the charter passed?", str(year), line)
    wrong = [int(each) for each in wrong_options(asked, ())]
    assert min(wrong) < year < max(wrong)

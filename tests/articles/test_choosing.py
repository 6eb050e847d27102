"""Which candidates go together, and what the others tell of one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from articles_to_derive import article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.company import beside, company_of
from quizapp.articles.choosing.selecting import select
from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences
from quizapp.articles.sense.prose import Line

TEXT = (
    "Helicase unwinds the double helix of DNA before it is copied.\n\n"
    "Farmers in the valley sold their apples for many long years before the first orchards failed."
)


@pytest.fixture(name="line")
def _line() -> Line:
    read = article(TEXT)
    return proposed(read, sentences(read)).topic.lines[0]


def asked(line: Line, technique: Technique, prompt: str, answer: str, form: Form = Form.SHORT) -> Candidate:
    return Candidate(technique, form, prompt, answer, line)


def prompts(*candidates: Candidate) -> set[str]:
    scored = [(0.9 - number / 100, candidate) for number, candidate in enumerate(candidates)]
    return {candidate.prompt for _, candidate in select(scored, [candidates[0].line])}


def test_two_questions_of_a_sentence_are_taken_when_they_ask_for_different_things(line: Line) -> None:
    what = asked(line, Technique.SUBJECT, "What unwinds DNA before it is copied?", "helicase")
    does = asked(line, Technique.OBJECT, "Which helix is opened by the enzyme?", "the double helix")
    assert prompts(what, does) == {what.prompt, does.prompt}


def test_of_two_questions_with_one_answer_only_the_surer_is_taken(line: Line) -> None:
    what = asked(line, Technique.SUBJECT, "What unwinds DNA before it is copied?", "helicase")
    which = asked(line, Technique.WHICH, "Which enzyme opens the helix?", "Helicase")
    assert prompts(what, which) == {what.prompt}


def test_two_questions_for_one_list_are_not_both_taken(line: Line) -> None:
    what = asked(line, Technique.LIST, "What are the two lobes?", "a right lobe; a left lobe", Form.FREE)
    into = asked(line, Technique.NUMBERED, "Into which is it divided?", "right lobe; left lobe", Form.FREE)
    assert prompts(what, into) == {what.prompt}


def test_of_two_unsure_gaps_in_a_sentence_only_the_surer_is_taken(line: Line) -> None:
    one = asked(line, Technique.KEY_GAP, "____ unwinds the double helix of DNA.", "helicase", Form.CLOZE)
    other = asked(
        line, Technique.CENTRAL_GAP, "Helicase unwinds the ____ of DNA.", "double helix", Form.CLOZE
    )
    assert prompts(one, other) == {one.prompt}


def test_a_sentence_gives_no_third_question(line: Line) -> None:
    given = (
        asked(line, Technique.SUBJECT, "What unwinds DNA before it is copied?", "helicase"),
        asked(line, Technique.OBJECT, "Which helix is opened by the enzyme?", "the double helix"),
        asked(line, Technique.PROVISO, "When does unwinding take place in a cell?", "before copying"),
    )
    assert prompts(*given) == {given[0].prompt, given[1].prompt}


def test_what_two_techniques_ask_alike_counts_as_agreed(line: Line) -> None:
    one = asked(line, Technique.SUBJECT, "What unwinds DNA?", "helicase")
    same = replace(one, technique=Technique.WHICH)
    company = company_of([(2.0, one), (3.0, same)], 250)
    assert dict(beside(one, company, 2.0)) == {
        "ways": 2 / 3,
        "only way": 0.0,
        "agreed": 0.5,
        "answer agreed": 0.5,
        "below best": 1.0,
        "dense": 0.4,
    }


def test_what_stands_alone_in_its_line_agrees_with_nothing(line: Line) -> None:
    one = asked(line, Technique.SUBJECT, "What unwinds DNA?", "helicase")
    found = dict(beside(one, company_of([(2.0, one)], 500), 2.0))
    assert found["only way"] == 1.0
    assert found["agreed"] == found["answer agreed"] == found["below best"] == 0.0

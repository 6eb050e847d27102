"""What can be told of a candidate without understanding it."""

from __future__ import annotations

from articles_to_derive import article

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.company import company_of
from quizapp.articles.choosing.traits import Traits, traits
from quizapp.articles.deriving import proposed
from quizapp.articles.drafts import Technique
from quizapp.articles.reading.sentences import sentences

TEXT = """\
# The Stamp Act

The Stamp Act of 1765 taxed paper in the colonies of Great Britain. The colonists wrote that the Stamp Act
broke their rights. Patrick Henry spoke against the Stamp Act in Virginia, and Patrick Henry
won much praise there.

## Repeal

A boycott is a refusal to buy goods. The boycott of 1766 hurt the merchants of London. Parliament repealed the
Stamp Act in 1766 because merchants lost money.
"""


def told(technique: Technique, form: Form, prompt: str, answer: str, number: int) -> Traits:
    read = article(TEXT)
    found = proposed(read, sentences(read))
    line = found.topic.lines[number]
    candidate = Candidate(technique, form, prompt, answer, line)
    company = company_of([*found.candidates, (2.5, candidate)], 100)
    return traits(candidate, found.topic, company, 2.5)


def test_a_gap_is_told_by_its_neighbours() -> None:
    found = told(Technique.KEY_GAP, Form.CLOZE, "A ____ is a refusal to buy goods.", "boycott", 3)
    assert found["before gap a"] == found["after gap is"] == found["one word"] == 1.0
    assert found["gap first"] == found["gap last"] == 0.0


def test_an_answer_that_comes_back_is_told_from_one_that_does_not() -> None:
    boycott = told(Technique.KEY_GAP, Form.CLOZE, "A ____ is a refusal to buy goods.", "boycott", 3)
    goods = told(Technique.KEY_GAP, Form.CLOZE, "A boycott is a refusal to buy ____.", "goods", 3)
    assert boycott["answer once"] == 0.0
    assert goods["answer once"] == 1.0
    assert boycott["spread of answer"] > goods["spread of answer"]


def test_a_question_about_a_law_of_the_title_is_told_so() -> None:
    asked = told(Technique.LAW_DID, Form.FREE, "What did the Stamp Act of 1765 tax?", "Paper", 0)
    assert asked["asks of law or event"] == asked["asks of title or heading"] == 1.0


def test_how_often_an_answer_is_named_counts() -> None:
    henry = told(Technique.DEED, Form.SHORT, "Who spoke against the Stamp Act?", "Patrick Henry", 2)
    assert henry["answer mentioned"] > 0
    assert henry["answer names person"] == 1.0


def test_a_number_in_the_answer_is_told() -> None:
    when = told(Technique.WHEN, Form.DATE, "In what year was the Stamp Act repealed?", "1766", 5)
    assert when["number in answer"] == 1.0
    assert when["number in prompt"] == 0.0

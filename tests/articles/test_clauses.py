"""What stands in front, the subject, the verb and the predicate of the main clause of a sentence."""

from __future__ import annotations

import pytest

from quizapp.articles.article import Sentence, Span
from quizapp.articles.sense.clauses import clause_of
from quizapp.articles.sense.prose import Line, standing_alone
from quizapp.articles.words.dated import find_dates
from quizapp.articles.words.tagging import tagged


def line_of(text: str) -> Line:
    """A line with words and dates."""
    sentence = Sentence(Span(0, len(text)), 0, 0)
    return Line(0, sentence, text, text, "", True, False, tagged(text), find_dates(text))


def parts(text: str) -> tuple[str, str, str]:
    """Front, subject and verb group; three empty texts when the clause is not sure."""
    clause = clause_of(line_of(text))
    if clause is None:
        return "", "", ""
    return clause.front_text, clause.subject_text, clause.line.cut(clause.verb, clause.main + 1)


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Although the slope is steep, the farmers plant rice on it.", "the farmers", "plant"),
        ("Because grass grows fast, the herds return to the valley.", "the herds", "return"),
        ("Even though the river had risen, the miller opened the gate.", "the miller", "opened"),
        ("When the war ended, the bank continued to print notes.", "the bank", "continued"),
        ("Having drafted nineteen laws, Madison submitted them to the house.", "Madison", "submitted"),
        ("Because of its long chain, fat is no friend of water.", "fat", "is"),
        ("As noted earlier, vessels are narrow for most of the day.", "vessels", "are"),
        ("Although most oils burn, some oils resist the flame.", "some oils", "resist"),
        ("Located in the far north, the harbour is frozen in winter.", "the harbour", "is frozen"),
    ],
)
def test_what_the_clause_is_true_without_is_no_front(text: str, subject: str, verb: str) -> None:
    assert parts(text) == ("", subject, verb)


@pytest.mark.parametrize(
    ("text", "front", "subject"),
    [
        (
            "Since the start of the century, the courts have widened the law.",
            "Since the start of the century",
            "the courts",
        ),
        ("Unlike the Romans, the Greeks built theatres on hillsides.", "Unlike the Romans", "the Greeks"),
        (
            "As in other parts of the realm, priests founded schools.",
            "As in other parts of the realm",
            "priests",
        ),
        ("As a rule, traders store grain in the autumn.", "As a rule", "traders"),
        (
            "With the help of those forces, Bolívar sailed back to the delta.",
            "With the help of those forces",
            "Bolívar",
        ),
        (
            "In England, in the absence of figures, historians propose a range.",
            "In England, in the absence of figures",
            "historians",
        ),
        ("After the Civil War the balance shifted toward the nation.", "After the Civil War", "the balance"),
        (
            "About two hundred years ago, settlers reached the coast.",
            "About two hundred years ago",
            "settlers",
        ),
        ("Three days later, soldiers entered the town from the east.", "Three days later", "soldiers"),
    ],
)
def test_an_adjunct_is_the_front(text: str, front: str, subject: str) -> None:
    assert parts(text)[:2] == (front, subject)


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        (
            "Two schools of thought influenced the policy of the state.",
            "Two schools of thought",
            "influenced",
        ),
        ("Completing a task leads to a sense of reward.", "Completing a task", "leads"),
        ("The right to marry was given to all couples.", "The right to marry", "was given"),
        ("The word “Bantu” is a term invented by linguists.", "The word “Bantu”", "is"),
        ("The E. coli culture was shifted into a new medium.", "The E. coli culture", "was shifted"),
        ("Boiling is one of the oldest ways to kill germs.", "Boiling", "is"),
        ("Nearly two hundred ships were built in the yard.", "Nearly two hundred ships", "were built"),
        ("The phrase itself means a pointless pursuit.", "The phrase itself", "means"),
        ("A triglyceride, or fat, is formed from three acids.", "A triglyceride", "is formed"),
        (
            "The law of Grants Pass, Oregon, which judges upheld, brought a fine.",
            "The law of Grants Pass",
            "brought",
        ),
        ("The Church—united in faith but divided in two—was the only power of the age.", "The Church", "was"),
        ("The Portuguese threatened the prisoners with death.", "The Portuguese", "threatened"),
        (
            "Stress that lasts for weeks or months affects the heart.",
            "Stress that lasts for weeks or months",
            "affects",
        ),
    ],
)
def test_a_subject_runs_to_its_verb(text: str, subject: str, verb: str) -> None:
    assert parts(text) == ("", subject, verb)


@pytest.mark.parametrize(
    "text",
    [
        "If the salary rises, the number of nurses grows in the city.",
        "When the valve opens, the blood flows into the vessel.",
        "As the axon narrows, the signal becomes stronger at the end.",
        "Without rain, the crops fail in the whole valley.",
        "Compared with France, Prussia spent more on its army.",
        "Suspecting that bad water was the source of the plague.",
        "At the base of the trunk is the valve that stops the blood.",
        "One of the things Tesla developed at the plant was a motor.",
        "Depending on the soil, the farmers plant wheat or rye.",
    ],
)
def test_nothing_is_found_where_a_condition_would_be_lost_or_the_words_are_unsure(text: str) -> None:
    assert parts(text) == ("", "", "")


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("For this reason, the gate stays shut (see above).", "The gate stays shut."),
        ("In response, the miller shut the gate.", "The miller shut the gate."),
        ("In response to rain, the mill wheel turns.", "In response to rain, the mill wheel turns."),
        ("Locks that that hold water are called pounds.", "Locks that hold water are called pounds."),
    ],
)
def test_what_ties_a_sentence_to_the_one_before_is_left_out(quote: str, text: str) -> None:
    assert standing_alone(quote) == text

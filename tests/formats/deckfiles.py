"""Decks in a few lines, read as files are."""

from __future__ import annotations

from quizapp.core.finding import Finding, Severity
from quizapp.core.question import Question
from quizapp.formats.native import Reading, read_deck

HEAD = "deck: Example\nquestions:\n"


def reading(text: str, file: str = "decks/example.yaml") -> Reading:
    """What the file with this text reads as."""
    return read_deck(text.encode("utf-8"), file)


def listed(questions: str) -> Reading:
    """What a deck with these questions (each line indented by two) reads as."""
    return reading(HEAD + questions)


def only(question: str) -> Question:
    """The one question, which has nothing wrong."""
    found = listed(question)
    assert found.findings == ()
    assert found.deck is not None
    (one,) = found.deck.questions
    return one


def codes(found: Reading) -> list[str]:
    """The codes of the findings, in their order."""
    return [finding.code for finding in found.findings]


def first(found: Reading, code: str) -> Finding:
    """The first finding with this code."""
    return next(finding for finding in found.findings if finding.code == code)


def prompts(found: Reading) -> list[str]:
    """What is asked by the questions that can be used."""
    assert found.deck is not None
    return [question.prompt for question in found.deck.questions]


def errors(found: Reading) -> list[str]:
    """The codes of the errors, in their order."""
    return [finding.code for finding in found.findings if finding.severity is Severity.ERROR]

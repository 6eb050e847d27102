"""All questions about causes, conditions, purposes and differences that one line gives."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.articles.aims import aims
from quizapp.articles.candidates import Candidate
from quizapp.articles.consequences import consequences
from quizapp.articles.differences import differences
from quizapp.articles.influences import influences
from quizapp.articles.manners import manners
from quizapp.articles.outcomes import outcomes_told, whens_told
from quizapp.articles.prose import Line
from quizapp.articles.provisos import provisos
from quizapp.articles.sequels import sequels
from quizapp.articles.statements import statements
from quizapp.articles.topic import Topic
from quizapp.articles.whys import whys


def causes_told(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """The candidates of one line and its statements, each prompt once; `previous` is the line before."""
    seen: set[str] = set()
    for candidate in _all(line, previous, topic):
        if candidate.prompt not in seen:
            seen.add(candidate.prompt)
            yield candidate


def _all(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    yield from differences(line, previous, topic)
    yield from _of_one(line, previous, topic)
    for part in statements(line, topic):
        yield from _of_one(part, None, topic)


def _of_one(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    yield from whys(line, previous, topic)
    yield from consequences(line, previous, topic)
    yield from outcomes_told(line, previous, topic)
    yield from whens_told(line, topic)
    yield from aims(line, topic)
    yield from manners(line, topic)
    yield from provisos(line, topic)
    yield from sequels(line, topic)
    yield from influences(line, previous, topic)

"""All questions about causes, conditions, purposes and differences that one line gives."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.statements import statements
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.aims import aims
from quizapp.articles.techniques.causes.consequences import consequences
from quizapp.articles.techniques.causes.differences import differences
from quizapp.articles.techniques.causes.fronts import conditions_in_front
from quizapp.articles.techniques.causes.influences import influences
from quizapp.articles.techniques.causes.manners import manners
from quizapp.articles.techniques.causes.outcomes import outcomes_told, whens_told
from quizapp.articles.techniques.causes.provisos import provisos
from quizapp.articles.techniques.causes.sequels import sequels
from quizapp.articles.techniques.causes.whys import whys


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
    asked = list(whens_told(line, topic))
    yield from asked or conditions_in_front(line, topic)
    yield from aims(line, topic)
    yield from manners(line, topic)
    yield from provisos(line, topic)
    yield from sequels(line, topic)
    yield from influences(line, previous, topic)

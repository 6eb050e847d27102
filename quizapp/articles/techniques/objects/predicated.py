"""All that is asked of a predicate: object, complement, place, and what is the first of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.sense.clauses import Clause, clauses_of
from quizapp.articles.sense.openings import conditioned
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.relatives import relative_statements
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.complements import complements
from quizapp.articles.techniques.objects.objects import objects
from quizapp.articles.techniques.objects.places import places
from quizapp.articles.techniques.objects.superlatives import superlatives


def predicated(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What the subject of a clause does, contains, is used for, where it is, and what it is the first of."""
    yield from complements(clause, topic)
    yield from objects(clause, topic)
    yield from places(clause, topic)
    yield from superlatives(clause, topic)


def told_beside(line: Line, topic: Topic) -> Iterator[Candidate]:
    """The same of the clause behind a condition, `When A, what does B release?`, and of `X, which ...`."""
    if found := conditioned(line):
        clause, given = found
        yield from complements(clause, topic, given)
        yield from objects(clause, topic, given)
        yield from places(clause, topic, given)
    for part in relative_statements(line, topic):
        for clause in clauses_of(part):
            yield from predicated(clause, topic)

"""What a verb is about: the object of a statement whose subject says by itself what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate
from quizapp.articles.clauses import Clause
from quizapp.articles.drafts import Technique
from quizapp.articles.entities import Kind
from quizapp.articles.predicates import candidate, fit, frame_of, is_object
from quizapp.articles.topic import Topic
from quizapp.articles.wordlists import wordlist

_NOT_ASKED = wordlist("objects verbs not asked")
_VAGUE = re.compile(
    r"^(?:(?:an?|the) )?(?:lot|number|variety|range|series|amount|way|place|part|role|example|degree|effect|impact"
    r"|importance|difference|sense|kind|form|type|things?|many|several|various|certain|some|different|specific"
    r"|similar|important|significant|all|each|every|any|both|more|less|most|few|much|enough|about|up|out)\b"
)
_TO_DO = re.compile(r"^(?P<what>.+?) (?P<to>to [a-z]+ .+)$")
_USING = frozenset({"use", "employ", "need", "require"})
_MOST_TO = 9


def objects(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """What the subject contains, produces, measures, requires and the like."""
    frame = frame_of(clause, topic)
    if frame is None or frame.verb in _NOT_ASKED or not is_object(frame.rest):
        return
    if any(name.kind is Kind.PERSON and frame.rest.startswith(name.text) for name in clause.line.names):
        return
    answer, asked = frame.rest, frame.verb
    found = _TO_DO.match(answer)
    if found and frame.verb in _USING and len(found["to"].split()) <= _MOST_TO:
        answer, asked = found["what"], f"{frame.verb} {found['to']}"
    if fit(answer) and not _VAGUE.match(answer):
        yield candidate(Technique.OBJECT, frame.asks(asked), answer, clause)

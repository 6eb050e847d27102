"""Sentences that open with `It` or `The act`, told again with the name of the law or event they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate
from quizapp.articles.clauses import clause_of, clauses_of
from quizapp.articles.dated import find_dates
from quizapp.articles.entities import Kind, Name, find_names
from quizapp.articles.namedthings import deeds, noun_of, which_named
from quizapp.articles.prose import Line, remade
from quizapp.articles.standing import widened
from quizapp.articles.topic import Topic

_OPENING = re.compile(r"^(?:(?P<it>It)|(?:The|This|the) (?P<noun>[a-z]+))(?: also)? (?=[a-z]+)")
_NAMED = (Kind.LAW, Kind.EVENT, Kind.ORGANISATION, Kind.OTHER)


def resolved(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """What a law or a body did, and which one did it, from the sentence after the one that names it."""
    found = _OPENING.match(line.text)
    if found is None or previous is None or line.first:
        return
    name = _meant(previous, found["noun"] or "", topic)
    if name is None:
        return
    the = "The " if re.search(r"\b[Tt]he (?:\d{4} )?$", previous.text[: name.start]) else ""
    told = remade(line, f"{the}{name.text} {line.text[found.end() :]}")
    names = find_names(told.text, told.tokens, topic.capitals)
    told = replace(told, names=names, dates=find_dates(told.text))
    for clause in clauses_of(told):
        for candidate in (*deeds(clause, topic), *which_named(clause, topic)):
            yield replace(candidate, before=previous)


def _whole(name: Name, line: Line) -> bool:
    """Whether the name says what it is, and does not go on as `Convention on Contracts` does."""
    if name.kind not in _NAMED or not noun_of(name):
        return False
    return not re.match(r" (?:on|for|to|of|against|in) (?:the )?[A-Z]|['’]", line.text[name.end :])


def _meant(previous: Line, noun: str, topic: Topic) -> Name | None:
    """The one name of that noun in the line before, or, for `It`, the name that is its subject."""
    named = [widened(previous, name) for name in previous.names if _whole(name, previous)]
    if noun:
        fitting = [name for name in named if noun_of(name) == noun]
        if noun == "law":
            fitting = [name for name in named if name.kind is Kind.LAW]
        return fitting[0] if len(fitting) == 1 else None
    clause = clause_of(previous)
    if clause is None:
        return None
    start, end = previous.tokens[clause.subject[0]].start, previous.tokens[clause.subject[1] - 1].end
    subject = [name for name in named if start <= name.start and name.end <= end]
    whole = len(subject) == 1 and end - start <= len(subject[0].text) + len("the 1964 of 1964")
    return subject[0] if whole and len(named) == 1 else None

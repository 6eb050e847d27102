"""Sentences that open with `It` or `The act`, told again with the name of the law or event they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate
from quizapp.articles.sense.clauses import clause_of, clauses_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.standing import widened
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.events.namedthings import deeds, noun_of, which_named
from quizapp.articles.words.dated import find_dates
from quizapp.articles.words.entities import Kind, Name, find_names
from quizapp.articles.words.wordlists import wordlist

_OPENING = re.compile(r"^(?:(?P<it>It)|(?:The|This|the) (?P<noun>[A-Za-z][a-z]+))(?: also)? (?=[a-z]+)")
_FAR, _NEAR = 40, 6
_NOUNS = frozenset(word.lower() for word in wordlist("namedthings laws")) | {"battle", "revolution", "siege"}
_NAMED = (Kind.LAW, Kind.EVENT, Kind.ORGANISATION, Kind.OTHER)


def resolved(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """What a law or a body did, and which one did it, from the sentence after the one that names it."""
    found = _OPENING.match(line.text)
    if found is None or previous is None:
        return
    noun = (found["noun"] or "").lower()
    far = 1 if line.text.startswith("This") else _FAR if (found["noun"] or "a")[0].isupper() else _NEAR
    meant = _only_one(noun, line, topic, far) if noun else None
    if meant is None and not line.first:
        name = _meant(previous, noun, topic)
        meant = (previous, name) if name is not None else None
    if meant is None:
        return
    before, name = meant
    the = "The " if re.search(r"\b[Tt]he (?:\d{4} )?$", before.text[: name.start]) else ""
    told = remade(line, f"{the}{name.text} {line.text[found.end() :]}")
    names = find_names(told.text, told.tokens, topic.capitals)
    told = replace(told, names=names, dates=find_dates(told.text))
    for clause in clauses_of(told):
        for candidate in (*deeds(clause, topic), *which_named(clause, topic)):
            yield replace(candidate, before=before)


def _only_one(noun: str, line: Line, topic: Topic, far: int) -> tuple[Line, Name] | None:
    """The only law or event of that noun that the article has named so far, with where it was last named."""
    if noun not in _NOUNS:
        return None
    found: dict[str, tuple[Line, Name]] = {}
    for earlier in topic.lines[max(0, line.number - far) : line.number]:
        for name in earlier.names:
            if _whole(name, earlier) and name.kind in (Kind.LAW, Kind.EVENT) and noun_of(name) == noun:
                name = widened(earlier, name)
                found[name.text] = (earlier, name)
    return next(iter(found.values())) if len(found) == 1 else None


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

"""What speaks against a definition without making it false: a common word, a name in passing, a role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.brands import told_in_passing
from quizapp.articles.techniques.definitions.definitions import DIFFERENCE
from quizapp.articles.techniques.definitions.halves import of_many
from quizapp.articles.techniques.definitions.meanings import picks_out
from quizapp.articles.techniques.definitions.partial import one_of_many, says_nothing_new
from quizapp.articles.techniques.definitions.sound import Told, narrower, no_kind
from quizapp.articles.techniques.definitions.unfit import half_a_term, says_two_things
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words

_NOT_SMALL, _AGAIN = 3, 2
_COMMON, _KNOWN, _TECHNICAL = 5.4, 5.0, 4.7
_LONG_TERM, _SHORT, _LONG = 3, 6, 24
_SEVERAL = re.compile(r"(?:an?|the) (?:broad|wide|general) |.*\b(?:several|various|many|different|certain)\b")


def doubted(candidate: Candidate, told: Told, topic: Topic) -> Candidate:
    """The candidate with what speaks against it added to its doubts."""
    found = (
        *candidate.doubts,
        *_of_told(candidate, told),
        *_of_term(told, topic),
        *_of_meaning(candidate, told),
        *(("passing name",) if told_in_passing(candidate, told, topic) else ()),
    )
    return replace(candidate, doubts=tuple(dict.fromkeys(found)))


def _of_told(candidate: Candidate, told: Told) -> Iterator[str]:
    for slug, broken in _RULES:
        if broken(told):
            yield slug
    if candidate.form is Form.SHORT and one_of_many(told):
        yield "one of many"
    if candidate.form is Form.FREE and of_many(told):
        yield "of many"


def _of_term(told: Told, topic: Topic) -> Iterator[str]:
    parts = [word for word in words(told.term) if len(word) > _NOT_SMALL] or words(told.term)
    least = min((zipf(part) for part in parts), default=0.0)
    if least > (_COMMON if len(parts) == 1 else _KNOWN):
        yield "common"
    elif least > _TECHNICAL:
        yield "not technical"
    if len(told.term.split()) > _LONG_TERM:
        yield "long term"
    low = told.term.lower()
    if sum(low in line.text.lower() for line in topic.lines) < _AGAIN:
        yield "comes once"


def _of_meaning(candidate: Candidate, told: Told) -> Iterator[str]:
    count = len(told.meaning.split())
    if count < _SHORT:
        yield "short meaning"
    if count > _LONG:
        yield "long meaning"
    if candidate.form is Form.SHORT and not picks_out(told.meaning):
        yield "a kind"
    if _SEVERAL.match(told.meaning):
        yield "wide"
    if re.match(r"[”\"]? (?:was|were) ", told.between):
        yield "past"
    if not DIFFERENCE.search(told.meaning.partition(" ")[2]):
        yield "no difference"


_RULES: tuple[tuple[str, Callable[[Told], object]], ...] = (
    ("narrower", narrower),
    ("no kind", no_kind),
    ("says little", says_nothing_new),
    ("two statements", says_two_things),
    ("half a term", half_a_term),
)

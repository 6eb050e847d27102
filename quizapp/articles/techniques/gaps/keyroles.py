"""How much a sentence tells of a term in it, going by what the term is there: subject, object, a name."""

from __future__ import annotations

import re

from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.keyphrases import NAMING, Place
from quizapp.articles.sense.subjects import stands_alone
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.verbs import BE, base
from quizapp.articles.words.wordlists import wordlist

_LEAST_TOLD = 4
_APPOSED = re.compile(
    r"^, (?:which|in which|where|whereby|the process|a process|an?|the|or|known|called|when)\b"
)
_WEAK = wordlist("keyterms dull verbs") | wordlist("keyterms no deeds")
_WEIGHTY = wordlist("keygaps weighty")
_CHANGES = wordlist("keygaps changes")
_BY = re.compile(r"\b(?:by|through|via|by means of|from|into|as|during|for) (?:the |an? )?$")
_NAMES_IT = re.compile(r"\b(?:is|are) (?:the )?$")
_CALLED = re.compile(r"\b(?:called|known as|termed|named|referred to as) (?:the |an? )?$")
_DEFINES = re.compile(
    r"^ (?:(?:refers? to|occurs? (?:when|if)|arises? when|happens? when|means?|describes?|denotes?) "
    r"|(?:is|are) (?:[a-z-]+ ){1,4}(?:that|who|whose|in which|used to|made (?:of|by)|formed by|caused by) )"
)
_OF_ALL = frozenset({"the", "most", "many", "all", "some", "each", "every"})
_FRONTED = re.compile(r"(?:In|Within|During|Under|Through|With|By|In cases of|In the case of) (?:an? |the )?")


def role_of(
    place: Place, clause: Clause | None, topic: Topic, before: str, after: str, *, loose: bool = False
) -> float:
    """What the term does in its sentence, by how well such sentences pin it down; 0 where they do not.

    With `loose` the subject of the sentence need not stand alone.
    """
    if clause is None:
        return _explained(before, after)
    if _subject_place(place, clause):
        return 2.7 if _DEFINES.match(after) else _as_subject(clause)
    if not loose and not stands_alone(clause, topic, generic=True) and not _any_such(clause):
        return 0.0
    if place.last <= clause.front[1]:
        return 1.6 if _FRONTED.fullmatch(before) else 0.6
    if place.first < clause.verb:
        return 1.0
    if _NAMES_IT.search(before) and place.first > clause.rest + 2:
        return 0.0
    if _NAMES_IT.search(before) or _APPOSED.match(after) or _CALLED.search(before):
        return _explained(before, after)
    if clause.passive and re.search(r"\b(?:by|through|into|as) (?:the |an? )?$", before):
        return 2.0
    deed = base(clause.tokens[clause.main].text)
    if place.first <= clause.rest + 1 and not clause.passive and deed not in _WEAK | BE | {"be"}:
        return 1.5 if len(after.split()) > _LEAST_TOLD else 1.1
    return 1.3 if _BY.search(before) else 0.8


def _explained(before: str, after: str) -> float:
    """How well a term is pinned down by a name-giving verb before it, or an explanation after it."""
    if _CALLED.search(before):
        return 2.6
    if _NAMES_IT.search(before) and len(before.split()) > _LEAST_TOLD:
        return 2.6 if after == "." or after.startswith(", ") else 0.0
    return 2.4 if _APPOSED.match(after) and len(after.split()) > _LEAST_TOLD else 0.0


def _any_such(clause: Clause) -> bool:
    """Whether `the kidney`, `most enzymes` or `each cell`, with a verb in the present, means any."""
    present = clause.tokens[clause.verb].tag in ("VBZ", "VBP", "MD")
    first, last = clause.subject
    noun = clause.tokens[last - 1].tag in ("NN", "NNS") and last - first > 1
    return present and noun and clause.tokens[first].low in _OF_ALL


def _subject_place(place: Place, clause: Clause) -> bool:
    """Whether the term, with no more than an article before it, is the subject or its head with `of`."""
    first, last = clause.subject
    tokens = clause.tokens
    if tokens[first].tag == "DT" and tokens[first].low in ("a", "an", "the"):
        first += 1
    first += tokens[first].low in NAMING
    if place.first != first:
        return False
    return place.last == last or tokens[place.last].low in ("of", "in", "for", "that", "which", ",")


def _as_subject(clause: Clause) -> float:
    tokens = clause.tokens
    verb, main = tokens[clause.verb], tokens[clause.main]
    if verb.tag == "VBN" or len(tokens) - clause.rest <= _LEAST_TOLD:
        return 0.0
    if clause.main == clause.verb and verb.low in BE:
        kind = tokens[clause.rest]
        if kind.low in ("a", "an", "the", "any"):
            return 2.8
        return 2.0 if kind.tag in ("NN", "NNS", "JJ") else 1.2
    if clause.passive:
        return 2.2
    deed = base(main.text)
    if deed in _WEAK - _WEIGHTY - _CHANGES:
        return 0.9
    return 1.6 if deed in _CHANGES or verb.low == "can" else 2.2

"""Meanings that have lost a word, that stop half way, or that say one thing more of their term."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.sense.clauses import finite
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged

# `a process which is depicted in`, `the satellite of, if ...`: a figure or a symbol has gone.
_HOLE = re.compile(
    r"\b(?:depicted|shown|illustrated|pictured|displayed|summarized|seen) (?:in|on)$"
    r"|\b(?:of|from|with|into|between|than) ?, (?:if|when|where|while|because)\b"
)
_MEANS = re.compile(r"[”\"]? means? $")
_OPENS_CLAUSE = ("WDT", "WP", "WRB", "WP$")
_SORTS = r"(?:type|form|kind|sort|example)"
_SORT_AS_TERM = re.compile(rf"(?:(?:an?|the) )?(?:[\w-]+ )?{_SORTS} of ", re.IGNORECASE)
_SORT = re.compile(rf"an? (?:[\w-]+ )?{_SORTS} of (?P<kind>(?:[\w-]+ ){{0,3}}[\w-]+)$")
_AT_TIMES = re.compile(rf"an? {_SORTS} of [\w-]+ (?:that|which) (?:can|could|may|might) be [\w-]+$")
_FOREMOST = re.compile(
    r"the (?:foremost|principal|chief|primary|main|major|central|key|leading) (?:[\w-]+ ){1,3}"
    r"(?:of|in|for|to) (?:the )?[\w-]+(?: [\w-]+)?$"
)
_BY_ITSELF = re.compile(r"\b(?:describes|calls|bills) itself\b")
_USED_BY_SOME = re.compile(
    r"\b(?:that|which) (?:(?:certain|many|most|several|some) [\w-]+ (?:can|could|may|might)"
    r"|(?:are|is) (?:often|regularly|sometimes) (?:proposed|suggested) as)\b"
)
_COMPARED = re.compile(r"\bmore specifically\b")
_ALSO = r"(?: \([^)]*\))?[”\"]? (?:is|are|was|were) also (?:an?|the|any) "
# `a structure found in many cells`, `a liquid at room temperature`: many things are.
_OF_MANY = re.compile(
    r"an? (?:[\w-]+ ){1,3}(?:found|located|present|produced|seen|used) (?:by|for|in|on) [^,]{3,50}$"
    r"|an? (?:[\w-]+ )?(?:gas|liquid|solid) (?:at|in) [^,]{3,40}$"
    r"|an? (?:[\w-]+ )?metric (?:that is )?used to "
)
_THE_MOST = re.compile(
    r"\b(?:where|(?:at|in|on) which)\b.*\bthe (?:greatest|highest|largest|least|lowest|most)\b"
)
_JUDGED = re.compile(r"an? (?:frequent|growing|novel|prevalent|widespread) ")
_FEW = 10


def half(candidate: Candidate, told: Told) -> bool:
    """Whether a meaning breaks one of the rules."""
    if any(broken(told) for broken in _RULES):
        return True
    # One thing more may still point at its term; it is no answer to what the term means.
    return candidate.form is Form.FREE and _said_also(candidate, told)


def _said_also(candidate: Candidate, told: Told) -> bool:
    return bool(re.search(re.escape(told.term) + _ALSO, candidate.line.quote, re.IGNORECASE))


def of_many(told: Told) -> bool:
    """Whether many other things are so too, or more than one may be the most so."""
    few = len(told.meaning.split()) <= _FEW and bool(_OF_MANY.match(told.meaning))
    return few or bool(_THE_MOST.search(told.meaning) or _JUDGED.match(told.meaning))


def _has_a_hole(told: Told) -> bool:
    return bool(_HOLE.search(told.meaning))


def _a_clause(told: Told) -> bool:
    """Whether `means` brings a statement without `that`: `loudness means the waves add at some places`."""
    if not _MEANS.fullmatch(told.between):
        return False
    tokens = tagged(told.meaning)
    stop = next(
        (i for i, token in enumerate(tokens) if token.tag in _OPENS_CLAUSE or token.low == "that"), -1
    )
    own = tokens if stop < 0 else tokens[:stop]
    return any(finite(tokens, index) for index in range(1, len(own)))


def _a_sort_as_term(told: Told) -> bool:
    """Whether a kind stands where the term should: `a common type of story is the earth-diver myth`."""
    return bool(_SORT_AS_TERM.match(told.term))


def _its_own_sort(told: Told) -> bool:
    """Whether it names only the kind that the term itself names: `a form of contact transmission`."""
    found = _SORT.match(told.meaning)
    if found is None:
        return bool(_AT_TIMES.match(told.meaning))
    return words(found["kind"])[-1:] == words(told.term)[-1:]


def _a_rank(told: Told) -> bool:
    """Whether it says where the thing stands: `the foremost law of the land`, or what it says of itself."""
    return bool(_FOREMOST.match(told.meaning) or _BY_ITSELF.search(told.meaning))


def _used_by_some(told: Told) -> bool:
    """Whether it says what some may do with it: `a compound that some plants can use to form ...`."""
    return bool(_USED_BY_SOME.search(told.meaning))


def _compared(told: Told) -> bool:
    """Whether it goes on from a wider statement before: `focus more specifically on debt`."""
    return bool(_COMPARED.search(told.meaning))


_RULES: tuple[Callable[[Told], bool], ...] = (
    _has_a_hole,
    _a_clause,
    _a_sort_as_term,
    _its_own_sort,
    _a_rank,
    _used_by_some,
    _compared,
)

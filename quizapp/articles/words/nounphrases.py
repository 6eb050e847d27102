"""Noun phrases read backwards: what stands before `called T`, as far as it belongs together."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.articles.words.phrasing import plural
from quizapp.articles.words.tagging import NOUNS, Token

_BEFORE_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "CD", "VBN"})
_LINKS = frozenset({"in", "on", "at", "between", "within", "around", "from", "to", "for", "with", "among"})
_POINTING = frozenset(
    {"this", "these", "that", "those", "such", "some", "another", "each", "any", "both", "what", "which"}
)
_JOINS = ("-", "/", "–")
_MOST_LINKS = 2


def phrase_before(tokens: Sequence[Token], end: int, many: bool) -> tuple[int, int] | None:
    """The tokens [first, end) of the noun phrase whose head is `many` or one; None where that is unsure.

    `A of B` is one phrase with the head A. Before another preposition the phrase goes on only when
    the noun behind it cannot be meant, being one where many are meant, or the other way round.
    """
    start = end
    for _ in range(_MOST_LINKS):
        found = _of_chain(tokens, start, many)
        if found is None:
            return None
        first, head = found
        if _several(tokens[head]) == many:
            return None if tokens[first].low in _POINTING else (first, end)
        if first < 2 or tokens[first - 1].low not in _LINKS:
            return None
        start = first - 1
    return None


def _several(head: Token) -> bool:
    return head.tag in ("NNS", "NNPS") or plural(head.text)


def _of_chain(tokens: Sequence[Token], end: int, many: bool) -> tuple[int, int] | None:
    """Where `A of B of C` starts, and its head A; None where none ends at `end`, or B may be the head."""
    first, head = end, -1
    while True:
        found = _plain(tokens, first)
        if found is None:
            return None
        first, head = found
        if first < 2 or tokens[first - 1].low != "of" or tokens[first - 2].tag not in NOUNS:
            return first, head
        if tokens[first].tag == "DT" and _several(tokens[head]) == many:
            return None
        first -= 1


def _plain(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The first token and the head of a noun with its adjectives and article; None where none ends there."""
    if not end or tokens[end - 1].tag not in NOUNS:
        return None
    first = end - 1
    while first and tokens[first - 1].tag in _BEFORE_NOUN and tokens[first - 1].low not in _LINKS:
        first -= 1
    if first and (tokens[first - 1].tag in ("POS", "PRP$", "CC", "VBG") or tokens[first - 1].text in _JOINS):
        return None
    if tokens[first].tag == "VBN" and not (first and tokens[first - 1].tag == "DT"):
        return None
    if first and tokens[first - 1].tag == "DT":
        first -= 1
    return first, end - 1

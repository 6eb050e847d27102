"""Later mentions: where the terms that an article emphasises once stand in its other sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from quizapp.articles.sense.prose import Line, Term
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.tagging import tagged

_KNOWN, _LEAST_LETTERS = 4.4, 4
_NAMING = ("NN", "JJ", "VBG", "VBN", "FW")


def remarked(line: Line, topic: Topic) -> Line:
    """The line with the terms of the whole article, those that it marks itself first."""
    found = tuple(term for term in _mentioned(line, topic) if not _overlaps(term, line.terms))
    return replace(line, terms=(*line.terms, *found)) if found else line


def _mentioned(line: Line, topic: Topic) -> Iterator[Term]:
    by_first = _by_first(topic.terms)
    tokens, index = line.tokens, 0
    while index < len(tokens):
        choices = by_first.get(_stem(tokens[index].low), ())
        for parts in choices:
            inside = tokens[index : index + len(parts)]
            if len(inside) < len(parts) or [_stem(token.low) for token in inside] != list(parts):
                continue
            start, end = inside[0].start, inside[-1].end
            if _whole(line, index, index + len(parts)):
                yield Term(line.text[start:end], start, end)
                index += len(parts) - 1
                break
        index += 1


def _whole(line: Line, first: int, last: int) -> bool:
    """Whether the tokens [first, last) are a noun phrase of their own and no part of a longer one."""
    tokens = line.tokens
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if last - first == 1 and not tokens[first].tag.startswith(("NN", "VBG", "FW")):
        return False
    if before is not None and (before.tag.startswith(_NAMING) or before.text in ("-", "–", "“", "’s", "'s")):
        return False
    return after is None or not (after.tag.startswith(("NN", "VBG", "POS")) or after.text in ("-", "–", "”"))


@lru_cache(maxsize=4)
def _by_first(terms: frozenset[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The terms that are no everyday words, as stems of their words, by the first one; longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for term in sorted(terms):
        parts = tuple(_stem(token.low) for token in tagged(term))
        if len(parts) == 1 and (zipf(term) > _KNOWN or len(term) < _LEAST_LETTERS):
            continue
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(rows, key=lambda row: (-len(row), row))) for first, rows in found.items()}


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _overlaps(term: Term, others: tuple[Term, ...]) -> bool:
    return any(term.start < other.end and other.start < term.end for other in others)

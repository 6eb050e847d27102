"""Meanings of technical terms given in passing by a relative clause or an apposition with one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import vague
from quizapp.articles.techniques.definitions.defining import HALF, may_pick_out, said_share
from quizapp.articles.techniques.definitions.definitions import (
    DIFFERENCE,
    EVALUATING,
    TECHNICAL,
    classifies,
    is_term,
)
from quizapp.articles.techniques.definitions.meanings import fits, tells, trimmed
from quizapp.articles.techniques.definitions.whatis import agrees, article_before, what_is
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import opened, question, small, words
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.wordlists import wordlist

_ASIDE = re.compile(
    r", (?:which (?:is|are) (?=an? |the )|(?=an? ))(?P<meaning>(?:an?|the) [^,;:—]{16,150})(?=, [a-z]|\.$)"
)
_GENERIC_TERMS = wordlist("definitions generic terms")
_NEAR, _KNOWN, _LEAST = 30, 5.2, 5


def asides(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Meanings given in passing: `..., X, which is a D.` and `..., X, a D, ...` for a technical X."""
    for found in _ASIDE.finditer(line.text):
        span = _noun_before(line.tokens, found.start())
        if span is None:
            continue
        term = line.text[span[0] : span[1]]
        parts = words(term)
        inside = [token for token in line.tokens if span[0] <= token.start < span[1]]
        technical = all(part not in _GENERIC_TERMS for part in parts) and any(
            zipf(part) < _KNOWN for part in parts
        )
        technical = technical and all(classifies(token) for token in inside)
        if (
            not technical
            or not is_term(term)
            or any(n.start < span[1] and span[0] < n.end for n in line.names)
        ):
            continue
        meaning = trimmed(found["meaning"])
        if _of_other_number(found, line.text[: span[0]], term) or (" " in term and vague(f"a {term}")):
            continue
        # `during industrialization, a trend towards ...`: the aside may tell of the whole clause.
        adverbial = re.search(r"\b(?:during|after|before|since|until|by|of)(?: the)? $", line.text[: span[0]])
        listed = adverbial is not None or "," in line.text[max(0, span[0] - _NEAR) : span[0]]
        if listed or re.match(r", (?:and|or|but)\b", line.text[found.end() :]):
            continue
        if (
            tells(meaning)
            or EVALUATING.match(meaning)
            or not fits(meaning, term)
            or (len(meaning.split()) <= _LEAST and not DIFFERENCE.search(meaning.partition(" ")[2]))
        ):
            continue
        if not agrees(term, meaning):
            continue
        shown = small(term, topic.capitals) if span[0] == 0 else term
        prompt = what_is(shown, article_before(line.text[: span[0]]), meaning)
        yield Candidate(Technique.MEANING, Form.FREE, prompt, opened(meaning), line)
        if said_share(meaning, term) <= HALF and may_pick_out(meaning):
            named = question(f"What is the term for {small(meaning, topic.capitals)}")
            yield Candidate(Technique.DEFINITION, Form.SHORT, named, shown, line)


def _of_other_number(found: re.Match[str], before: str, term: str) -> bool:
    """Whether one thing is told of several, or of `the N` that only stands for what was said before."""
    if found.group().startswith(", which are ") and re.match(r"an? ", found["meaning"]):
        return True
    common = " " not in term and zipf(term) > TECHNICAL
    return common and bool(re.search(r"\b[Tt]he $", before)) and not found.group().startswith(", which ")


def _noun_before(tokens: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """The nouns and adjectives that end at a comma, when a plain noun phrase does."""
    last = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].end <= comma), None)
    if last is None or tokens[last].tag not in ("NN", "NNS") or tokens[last].end != comma:
        return None
    first = last
    while first and tokens[first - 1].tag in ("NN", "JJ", "NNS") and last - first < 3:
        first -= 1
    if first and (tokens[first - 1].tag in ("CC", "CD", "PRP$", "POS") or tokens[first - 1].text in ",’'"):
        return None
    return tokens[first].start, tokens[last].end

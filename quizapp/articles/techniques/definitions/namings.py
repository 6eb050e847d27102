"""Meanings that a sentence gives around a name for them: `a D called T that ...`, `a D, or T, ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definitions import DIFFERENCE, is_term
from quizapp.articles.techniques.definitions.meanings import fits, tells, trimmed
from quizapp.articles.techniques.definitions.whatis import what_is
from quizapp.articles.techniques.gaps.cloze import name_span
from quizapp.articles.words.phrasing import opened, plural, question, small, words
from quizapp.articles.words.tagging import Token, tagged

_CALLED = re.compile(
    r"(?P<kind>(?:an?|the|one|[a-z]+s) [^,;:—()]{3,60}|[A-Z]?[a-z]+s) (?:called|known as|termed"
    r"|referred to as)"
    r" (?P<article>the |an? )?[“\"]?(?P<name>[a-z])"
)
_TOLD = re.compile(
    r"^[”\"]?,? (?P<told>(?:that|which|in which|where|who|whose|during which|by which) [^;:—]{12,150})$"
)
_OR = re.compile(
    r"^(?P<meaning>(?:The|An?) [^,;:—()]{12,100}), or (?P<article>the |an? )?(?P<term>[a-z][^,;:]{3,40}), "
)
_DEFINED_AS = re.compile(
    r"\b(?:define[sd]?|can be defined|is defined|are defined"
    r"|conceptualize[sd]?) (?P<term>(?:[a-z][\w’'-]* ){1,3})as"
    r" (?P<quote>“)?(?P<meaning>(?:an? |the |any )?[^;:—“”]{20,170})”?\.?”?$"
)
_WHICH_IS = re.compile(r"which (?:is|are) ")
_LEAST = 5


def around_names(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What T is, from `a D called T that ...`."""
    for found in _CALLED.finditer(line.text):
        span = name_span(line.tokens, found.start("name"))
        if span is None or set(words(line.text[slice(*span)])) <= topic.title_words:
            continue
        told = _TOLD.match(line.text[span[1] :].rstrip("."))
        kind = _kind(line.tokens, found.start(), found.end("kind"))
        if told is None or not kind:
            continue
        term = line.text[slice(*span)]
        said = trimmed(told["told"], statement=True)
        # `the time known as middle adulthood, which extends to ...` tells one thing more of it.
        if kind.startswith("the ") and told.group().startswith(", "):
            continue
        is_kind = _WHICH_IS.match(said)
        if is_kind is not None and not _is_noun(said[is_kind.end() :]):
            is_kind = None
        meaning = said[is_kind.end() :] if is_kind else f"{kind} {said}"
        many = plural(term)
        if many == bool(re.match(r"an? |the |one ", kind)) or not is_term(term) or not fits(meaning, term):
            continue
        article = (found["article"] or "").strip()
        prompt = what_is(small(term, topic.capitals), article, meaning)
        yield Candidate(Technique.MEANING, Form.FREE, prompt, opened(meaning), line, (), sure=True)


def _is_noun(said: str) -> bool:
    """Whether what a thing is starts with its kind: `blood plasma without its clotting factors`."""
    tokens = tagged(said)[:2]
    first = tokens[0].tag if tokens else ""
    if first == "JJ" and len(tokens) > 1:
        first = tokens[1].tag
    return bool(re.match(r"(?:an?|the) ", said)) or first in ("NN", "NNS")


def _kind(tokens: tuple[Token, ...], start: int, end: int) -> str:
    """The noun phrase that ends where `called` starts: `a form of learning`."""
    inside = [token for token in tokens if start <= token.start and token.end <= end]
    first = len(inside)
    while first and (
        inside[first - 1].tag in ("NN", "NNS", "JJ", "VBN", "DT", "NNP") or inside[first - 1].low == "of"
    ):
        first -= 1
        if inside[first].tag == "DT":
            break
    if first and inside[first - 1].tag == "IN":
        return ""
    part = inside[first:]
    if (
        not part
        or part[0].low in ("of", "this", "these", "those", "that", "some")
        or part[-1].tag not in ("NN", "NNS")
    ):
        return ""
    return " ".join(token.text for token in part)


def alternatives(line: Line, topic: Topic) -> Iterator[Candidate]:
    """Both directions of `The D of E, or T, does ...`."""
    found = _OR.match(line.text)
    if found is None:
        return
    meaning, term = trimmed(found["meaning"]), found["term"].strip()
    # `the male, or testicular, reproductive system`: only an adjective stands between the commas.
    if next((token.tag for token in line.tokens if token.start >= found.end()), "") in ("JJ", "NN", "NNS"):
        return
    if len(meaning.split()) < _LEAST or tells(meaning) or not fits(meaning, term) or not is_term(term):
        return
    if not DIFFERENCE.search(meaning.partition(" ")[2]) or set(words(term)) & set(words(meaning)):
        return
    said = meaning[0].lower() + meaning[1:]
    article = (found["article"] or "").strip()
    yield Candidate(
        Technique.DEFINITION, Form.SHORT, question(f"What is the term for {said}"), term, line, (), sure=True
    )
    asked = what_is(term, article, said)
    yield Candidate(Technique.MEANING, Form.FREE, asked, opened(meaning), line, (), sure=True)


def defined_as(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What T means, from `X defined T as D`."""
    found = _DEFINED_AS.search(line.text)
    if found is None:
        return
    term, meaning = found["term"].strip(), trimmed(found["meaning"].rstrip(".,"))
    if (
        not is_term(term)
        or tells(meaning)
        or not fits(meaning, term)
        or set(words(term)) <= topic.title_words
    ):
        return
    prompt = f"What is meant by “{term}”?"
    yield Candidate(Technique.MEANING, Form.FREE, prompt, opened(meaning), line, (), sure=True)

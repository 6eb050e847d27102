"""Gaps for names that a sentence gives to what it tells of: `a series of laws called the Coercive Acts`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import same_block
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.defining import HALF, said_share
from quizapp.articles.techniques.gaps.cloze import (
    LEANS_BACK,
    gapped,
    gives_away,
    name_span,
    narrowed,
    shortened,
    standing,
)
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.phrasing import words

_OFTEN = r"(?:(?:also|often|sometimes|commonly|usually|then|now|generally|collectively|popularly|later) )*"
_CALLS = re.compile(
    rf"\b(?P<verb>called|known {_OFTEN}(?:to [a-z]+ )?as|termed|referred to as|dubbed|nicknamed"
    rf"|labell?ed|(?:that|which|what)"
    rf" (?:we|they|many|some|[a-z]+s) {_OFTEN}call(?:ed)?|(?:^We|^Many|^[A-Z][a-z]+s) {_OFTEN}call"
    rf" (?:this|these|it|such)"
    r"(?: [a-z-]+){0,3}?) (?P<article>the |an? )?(?P<mark>[“\"])?(?P<name>[^\W\d_])"
)
_OLD = re.compile(r"called|known as|termed|referred to as")
_NO_NAMES = (Kind.PERSON, Kind.CITY, Kind.COUNTRY, Kind.STATE, Kind.PEOPLE)
# `labeled antibodies` have a label; `is labeled a rebel` gives a name.
_IS_LABELLED = re.compile(r"(?:\b(?:is|are|was|were|be|been|being|often|sometimes|usually|commonly)|,) $")
_LEAST, _SHORT, _MOST_OF_TWO, _MOST_QUOTED = 7, 9, 45, 5


def called_names(line: Line, previous: Line | None, topic: Topic) -> Iterator[Candidate]:
    """A gap for a name with capitals, and for a term that somebody gives, where it is not somebody's own."""
    for found in _CALLS.finditer(line.text):
        span = _span(line, found)
        if (
            span is None
            or _has_label(line.text, found)
            or re.match(r" [“\"]", line.text[span[1] :])
            or any(term.start < span[1] and span[0] < term.end for term in line.terms)
        ):
            continue
        name = line.text[slice(*span)]
        if set(words(name)) <= topic.title_words:
            continue
        start, end = narrowed(line, *span)
        if _names_half(line, end):
            continue
        made, name = standing(shortened(line, start, end)), line.text[start:end]
        if said_share(made.replace(GAP, " "), name) > HALF or len(made.split()) < _LEAST:
            continue
        if not LEANS_BACK.match(made) and not re.match(r"\w+ call (?:this|these|it|such)", made):
            doubts = ("length",) if len(made.split()) < _SHORT else ()
            yield Candidate(Technique.CALLED_NAME, Form.CLOZE, made, name, line, doubts=doubts)
        elif previous is not None and same_block(previous, line) and not LEANS_BACK.match(previous.text):
            two = f"{previous.text} {gapped(line.text, start, end)}"
            if len(two.split()) <= _MOST_OF_TWO and not gives_away(previous.text, name):
                yield Candidate(Technique.CALLED_NAME, Form.CLOZE, two, name, line, before=previous)


def _has_label(text: str, found: re.Match[str]) -> bool:
    """Whether the noun behind `labeled` is what wears the label."""
    bare = found["verb"].startswith("label") and not (found["mark"] or found["article"])
    return bare and not _IS_LABELLED.search(text[: found.start()])


def _span(line: Line, found: re.Match[str]) -> tuple[int, int] | None:
    """Where the name stands; None when gaps for it are made elsewhere, or it may be somebody's or a"
    " place's."""
    start = found.start("name")
    if found["mark"]:
        inside = re.match(r"[^“”\"]{2,50}?(?=[,.]?[”\"])", line.text[start:])
        if inside is None or len(inside.group().split()) > _MOST_QUOTED:
            return None
        return None if _OLD.fullmatch(found["verb"]) else (start, start + inside.end())
    named = next((name for name in line.names if name.start <= start < name.end), None)
    if found["name"].isupper():
        fit = named is not None and named.start == start and found["article"] is not None
        if named is None or not fit or named.kind in (*_NO_NAMES, Kind.LAW, Kind.EVENT):
            return None
        return None if re.match(r" (?:of|on|for) |[’'\"“]|-", line.text[named.end :]) else (start, named.end)
    return None if _OLD.fullmatch(found["verb"]) else name_span(line.tokens, start)


def _names_half(line: Line, end: int) -> bool:
    """Whether a noun of the name stands behind: `the Schwarzschild` of `the Schwarzschild radius`."""
    after = next((token for token in line.tokens if token.start >= end), None)
    return after is not None and after.start == end + 1 and after.tag == "NN" and after.text.islower()

"""Asks which two to six things a statement names in a run, as its object or behind its preposition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import Clause, asked
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.runs import Run, run_of
from quizapp.articles.sense.subjects import subject_small
from quizapp.articles.sense.technical import names_itself
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import question, words
from quizapp.articles.words.verbs import BE, base

_LINKS = frozenset({"of", "with", "into", "between"})
_KINDS = {Kind.PERSON: "people", Kind.COUNTRY: "countries", Kind.CITY: "cities", Kind.STATE: "states"}
_ASKED_BY_WHOLES = frozenset(
    {
        "include",
        "consist",
        "comprise",
        "contain",
        "involve",
        "require",
        "need",
        "combine",
        "encompass",
        "cover",
    }
)
_WEAK = frozenset(
    {
        "have",
        "be",
        "seem",
        "become",
        "take",
        "say",
        "know",
        "think",
        "call",
        "see",
        "make",
        "get",
        "come",
        "number",
    }
)
_AMONG_OTHERS = re.compile(r"\b(?:among (?:other|many)|and others|and so on|and more|etc)\b")
_KNOWN, _KNOWN_ALONE, _RARE = 5.0, 4.2, 4.9
_FEWEST, _LONGEST_SUBJECT = 3, 8


def several(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Which three or more things are the object, or follow the preposition, of a statement's verb."""
    tokens = clause.tokens
    verb = base(tokens[clause.main].low)
    if _AMONG_OTHERS.search(clause.line.text) or re.search(r"\bfurther\b", clause.line.text):
        return
    if clause.negated or verb in _ASKED_BY_WHOLES or verb in _WEAK or clause.rest >= len(tokens):
        return
    if verb in BE or tokens[clause.verb].tag == "VBD" or not _may_ask(clause, topic):
        return
    start, link = clause.rest, ""
    if tokens[start].low in _LINKS:
        link, start = tokens[start].low, start + 1
    elif tokens[start].tag in ("IN", "TO", "RP"):
        return
    run = run_of(clause.line.text[tokens[start].start :]) if start < len(tokens) else None
    if run is None or not (run.things or run.kind) or len(run.members) < _FEWEST or _plain(run):
        return
    said = asked(clause, subject_small(clause, topic), (clause.rest, clause.end))
    front = "" if tokens[0].tag == "RB" else clause.front_text
    tail = f", {front[0].lower()}{front[1:]}" if front else ""
    prompt = question(f"{link} which {run.count} {noun_for(run, clause.line)} {said}{tail}")
    yield Candidate(Technique.SEVERAL, Form.FREE, prompt, run.text, clause.line)


def noun_for(run: Run, line: Line) -> str:
    """What the members are called together: `countries`, `kinds of growth`, else `things`."""
    if run.kind:
        return f"kinds of {run.kind}"
    kinds = {
        next((name.kind for name in line.names if name.text in member), Kind.OTHER) for member in run.members
    }
    return _KINDS.get(kinds.pop(), "things") if len(kinds) == 1 else "things"


def _may_ask(clause: Clause, topic: Topic) -> bool:
    text = clause.subject_text
    if len(text.split()) > _LONGEST_SUBJECT or not names_itself(clause, topic):
        return False
    alone = len(clause.tokens[slice(*clause.subject)]) == 1
    if alone and zipf(text.lower()) > _KNOWN_ALONE and text.lower() not in topic.title_words:
        return False
    return _particular(text, topic) and not re.search(r"\b(?:examples?|others?|things?)\b", text, re.I)


def _particular(text: str, topic: Topic) -> bool:
    return any(
        zipf(word) < _RARE or word in topic.title_words or word in topic.keywords for word in words(text)
    )


def _plain(run: Run) -> bool:
    """Whether the members are everyday words alone."""
    return all(zipf(word) > _KNOWN for word in words(" ".join(run.members)))

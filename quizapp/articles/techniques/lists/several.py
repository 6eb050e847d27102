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

_LINKS = frozenset({"of", "with", "into", "between", "in", "on", "from", "through"})
_BEHIND = frozenset({"in", "into", "between", "on", "through"})
# A run behind these is one of a further clause.
_NO_OBJECT = frozenset({"WDT", "WP", "WRB", "VBZ", "VBP", "VBD", "VBG", "VBN", "VB", "TO", "CC", ","})
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
        "discuss",
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
_FEWEST, _LONGEST_SUBJECT, _MOST_DOUBTS, _FAR = 3, 8, 2, 7


# `cash flows, the inflows and outflows of cash`: one thing, and what it is.
_SAID_ANEW = re.compile(r"(?!(?:an?|the) )[^,]+, (?:an?|the) [^,]+ (?:and|or) (?!(?:an?|the) )[^,]+\.$")


def several(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Which three or more things are the object, or follow the preposition, of a statement's verb."""
    tokens = clause.tokens
    verb = base(tokens[clause.main].low)
    if _AMONG_OTHERS.search(clause.line.text) or re.search(r"\bfurther\b", clause.line.text):
        return
    if clause.negated or verb in _ASKED_BY_WHOLES or verb in _WEAK or clause.rest >= len(tokens):
        return
    if verb in BE or verb == "be" or not _may_ask(clause) or not names_itself(clause, topic):
        return
    found = _run(clause)
    if found is None:
        return
    start, link, run = found
    doubts = tuple(_doubts(clause, verb, run, topic))
    doubts = ("behind object", *doubts) if start > clause.rest else doubts
    if len(doubts) > _MOST_DOUBTS:
        return
    said = asked(clause, subject_small(clause, topic), (start, clause.end))
    front = "" if tokens[0].tag == "RB" else clause.front_text
    tail = f", {front[0].lower()}{front[1:]}" if front else ""
    prompt = question(f"{link} which {run.count} {noun_for(run, clause.line)} {said}{tail}")
    yield Candidate(Technique.SEVERAL, Form.FREE, prompt, run.text, clause.line, doubts=doubts)


def _run(clause: Clause) -> tuple[int, str, Run] | None:
    """Where the run begins, with its preposition, that preposition, and the run."""
    tokens = clause.tokens
    for start in range(clause.rest, min(clause.rest + _FAR, clause.end - _FEWEST)):
        token = tokens[start]
        if token.low in ("such", "like", "including", "as", "among") or token.tag in _NO_OBJECT:
            return None
        first = start == clause.rest
        link = token.low if token.low in (_LINKS if first else _BEHIND) else ""
        if not (link or (first and token.tag not in ("IN", "TO", "RP"))):
            continue
        text = clause.line.text[tokens[start + bool(link)].start :]
        run = None if _SAID_ANEW.match(text) else run_of(text)
        if run is not None and (run.things or run.kind) and len(run.members) >= _FEWEST:
            return start, link, run
    return None


def _doubts(clause: Clause, verb: str, run: Run, topic: Topic) -> Iterator[str]:
    """What speaks against asking for the run."""
    text = clause.subject_text
    if clause.tokens[clause.verb].tag == "VBD":
        yield "past"
    if _plain(run):
        yield "common"
    alone = len(clause.tokens[slice(*clause.subject)]) == 1
    lone = alone and zipf(text.lower()) > _KNOWN_ALONE and text.lower() not in topic.title_words
    if lone or not _particular(text, topic):
        yield "plain subject"


def noun_for(run: Run, line: Line) -> str:
    """What the members are called together: `countries`, `kinds of growth`, else `things`."""
    if run.kind:
        return f"kinds of {run.kind}"
    kinds = {
        next((name.kind for name in line.names if name.text in member), Kind.OTHER) for member in run.members
    }
    return _KINDS.get(kinds.pop(), "things") if len(kinds) == 1 else "things"


def _may_ask(clause: Clause) -> bool:
    text = clause.subject_text
    return len(text.split()) <= _LONGEST_SUBJECT and not re.search(
        r"\b(?:examples?|others?|things?)\b", text, re.I
    )


def _particular(text: str, topic: Topic) -> bool:
    return any(
        zipf(word) < _RARE or word in topic.title_words or word in topic.keywords for word in words(text)
    )


def _plain(run: Run) -> bool:
    """Whether the members are everyday words alone."""
    return all(zipf(word) > _KNOWN for word in words(" ".join(run.members)))

"""Asks for all members of a whole: what it consists of, includes, needs, or is divided into."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.clauses import Clause
from quizapp.articles.drafts import Technique
from quizapp.articles.lexicon import zipf
from quizapp.articles.phrasing import plural, question, words
from quizapp.articles.runs import Run, run_of
from quizapp.articles.subjects import stands_alone, subject_small
from quizapp.articles.topic import Topic
from quizapp.articles.verbs import BE, base, past

_MADE = re.compile(
    r"^(?P<done>composed|made|comprised|formed|built)(?P<link> up of| of| from) |^consists? of |^comprises? "
)
_DIVIDED = frozenset(
    {"divided", "subdivided", "split", "separated", "broken", "classified", "grouped", "sorted"}
)
_HOLDS = frozenset({"include", "contain", "involve", "require", "need", "combine", "encompass", "cover"})
_BY = frozenset(
    {
        "affect",
        "characterize",
        "characterise",
        "control",
        "define",
        "determine",
        "drive",
        "govern",
        "influence",
        "mark",
        "measure",
        "regulate",
        "shape",
        "support",
        "surround",
        "form",
        "cause",
    }
)
_EMPTY = re.compile(
    r"\b(?:examples?|exceptions?|ones|others|options|ways|things|results?|highlights|inputs?|topics?|issues"
    r"|questions|injuries|names?|notable|well-known|famous|popular|recent|prominent|common)\b",
    re.IGNORECASE,
)
_OF = re.compile(r" (?:of|in|for|to|from|that|between) ")
_RARE, _KNOWN = 4.9, 5.3
_LONGEST_SUBJECT = 10
_FINITE_PAST = "VBD"


def wholes(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Which members make up, or belong to, the subject."""
    tokens = clause.tokens
    low = tokens[clause.main].low
    if clause.negated or clause.front_text or not _may_ask(clause, topic):
        return
    rest = clause.line.text[tokens[clause.rest].start :] if clause.rest < len(tokens) else ""
    asked = _asked(clause, low, rest, topic)
    if asked is None:
        return
    prompt, run = asked
    if _vague(run):
        return
    yield Candidate(Technique.MEMBERS, Form.FREE, question(prompt), run.text, clause.line)


def _asked(clause: Clause, low: str, rest: str, topic: Topic) -> tuple[str, Run] | None:
    """The question and its run, by the verb."""
    subject, tense = subject_small(clause, topic), clause.tokens[clause.verb].tag
    many = plural(clause.subject_text)
    if clause.main == clause.verb and low in BE:
        return _are(clause, rest, subject)
    if made := _MADE.match(f"{low} {rest}"):
        run = _things(f"{low} {rest}"[made.end() :])
        action = (
            "made" if tense == _FINITE_PAST or clause.tokens[clause.verb].low in ("was", "were") else "make"
        )
        return (f"Which {run.count} components {action} up {subject}", run) if run else None
    if clause.passive and low in _DIVIDED and (into := re.match(r"(?:down |up )?into ", rest)):
        run = _things(rest[into.end() :])
        kind = "groups" if many or low in ("classified", "grouped", "sorted") else "parts"
        down = into.group().removesuffix("into ").strip()
        verb = clause.line.cut(clause.verb, clause.verb + 1)
        return (f"into which {run.count} {kind} {verb} {subject} {low} {down}", run) if run else None
    if clause.passive and rest.startswith("by ") and base(low) in _BY:
        run = _things(rest[3:])
        was = clause.tokens[clause.verb].low in ("was", "were")
        action = past(base(low)) if was else base(low)
        return (f"Which {run.count} things {action} {subject}", run) if run else None
    if clause.main == clause.verb and base(low) in _HOLDS:
        return _holds(clause, base(low), rest, subject, many)
    return None


def _are(clause: Clause, rest: str, subject: str) -> tuple[str, Run] | None:
    """`The main parts of X are A, B, and C` asks what the three main parts of X are."""
    verb = clause.tokens[clause.verb].low
    if verb not in ("are", "were") or not subject.startswith("the ") or not plural(clause.subject_text):
        return None
    run = run_of(rest)
    kind = subject.removeprefix("the ")
    counted = re.match(r"(two|three|four|five|six) ", kind)
    if run is None or not (run.things or counted) or (counted and counted[1] != run.count):
        return None
    return f"What {verb} the {'' if counted else run.count + ' '}{kind}", run


def _holds(clause: Clause, verb: str, rest: str, subject: str, many: bool) -> tuple[str, Run] | None:
    run = _things(rest)
    tense = clause.tokens[clause.verb].tag
    if run is None or (verb == "include" and len(run.members) < 3):
        return None
    if verb == "include" and many and _OF.search(subject) and tense != _FINITE_PAST:
        bare = subject.removeprefix("the ")
        return f"What are {run.count} {bare}", run
    helper = {"VBZ": "does", "VBD": "did"}.get(tense, "do")
    return f"Which {run.count} things {helper} {subject} {verb}", run


def _things(text: str) -> Run | None:
    run = run_of(text)
    return run if run and run.things else None


def _may_ask(clause: Clause, topic: Topic) -> bool:
    """Whether the subject is short, stands alone and says something particular."""
    text = clause.subject_text
    if len(text.split()) > _LONGEST_SUBJECT or _EMPTY.search(text):
        return False
    if not stands_alone(clause, topic, generic=True):
        return False
    return any(0 < zipf(word) < _RARE or word in topic.title_words for word in words(text))


def _vague(run: Run) -> bool:
    """Whether the members are everyday words alone."""
    return all(zipf(word) > _KNOWN for word in words(" ".join(run.members)))

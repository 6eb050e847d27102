"""What happens when or if something is so, from general statements that open with their condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.clauses import clause_of
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.subjects import stands_alone
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.causes.causal import ENDS_OPEN
from quizapp.articles.techniques.causes.fairness import of_example
from quizapp.articles.techniques.causes.reasons import whole
from quizapp.articles.words.phrasing import opened, plural, question, small
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.verbs import BE

_FRONTED = re.compile(
    r"^(?P<word>When|If|Whenever|Once|Unless) (?P<said>[^;:—]{14,110}), (?P<then>[^;:—]{16,200})\.$"
)
_POINTERS = re.compile(
    r"\b(?:this|these|those|such|he|she|his|her|him|we|our|us|you|your|i|my|former|latter|others|another"
    r"|same|here|there|today|now|also|example|instance|still|again|it)\b",
    re.IGNORECASE,
)
_OPENERS = frozenset({"what", "how", "why", "who", "whether", "then"})
_LOOSE = re.compile(r"(?:this|these|those|that|such|he|she|we|you|one|others|there|another)\b", re.IGNORECASE)
_LEAST, _MOST, _MOST_SAID = 4, 26, 16
_MAYBE = {"may": "may", "might": "may", "can": "can", "could": "may"}


def whens(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What happens when A, from `When A, B.` in the present tense."""
    found = _FRONTED.match(line.text)
    if found is None or "," in found["said"] or _POINTERS.search(found["said"]):
        return
    if len(found["said"].split()) > _MOST_SAID or not _LEAST <= len(found["then"].split()) <= _MOST:
        return
    if tagged(found["then"])[0].low in _OPENERS or re.search(
        r"\b(?:we|you|our|your|this|these|he|she)\b", found["then"]
    ):
        return
    condition = clause_of(remade(line, opened(found["said"]) + "."))
    result = clause_of(remade(line, opened(found["then"]) + "."))
    if condition is None or result is None or condition.front_text or condition.negated:
        return
    if condition.tokens[condition.verb].tag not in ("VBZ", "VBP") or not stands_alone(
        condition, topic, generic=True
    ):
        return
    if condition.tokens[condition.main].low in BE and condition.tokens[condition.rest].low == "the":
        return
    if ENDS_OPEN.search(whole(found["then"])):
        return
    verb = result.tokens[result.verb]
    if verb.tag not in ("VBZ", "VBP", "MD") or verb.low in ("should", "must", "would"):
        return
    back = result.subject_text.lower() in ("it", "they")
    if back and (result.subject_text.lower() == "they") != plural(_head(condition.subject_text)):
        return
    if (
        not back
        and not stands_alone(result, topic, generic=True)
        and not result.subject_text.lower().startswith("the ")
    ):
        return
    helper = _MAYBE.get(verb.low)
    happens = f"{helper} happen" if helper else "happens"
    said = small(found["said"], topic.capitals)
    prompt = question(f"What {happens} {found['word'].lower()} {said}")
    if of_example(prompt, line):
        return
    yield Candidate(Technique.CONDITION, Form.FREE, prompt, opened(whole(found["then"])), line)


def _head(subject: str) -> str:
    return re.split(r" (?:of|in|for|with|from|to|that|which) ", subject)[0]

"""Questions that their sentence does not answer: half a subject, one use of a word, the view of another."""

from __future__ import annotations

import re

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.predicates import done_anew

_OF_PREDICATE = frozenset({Technique.COMPLEMENT, Technique.OBJECT, Technique.PLACE, Technique.WORKING})
_OF_ONE = frozenset({Technique.DEED, Technique.SUBJECT, Technique.WHICH, Technique.WHO})
# `Energy from the sun and from compounds, respectively`: each of the subjects has but one of them.
_EACH_ITS_OWN = re.compile(r"\brespectively\b")
_ONE = re.compile(r"(?:^W|, w)h(?:o|at|ich [\w’' -]+?) (?P<be>is|was|has) (?P<told>[\w’-]+ [\w’-]+)")
_OF_MANY = {"is": "are", "was": "were", "has": "have"}
_ANEW = re.compile(r"^(?:In other words|That is|Put differently|Put another way),")
_HELD = re.compile(
    r"\b(?:argu|assert|believ|claim|contend|critici[sz]|critiqu|hold|maintain|propos|suggest|think|view)"
    r"(?:s|es|e|ed|ing)?\b|\baccording to\b",
    re.IGNORECASE,
)
_SECOND = re.compile(r"\band ([a-z]+)\b")
_BUT_ALSO = re.compile(r"; (?:however|but)\b|, but\b")


def unsaid(candidate: Candidate, topic: Topic) -> bool:
    """Whether a question about subject or predicate asks what its sentence does not say."""
    technique, line = candidate.technique, candidate.line
    if technique in _OF_ONE:
        return _half_of_them(candidate)
    if technique not in _OF_PREDICATE:
        return False
    said = f"{candidate.prompt} {candidate.answer}"
    if _EACH_ITS_OWN.search(line.quote) and not _EACH_ITS_OWN.search(said):
        return " and " in candidate.prompt and " and " in candidate.answer
    return _view_told_anew(candidate, topic) or _no_longer(candidate) or _elsewhere_too(candidate)


def _half_of_them(candidate: Candidate) -> bool:
    """Whether what many do is asked of the first of them: `Watson, an American, and Crick were working`."""
    # `decrease production | and reabsorb ions`, asked of one: the second verb was not seen as such.
    if any(done_anew(each[1]) for each in _SECOND.finditer(candidate.prompt)):
        return True
    found = _ONE.search(candidate.prompt)
    if found is None or f" {found['be']} {found['told']}" in candidate.line.text:
        return False
    return (
        f" {_OF_MANY[found['be']]} {found['told']}" in candidate.line.text and " and " in candidate.line.text
    )


def _view_told_anew(candidate: Candidate, topic: Topic) -> bool:
    """Whether the sentence only says in other words what somebody holds."""
    number = candidate.line.number
    if not number or not _ANEW.match(candidate.line.quote):
        return False
    before = topic.lines[number - 1]
    return before.sentence.section == candidate.line.sentence.section and bool(_HELD.search(before.quote))


def _no_longer(candidate: Candidate) -> bool:
    """Whether it is so only `now`, which the question does not say."""
    if re.search(r"\bnow\b", candidate.prompt):
        return False
    tokens, last = candidate.line.tokens, candidate.prompt.rstrip("?").split()[-1].lower()
    return any(
        token.low == "now" and tokens[index + 1].low.startswith(last)
        for index, token in enumerate(tokens[:-1])
    )


def _elsewhere_too(candidate: Candidate) -> bool:
    """Whether the sentence first says where most are: `more commonly found in A; however, found in B`."""
    if candidate.technique is not Technique.PLACE:
        return False
    turn = _BUT_ALSO.search(candidate.line.quote)
    done = candidate.prompt.rstrip("?").split()[-1]
    return (
        turn is not None
        and f" {done} in " in candidate.line.quote[: turn.start()]
        and (candidate.answer[1:] in candidate.line.quote[turn.end() :])
    )

"""Answers that say nothing by themselves: some of many, the rest, or what the question says already."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.techniques.objects.predicates import read
from quizapp.articles.words.lexicon import zipf

_SOME = re.compile(
    r"^(?:Some|Many|Several|Numerous|Various|Certain|All (?:sorts|kinds) of"
    r"|An? (?:(?:wide|broad|large|whole|great|vast|small|limited) )?(?:number|variety|range|lot) of)\b"
)
_REST = re.compile(r"^The (?:rest|remainder|latter|former|following|same)\b(?!.*\bas\b| of\b)")
_CUT_CLAUSE = re.compile(r"\bthat (?:an?|the) (?:[\w’-]+ ){0,2}[\w’-]+[?]?$")
# Anybody of a kind: what such a one depends on or offers fits too many things.
_ANYBODY = re.compile(
    r"(?:^W|, w)hat (?P<helper>does|is|can|must|should) (?:an?|the) (?P<who>buyer|business|company|consumer"
    r"|customer|employee|employer|entrepreneur|firm|individual|leader|manager|owner|patient|person|reader"
    r"|seller|student|teacher|user|worker) (?P<verb>[a-z]+)"
)
_DEFINES = re.compile(r" (?:known as|called|defined as|refer to)\?$")
_OPEN = re.compile(r"\brelated to\?$")
_VALUED = re.compile(
    r"(?:^W|, w)hat (?:does|do|did|is|are) (?:the )?(?:additional|careful|effective|further|good|proper"
    r"|skillful|successful) "
)
_NAME = re.compile(r"(?<=\bthe )[A-Z][\w’-]+(?: [A-Z][\w’-]+)+(?! [A-Z])(?=[?,]?$|,| and | of | in )")
_WORD = re.compile(r"[\w’-]+|[,;.?]")
_VERBS = ("VBZ", "VBP", "VBD", "MD", "VB")
# `in numerous organs`, `to manage several conditions`: where and what is left open.
_MANY = r"(?:numerous|many|several|various|an? (?:wide |broad |great )?(?:variety|range|number) of)"
_OF_MANY = re.compile(
    rf"^(?:In|On|At|Throughout|Within|Among|Across|From|Between) {_MANY}\b"
    rf"|^(?:To )?[A-Za-z-]+ (?:{_MANY}|certain) [a-z-]+s$"
)
_OF_ONE = re.compile(r"^(?:In|At|On|From) an? (?:particular|specific|certain|given)\b")
# What merely is so is no deed: `lies closer to the band of stability`.
_NO_DEED = re.compile(r"^(?:Lies?|Remains?|Becomes?|Appears?|Seems?|Stays?|Sits?)\b")
_COMMON, _LONG = 5.2, 3


def of_many(answer: str) -> bool:
    """Whether the answer only says that there are several."""
    return _OF_MANY.match(answer) is not None


def hollow(candidate: Candidate) -> bool:
    """Whether the answer names nothing, or names again what the question is about."""
    answer, prompt = candidate.answer, candidate.prompt
    if _SOME.match(answer) or _REST.match(answer) or cuts_clause(answer):
        return True
    if (
        candidate.technique is Technique.OBJECT
        and re.search(r"\bdoes\b", prompt)
        and answer.startswith("Their ")
    ):
        return True
    if of_many(answer) or (prompt.startswith("Where ") and _OF_ONE.match(answer)):
        return True
    if prompt.endswith(" do?") and _NO_DEED.match(answer):
        return True
    if prompt.endswith(" differ from?") and " in that " in answer:
        return True
    if _VALUED.search(prompt) or _OPEN.search(prompt):
        return True
    return _anybody(candidate) or says_again(candidate)


def _anybody(candidate: Candidate) -> bool:
    """Whether it is told of a firm, a manager or a customer as such."""
    found = _ANYBODY.search(candidate.prompt)
    if found is None or _DEFINES.search(candidate.prompt):
        return False
    verb = rf"{found['verb']}e?s" if found["helper"] == "does" else found["helper"]
    return re.search(rf"\b{found['who']} {verb}\b", candidate.line.text) is not None


def says_again(candidate: Candidate) -> bool:
    """Whether two words together stand in question and answer: `by the *equine encephalitis* virus`."""
    return bool(_pairs(candidate.prompt) & _pairs(candidate.answer))


def _pairs(text: str) -> set[tuple[str, str]]:
    # A name may say on both sides where something holds: `the legislature of the European Union`.
    found = [word.lower().rstrip("s") for word in _WORD.findall(_NAME.sub(";", text))]
    return {
        (one, other)
        for one, other in pairwise(found)
        if len(one) > _LONG and len(other) > _LONG and min(zipf(one), zipf(other)) < _COMMON
    }


def cuts_clause(text: str) -> bool:
    """Whether a text ends with a clause that lacks its verb: `the assumption that a company`."""
    found = _CUT_CLAUSE.search(text)
    return found is not None and not any(token.tag in _VERBS for token in read(found.group().rstrip("?")))

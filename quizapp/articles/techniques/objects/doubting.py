"""What speaks against a question on a predicate without settling it: a wide verb, an everyday answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.techniques.objects.peopled import of_people
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import around, words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_WEIGHED = frozenset(
    {Technique.OBJECT, Technique.COMPLEMENT, Technique.WORKING, Technique.PLACE, Technique.SUPERLATIVE}
)
# Too many answers fit what something provides, leads to or is linked to.
_WIDE = wordlist("objects weak verbs") | wordlist("objects wide verbs")
_ASKS = re.compile(r"(?:^W|, w)h(?:at|ere|o) (?P<helper>[a-z]+) (?P<rest>.+)\?$")
_HELPERS = {"can": "possible", "may": "possible", "will": "possible", "must": "norm", "should": "norm"}
_PAST = frozenset({"did", "was", "were", "had"})
_DEGREE = re.compile(
    r"^(?:an? |the )?(?:[a-z]+ly )?(?:high|low|increase[ds]?|decrease[ds]?|great|greater|higher|lower"
    r"|better|worse|more|less|fewer|large|larger|small|smaller|good|poor|strong|weak|rapid|slow)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r" (?:when|if|during|after|before|until|unless|once|while) [^?]+\?$")
_OWN = re.compile(r"\b(?:its|their|his|her)\b", re.IGNORECASE)
_EVERYDAY, _PARTICULAR, _LONG, _SHORT, _SMALL = 4.6, 4.4, 14, 2, 3


def weighed(candidate: Candidate) -> Candidate:
    """The candidate with what speaks against it added to its doubts."""
    if candidate.technique not in _WEIGHED:
        return candidate
    found = (*candidate.doubts, *_of_question(candidate), *_of_answer(candidate))
    return replace(candidate, doubts=tuple(dict.fromkeys(found)))


def _of_question(candidate: Candidate) -> Iterator[str]:
    prompt = candidate.prompt
    asks = _ASKS.search(prompt)
    helper, rest = (asks["helper"], asks["rest"]) if asks else ("", prompt)
    if helper in _HELPERS:
        yield _HELPERS[helper]
    if helper in _PAST:
        yield "past"
    if any(word in _WIDE for word in words(rest)[-3:]):
        yield "wide verb"
    if not any(0 < zipf(word) < _PARTICULAR for word in words(rest)):
        yield "everyday subject"
    if _TAIL.search(prompt) or (asks and asks.start()):
        yield "condition"
    if len(prompt.split()) > _LONG:
        yield "length"
    tokens = tagged(rest)
    if tokens and tokens[0].tag != "DT" and (of_people(tokens[:1]) or of_people(tokens[:_SHORT])):
        yield "people"


def _of_answer(candidate: Candidate) -> Iterator[str]:
    answer = candidate.answer
    if all(zipf(word) > _EVERYDAY for word in words(answer) if len(word) > _SMALL):
        yield "everyday answer"
    if len(answer.split()) <= _SHORT:
        yield "short answer"
    if _DEGREE.match(answer):
        yield "degree"
    if _OWN.search(answer):
        yield "leaning"
    if re.search(r"\b(?:and|or)\b", answer):
        yield "several"
    _, found, after = around(candidate.line.text, answer)
    if found and not after.startswith((".", ";")):
        yield "goes on"

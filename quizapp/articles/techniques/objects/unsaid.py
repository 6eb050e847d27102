"""Questions that their sentence does not answer: half a subject, one use of a word, the view of another."""

from __future__ import annotations

import re

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.finites import finite
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.predicates import done_anew
from quizapp.articles.techniques.objects.restating import after_in
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import around
from quizapp.articles.words.tagging import tagged

_OF_PREDICATE = frozenset({Technique.COMPLEMENT, Technique.OBJECT, Technique.PLACE, Technique.WORKING})
_WHOLE = _OF_PREDICATE | frozenset({Technique.EFFECT, Technique.PARTS})
# `consists of an electric field | , defined by its force, and a magnetic field, ...`
_ONE_MORE = re.compile(
    r"^, (?:(?:as )?[a-z]+ed|which|who|whose|called|known|made|seen)\b[^;]*?"
    r",? and (?:an?|the) (?P<member>[^,;.]+)[,.]"
)
# `sulfonylureas | lower blood glucose levels by ...`
_LEVELS_BY = re.compile(r"(?:^W|, w)hat (?P<verb>[a-z]+s) (?:as|at|by|for|from|in|of|on|to|with|within)\b")
_LIKENED = re.compile(r"\b(?:are|is) (?:analogous|comparable|equivalent|similar) to\b")
_OF_LISTS = frozenset({Technique.LIST, Technique.MEMBERS, Technique.NUMBERED})
# `sodium and chloride ions`: both may be ions.
_OF_ONE_NOUN = re.compile(r"(?P<one>[a-z]+); (?P<other>[a-z]+) (?P<noun>[a-z]+s)")
_ABLE = re.compile(r"\b(?:ability|capacity|desire|need|opportunity|power|right|tendency|willingness)\?$")
_OF_DATES = frozenset({Technique.DATED_DEED, Technique.HAPPENED})
_OF_ONE = frozenset({Technique.DEED, Technique.SUBJECT, Technique.WHICH, Technique.WHO})
_SUBJECTS = frozenset({Technique.LONG_SUBJECT, Technique.SUBJECT})
_ONE = re.compile(r"(?:^W|, w)h(?:o|at|ich [\w’' -]+?) (?P<be>is|was|has) (?P<told>[\w’-]+ [\w’-]+)")
_OF_MANY = {"is": "are", "was": "were", "has": "have"}
_ANEW = re.compile(r"^(?:In other words|That is|Put differently|Put another way),")
_HELD = re.compile(
    r"\b(?:argu|assert|believ|claim|contend|critici[sz]|critiqu|hold|maintain|propos|suggest|think|view)"
    r"(?:s|es|e|ed|ing)?\b|\baccording to\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"^, (?:Inc|Ltd|Corp|LLC)\b")
# `occurs in the cytoplasm of prokaryotes | , but it takes place in the matrix of others`
_THERE_TOO = re.compile(
    r"[,;] (?:but |while |whereas |however, )?(?:in [^,;]+, )?(?:it|they) (?:also |then |usually )?"
    r"(?:occurs?|takes? place|(?:is|are) (?:also )?(?:found|located|made|produced|stored))\b"
)
_SECOND = re.compile(r"\band ([a-z]+)\b")
_BUT_ALSO = re.compile(r"; (?:however|but)\b|, but\b")


def unsaid(candidate: Candidate, topic: Topic) -> bool:
    """Whether a question about subject or predicate asks what its sentence does not say."""
    technique = candidate.technique
    # `decreases the ability | to function`
    if technique is Technique.INFLUENCE and _ABLE.search(candidate.prompt):
        return f"{candidate.prompt[:-1].split()[-1]} to " in candidate.line.text
    if technique is Technique.KEY_TERM and candidate.prompt.startswith("What happens "):
        return _LIKENED.search(candidate.answer) is not None
    if technique in _WHOLE and _leaves_member(candidate):
        return True
    if technique in _SUBJECTS and _verb_in_subject(candidate):
        return True
    if technique in _OF_LISTS:
        return _shares_its_noun(candidate)
    if technique in _OF_ONE:
        return _half_of_them(candidate)
    # `ruled on the merger of America Online | , Inc. and Time Warner`
    if technique in _OF_PREDICATE | _OF_DATES and _FIRM.match(_after(candidate)):
        return True
    if technique not in _OF_PREDICATE:
        return False
    return _view_told_anew(candidate, topic) or _no_longer(candidate) or _elsewhere_too(candidate)


def _leaves_member(candidate: Candidate) -> bool:
    """Whether another member follows behind what is said of the one told."""
    found = _ONE_MORE.match(_after(candidate))
    if found is None or re.search(r"\band\b", candidate.answer):
        return False
    tokens = tagged(f"It is the {found['member']}.")[3:]
    return not any(finite(tokens, index) for index in range(len(tokens)))


def _verb_in_subject(candidate: Candidate) -> bool:
    """Whether the verb stands within the subject told, and its object's noun was read as the verb."""
    found = _LEVELS_BY.search(candidate.prompt)
    if found is None or not may_be(found["verb"], "NNS"):
        return False
    inside = tagged(f"{candidate.answer}.")[:-1]
    return any(
        one.tag == "NNS" and may_be(two.low, "VB", "VBP") and two.tag != "IN" and three.tag.startswith("NN")
        for one, two, three in zip(inside, inside[1:], inside[2:], strict=False)
    )


def _shares_its_noun(candidate: Candidate) -> bool:
    """Whether a noun behind the second of two may be that of both, and the question does not say it."""
    found = _OF_ONE_NOUN.fullmatch(candidate.answer)
    if found is None or found["noun"] in candidate.prompt or found["one"].endswith("s"):
        return False
    together = f"{found['one']} and {found['other']} {found['noun']}"
    return together in candidate.line.text.lower() and may_be(found["other"], "NN")


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
    """Whether the sentence tells of two places: `more commonly found in A; however, found in B`."""
    if candidate.technique is not Technique.PLACE:
        return False
    before, _, after = around(candidate.line.quote, candidate.answer)
    if re.search(r"\balso\b", before) or _THERE_TOO.search(after):
        return True
    turn, done = _BUT_ALSO.search(before), candidate.prompt.rstrip("?").split()[-1]
    return turn is not None and f" {done} in " in before[: turn.start()]


def _after(candidate: Candidate) -> str:
    """What follows the answer in its sentence."""
    return after_in(candidate, candidate.answer[1:]) if len(candidate.answer) > 1 else ""

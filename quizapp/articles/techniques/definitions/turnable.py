"""Whether only one thing can be what a sentence says of a term, so that its term may be asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.techniques.definitions.remarks import for_example, of_its_kind
from quizapp.articles.techniques.definitions.sound import Told

_KIND = r"(?:an? )?(?:(?!of\b)[\w-]+,? (?:and |or )?){0,4}?(?!of\b|the\b)[\w-]+"
# `organs situated throughout the body`, `chemicals in the immune system`: many are there.
_ONLY_THERE = re.compile(
    rf"(?!the |any ){_KIND} (?:(?:that (?:is|are) )?"
    r"(?:situated|located|found|present|made|produced|spoken|common) )?"
    r"(?:in|at|throughout|among|across) (?:(?!and\b|of\b|with\b|from\b|to\b|for\b|that\b"
    r"|which\b)[\w’-]+ ?){1,6}$"
)
_WITH_ADDED = re.compile(
    r"\b(?:which|that|where|when|whose|who|without|between|under|against|less|more|than|used|intended"
    r"|designed|caused|released)\b"
)
# What many do or have: a part in something, an effect, a place in a list.
_ONE_FEATURE = re.compile(
    r"(?!the |any )[^,]*?\b(?:that|which|who) (?:"
    r"(?:often |also )?(?:plays?|has|have) an? (?:[\w-]+ )?(?:role|part|effect|impact|influence|function)\b"
    r"|(?:[a-z]+ly )?(?:depends?|rel(?:y|ies)) (?:[a-z]+ly )?(?:up)?on\b"
    r"|(?:depends?|rel(?:y|ies)) (?:heavily|largely|mostly) on\b"
    r"|(?:causes?|affects?) (?:mild|severe|serious|many|most|people|individuals)\b"
    r"|(?:is|are) (?:[a-z-]+(?:al|ed|ive|ant|ful|ic),|(?:very|often|usually|widely|commonly"
    r"|extremely|highly|increasingly) )"
    r"|(?:is|are) (?:interest-free|[a-z-]+) and (?:is|are) distinguished\b"
    r"|allows? for [a-z-]+ [a-z-]+$)"
)
_FOR_A_DISEASE = re.compile(
    r"\b(?:approved|indicated|prescribed|recommended) (?:for|to|in|as)\b"
    r"|\bused (?:[a-z]+ly )?(?:to (?:treat|prevent)|(?:for|in) (?:the )?(?:treat|prevent)\w+)"
    r"|\bused (?:[a-z]+ly )?for [^,]+ or as\b|\bfirst-line\b|\bamong other\b|\b(?:used mainly"
    r"|mainly used) to\b"
)
_AGENT = re.compile(
    r"an? (?:[\w-]+ ){0,4}(?:agents?|laxatives?|androgens?|estrogens?|antagonists?|agonists?"
    r"|inhibitors?|blockers?"
    r"|steroids?|vasoconstrictors?|vasodilators?|diuretics?|antidepressants?|penicillins?|cephalosporins?"
    r"|antifungals?|antivirals?|sedatives?|analgesics?|opioids?|substrates?|extensors?|flexors?|carotenoids?)\b"
)
# The one who holds a place changes from case to case: `the head of the household`.
_HOLDS_PLACE = re.compile(
    r"the (?:[\w-]+ )?(?:heads?|leaders?|rulers?|chiefs?|officials?|owners?|founders?|capital|center"
    r"|centre|home"
    r"|winners?|author|seat|conjugate (?:base|acid)) (?:of|in|for|to)\b"
)
_IN_ORDER = re.compile(
    r"the (?:very )?(?:first|last|next|final|beginning|initial|second|third|early|earliest|latest)"
    r" (?:[\w-]+ )?(?:stage|step|phase|part|point|[\w-]+ to be) ?"
)
_GIVEN = re.compile(r"\bof (?:its|their) (?:two|three|own)\b")
_MANY_KINDS = re.compile(r"an? (?:form|kind|sort|type|example|instance|piece) of (?:[\w-]+ ){1,3}in [\w-]+$")
_VALUED = re.compile(
    r"(?:an? )?(?:familiar|important|key|common|popular|powerful|useful|vital|essential|crucial"
    r"|valuable|avid|integral"
    r"|major|great|good|dangerous|pervasive) "
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where)\b")
_THEN = re.compile(r" were ")
_BARE_REMARK = re.compile(r"(?!the |people |those )(?:[\w-]+,? ){1,5}(?:as|for|in|of)\b")
_IN_THE_MAIN = re.compile(r"\b(?:basically|essentially|more or less|roughly)\b")
_AN_ACT_AS_KIND = re.compile(r"^[a-z]+ing [A-Z]{2,}$")
_ONE_IN_MANY = re.compile(r"an? (?:value|expert|basic unit|analogy|metaphor|model for|barrier|nitrate and)\b")


def turnable(told: Told) -> bool:
    """Whether what is said fits the term alone."""
    if of_its_kind(told):
        return not _IN_ORDER.match(told.meaning)
    return not any(broken(told) for broken in _RULES)


def _only_a_place(told: Told) -> bool:
    if _MANY_KINDS.match(told.meaning):
        return True
    return bool(_ONLY_THERE.fullmatch(told.meaning)) and not _WITH_ADDED.search(told.meaning)


def _one_feature(told: Told) -> bool:
    if _VALUED.match(told.meaning) and not _RELATIVE.search(told.meaning):
        return True
    return bool(_ONE_FEATURE.match(told.meaning))


def _one_of_its_sort(told: Told) -> bool:
    """Whether many drugs, values or experts are the same."""
    if _FOR_A_DISEASE.search(told.meaning) or _ONE_IN_MANY.match(told.meaning):
        return True
    return bool(_AGENT.match(told.meaning))


def _holds_a_place(told: Told) -> bool:
    return bool(_HOLDS_PLACE.match(told.meaning) or _IN_ORDER.match(told.meaning))


def _of_something_given(told: Told) -> bool:
    """Whether it points at a thing of its article: `energy is transferred by the wave`."""
    return bool(_GIVEN.search(told.meaning) or _AN_ACT_AS_KIND.match(told.term))


def _roughly(told: Told) -> bool:
    """Whether the sentence says that it is so only in the main: `is basically a short piece of wire`."""
    return told.meaning.startswith(("a ", "an ")) and bool(_IN_THE_MAIN.search(told.between))


def _of_the_past(told: Told) -> bool:
    return bool(_THEN.fullmatch(told.between) and _BARE_REMARK.match(told.meaning))


_RULES: tuple[Callable[[Told], bool], ...] = (
    _only_a_place,
    for_example,
    _one_feature,
    _one_of_its_sort,
    _holds_a_place,
    _of_something_given,
    _of_the_past,
    _roughly,
)

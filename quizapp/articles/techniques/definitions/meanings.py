"""Meanings: what is left of a definition's second half, and whether it can stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.articles.sense.clauses import finite
from quizapp.articles.sense.cutting import cut_off
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.tagging import Token, tagged

_VAGUE = re.compile(
    r"^(?:an? |the |one |any |some )?(?:\w+ )?(?:important|key|significant|crucial|critical|major|good"
    r"|great|useful"
    r"|way|event|term|word|name|examples?|parts?|result|reason|kind|sort|matter|fact|factor|thing|one|most|best"
    r"|first|only|same|main|primary|focus|subject|hallmark|source|basis|cause|more|less|very|still|now"
    r"|also|not|much"
    r"|subset|extension|member|topic|goal)\b",
    re.IGNORECASE,
)
_POINTS_AWAY = re.compile(
    r"\b(?:this|these|those|such|it|they|he|she|we|you|ours?|your|my|above|below|former|latter|another"
    r"|others?|same"
    r"|following|here|itself|them|him|today|currently|recently|now|her|his)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"^the (?:[a-z]{3,}est|most [a-z]+) (?!(?:in|of) the (?:world|universe|body))|^the [A-Z]\w+(?:,|$)"
    r"|^(?:an?|the) (?:(?:even|much|slightly|far|somewhat|still) )?(?:larger|smaller|higher|lower|bigger"
    r"|longer|shorter"
    r"|better|worse|stronger|weaker|newer|older|broader|wider|more|less|similar|different|particular|certain|specific"
    r"|positive|negative|mere|unique|further|newly|opposite|second|third|fourth|original|leading)\b"
    r"|^the (?!world)\w+['’]s\b"
    r"|^(?:an?|the) (?:[\w-]+ )?(?:group|class|type|kind|form|family|set|number|variety|list|species"
    r"|genus|series|part)s?"
    r" of (?:[\w-]+ )?[\w-]+$",
    re.IGNORECASE,
)
_STRANDED = re.compile(r"\b(?:that|which|who) [a-z’' ]+ (?:to|with|for|from|on|in|by|at)$")
_ANYTHING = frozenset({"anyone", "anything", "everything", "somebody", "someone", "something"})
_LONG = 24
# The head of a meaning that says what somebody is: `a German scientist who ...`, `a carpet seller in ...`.
OF_PERSON = re.compile(
    r"^(?:an?|the) (?:(?!of |that |which |for )[\w’'-]+ ){0,3}?"
    r"(?:scientist|\w+(?:ologist|ographer|osopher|ician|ist|er|or)|king|queen|man|woman|leader|son|daughter)"
    r" (?:who|whose|from|in|of|at|for|and)\b"
)
_EXAMPLES = re.compile(
    r"(?:, | \()?(?:such as|including|for example|for instance|e\.g\.|like [A-Z])[, ]?|—| - |: "
)
_SO_THAT = re.compile(r",? so (?:that )?(?=(?:the|a|an|it|they|its|their) )|, (?:leading|meaning|resulting) ")
_AND_IS = re.compile(
    r",? and (?:is|are|can be|has|have|may be) (?:often|usually|also|typically|sometimes|commonly"
    r"|generally|measured"
    r"|expressed|known|called|considered|abbreviated|denoted)\b"
)
# `the agent of one disease, and X, the agent of another`: what is apposed to a second name.
_AND_ANOTHER = re.compile(r", and (?=(?:the |an? )?(?:[\w.’'-]+ ){1,3}[\w.’'-]+, (?:an?|the|which) )")
_NO_OPENERS = frozenset({"VBN", "VBD", "RB", "IN", "JJR", "PRP", "MD", "VBG", "TO"})
_LEAST, _MOST, _TELLING = 4, 30, 8


_OF_US = re.compile(r"\b(?:[Oo]ur|[Ww]e|us)\b")
_FIRST = {"our": "people’s", "we": "people", "us": "people"}
_LATER = {"our": "their", "we": "they", "us": "them"}


def of_people(meaning: str) -> str:
    """A meaning that tells of people in place of us: `people’s trust in their own abilities`."""
    first = _OF_US.sub(lambda found: _FIRST[found.group().lower()], meaning, count=1)
    return _OF_US.sub(lambda found: _LATER[found.group().lower()], first)


def trimmed(meaning: str, *, statement: bool = False) -> str:
    """A meaning without examples, asides and the clause after it (the verbs of a `statement` stay)."""
    meaning = _SO_THAT.split(meaning)[0]
    text = _AND_IS.split(_AND_ANOTHER.split(_EXAMPLES.split(meaning)[0])[0])[0]
    if not statement:
        return cut_off(text.strip(" ,;:"))
    tokens = tagged(text)
    for index in range(2, len(tokens) - 1):
        if tokens[index].text == "," and _goes_on(tokens, index):
            return text[: tokens[index].start].strip(" ,;:")
    return text.strip(" ,;:")


def _goes_on(tokens: Sequence[Token], comma: int) -> bool:
    """Whether another statement starts after a comma, or a relative clause too long to keep."""
    following, later = tokens[comma + 1], tokens[comma + 1 : comma + 11]
    if following.tag in ("WDT", "WP"):
        return len(tokens) > _LONG and not any(token.text == "," for token in later)
    if (
        len(tokens) > _LONG
        and comma > _LEAST
        and (following.low in ("each", "with") or following.tag == "VBG")
    ):
        return True
    starts = following.tag == "CC" or following.low in ("while", "whereas", "although", "though", "so")
    return starts and any(finite(later, index) for index in range(len(later)))


def fits(meaning: str, term: str) -> bool:
    """Whether a meaning is long and plain enough to stand alone."""
    tokens = tagged(meaning)
    if not _LEAST <= len(meaning.split()) <= _MOST or _VAGUE.match(meaning):
        return False
    if tokens[0].tag in ("VBN", "VBD", "RB", "IN", "JJR", "PRP", "MD", "VBG", "TO") and not _described(
        tokens
    ):
        return False
    if _COMPARES.match(meaning) and " than " not in meaning:
        return False
    if re.search(r"^[^,]*, (?:is|are|was|were|has|had|have|also)\b", meaning):
        return False
    if re.search(r", (?:an? |the )?[\w’'-]+(?: [\w’'-]+)?$", meaning) and not re.search(
        r"\b(?:and|or)\b", meaning
    ):
        return False
    if len(tokens) > 1 and not tokens[0].tag.startswith("NN") and tokens[1].tag in ("IN", "TO"):
        return False
    # `used to disprove a conditional` ends on a noun that looks like an adjective.
    last = tokens[-1]
    if len(tokens) > 1 and last.tag == "JJ" and tokens[-2].tag == "DT" and not may_be(last.low, "NN"):
        return False
    noun = next((index for index, token in enumerate(tokens[:8]) if token.tag.startswith("NN")), None)
    noun = next(
        (index for index, token in enumerate(tokens[:3]) if token.tag == "NN" or token.low in _ANYTHING), noun
    )
    if noun is None or any(finite(tokens, index) for index in range(noun)):
        return False
    if (
        (tokens[-1].tag in ("IN", "DT", "CC", "TO", "WDT") and not _STRANDED.search(meaning))
        or meaning.count('"') % 2
        or meaning.count("“") != meaning.count("”")
    ):
        return False
    loose = re.sub(r"\b(?:when|if|that|which|who|whose|one|where|whereby)\b .*", "", meaning)
    return not _POINTS_AWAY.search(loose) and not re.search(
        r"\b(?:we|our|us|ourselves|I|my|this|these)\b|^the \w+est,", meaning
    )


def _described(tokens: Sequence[Token]) -> bool:
    """Whether words that end in `ed` and stand like adjectives open it: `established, written rules`."""
    if tokens[0].tag not in ("VBN", "VBD") or len(tokens) < _LEAST:
        return False
    if tokens[1].text == "," or tokens[1].low == "and":
        return tokens[2].tag in ("VBN", "JJ") and tokens[3].tag.startswith("NN")
    return tokens[1].tag == "NNS"


def picks_out(meaning: str) -> bool:
    """Whether a meaning says enough for one term alone to fit it: `the D ...`, or a longer `a D ...`."""
    return not re.match(r"an? ", meaning) or len(meaning.split()) >= _TELLING


def tells(meaning: str) -> bool:
    """Whether the words are a statement and not a noun with what describes it."""
    tokens = tagged(meaning)
    verb = next((index for index in range(len(tokens)) if finite(tokens, index)), len(tokens))
    opened_before = any(token.tag in ("WDT", "WP", "WRB") or token.low == "that" for token in tokens[:verb])
    return verb < len(tokens) and not opened_before

"""Definitions gone astray: of one of many, of a part, of an example, a turned sentence, or a broken one."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.phrasing import words

_ALIAS_MEANT = re.compile(r"^an? (?:[a-z]+ )?(?:known as|called|termed|named) (?:(?:an?|the) )?[“\"]")
# `The best-preserved fossil is a maxilla`: one thing is told to be so, and no word is explained.
_FOREMOST = re.compile(r"(?:best|most|least|worst|[a-z]{3,}est)-[a-z]+ ")
_EVERY = re.compile(r"\b(?:each|every|another) $", re.IGNORECASE)
# `the largest building on | campus, a structure ...`: the words tell of the building.
_OF_FOREMOST = re.compile(
    r"\bthe (?:[a-z]{3,}est|most [a-z]+|only|first) (?:[a-z-]+ ){1,2}(?:in|on|at|of|near) (?:the )?$"
)
_JOINS = re.compile(r"^(?:and|or|but|nor) ", re.IGNORECASE)
_ALMOST = re.compile(r"\b(?:almost|nearly|virtually|practically|partly) $")
_ALIKE = re.compile(r"^the equivalents? (?:of|to)\b")
_EXPLAINED = re.compile(r"^ \((?!meaning|including|containing|consisting)[a-z]+ing [^()]{10,}\), $")
_WORKING = re.compile(r"^an? (?:[a-z]+ )?(?:mechanism|process|phenomenon|situation|practice|step) ")
_BY_PREPOSITION = re.compile(r"\b(?:from|of|to|by|in|with|into|on|for) (?:the )?$")
_DEED = re.compile(r"(?:ion|sis|ing|ment|ance|ence|al|is|ism|ure|ty|cy)$")
_SAID_OF_IT = re.compile(r"^ (?:is|are|was|were|has|have|can|may|will|must|should) ")
_INSTANCE = re.compile(r"^For (?:example|instance), $")
_PROVINCE = re.compile(r"^the (?:province|price|job|task|business|responsibility|concern|preserve) of ")
_REASONED = re.compile(r"^(?:an?|the) (?:[\w-]+ ){1,4}because\b")
_IF = re.compile(r"^[”\"]? (?:if|when|whenever|unless)\b")
_SHOWS = re.compile(r"^an? (?:[a-z]+ )?(?:reflection|indication|sign) of how\b")
_FOR_MORE = re.compile(r", or [a-z-]+$")
_MORE = re.compile(r"^, (?:for|of|to|in|by|with|about|on) (?!example|instance|which|whom)")
_MOSTLY = re.compile(r"^, (?:primarily|mainly|mostly|especially|particularly) (?:of|in|for|by|among) ")
_RUN_OF_GLOSSES = re.compile(r"^\), [\w’-]+(?: [\w’-]+)?, ")
_OF_TWO = re.compile(r"the [a-z]+ of [a-z]+")
_WAS = re.compile(r" (?:was|were) ")
_SO = re.compile(r"^So (?:the|an?) $")
_BRIEF = 6


def astray(told: Told) -> bool:
    """Whether a definition breaks one of the rules."""
    return any(broken(told) for broken in _RULES)


def _of_one(told: Told) -> bool:
    """Whether it tells of each member, of the foremost one, or of one that is an example."""
    if _FOREMOST.match(f"{told.term} ") and told.before.lower().endswith("the "):
        return True
    if told.between != ", ":
        return False
    if _EVERY.search(told.before) or _OF_FOREMOST.search(told.before):
        return True
    named = told.text[told.at : told.at + 1].isupper()
    return named and bool(_INSTANCE.match(told.before)) and told.meaning.startswith(("a ", "an "))


def _no_definition(told: Told) -> bool:
    """Whether the words join, liken, judge, reason or name a lot instead of saying what the thing is."""
    for pattern in (_JOINS, _ALIKE, _PROVINCE, _REASONED, _SHOWS, _ALIAS_MEANT):
        if pattern.match(told.meaning):
            return True
    return bool(_ALMOST.search(told.before) or _SO.match(told.before))


def _turned(told: Told) -> bool:
    """Whether the sentence opens with its predicate: `Especially important is the chapter ...`."""
    if told.before.strip() or told.between not in (" is ", " are ", " was ", " were "):
        return False
    *more, last = words(told.term) or [""]
    if not last or (more and not (len(more) == 1 and more[0].endswith("ly"))):
        return False
    return may_be(last, "JJ", "VBN") and not may_be(last, "NN", "NNS", "NNP", "NNPS", "VBG", "CD")


def _quoted_saying(told: Told) -> bool:
    """Whether the whole sentence is somebody's: `“Eternal vigilance is the price of civility.”`"""
    return told.text[:1] in '“"' and told.text.rstrip().endswith((".”", '."')) and told.text.count("“") < 2


def _of_the_bracket(told: Told) -> bool:
    """Whether a bracket says the term's meaning before, or spells out the capitals before it."""
    if _EXPLAINED.match(told.between):
        return True
    if told.turned == " (" and re.search(r"\b[A-Z]{2,}$", told.meaning):
        return True
    inside = told.between == " (" and _OF_TWO.fullmatch(told.meaning)
    return bool(inside) and bool(_RUN_OF_GLOSSES.match(told.after))


def _of_the_deed(told: Told) -> bool:
    """Whether `which is a mechanism` sums up the clause: `dissociates from hemoglobin, which is ...`."""
    if told.between != ", which is " or _DEED.search(told.term):
        return False
    return bool(_WORKING.match(told.meaning) and _BY_PREPOSITION.search(told.before))


def _cut(told: Told) -> bool:
    """Whether the sentence goes on with the verb of what the meaning ends with, or with what it is of."""
    if told.start <= told.at:
        return told.start >= 0 and _IF.match(told.text[told.at + len(told.term) :]) is not None
    if told.between in (" is ", " are ") and _SAID_OF_IT.match(told.after):
        return True
    if _FOR_MORE.search(told.meaning) and _MORE.match(told.after):
        return True
    return len(told.meaning.split()) <= _BRIEF and bool(_MOSTLY.match(told.after))


def _went_on(told: Told) -> bool:
    """Whether it tells what went on: `Communism was making inroads`."""
    return bool(_WAS.fullmatch(told.between)) and re.match(r"[a-z]+ing ", told.meaning) is not None


_RULES: tuple[Callable[[Told], bool], ...] = (
    _of_one,
    _no_definition,
    _turned,
    _quoted_saying,
    _of_the_bracket,
    _of_the_deed,
    _cut,
    _went_on,
)

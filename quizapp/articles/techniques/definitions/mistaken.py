"""Definitions mistaken for what they are not: words in passing told of another noun, or of an example."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.techniques.definitions.definiens import head_of, head_token
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_HOLDING = wordlist("passingly holding")
_ASIDE = re.compile(r"[”\"]? ?(?:,|—|–|:|\() ?(?:(?:that is|i\.e\.|in other words),? )?[“\"]?")
# `another role of | cortisol—the downregulation of the system`: the words tell of the role.
_ONE_OF_ITS = re.compile(
    r"\b(?:another|one|(?:an?|the|its) (?:[a-z]+ ){0,2}?(?:first|second|third|final|main|major|primary|key"
    r"|important|additional|other|further|common|frequent))"
    r" (?:[a-z-]+ )?(?P<noun>[a-z-]+) (?:of|in|for) (?:the )?$",
    re.IGNORECASE,
)
_RESTATED = re.compile(r"[”\"]?(?:,|—| –| \() ?(?:that is|i\.e\.|in other words),? ")
# `the likelihood of default (nonpayment)`: the bracket tells the last noun anew.
_NOUN_OF_NOUN = re.compile(r"(?:the|an?) (?P<noun>[a-z]+) of [a-z]+")
_DEED = re.compile(
    r"(?:tion|sion|ing|ment|sis|ture|study|science|art|act|process|practice|removal|loss|lack)$"
)
_IS = re.compile(r"\b(?:is|are|was|were) (?:an? |the )?$")
_OUR_CASE = re.compile(
    r"^(?:In|For|From|With|Under) (?:our|my|the (?:above|previous|preceding|present)) (?:[a-z]+ )?"
    r"(?:example|case|scenario|illustration|situation)\b",
    re.IGNORECASE,
)
_A_FIGURE = re.compile(r"(?:the|an?) [$€£]?\d[\d,.]*(?:%| percent\b)")
_SORTS = re.compile(
    r"(?:(?:specific|particular|special|certain|different|various|distinct) )?"
    r"(?:types|kinds|forms|sorts|varieties) of (?:[\w-]+ )?[\w-]+"
)
_OF_THE_IDEA = re.compile(r"(?:an?|the) (?:[a-z-]+ )?[a-z-]+ (?:of|on) (?:the |an? )(?P<what>[\w -]+)")
_ONE_OF_THEM = re.compile(r"an? (?:independent|individual|separate|single) [a-z]+ (?:of|in) the [a-z]+")
_IDEAS = frozenset({"approach", "concept", "idea", "model", "notion", "term"})
# `loss can result from the aging process, or the influence of hormones`: another cause.
_COMES_OF = re.compile(
    r"\b(?:result|arise|come|stem|originate|follow|suffer|die|cause|trigger|bring|produce|due|because)\w*"
    r" (?:about )?(?:from|by|to|of) (?:the )?$"
)
# `that results in high fever | , low pressure, shock, and, possibly, death`.
_MEMBERS_LEFT = re.compile(r"^, (?:[^,;:.()]{2,60}, )+(?:and|or), [a-z]+, [^,;:.()]+\.")
_BUILDING = re.compile(r"\b(?:its|their|his|her|our|the) [a-z]+ing $")
# `so named because of its resemblance to a stylus (a pen)`: an everyday thing that it looks like.
_LOOKS_LIKE = re.compile(
    r"\b(?:resembl[a-z]+|resemblance to|likeness to|looks? like|looking like|shaped like) (?:an? |the )?$"
)
_THERE = re.compile(r"\b(?:there|here)$")
# `Of special interest is the pump that ...`: the predicate stands in front.
_IN_FRONT = re.compile(r"(?:among|at|behind|beside|by|for|from|in|of|on|under|with) ", re.IGNORECASE)
_SOMETIMES_DEFINED = re.compile(r" are (?:often|sometimes|usually|commonly|generally) [a-z]+ as ")
_A_SAYING = re.compile(r"(?:an?|the) [“\"]")
_CALLED = re.compile(r",? (?:which is )?(?:called|known as|termed|referred to as) (?:the |an? )?[“\"]?")


def mistaken(told: Told) -> bool:
    """Whether a definition breaks one of the rules."""
    return any(broken(told) for broken in _RULES)


def _one_of_its(told: Told) -> bool:
    """Whether the words in passing tell of one role, use or part of the term."""
    found = _ONE_OF_ITS.search(told.before)
    if found is None or found["noun"] in _HOLDING or told.between.strip() not in ("—", "–", ":"):
        return False
    return told.meaning.startswith("the ")


def _said_anew(told: Told) -> bool:
    """Whether an earlier noun is said anew: `patients with T—that is, patients who were ...`."""
    aside = _RESTATED.fullmatch(told.between)
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    if head is None or not (aside or told.between.strip() in ("—", "–")):
        return False
    many = head == 0 and tokens[0].tag == "NNS"
    word = tokens[head].low
    if not aside and not re.match(r"an? ", told.meaning):
        return False
    return (many or not aside) and word in words(told.before) and word not in words(told.term)


def _of_its_last_noun(told: Told) -> bool:
    found = _NOUN_OF_NOUN.fullmatch(told.meaning)
    return found is not None and told.turned == " (" and _DEED.search(found["noun"]) is None


def _told_of_the_subject(told: Told) -> bool:
    """Whether a sentence `D is a T, which ...` is taken for what names D and its clause T."""
    return 0 <= told.start < told.at < told.end and bool(_IS.search(told.before))


def _another_cause(told: Told) -> bool:
    return told.between == ", or " and bool(_COMES_OF.search(told.before) and re.match(r"the ", told.meaning))


def _in_our_case(told: Told) -> bool:
    """Whether it is so in the writer's example only, or only a figure."""
    return bool(_OUR_CASE.match(told.before)) or bool(_A_FIGURE.match(told.meaning))


def _empty(told: Told) -> bool:
    """Whether it names no more than a kind: `specific types of groups`, `a form of the team concept`."""
    if _SORTS.fullmatch(told.meaning) or _ONE_OF_THEM.fullmatch(told.meaning):
        return True
    found = _OF_THE_IDEA.fullmatch(told.meaning)
    if found is None:
        return False
    what = set(words(found["what"]))
    return bool(what & _IDEAS) and what - _IDEAS <= set(words(told.term))


def _cut(told: Told) -> bool:
    """Whether members of a run are left out, or the first word of the term: `its building | blocks`."""
    if _MEMBERS_LEFT.match(told.after):
        return True
    return bool(_ASIDE.fullmatch(told.between) and _BUILDING.search(told.before))


def _points_or_likens(told: Told) -> bool:
    """Whether it points to a place told before, or the words liken the thing to another one."""
    likens = _A_SAYING.match(told.meaning) or _LOOKS_LIKE.search(told.before)
    return bool(likens or _THERE.search(told.meaning))


def _of_the_inner_noun(told: Told) -> bool:
    """Whether the name is that of a noun inside: `the search for a theory, called the Unified Theory`."""
    last = words(told.term)[-1:]
    if not last or not _CALLED.fullmatch(told.turned) or len(words(told.term)) < 2:
        return False
    head = head_token(told.meaning)
    return head is not None and head.low != last[0] and last[0] in words(told.meaning)


def _turned_or_at_times(told: Told) -> bool:
    """Whether the term is a predicate put in front, or many things are defined so now and then."""
    return bool(_IN_FRONT.match(told.term) or _SOMETIMES_DEFINED.fullmatch(told.between))


_RULES: tuple[Callable[[Told], bool], ...] = (
    _one_of_its,
    _said_anew,
    _of_its_last_noun,
    _told_of_the_subject,
    _another_cause,
    _in_our_case,
    _empty,
    _cut,
    _points_or_likens,
    _of_the_inner_noun,
    _turned_or_at_times,
)

"""Brackets, dashes and commas behind a term that may tell of something else than the term."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.articles.sense.clauses import finite
from quizapp.articles.techniques.definitions.definiens import head_token
from quizapp.articles.techniques.definitions.sound import MEMBERS, Told
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged

_ASIDE = re.compile(r"[”\"]?(?:,| \(| ?—| –|:) ?[“\"]?")
_OR = re.compile(r"[”\"]?,? or ")
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|whom|where|when|whereby)\b")
# `the House of Lords and the House of Commons`: names of what is counted or meant, no meaning.
_NAMED = re.compile(
    r"^(?:the |an? )?[A-Z][\w’-]+(?: (?:of|the|for|on|[A-Z][\w’-]+))*,? (?:and|or) (?:the |an? )?[A-Z][\w’-]+"
)
_NUMBERS = re.compile(
    r"\b(?:two|three|four|five|six|several|different|various|many) [a-z]+s (?:to|of|for|in|on) (?:the )?$"
)
_ONE_MORE = re.compile(
    r"^,? (?:and|or) (?P<more>(?:an?|the|(?<=or )[a-z]+) [^,;:.—()]{2,60})(?P<end>[,;:.—(]|$)"
)
_RUN = re.compile(r"^(?:an?|the) [^,]+, (?:and|or) (?:an?|the) ")
_OWN = re.compile(r"^(?:, (?:or|an?|the|which|who|that)\b| ?[(—:])")
_FRONT = re.compile(
    r"^(?:In|During|Through|With|By|Under|At|For|On|After|Before|Among|Within|Between|Like|Unlike|Besides)"
    r" (?:an? |the |most |some )?(?:[a-z-]+ ){0,2}$"
)
_CLAUSE_IN_FRONT = re.compile(
    r"^(?:As|When|Whenever|While|If|Because|Since|Although|Though|After|Before|Once|Until|Unless|Where|Whereas)"
    r" [^,]+ (?:the |an? )?$"
)
_COMES = re.compile(
    r"\b(?:comes?|follows?|is|are|was|were|lies?|stands?|begins?|came|arose|exists?) (?:the |an? )?$"
)
_ITS_CLAUSE = re.compile(r"^, (?:(?:the|an?|[a-z]+s?) [^,]{3,60}, )?[a-z]+")
_OF_TWO = re.compile(
    r"^The [a-z-]+ of (?:[a-z’-]+ ){1,5}(?:on|in|for|to|with|between|over|from) (?:the |an? )?$"
)
_MORE = re.compile(r"^, [a-z]+(?:s|ed) ")


def unproved(told: Told) -> bool:
    """Whether a meaning stands behind its term in a way that leaves open what it tells of."""
    return any(broken(told) for broken in _RULES)


def _said_before(told: Told) -> bool:
    """Whether the sentence has used the term already: what stands at the second mention tells of the deed."""
    again = told.between.lower().rfind(told.term.lower())
    return again > 0 and _ASIDE.fullmatch(told.between[again + len(told.term) :]) is not None


def _names(told: Told) -> bool:
    """Whether names stand behind the term, which are members of it or examples."""
    return bool(told.between) and _ASIDE.match(told.between) is not None and bool(_NAMED.match(told.meaning))


def _of_several(told: Told) -> bool:
    """Whether a number before the term counts what follows: `two approaches to T: the notion ...`."""
    return told.between.strip() in (":", "—") and bool(_NUMBERS.search(told.before))


def _another_of_its_kind(told: Told) -> bool:
    """Whether `or` brings the next one of the same kind: `a personal code, or an official code by ...`."""
    if not _OR.fullmatch(told.between) or _RELATIVE.search(told.meaning):
        return False
    head, own = head_token(told.meaning), words(told.term)[:-1]
    last = words(told.term.split(" of ")[0])[-1:]
    if head is None or not last or not re.match(r"an? ", told.meaning):
        return False
    return head.low == last[0] and (bool(own) or told.meaning.split()[1] != head.text)


def _goes_on(told: Told) -> bool:
    """Whether the words behind it are the next member of a run that the term belongs to."""
    if told.between != ", " or _RELATIVE.search(told.meaning):
        return False
    if _RUN.match(told.meaning):
        return True
    more = _ONE_MORE.match(told.after)
    if more is None or _OWN.match(told.after[more.start("end") :]):
        return False
    tokens = tagged(more["more"])
    return not any(
        finite(tokens, index) or tokens[index].tag in ("VBD", "MD") for index in range(len(tokens))
    )


def _in_front(told: Told) -> bool:
    """Whether the term ends an opening phrase, behind which the main clause starts."""
    if told.between != ", " or not _FRONT.match(told.before) or _RELATIVE.search(told.meaning):
        return False
    return bool(_ITS_CLAUSE.match(told.after)) or told.after.startswith(".")


def _behind_a_clause(told: Told) -> bool:
    """Whether the main clause starts behind the term: `As cells fight T, an accumulation can be seen.`"""
    # `After the observation comes assessment, the phase in which ...` is a whole clause.
    if told.between != ", " or _COMES.search(told.before):
        return False
    return bool(_CLAUSE_IN_FRONT.match(told.before)) and not MEMBERS.sub("", told.after).startswith(",")


def _of_the_whole(told: Told) -> bool:
    """Whether dashes may tell of a longer phrase: `The effect of growth on T – the elasticity – ...`."""
    return told.between.strip() in ("–", "—") and bool(_OF_TWO.match(told.before))


def _starts_a_statement(told: Told) -> bool:
    """Whether a statement stands behind a colon: `the rule: the addition of two vectors, gives ...`."""
    return told.between.strip() == ":" and bool(_MORE.match(told.after))


_RULES: tuple[Callable[[Told], bool], ...] = (
    _said_before,
    _names,
    _of_several,
    _another_of_its_kind,
    _goes_on,
    _in_front,
    _behind_a_clause,
    _of_the_whole,
    _starts_a_statement,
)

"""Lists whose items are no members: places, statements, torn pieces, qualities without their noun."""

from __future__ import annotations

import re

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import plain
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.tagging import tagged

_LISTS = frozenset({Technique.LIST, Technique.MEMBERS, Technique.NUMBERED, Technique.SEVERAL})
_PLACED_ITEM = re.compile(
    r"(?:at|by|for|from|in|of|on|over|to|under|with) |[a-z]+ed (?:at|by|from|in|of|on|to|with) "
)
# `Typical foods include ...` is said of an occasion.
_USUAL = re.compile(r"^What are \w+ (?:common|other|popular|possible|traditional|typical|usual) [a-z]+\?$")
_HOW_ITEM = re.compile(r" (?:during|through|via) ")
_SIDE_ITEM = re.compile(r"^[a-z]+$")
_SHARED = re.compile(r"^[a-z]+ (?P<head>[a-z]+s)$")


def no_list(candidate: Candidate) -> bool:
    """Whether what a list holds are no members, or members without the noun that they share."""
    if candidate.technique not in _LISTS:
        return False
    items = candidate.answer.split("; ")
    if any(_PLACED_ITEM.match(item) or _torn_item(item) for item in items) or _HOW_ITEM.search(items[-1]):
        return True
    if _statements_in_a_row(candidate, items[-1]):
        return True
    if _USUAL.match(candidate.prompt):
        return True
    shared = _SHARED.match(items[-1])
    if shared is None or shared["head"] in candidate.prompt:
        return False
    *others, last = items
    ends = [tagged(f"They saw {item}.")[-2].tag for item in others]
    return (
        tagged(f"They saw {last}.")[-2].tag == "NNS"
        and all(_SIDE_ITEM.match(item) for item in others)
        and all(tag in ("NN", "JJ") for tag in ends)
    )


def _torn_item(item: str) -> bool:
    """Whether a cut went through a quotation, or the predicate behind a dash was taken along."""
    return item.count("“") != item.count("”") or item.count('"') % 2 == 1 or "—" in item


def _statements_in_a_row(candidate: Candidate, last: str) -> bool:
    """Whether the last thing is a statement among others: `, B and C increase, and D decreases`."""
    before, found, after = plain(candidate.line.quote).rpartition(last)
    told = last.split()
    joined = before.endswith((" and ", " and the ")) and not before.endswith((", and ", ", and the "))
    return bool(found) and joined and len(told) > 1 and after.startswith(", and ") and may_be(told[-1], "VBP")

"""Whether two answers to one question are the same: the suggested one, and the one read from the quote."""

from __future__ import annotations

import re

from quizapp.articles.models.facts import facts, run_inside, share, tokens
from quizapp.core.dates import parse_date
from quizapp.core.spans import includes

_LISTED = re.compile(r"[,;/]|\b(?:and|or|nor)\b", re.IGNORECASE)
_MOST_BESIDE = 4
_LONG = 4
_SMALLER_SHARE = 0.7
_LARGER_SHARE = 0.4


def same_answer(suggested: str, read: str) -> bool:
    """Whether the answer read from the quote bears the suggested one out; an empty one never does.

    The same words; a date that says no less; one inside the other when what stands beside it adds no number,
    denial or further item; of longer answers most of the content words with the same numbers and denials.
    """
    one, other = _words(suggested), _words(read)
    if not one or not other:
        return False
    if one == other:
        return True
    mine, theirs = parse_date(suggested), parse_date(read)
    if mine is not None and theirs is not None:
        return includes(mine, theirs)
    return _inside(suggested, read) or _means_the_same(suggested, read)


def _inside(suggested: str, read: str) -> bool:
    """Whether one is the other with a little more said."""
    short, long = sorted((suggested, read), key=lambda text: len(_words(text)))
    inner, outer = _words(short), _words(long)
    at = run_inside(inner, outer)
    if at is None or not (facts(short).content or facts(short).numbers):
        return False
    if facts(short).numbers != facts(long).numbers or facts(short).denials != facts(long).denials:
        return False
    if len(_LISTED.findall(long)) > len(_LISTED.findall(short)):
        return False
    beside = len(outer) - len(inner)
    return beside <= (_MOST_BESIDE if len(inner) <= _LONG else len(inner))


def _means_the_same(suggested: str, read: str) -> bool:
    one, other = facts(suggested), facts(read)
    if min(len(one.content), len(other.content)) < _LONG - 1:
        return False
    if set(one.numbers) != set(other.numbers) or one.denials != other.denials:
        return False
    shares = (share(one.content, other.content), share(other.content, one.content))
    return max(shares) >= _SMALLER_SHARE and min(shares) >= _LARGER_SHARE


def _words(text: str) -> tuple[str, ...]:
    found = tokens(text)
    start = next((i for i, word in enumerate(found) if word not in ("the", "a", "an")), len(found))
    return found[start:]

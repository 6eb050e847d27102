"""What stands before the subject of a sentence: its adjuncts, and asides that it holds without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.articles.sense.finites import RELATIVE, finite
from quizapp.articles.sense.prose import Line
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.wordlists import wordlist

_SUBORDINATING = wordlist("clauses subordinating")
_CONCESSIVE = wordlist("fronts concessive")
_TEMPORAL = wordlist("fronts temporal")
_ABOUT = wordlist("fronts about")
_STATES = wordlist("fronts states")
_NO_ASIDE = wordlist("fronts no aside")
_MOST_FRONT, _LONGEST_ASIDE, _LONGEST_BARE = 16, 26, 8
_OPENS_FRONT = frozenset({"IN", "TO", "RB", "VBG", "VBN", "CD"})
_OPENS_MAIN = frozenset({"DT", "NNP", "NNPS", "NN", "NNS", "JJ"})
_OPENS_SUBJECT = frozenset({"DT", "NNP", "NN", "NNS", "PRP"})
_OF_BARE = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "POS"})
_SAID = frozenset({"discussed", "expected", "mentioned", "noted", "shown"})
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Front:
    """The tokens [0, end) before the subject; `aside` where the clause is true without them.

    `past` asks for a verb in the past tense: in the present the same words would be a condition.
    """

    end: int = 0
    aside: bool = False
    past: bool = False


NOTHING = Front()


def front_of_line(line: Line) -> Front | None:
    """The adjunct at the start with its comma; None when it is a clause that the rest leans on, or unsure."""
    tokens = line.tokens
    first = tokens[0]
    if not (first.tag in _OPENS_FRONT or first.low in _SUBORDINATING):
        return NOTHING
    told = _told_before(tokens)
    if told is not None:
        return told
    comma = next((i for i in range(1, min(len(tokens), _MOST_FRONT)) if _ends_front(tokens, i)), None)
    inside = comma is not None and any(finite(tokens, i) for i in range(1, comma))
    if (comma is None or inside) and _counts(tokens):
        return NOTHING
    if first.tag == "CD":
        since = comma is not None and not inside and tokens[comma - 1].low in ("later", "earlier", "ago")
        return Front(comma + 1) if comma is not None and since else NOTHING
    if first.tag == "VBG" and first.low not in ("according", "during", "following"):
        return _participle(tokens, comma, inside)
    if comma is None or inside:
        return _bare(line)
    if first.low in _SUBORDINATING:
        return _prepositional(tokens, comma)
    if first.tag == "VBN":
        return _participle(tokens, comma, inside)
    return Front(_last_of_several(tokens, comma) + 1)


def _counts(tokens: Sequence[Token]) -> bool:
    """Whether the line starts with a rough number: `Nearly two hundred ships`."""
    return tokens[0].low in _ABOUT and (tokens[1].tag == "CD" or tokens[1].low.startswith(("one-", "two-")))


def _ends_front(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].text != "," or index + 1 >= len(tokens):
        return False
    return not re.fullmatch(r"\d{4}", tokens[index + 1].text)


def _told_before(tokens: Sequence[Token]) -> Front | None:
    """`Although A, B` holds without A, as does `When A, B` of the past; None when neither opens the line."""
    at = 1 if tokens[0].low == "even" else 0
    concessive = tokens[at].low in _CONCESSIVE
    if not concessive and tokens[at].low not in _TEMPORAL:
        return None
    verbs: list[str] = []
    for index in range(at + 1, min(len(tokens) - 2, _LONGEST_ASIDE)):
        if finite(tokens, index):
            verbs.append(tokens[index].tag)
        if _ends_front(tokens, index) and verbs:
            if tokens[index + 1].tag not in _OPENS_MAIN or not (concessive or set(verbs) == {"VBD"}):
                return None
            return Front(index + 1, aside=True, past=not concessive)
        if _ends_front(tokens, index) and not concessive:
            return None
    return None


def _prepositional(tokens: Sequence[Token], comma: int) -> Front | None:
    """`Since the war,` and `Like X,` are adjuncts; `Because of X,` and `As noted,` are asides.

    What is like or unlike X stays an adjunct: of the subject alone, `Which N ...?` would have other answers.
    """
    first, second = tokens[0].low, tokens[1]
    if tokens[comma + 1].tag not in _OPENS_MAIN | {"CD", "PRP$"}:
        return None
    if first in ("like", "unlike") and second.tag not in ("TO", "IN"):
        return Front(comma + 1)
    if first == "with" and second.tag in ("DT", "PRP$", "NN", "NNS", "NNP"):
        return Front(comma + 1, past=True)
    if first == "since" and second.tag in ("DT", "CD", "NNP"):
        return Front(comma + 1)
    if (first, second.low) == ("because", "of") or (first == "as" and second.low in _SAID):
        return Front(comma + 1, aside=True)
    if first == "as" and second.low in ("in", "with") and tokens[2].tag != "CD":
        return Front(comma + 1)
    if first == "as" and second.tag == "NNP":
        return Front(comma + 1, aside=True, past=True)
    if first == "as" and second.low in ("a", "an"):
        return Front(comma + 1)
    return None


def _participle(tokens: Sequence[Token], comma: int | None, inside: bool) -> Front | None:
    """`Having done A, B did C` holds without A; `Making A needs B` starts with its subject."""
    first = tokens[0]
    if first.tag == "VBG" and (comma is None or inside):
        return NOTHING
    if comma is None or inside or first.low in _NO_ASIDE or tokens[comma + 1].tag not in ("DT", "NNP", "NNS"):
        return None
    return Front(comma + 1, aside=True, past=first.tag == "VBG" or first.low not in _STATES)


def _bare(line: Line) -> Front | None:
    """A front without a comma: a date, or a short phrase behind which an article opens the subject."""
    tokens = line.tokens
    if tokens[0].tag != "IN" or tokens[0].low in _SUBORDINATING:
        return None
    date = next((date for date in line.dates if date.start <= 5), None)
    if date is not None:
        after = next((i for i, token in enumerate(tokens) if token.start >= date.end), 0)
        if after and tokens[after].tag in _OPENS_SUBJECT:
            return Front(after)
        return None
    for index in range(2, min(len(tokens) - 2, _LONGEST_BARE)):
        token = tokens[index]
        if token.low in _ARTICLES and tokens[index - 1].tag in ("NN", "NNS", "NNP", "CD"):
            return Front(index)
        if token.tag not in _OF_BARE and token.low != "of":
            return None
    return None


def _last_of_several(tokens: Sequence[Token], comma: int) -> int:
    """The comma of the last adjunct where several follow each other: `In 1814, under a treaty, Spain ...`."""
    opens = tokens[comma + 1].tag if comma + 1 < len(tokens) else ""
    example = comma + 1 < len(tokens) and tokens[comma + 1].low == "including"
    if not example and (opens not in ("IN", "VBN") or tokens[comma + 1].low in RELATIVE):
        return comma
    for index in range(comma + 2, min(len(tokens) - 2, comma + _MOST_FRONT)):
        if (
            finite(tokens, index)
            or tokens[index].low in RELATIVE
            or (tokens[index].tag == "CC" and not example)
        ):
            return comma
        if _ends_front(tokens, index):
            return index
    return comma

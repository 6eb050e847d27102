"""What kind of thing each term is, as far as the article itself says so: `Helicase is an enzyme that ...`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quizapp.articles.sense.clauses import clause_of
from quizapp.articles.sense.prose import Line
from quizapp.articles.words.lexicon import may_be, zipf
from quizapp.articles.words.phrasing import bare
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.wordlists import wordlist

_NOUNS = frozenset({"NN", "NNS"})
_BEFORE = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "VBN", "VBG", "RB", "CD", "CC", "NNP"})
_OF = frozenset(
    {"type", "types", "kind", "kinds", "class", "form", "forms", "group", "family", "one", "member"}
)
_NO_KIND = wordlist("kinds none")
_MOST_WORDS, _TELLING_WORD = 4, 4.9
_SHORTENED = re.compile(
    r"(?P<full>[A-Z]\w+(?: (?:[A-Z][\w’'-]+|of|and|for|the|on)){1,6}) \((?P<short>[A-Z][A-Za-z]?[A-Z]{1,5})\)"
)
_MODIFIERS = frozenset({"JJ", "NN", "NNP", "VBG"})


@dataclass(frozen=True, slots=True)
class Kinds:
    """What an article says about kinds.

    `of` gives by term or abbreviation, in lower case and without its article, the noun that the
    article uses for what it is; `heads` how many different words stand before a noun of which there are
    many, as `red` and `white` before `cells`.
    """

    of: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, int] = field(default_factory=dict)


def kinds_of(lines: Sequence[Line]) -> Kinds:
    """The kinds that the lines of an article tell of."""
    found: dict[str, str] = {}
    before: dict[str, set[str]] = {}
    for line in lines:
        for term, kind in (*_told(line), *_abbreviated(line)):
            found.setdefault(term, kind)
        for one, head in pairwise(line.tokens):
            if head.tag == "NNS" and one.tag in _MODIFIERS and zipf(one.low) < _TELLING_WORD:
                before.setdefault(singular(head.low), set()).add(one.low)
    return Kinds(found, {head: len(words) for head, words in before.items()})


def _abbreviated(line: Line) -> list[tuple[str, str]]:
    """What the last word of a name with its abbreviation says: `the Federal Trade Commission (FTC)`."""
    heads = (
        (each["short"].lower(), re.split(r" (?:of|for|on) ", each["full"])[0].split()[-1].lower())
        for each in _SHORTENED.finditer(line.quote)
    )
    return [(short, head) for short, head in heads if usable(head) and not head.endswith("s")]


def _told(line: Line) -> list[tuple[str, str]]:
    if not any(token.low in ("is", "are", "was", "were") for token in line.tokens):
        return []
    clause = clause_of(line)
    if clause is None or clause.main != clause.verb or clause.negated:
        return []
    tokens = line.tokens
    if tokens[clause.verb].low not in ("is", "are", "was", "were") or "," in clause.subject_text:
        return []
    term = bare(clause.subject_text).lower()
    kind = head_of(tokens, clause.rest, clause.end)
    return [(term, kind)] if kind and len(term.split()) <= _MOST_WORDS else []


def head_of(tokens: Sequence[Token], first: int, end: int) -> str:
    """The noun that `a D` is about, through `a type of`; "" when there is none that tells a kind."""
    index, last = first, -1
    one = index < end and tokens[index].low in ("a", "an", "one")
    if not one and (index >= end or tokens[index].tag not in ("JJ", "NNS")):
        return ""
    index += index < end and tokens[index].low in ("a", "an")
    while index < end and tokens[index].tag in _BEFORE:
        if tokens[index].tag in _NOUNS:
            last = index
        elif tokens[index].tag in ("VBN", "VBG", "CC") and last >= 0:
            break
        index += 1
    if last < 0:
        return ""
    head = tokens[last].low
    # `a link between A and B` tells what it does, not what it is.
    if last + 1 < end and tokens[last + 1].low == "between":
        return ""
    if head in _OF and last + 2 < end and tokens[last + 1].low == "of":
        return head_of(tokens, last + 2, end) or _plain(tokens, last + 2, end)
    fits = one == (tokens[last].tag == "NN")
    return singular(head) if fits and usable(head) else ""


def _plain(tokens: Sequence[Token], first: int, end: int) -> str:
    last = first
    while last + 1 < end and tokens[last + 1].tag in _NOUNS:
        last += 1
    head = tokens[last].low if last < end and tokens[last].tag in _NOUNS else ""
    return singular(head) if head and usable(head) else ""


def usable(noun: str) -> bool:
    """Whether `Which N` says anything: no `thing`, `way`, `example`, nor a noun that nobody knows."""
    return singular(noun) not in _NO_KIND and zipf(noun) > 0


def singular(noun: str) -> str:
    """The noun as it names one: `enzymes` -> enzyme."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("ses") and may_be(noun[:-2] + "is", "NN"):
        return noun[:-2] + "is"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and not may_be(noun, "NN"):
        return noun[:-1]
    return noun

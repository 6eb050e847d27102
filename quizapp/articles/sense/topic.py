"""What an article is about, as far as rules can tell: title, protagonists, how words are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.articles.sense.abbreviations import abbreviated
from quizapp.articles.sense.kinds import Kinds, kinds_of
from quizapp.articles.sense.naming import named_by_title
from quizapp.articles.sense.prose import Line, counts_of, pairs_of
from quizapp.articles.words.entities import Capitals, Kind
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.wordlists import wordlist

_SMALL = wordlist("topic small")
_TITLES = wordlist("entities titles")
MARKED_UP = 6
"""From how many different terms on an article counts as one that marks its terms."""
_MAIN_SHARE = 0.12
_MAIN_LEAST = 4
_KEYWORDS, _EVERYDAY = 25, 6.5
_LONGEST_NAME = 5
_OF_A_PEOPLE = re.compile(r"(?:ian|ean|ese|ish|[a-z]an|ch)$")
_LANDS = frozenset({Kind.CITY, Kind.COUNTRY, Kind.PLACE, Kind.STATE})
_OF_LANDS = frozenset(
    {
        "Central",
        "East",
        "Eastern",
        "Latin",
        "New",
        "North",
        "Northern",
        "South",
        "Southern",
        "West",
        "Western",
    }
)
_REFERRED_TO = (Kind.LAW, Kind.EVENT, Kind.PLACE, Kind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Topic:
    """Facts about the whole article.

    `main` are the names (lower case) that so many sentences mention that asking for them is giving them away;
    `mentions` counts the lines in which a name, or its last word, stands; `spread` counts lines per word,
    `pairs` lines per two words in a row, the second without its `s`. `in_full` are the words of names of
    two words or more; `full_names` tells by its last word what `the canal` is, and from which line on.
    `keywords` stand often here and seldom elsewhere. `persons` gives, by surname, the one full name
    that ends so. `in_words` gives what an abbreviation stands for. `above` are the nouns that may stand for
    what the title names.
    """

    title: str
    title_words: frozenset[str]
    capitals: Capitals
    lines: tuple[Line, ...]
    main: frozenset[str]
    mentions: Counter[str]
    spread: Counter[str]
    pairs: Counter[str]
    terms: frozenset[str]
    person: str
    in_full: frozenset[str]
    full_names: Mapping[str, tuple[str, int]]
    keywords: frozenset[str]
    names_a_line: float
    persons: Mapping[str, str] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=Kinds)
    in_words: Mapping[str, str] = field(default_factory=dict)
    above: frozenset[str] = frozenset()

    def mentioned(self, name: str) -> int:
        """How many lines mention the name, also by its last word."""
        return max(self.mentions[name.lower()], self.mentions[name.split()[-1].lower()])


def topic_of(title: str, lines: tuple[Line, ...], capitals: Capitals) -> Topic:
    """The facts about an article, in one pass."""
    mentions: Counter[str] = Counter()
    for line in lines:
        seen: set[str] = set()
        for name in line.names:
            if name.kind is Kind.PEOPLE:
                continue
            seen.add(name.text.lower())
            seen.add(name.text.split()[-1].lower())
        mentions.update(seen)
    least = max(_MAIN_LEAST, _MAIN_SHARE * len(lines))
    main = frozenset(name for name, count in mentions.items() if count >= least)
    title_words = frozenset(word for word in words(title) if word not in _SMALL)
    terms = frozenset(term.text.lower() for line in lines for term in line.terms)
    spread = counts_of(lines)
    kinds = kinds_of(lines)
    return Topic(
        title,
        title_words,
        capitals,
        lines,
        main,
        mentions,
        spread,
        pairs_of(lines),
        terms,
        _person(title, spread, lines, capitals),
        frozenset(
            part for line in lines for name in line.names if " " in name.text for part in name.text.split()
        ),
        _full_names(lines),
        keywords=_keywords(lines),
        names_a_line=sum(len(line.names) for line in lines) / max(1, len(lines)),
        persons=_persons(lines),
        kinds=kinds,
        in_words=abbreviated(lines),
        above=named_by_title(title, lines, kinds),
    )


def _full_names(lines: tuple[Line, ...]) -> dict[str, tuple[str, int]]:
    """By last word, in lower case: the only name that ends so, and the line that it is first in.

    `The department` may be the Department of Commerce as well as the Justice Department.
    """
    found: dict[str, tuple[str, int]] = {}
    several: set[str] = set()
    for line in lines:
        for name in line.names:
            parts = name.text.split()
            if len(parts) > 2 and parts[1] == "of":
                several.add(parts[0].lower())
            if not 2 <= len(parts) <= _LONGEST_NAME or name.kind not in _REFERRED_TO:
                continue
            if _OF_A_PEOPLE.search(parts[0]):
                continue
            last = parts[-1].lower()
            if found.setdefault(last, (name.text, line.number))[0] != name.text:
                several.add(last)
    return {last: name for last, name in found.items() if last not in several}


def _persons(lines: tuple[Line, ...]) -> dict[str, str]:
    """By surname: the only full name of a person that ends so."""
    found: dict[str, set[str]] = {}
    for line in lines:
        for name in line.names:
            parts = name.text.split()
            parts = parts[1:] if parts[0] in _TITLES else parts
            if name.kind is Kind.PERSON and 2 <= len(parts) <= _LONGEST_NAME and len(parts[-1]) > 2:
                found.setdefault(parts[-1], set()).add(" ".join(parts))
    return {last: next(iter(names)) for last, names in found.items() if len(names) == 1}


def _keywords(lines: tuple[Line, ...]) -> frozenset[str]:
    counts = Counter(word for line in lines for word in words(line.text) if len(word) > 3)
    telling = {word: count * max(0.0, _EVERYDAY - zipf(word)) for word, count in counts.items()}
    return frozenset(sorted(telling, key=lambda word: (-telling[word], word))[:_KEYWORDS])


def _person(title: str, spread: Counter[str], lines: tuple[Line, ...], capitals: Capitals) -> str:
    """The surname of the person whom the article is about; "" when it is about something else."""
    parts = re.sub(r"\s*\(.*\)$", "", title).split()
    if not 2 <= len(parts) <= 4 or not all(
        part[0].isupper() or part in ("de", "van", "von") for part in parts
    ):
        return ""
    if capitals.lower[parts[-1].lower()] > capitals.upper[parts[-1]] or _OF_LANDS & set(parts[:-1]):
        return ""
    spoken = spread["he"] + spread["she"] + spread["his"] + spread["her"]
    if spoken <= 0.3 * len(lines) or not spread[parts[-1].lower()]:
        return ""
    kinds = {name.kind for line in lines for name in line.names if name.text.split()[-1] == parts[-1]}
    return "" if kinds & _LANDS and Kind.PERSON not in kinds else parts[-1]

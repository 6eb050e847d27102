"""The key terms of an article, found without its mark-up: recurring, technical, introduced, in headings.

Recurrence is weighed as the C-value of Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word
terms: the C-value/NC-value method" (2000): log2 of the length (plus one, so that single words count) times
how often a phrase stands, less the mean of how often the longer phrases stand that it is part of.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.lexicon import entry, zipf
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import NOUNS, Token
from quizapp.articles.words.wordlists import wordlist

_INSIDE = NOUNS | {"JJ", "VBG"}
_LONGEST = 4
NAMING = frozenset({"concept", "name", "phrase", "term", "terms", "word"})
"""What stands before a term without being part of it: `the term hominin`."""
_TIMES = frozenset({"century", "day", "decade", "hour", "month", "percent", "time", "week", "year"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "next"})
_MEASURES = wordlist("keyphrases measures")
TOO_WIDE = wordlist("keyterms too wide") | wordlist("filters fluff") | wordlist("keyphrases too wide")
_EVERYDAY, _SINGLE, UNKNOWN = 5.0, 4.4, 2.6
_ONCE, _ONE_ONCE, _VERY_RARE = 4.2, 3.7, 3.0
_WELL_KNOWN, _BEFORE_WIDE = 5.3, 4.5
LEAST_WEIGHT = 1.2
_INTRODUCED = re.compile(
    r"(?:\b(?:called|known as|termed|named|referred to as|defined as|concept of|theory of|process of"
    r"|principle of|term|law of|phenomenon of) (?:an? |the )?[“\"]?|[“\"])$"
)
_GENERIC = re.compile(r"^ (?:is|are) (?:an?|the|any|one of)\b|^ (?:refers?|consists?|involves?|occurs?) ")
_KIND = re.compile(r"(?:al|ic|ous|ary|ar|oid|ine|ile|ive)$|-")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands: tokens [first, last) of a line."""

    line: Line
    first: int
    last: int

    @property
    def start(self) -> int:
        """The first character in the line."""
        return self.line.tokens[self.first].start

    @property
    def end(self) -> int:
        """The character after the last one."""
        return self.line.tokens[self.last - 1].end


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """A key term: its words in lower case, the last one as one; `weight` from about 2 to 8."""

    key: tuple[str, ...]
    weight: float
    places: tuple[Place, ...]


def key_phrases(topic: Topic) -> tuple[KeyPhrase, ...]:
    """The key terms of an article, in the order in which they first stand."""
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for line in topic.lines:
        for place in phrases(line):
            for part in parts(place):
                places[key_of(part)].append(part)
    around = _within(places)
    found = []
    for key, where in places.items():
        if not _possible(key, where[0]):
            continue
        weight = _weight(key, where, around.get(key, ()), topic)
        if weight >= LEAST_WEIGHT:
            found.append(KeyPhrase(key, round(weight, 3), tuple(where)))
    return tuple(found)


def phrases(line: Line) -> Iterator[Place]:
    """The runs of nouns with their adjectives, without what does not name: `many`, `important`."""
    tokens = line.tokens
    index = 0
    while index < len(tokens):
        if not _inside(tokens, index):
            index += 1
            continue
        first = index
        while index < len(tokens) and _inside(tokens, index):
            index += 1
        last = index
        while last > first and tokens[last - 1].tag not in NOUNS and not _gerund(tokens, first, last):
            last -= 1
        while (
            first < last
            and tokens[first].low in TOO_WIDE
            and (tokens[first].tag not in NOUNS or tokens[first].low in NAMING or last - first > _LONGEST)
        ):
            first += 1
        if first < last <= first + _LONGEST + 1:
            yield Place(line, max(first, last - _LONGEST), last)
            if _bare_of(tokens, first, last):
                end = last + 2
                while end < len(tokens) and end - last < _LONGEST and tokens[end].tag in NOUNS:
                    end += 1
                yield Place(line, first, end)


def _bare_of(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether `of` and a bare noun follow: `unity of command`, `economies of scale`."""
    following = tokens[last : last + 2]
    return (
        last - first == 1
        and len(following) > 1
        and following[0].low == "of"
        and following[1].tag in ("NN", "NNS")
        and following[1].low not in TOO_WIDE
        and tokens[first].low not in _MEASURES
    )


def _inside(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.tag == "VBG":
        led = index > 0 and tokens[index - 1].tag in ("DT", "JJ", "PRP$")
        return led and index + 1 < len(tokens) and tokens[index + 1].tag in ("NN", "NNS")
    return token.tag in _INSIDE and token.text[0].isalpha() and len(token.text) > 1


def _gerund(tokens: Sequence[Token], first: int, last: int) -> bool:
    return last - first == 1 and tokens[first].low.endswith("ing") and "NN" in entry(tokens[first].low).tags


def parts(place: Place) -> Iterator[Place]:
    """The phrase itself, and what ends with it: `membrane potential` of `resting membrane potential`."""
    linked = any(token.low == "of" for token in place.line.tokens[place.first : place.last])
    for first in range(place.first, place.first + 1 if linked else place.last):
        yield Place(place.line, first, place.last)


def one(word: str) -> str:
    """A noun as one, near enough to count by: `theories` -> theory."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")) else word


def key_of(place: Place) -> tuple[str, ...]:
    """What a phrase is counted under."""
    low = [token.low for token in place.line.tokens[place.first : place.last]]
    return (*low[:-1], one(low[-1]))


def _within(places: dict[tuple[str, ...], list[Place]]) -> dict[tuple[str, ...], list[int]]:
    """By phrase, how often each longer phrase stands that ends with it."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for key, where in places.items():
        for cut in range(1, len(key)):
            found[key[cut:]].append(len(where))
    return found


def commonness(word: str) -> float:
    """How common a word is on the Zipf scale; of a compound its rarest part, of an unknown one a guess."""
    known = zipf(word) or zipf(one(word))
    if known:
        return known
    return min((zipf(part) or UNKNOWN for part in re.split(r"[-’']", word) if len(part) > 1), default=UNKNOWN)


def _possible(key: tuple[str, ...], place: Place) -> bool:
    tokens = place.line.tokens
    if any(len(word) < 2 for word in key) or tokens[place.first].low in NAMING or key[-1] in _TIMES:
        return False
    if key[-1] == "one" or key[0] in _ORDINALS:
        return False
    wide = key[-1] in TOO_WIDE or tokens[place.last - 1].low in TOO_WIDE
    rarest = min((commonness(word) for word in key[:-1]), default=_EVERYDAY)
    if wide and (rarest > _BEFORE_WIDE or not _classifies(place)):
        return False
    if tokens[place.first].low in TOO_WIDE and (tokens[place.first].tag == "JJ" or "of" in key):
        return False
    if tokens[place.last - 1].tag not in NOUNS and not key[-1].endswith("ing"):
        return False
    if len(key) == 1:
        most = _WELL_KNOWN if _GENERIC.match(place.line.text[place.end :]) else _SINGLE
        return commonness(key[0]) < most and len(key[0]) > 3
    return True


def _weight(key: tuple[str, ...], where: list[Place], longer: Sequence[int], topic: Topic) -> float:
    lines: Counter[int] = Counter(place.line.number for place in where)
    nested = sum(longer) / len(longer) if longer else 0.0
    c_value = math.log2(len(key) + 1) * max(0.0, len(lines) - nested)
    rarest = min(commonness(word) for word in key)
    headed = any(_in_heading(key, place.line) for place in where)
    told = any(_INTRODUCED.search(place.line.text[: place.start]) for place in where)
    generic = any(_GENERIC.match(place.line.text[place.end :]) for place in where)
    alone = len(lines) == 1 and not (headed or told or generic)
    if alone and rarest > (_ONCE if len(key) > 1 else _ONE_ONCE):
        return LEAST_WEIGHT if len(key) > 1 and _classifies(where[0]) and "of" not in key else 0.0
    if len(key) > 1 and alone and rarest > _VERY_RARE and not _classifies(where[0]):
        return 0.0
    if "of" in key and alone:
        return 0.0
    total = min(2.5, 0.9 * math.log2(1 + c_value))
    total += max(0.0, min(1.6, (_EVERYDAY - rarest) / 1.3))
    total += 0.5 if len(key) > 1 else 0.0
    total += 0.9 if headed else 0.0
    total += 1.2 if told else 0.0
    total += 0.8 if generic else 0.0
    total += 1.0 if " ".join(key) in topic.terms else 0.0
    return total


def _in_heading(key: tuple[str, ...], line: Line) -> bool:
    said = words(line.heading)
    return set(key) <= {*said, *(one(word) for word in said)}


def _classifies(place: Place) -> bool:
    """Whether the first word of a phrase says of what kind, not of what quality, the thing is."""
    first = place.line.tokens[place.first]
    return first.tag in NOUNS or first.text[0].isupper() or bool(_KIND.search(first.low))

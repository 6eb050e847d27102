"""Names in a text: capitalised runs, told apart from capitals at the start of a sentence, and their kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from quizapp.articles.words.lexicon import entry, zipf
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.wordlists import wordlist

MONTHS_AND_DAYS = wordlist("entities months and days")
_LINKS = frozenset(
    {"of", "de", "da", "del", "van", "von", "der", "den", "la", "le", "du", "al", "ibn", "bin", "di"}
)
_TITLES = wordlist("entities titles")
_ORGANISATIONS = wordlist("entities organisations")
_LAWS = wordlist("entities laws")
_EVENTS = wordlist("entities events")
_PLACES = wordlist("entities places")
_TAKES_OF = _ORGANISATIONS | _LAWS | _EVENTS | wordlist("entities takes of")


_PEOPLE = re.compile(r"(?:ian|ean|ese|ish|[a-z]an|ic|ch)s?$")
_COMMON_ENDING = re.compile(
    r"(?:ing|ed|ly|[ts]ion|ism|itis|osis|emia|oma|ology|graphy|metry|ment|ness|ity|ance|ence|phage|cyte|phyte"
    r"|scope|gram|meter|lysis|genesis|plasty|ectomy|algia|uria|phobia|philia|trophy|zation)s?$"
)
# `the No Child Left Behind Act`, `the Every Student Succeeds Act`.
_MAY_OPEN = frozenset({"All", "Every", "No"})
_MAY_LEAD = _TITLES | _TAKES_OF | _PLACES


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    COUNTRY = "country"
    STATE = "state"
    CITY = "city"
    ORGANISATION = "organisation"
    LAW = "law"
    EVENT = "event"
    PLACE = "place"
    PEOPLE = "people"
    OTHER = "name"


@dataclass(frozen=True, slots=True)
class Name:
    """A name: characters [start, end) of its line."""

    text: str
    start: int
    end: int
    kind: Kind


@cache
def gazetteer(list_name: str) -> frozenset[str]:
    """One of the lists `country`, `state`, `city`, `given`."""
    text = (files("quizapp.articles") / "data" / "names.tsv").read_text("utf-8")
    rows = dict(line.split("\t", 1) for line in text.splitlines())
    return frozenset(rows[list_name].split(";"))


@dataclass(frozen=True, slots=True)
class Capitals:
    """How often each word stands with a capital inside a sentence, and how often without one."""

    upper: Counter[str]
    lower: Counter[str]

    @staticmethod
    def of(sentences: Iterable[Sequence[Token]]) -> Capitals:
        """The counts over all sentences of an article."""
        upper: Counter[str] = Counter()
        lower: Counter[str] = Counter()
        for tokens in sentences:
            for index, token in enumerate(tokens):
                if token.text[0].islower():
                    lower[token.text] += 1
                elif index and token.text[0].isupper() and tokens[index - 1].text.isalnum():
                    upper[token.text] += 1
        return Capitals(upper, lower)

    def proper(self, word: str) -> bool:
        """Whether a word that starts a sentence keeps its capital inside one."""
        if len(word) > 1 and (word.isupper() or any(letter.isupper() for letter in word[1:])):
            return True
        if self.lower[word.lower()]:
            return self.upper[word] > self.lower[word.lower()]
        if self.upper[word] == 1 and "NNP" not in entry(word).tags and entry(word.lower()).tags:
            return False
        if self.upper[word] or any(word in gazetteer(each) for each in ("country", "state", "city", "given")):
            return True
        known = entry(word.lower())
        if not known.tags and "NNP" in entry(word).tags:
            return True
        return not known.tags and known.zipf == 0 and not _COMMON_ENDING.search(word)


def find_names(text: str, tokens: Sequence[Token], capitals: Capitals) -> tuple[Name, ...]:
    """The names of a line, in order, without overlap."""
    names: list[Name] = []
    index = 0
    while index < len(tokens):
        if not _starts(tokens, index, capitals):
            index += 1
            continue
        last = _reach(tokens, index)
        start, end = tokens[index].start, tokens[last].end
        names.append(Name(text[start:end], start, end, _kind(text[start:end])))
        index = last + 1
    return tuple(names)


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.text not in MONTHS_AND_DAYS and len(token.text) > 1


def _starts(tokens: Sequence[Token], index: int, capitals: Capitals) -> bool:
    token = tokens[index]
    if not _capital(token):
        return False
    opens = index == 0 or tokens[index - 1].text in ('"', "“", ":", "(", "‘")
    if not opens:
        quantity = token.text in _MAY_OPEN and index + 1 < len(tokens) and _capital(tokens[index + 1])
        return quantity or token.tag not in ("DT", "PRP", "PRP$", "IN", "CC") or zipf(token.text) == 0
    if token.tag in ("DT", "PRP", "PRP$", "IN", "CC", "RB", "WRB", "WP", "EX", "CD", "TO", "VBG", "VBN"):
        return False
    if (
        index == 0
        and entry(token.low).tags
        and not capitals.upper[token.text]
        and token.text not in _MAY_LEAD
    ):
        return capitals.proper(token.text)
    follows = index + 1 < len(tokens) and _capital(tokens[index + 1])
    return capitals.proper(token.text) or (follows and zipf(token.text) < 5.3)


def _reach(tokens: Sequence[Token], first: int) -> int:
    last = first
    while last + 1 < len(tokens):
        following = tokens[last + 1]
        if _capital(following) or (
            re.fullmatch(r"[IVX]+|\d{1,2}", following.text) and tokens[last].text[0].isupper()
        ):
            last += 1
            continue
        if following.low in _LINKS and last + 2 < len(tokens) and _capital(tokens[last + 2]):
            if following.low == "of" and tokens[last].text not in _TAKES_OF:
                break
            last += 2
            continue
        over = [token.low for token in tokens[last + 1 : last + 3]] == ["of", "the"]
        if over and last + 3 < len(tokens) and _capital(tokens[last + 3]) and tokens[last].text in _TAKES_OF:
            last += 3
            continue
        break
    return last


@cache
def _kind(text: str) -> Kind:
    words = text.split()
    first, last = words[0], words[-1]
    for name, kind in (("country", Kind.COUNTRY), ("state", Kind.STATE)):
        if text in gazetteer(name):
            return kind
    if len(words) > 1:
        for suffixes, kind in ((_LAWS, Kind.LAW), (_EVENTS, Kind.EVENT), (_ORGANISATIONS, Kind.ORGANISATION)):
            if last in suffixes or (first in suffixes and " of " in text):
                return kind
        if last in _PLACES or first in ("Lake", "Mount", "Cape", "River", "Gulf", "Bay", "Isle", "Strait"):
            return Kind.PLACE
        initial = any(re.fullmatch(r"[A-Z]\.", word) for word in words[:2])
        if first in _TITLES or first in gazetteer("given") or initial:
            return Kind.PERSON
    if text in gazetteer("city"):
        return Kind.CITY
    if (
        len(words) == 1
        and _PEOPLE.search(text)
        and (text.endswith("ish") or entry(text).tags[:1] != ("NNP",))
    ):
        return Kind.PEOPLE
    return Kind.OTHER

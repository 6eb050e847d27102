"""Whether a piece of a narrative sentence can be understood away from its article, and whom it is about."""

from __future__ import annotations

import re

from quizapp.articles.entities import Kind, Name
from quizapp.articles.lexicon import zipf
from quizapp.articles.phrasing import words
from quizapp.articles.prose import Line
from quizapp.articles.topic import Topic
from quizapp.articles.wordlists import wordlist

_LEANS = re.compile(
    r"\b(?:this|these|those|such(?! as\b)|another|others?|also|too|there|here|then|same|former|latter|even|still"
    r"|again|instead|however|therefore|thus|hence|now|today|currently|recently|later|earlier|afterwards?|above|below"
    r"|following|previous(?:ly)?|both|either|neither|so|it|they|them|he|him|she|we|us|our|you|your|I|my|one|ones"
    r"|new|additional|further|similar(?:ly)?|likewise|meanwhile|more|less|(?:his|her)self)\b"
)
_OWN = re.compile(r"\b(?:its|their|his|her)\b")
_BARE_THE = re.compile(
    r"\b[Tt]he (?P<noun>[a-z-]{3,})(?= ?$|[,.;:?]| (?:in|on|to|from|by|at|for|with|and|or|as|into|was|were|is|are|had|has"
    r"|that|who|which|against|during|after|before|between|over|under|through|until|while|because|[a-z]+ed)\b)"
)
_KNOWN = wordlist("filters known to all") | frozenset(
    {"colonies", "constitution", "court", "economy", "federal", "government", "military", "nation", "poor"}
    | {"press", "rich", "states", "vote", "wealthy"}
)
_RARE, _SEVERAL, _COMMON_WORD = 5.0, 3, 5.6


def stands(text: str, topic: Topic, own: bool = False) -> bool:
    """Whether no word of the text points outside it; with `own`, `its` and `his` have whom to stand for."""
    if _LEANS.search(text) or (not own and _OWN.search(text)):
        return False
    for found in _BARE_THE.finditer(text):
        noun = found["noun"]
        if noun not in _KNOWN and not topic.title_words & {noun, noun.rstrip("s")}:
            return False
    return True


def telling(text: str, least: int = 2) -> bool:
    """Whether the text says something particular: names, or enough words that are not everyday ones."""
    told = [word for word in words(text) if len(word) > 3]
    return sum(zipf(word) < _RARE for word in told) >= least


def central(name: Name, line: Line, topic: Topic) -> bool:
    """Whether the article comes back to a name, or a heading or the title holds it."""
    low = name.text.lower()
    if low in topic.main or topic.mentioned(name.text) >= _SEVERAL:
        return True
    above = topic.title_words | set(words(line.heading))
    rare = {word for word in words(name.text) if zipf(word) < _COMMON_WORD}
    if rare & above:
        return True
    return topic.mentioned(name.text) > 1 and (line.first or name.kind in (Kind.LAW, Kind.EVENT))


def name_at(line: Line, start: int, end: int) -> Name | None:
    """The name that takes up characters [start, end), but for `the` in front."""
    if re.match(r"[Tt]he ", line.text[start:end]):
        start += 4
    return next((name for name in line.names if name.start == start and name.end == end), None)


def full_person(name: str, topic: Topic) -> str:
    """The name with its given name, where the article has one person of that surname."""
    return topic.persons.get(name, name) if " " not in name else name

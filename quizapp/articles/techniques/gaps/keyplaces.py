"""Whether words can be left out of a sentence as one term: no part of a name, a compound or a run."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.articles.sense.keyphrases import NAMING, TOO_WIDE, UNKNOWN, Place, commonness, one
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind, Name, gazetteer
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import base
from quizapp.articles.words.wordlists import wordlist

_RARE = 4.2
_RARE_AGENT, _RARE_DEED = 3.0, 3.4
_OFTEN, _RATHER_OFTEN = 2, 3
_THE_CLASS = 2
_JOINED = re.compile(r"^,? (?:and|or|but|nor|as well as) |^,? & |^/|^-|^['’](?:s\b| )|^\.\w")
_JOINED_BEFORE = re.compile(
    r"(?:\b(?:and|or|nor|versus|like|such as|including|between|both|either|few) (?:the |an? )?"
    r"|, (?:the |an? )?|[-/]|\b(?:[Ss]ome|[Mm]any|[Ss]everal|[Vv]arious|[Cc]ertain) )$"
)
_OPENS = re.compile(r"(?:An? |The |In (?:an? )?[a-z]+(?: [a-z]+)?, (?:an? |the )?)?")
# `T is a D that ...`, `T, or S, is a D that ...`: what T is pins it down, whoever or whatever it is.
_IS_A = re.compile(
    r"(?:, or (?:an? |the )?[\w’'-]+(?: [\w’'-]+){0,2},)? (?:is|are) (?:(?:an?|any|the) )?"
    r"(?!ones )(?:someone|anyone|people|those|[a-z-]+(?:,? [a-z-]+){0,3}) "
    r"(?:that|who|whose|in which|by which|used to|designed to|capable of|formed by|made of|made up of) "
)
_NO_NAMES = (Kind.PERSON, Kind.COUNTRY, Kind.CITY, Kind.STATE, Kind.PLACE)
_AGENT = re.compile(r"(?:er|or|ist|ian|ee|ant|ent|man|men|eur)$")
_DEED = re.compile(r"(?:tion|sion|ment|ness|ance|ence|ing|al|cy|th)$")
_SCHOLAR = re.compile(r"(?:ist|ian|logue|er|or)s$")
_PEOPLE = wordlist("keygaps people")
_SAYS = wordlist("keygaps says")
_CLASSES = wordlist("keygaps classes")
_AFTER_TERM = ("NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBG")
_BEFORE_TERM = ("NN", "NNS", "NNP", "NNPS", "POS", "VBG", "JJR", "JJS", "VBN", "CD")


def stands_apart(place: Place, topic: Topic) -> bool:
    """Whether the term is no part of a longer name, compound or run."""
    line, tokens = place.line, place.line.tokens
    before, after = line.text[: place.start], line.text[place.end :]
    defined = bool(_OPENS.fullmatch(before)) and bool(_IS_A.match(after))
    joined = _JOINED.match(after) and not (defined and after.startswith(", or "))
    if joined or _JOINED_BEFORE.search(before):
        return False
    if _goes_on(tokens, place.last):
        return False
    if place.first and not _begins(tokens, place.first):
        return False
    if place.last - place.first == 1 and not defined and _vague_word(tokens[place.first], after):
        return False
    if place.last - place.first > 1 and _of_class(tokens, place.first + 1):
        return False
    last = tokens[place.last - 1].low
    if not defined and (_SCHOLAR.search(last) or one(last) in _PEOPLE):
        return False
    inside = tokens[place.first : place.last]
    if inside[0].text[0].islower() and inside[-1].text[0].isupper():
        return False
    if [token.tag for token in inside[-2:]] == ["NNS", "NNS"]:
        return False
    return not any(
        name.start < place.end and place.start < name.end and not _may_be_asked(name, place, topic)
        for name in line.names
    )


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name or compound has more words: another noun, `of J...`, a word of another language."""
    after = tokens[last : last + 2]
    if not after:
        return False
    if after[0].low == "of" and len(after) > 1 and after[1].text[0].isupper():
        return True
    foreign = after[0].text.isalpha() and commonness(after[0].low) <= UNKNOWN
    return after[0].tag in _AFTER_TERM or (foreign and after[0].tag in ("JJ", "FW"))


def _may_be_asked(name: Name, place: Place, topic: Topic) -> bool:
    """Whether a name is that of no person or place, and one that the article comes back to."""
    if name.kind in _NO_NAMES or name.start < place.start or place.end < name.end:
        return False
    if name.kind in (Kind.LAW, Kind.EVENT):
        return True
    if name.kind is Kind.OTHER and name.end < place.end:
        return True
    if name.kind is Kind.OTHER and " " in name.text and not may_be(name.text.split()[-1], "NN", "NNS"):
        return False
    if name.kind is Kind.OTHER and " " not in name.text:
        after = place.line.tokens[place.last : place.last + 1]
        doer = any(token.tag == "VBD" or base(token.text) in _SAYS for token in after)
        return (
            not doer and name.text not in gazetteer("given") and topic.mentioned(name.text) >= _RATHER_OFTEN
        )
    return topic.mentioned(name.text) >= _OFTEN


def _begins(tokens: Sequence[Token], first: int) -> bool:
    """Whether a term can start here: behind no noun or adjective, but one that says of what class it is."""
    before = tokens[first - 1]
    if before.low in NAMING:
        return True
    if before.tag == "JJ":
        return before.low in TOO_WIDE
    if _of_class(tokens, first):
        return True
    return before.tag not in _BEFORE_TERM and before.text != "-"


def _of_class(tokens: Sequence[Token], index: int) -> bool:
    """Whether a rare word has before it what it is one of: `the neurotransmitter glutamate`."""
    if index < _THE_CLASS or tokens[index - 2].low != "the" or tokens[index - 1].low not in _CLASSES:
        return False
    return tokens[index].tag in ("NN", "NNP") and commonness(tokens[index].low) < _RARE


def _vague_word(token: Token, after: str) -> bool:
    """Whether a single word names a deed or a measure, `the retention of ...`, or everyday doers."""
    word = one(token.low)
    if _AGENT.search(word) and commonness(word) > _RARE_AGENT:
        return True
    return (after.startswith(" of ") or bool(_DEED.search(word))) and commonness(word) > _RARE_DEED

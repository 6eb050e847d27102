"""The second half of a definition: which noun it turns on, whether it is one at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.articles.sense.cutting import states
from quizapp.articles.techniques.definitions.meanings import OF_PERSON, fits
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.wordlists import wordlist

_HEADS = wordlist("definiens vague heads")
_VALUES = wordlist("definiens values")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "VBG", "FW")
_BEFORE_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "FW", "CD", "RB", "CC"})
_TELLS_APART = frozenset({"IN", "WDT", "WP", "WRB", "VBN", "VBG", "TO", "WP$", "VBD"})
_RANKED = re.compile(
    r"^(?:one|two|three|four|five|some|many|most|all|both|each|every|no|not|perhaps|probably|almost|nearly"
    r"|about|only|always|never|either|neither|more|less|much|very|too|quite|rather|what|how|when|where|why"
    r"|that|if|because|there|here|his|her|its|their|our|your|my)\b"
)
_ONE_OF = re.compile(
    r"^(?:an?|the|any) (?:[\w-]+ ){0,2}?(?:group|class|type|kind|form|family|set|variety|list|species"
    r"|genus|series"
    r"|branch|state|process|method|measure|collection|amount|field)s? of (?P<rest>.+)$"
)
_SPECIFIED = re.compile(
    r"\b(?:(?:person|people|individual|member|employee|worker|woman|man)s? (?:who|that|whose|or"
    r"|[a-z]+ed|with|to whom)\b"
    r"|(?:idea|belief|view|notion|principle|fact) (?:that|of)\b"
    r"|(?:point|time|place|period|moment|stage|area|region)s? (?:at which|in which|when|where|that"
    r"|during|between|of the)\b"
    r"|difference between [^,]+ and "
    r"|(?:number|amount|percentage|share) of [a-z]+|(?:parts?|members?|features?|resources?|assets?)"
    r" (?:of|in) (?:an?|the) \w+"
    r" (?:that|which|where|who)\b|(?:skill|symbol|story|version|leader|work|cause|source|option|step"
    r"|factor|element|component|feature|attempt|effort)s? (?:that|which|in which)\b)"
)
_WIDE = re.compile(
    r"\b(?:in|of) (?:the )?(?:\w+ )?(?:world|life|history|country|article|book|process|area|society)$"
)
_OTHER = re.compile(
    r"\b(?:(?:belonging to|sharing|of|at|in|with) the same(?= [a-z])"
    r"|each other|one another|(?:from |to )?one [a-z]+ to (?:the next|another)|other(?= [a-z]+s?\b))"
)
_GRADES = wordlist("definiens grades")
_NAMED_SO = re.compile(r" called (?=an? [\w-]+$)")
_LEAST, _MOST, _SHORT = 4, 30, 7


def head_of(tokens: Sequence[Token]) -> int | None:
    """The noun that a meaning opens with, after its article and adjectives; None when none does."""
    index = 1 if tokens and (tokens[0].tag == "DT" or tokens[0].low in ("any", "one")) else 0
    last = None
    while index < len(tokens):
        token = tokens[index]
        if token.tag not in _BEFORE_NOUN and token.text not in ("-", ",", '"', "“", "”"):
            break
        if last is not None and (token.tag in ("VBN", "VBG", "RB", "CC") or token.text == ","):
            break
        if token.tag in _NOUNS and (token.tag != "VBG" or index):
            last = index
        index += 1
    return last


def _plainly(meaning: str) -> str:
    """The meaning without the `other` and `each other` that point to nothing outside it."""
    return _OTHER.sub("", meaning)


def defines(meaning: str, term: str) -> bool:
    """Whether the words say what something is: a noun of some kind, and what tells it from its like."""
    count = len(meaning.split())
    if not _LEAST <= count <= _MOST or _RANKED.match(meaning) or not fits(_plainly(meaning), term):
        return False
    if OF_PERSON.match(meaning) or re.search(r"[$€£%]|\d{3}|, (?:and|or), |^(?:an?|the) [“\"]", meaning):
        return False
    tokens = tagged(meaning)
    head = head_of(tokens)
    # `a chain of acids called a polypeptide` ends on a name and states nothing.
    unnamed = tagged(_NAMED_SO.sub(" as ", meaning))
    if head is None or states(unnamed) or vague(meaning):
        return False
    within = _ONE_OF.match(meaning)
    if within and len(within["rest"].split()) < 2:
        return False
    if not any(token.tag in _TELLS_APART or token.low == "that" for token in tokens[head + 1 :]):
        return False
    return not _WIDE.search(meaning) or count > _SHORT


def vague(meaning: str) -> bool:
    """Whether a meaning praises, or opens with a noun that says nothing of its kind, or with no noun"
    " at all."""
    tokens = tagged(meaning)
    head = head_of(tokens)
    if head is None or tokens[head].low in ("one", "ones"):
        return True
    if head == 0 and tokens[0].tag != "NNS" and may_be(tokens[0].low, "JJ", "RB", "VBN", "VBD"):
        return True
    before = tokens[:head]
    several = any(token.text == "," or token.tag == "CC" for token in before)
    if several and tokens[0].tag != "DT" and tokens[head].tag != "NNS":
        return True
    if any(token.low in _VALUES or token.tag in ("JJS", "RBS") or token.low in _GRADES for token in before):
        return True
    return tokens[head].low in _HEADS and not _SPECIFIED.search(meaning)


def counts_as(meaning: str) -> str:
    """Whether a meaning is of `one` thing or of `many`; "" where that cannot be told."""
    tokens = tagged(meaning)
    head = head_of(tokens)
    if head is None or tokens[head].tag == "VBG":
        return ""
    if re.match(r"any ", meaning):
        return ""
    if re.match(r"an? ", meaning):
        return "one"
    return "many" if tokens[head].tag in ("NNS", "NNPS") else "one"


def head_token(text: str) -> Token | None:
    """The noun that a meaning is told of, if it has one."""
    tokens = tagged(text)
    head = head_of(tokens)
    return tokens[head] if head is not None else None

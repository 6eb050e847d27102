"""Where something is, happens or is made, when the sentence says so of a subject that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.antecedents import head_of
from quizapp.articles.sense.clauses import Clause
from quizapp.articles.sense.themes import about, agrees, spoken
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.objects.peopled import of_people
from quizapp.articles.techniques.objects.predicates import (
    adverbs_of,
    candidate,
    fit,
    frame_of,
    limited,
    parted,
    passive,
)
from quizapp.articles.words.entities import MONTHS_AND_DAYS
from quizapp.articles.words.phrasing import question
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import BE, base
from quizapp.articles.words.wordlists import wordlist

_DONE = wordlist("places done")
_LYING = wordlist("places lying")
_PLACE = re.compile(
    r"^(?P<where>(?:directly |just |primarily |mainly |mostly |only |largely |chiefly |exclusively "
    r"|deep )?"
    r"(?:in|on|at|between|within|near|inside|along|beneath|under|behind|below|above|outside|around"
    r"|throughout"
    r"|across|among|over|anterior to|posterior to|inferior to|superior to|lateral to|medial to|close to"
    r"|next to)"
    r" .+)$"
)
_NO_PLACE = re.compile(
    r"^\w+ (?:the |an? )?(?:order|form|case|cases|time|way|ways|terms|process|course|context|field|event"
    r"|presence|absence"
    r"|number|amount|response|addition|contrast|conjunction|combination|stages?|phases?|steps?|pairs?"
    r"|mind|use|area"
    r"|\d+|january|may|june|july|spring|summer|autumn|winter|fall|morning|past|future|late|early|least"
    r"|first"
    r"|average|once|risk|odds|work|play|large|small|equilibrium|power|office|charge|control|common|line"
    r"|turn|front"
    r"|levels?|rate|extent|basis|interest|favor|danger|need|state|position|exactly|response|periods?"
    r"|years?"
    r"|centur(?:y|ies)|decades?|eras?|fashion|manner|piles|lumps|(?:fast|slow|steady|rapid) pace)\b"
    r"|^at (?:all|any|each|every|many|most|some) ",
    re.IGNORECASE,
)
_TIMES = frozenset(word.lower() for word in MONTHS_AND_DAYS) | frozenset(
    {"second", "minute", "hour", "day", "night", "week", "weekend", "month", "season", "semester", "morning"}
    | {"afternoon", "evening", "noon", "midnight", "weekday", "decade", "century", "millennium"}
)
_BODIES = frozenset(
    {"assembly", "committee", "conference", "congress", "convention", "council", "parliament"}
)
_RANKS = frozenset({"class", "domain", "family", "genus", "kingdom", "order", "phylum", "species"})
# `in direct proportion`, `in constant motion`, not `in solution`
_QUALITY = re.compile(r"(?!solution|vegetation)[a-z]+(?:[st]ion|ity|ness|ance|ence)")
_BEHIND_HEAD = frozenset({"CC", "CD", "IN", "RB", "TO", "VBG", "VBN", "WDT", "WP", "WRB", ".", ","})
# These are no things that lie anywhere: `the difference between A and B is in the N`.
_ABSTRACT = re.compile(
    r"\b(?:differences?|distinctions?|similarit(?:y|ies)|emphasis|focus|problems?|key|answers?|interests?|value"
    r"|strengths?|weakness(?:es)?|importance|challenges?)\b",
    re.IGNORECASE,
)


def places(clause: Clause, topic: Topic, given: str = "") -> Iterator[Candidate]:
    """Where the subject is located, found, stored, or lies, occurs and takes place."""
    tokens = clause.tokens
    verb, said = tokens[clause.verb], tokens[clause.main]
    if verb.low == "cannot" or (given and (passive(clause) or verb.low in BE)):
        return
    if passive(clause) and base(said.text) in _DONE:
        if clause.front_text or clause.negated or not about(clause, topic) or not agrees(clause):
            return
        rest, tail = parted(clause)
        between = [t.text for t in tokens[clause.verb + 1 : clause.main] if t.tag in ("VB", "VBN", "VBG")]
        if limited(clause) or not is_place(rest):
            return
        how = " ".join((adverbs_of(clause), *between, said.text))
        asked = f"where {verb.text} {spoken(clause, topic)} {how} {tail}"
        yield candidate(Technique.PLACE, question(asked), rest, clause)
        return
    if clause.main == clause.verb and verb.low in BE:
        yield from _being(clause, topic)
        return
    frame = frame_of(clause, topic, given)
    if frame is None or frame.verb not in _LYING | {"take"} or (frame.front and not given):
        return
    if frame.verb == "take" and not frame.rest.startswith("place "):
        return
    rest = frame.rest.removeprefix("place ") if frame.verb == "take" else frame.rest
    asked = "take place" if frame.verb == "take" else frame.verb
    if is_place(rest):
        yield candidate(Technique.PLACE, frame.asks(asked, opens="where"), rest, clause)


def _being(clause: Clause, topic: Topic) -> Iterator[Candidate]:
    """Where the subject is, from `X is in the N`, in the present."""
    tokens = clause.tokens
    if tokens[clause.verb].low not in ("is", "are") or clause.front_text or clause.negated:
        return
    rest, tail = parted(clause)
    if (
        tail
        or _ABSTRACT.search(head_of(clause.subject_text))
        or not re.match(r"(?:in|on|at|between|within|near|beneath|behind|inside|above) the ", rest)
    ):
        return
    if is_place(rest) and about(clause, topic) and agrees(clause):
        asked = f"where {tokens[clause.verb].text} {spoken(clause, topic)} located"
        yield candidate(Technique.PLACE, question(asked), rest, clause)


def is_place(text: str) -> bool:
    """Whether a text starts with a preposition of place and a thing that is somewhere."""
    if not _PLACE.match(text) or _NO_PLACE.match(text) or not fit(text, 3):
        return False
    tokens = tagged(text)
    if _no_where(tokens):
        return False
    of = next((i for i, token in enumerate(tokens) if token.low == "of"), 0)
    if of_people(tokens[1:]) or (of and tokens[of - 1].tag != "NN" and of_people(tokens[of + 1 :])):
        return False
    return not any(token.tag in ("VBZ", "VBD", "MD") for token in tokens[:6])


def _no_where(tokens: Sequence[Token]) -> bool:
    """Whether it is a time, a body that meets, or a rank of living things: `in the warmest months`."""
    last = next((i for i, token in enumerate(tokens) if i and token.tag in _BEHIND_HEAD), len(tokens))
    head = tokens[last - 1].low
    if head in _TIMES or head.removesuffix("s") in _TIMES:
        return True
    if tokens[1].low in ("a", "an") and head in _BODIES:
        return True
    if tokens[0].low == "in" and tokens[1].tag not in ("DT", "PRP$") and _QUALITY.fullmatch(head):
        return True
    return any(token.low in _RANKS and after.text[0].isupper() for token, after in pairwise(tokens[:last]))

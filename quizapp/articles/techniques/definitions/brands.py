"""Names that an article only brings up: a firm, a site or a body told of in passing; a glued heading."""

from __future__ import annotations

import re

from quizapp.articles.candidates import Candidate
from quizapp.articles.sense.topic import Topic
from quizapp.articles.techniques.definitions.definiens import head_of
from quizapp.articles.techniques.definitions.sound import Told
from quizapp.articles.words.phrasing import words
from quizapp.articles.words.tagging import tagged
from quizapp.articles.words.wordlists import wordlist

_BODIES = wordlist("brands bodies")
_OFTEN, _FEWEST = 3, 2


def told_in_passing(candidate: Candidate, told: Told, topic: Topic) -> bool:
    """Whether it tells of one firm, body or place by name that the article is not about."""
    if not told.term[:1].isupper() or not re.match(r"(?:an?|one) |the ", told.meaning):
        return False
    tokens = tagged(told.meaning)
    head = head_of(tokens)
    if head is None or tokens[head].low not in _BODIES:
        return False
    above = topic.title_words | set(words(candidate.line.heading))
    own = re.search(re.escape(told.term), told.text, re.IGNORECASE)
    if own is None or not own.group()[:1].isupper() or set(words(told.term)) & above:
        return False
    if " " not in told.term and not topic.capitals.proper(told.term) and own.start() == 0:
        return False
    return sum(own.group() in line.text for line in topic.lines) < _OFTEN


def glued(candidate: Candidate, told: Told, topic: Topic) -> bool:
    """Whether the end of a heading stands before the term: `Combustion Analysis Polyethylene`."""
    parts = told.term.split()
    if (
        candidate.line.listed
        or len(parts) <= _FEWEST
        or told.at != 0
        or not all(part[:1].isupper() for part in parts)
    ):
        return False
    last = parts[-1].lower()
    others = (line.text for line in topic.lines if line.text != told.text)
    return any(re.search(rf"\b{re.escape(last)}\b", text) for text in others)

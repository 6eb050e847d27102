"""What stands like a reason and gives none: a consequence, the reason of a part, what a word means."""

from __future__ import annotations

import re

from quizapp.articles.sense.clauses import Clause
from quizapp.articles.words.verbs import BE, HAVE, base

NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|simply)\b(?!.* but )")
_MAY = re.compile(r"\b(?:can|could|may|might|will|would|shall|should|cannot|must|does not|do not)\b")
_OF_NOUNS = frozenset({"due to", "because of", "as a result of", "owing to", "thanks to"})
_WITH_NOUN = re.compile(r"(?<!along)(?<!ed) with [a-z ]{3,30}$")
_MEANING = frozenset(
    {"comprise", "consist", "denote", "include", "involve", "mean", "refer", "signify", "stand"}
)
NAMING = frozenset({"call", "define", "describe", "know", "name", "refer", "term"})


def follows_only(word: str, found: str, cause: str, clause: Clause) -> bool:
    """Whether `so that` tells what comes of something, not what for: `is oval, so that it is far away`."""
    if word.lower() != "so that" or _MAY.search(cause):
        return False
    return found.startswith(",") or clause.tokens[clause.main].low in BE | HAVE


def of_a_part(word: str, said: str, clause: Clause) -> bool:
    """Whether `due to` belongs to the last noun alone: `is even with variations | due to local motions`."""
    if word.lower() not in _OF_NOUNS or clause.tokens[clause.main].low not in BE:
        return False
    return _WITH_NOUN.search(said.rstrip(" ,")) is not None


def says_meaning(clause: Clause, word: str) -> bool:
    """Whether a clause says what a word means or a thing comprises, of which nobody asks why or what for."""
    verb = base(clause.tokens[clause.main].text)
    if clause.tokens[clause.main].tag != "VBN":
        return verb in _MEANING
    if clause.rest < clause.end and clause.tokens[clause.rest].low in ("for", "on", "upon"):
        return False
    return verb in NAMING and word.lower() not in ("because", "because of", "since", "due to")

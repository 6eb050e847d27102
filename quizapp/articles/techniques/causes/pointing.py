"""Words that point to what is said elsewhere: some leave a text open, some only make it doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.words.tagging import tagged

DEFINITE, OPEN, PRONOUN, US, POINTER = "definite", "open subject", "pronoun", "us", "pointer"
UNSURE, PAST, LENGTH = "unsure", "past", "length"
EVERYDAY = "everyday"
TURNED_AWAY = frozenset({DEFINITE, EVERYDAY, OPEN, PRONOUN})
"""Doubts that settle it: most questions about causes that have one need the sentences around them."""
_BACK = re.compile(
    r"\b(?:this|^that|these|those(?! (?:who|that|of|with|in)\b)|such(?! as\b)|former|latter|i|my|me|above"
    r"|below|example|instance|others|(?:already|earlier|just|previously) (?:described|discussed|explained"
    r"|introduced|mentioned|noted|shown)|aforementioned)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:he|she|his|her|him|hers)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b")
_LOOSELY = re.compile(
    r"\b(?:here|another|then|today|now|again|also|instead(?! of)|too(?= [a-z]+[.?,])|same|there)\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"\b(?:might|would|could)\b")


def points_away(text: str) -> bool:
    """Whether a text speaks of what it does not name: `this`, or `he` of nobody."""
    return _BACK.search(text) is not None or his_of_nobody(text)


def his_of_nobody(text: str, before: str = "") -> bool:
    """Whether `he` or `his` stands in a text with no name before it."""
    found = _THEIRS.search(text)
    return found is not None and not _names_somebody(f"{before} {text[: found.start()]}".strip())


def pointing(text: str) -> Iterator[str]:
    """What speaks against the wording of a question or an answer, as slugs."""
    if _THEIRS.search(text):
        yield PRONOUN
    if _OURS.search(text):
        yield US
    if _LOOSELY.search(text):
        yield POINTER
    if _MAYBE.search(text):
        yield UNSURE


def _names_somebody(text: str) -> bool:
    return bool(text) and any(token.tag == "NNP" for token in tagged(text))

"""Answers that their question shows: by initials, by a related word, or because one letter is none."""

from __future__ import annotations

import re

from quizapp.articles.candidates import GAP, Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.topic import Topic

_INITIALS = re.compile(r"\b[A-Z]{3,}\b")
_NAME_WORD = re.compile(r"\b([A-Z])[\w’'-]+")
_LONG_WORD = re.compile(r"[a-z]{6,}")
_SYMBOL = re.compile(r"\b(?:letter|symbol|unit|abbreviat\w+)\b")


def shows(candidate: Candidate, topic: Topic) -> bool:
    """Whether the question shows its answer, or the answer is a lone letter that no symbol is asked for."""
    if len(candidate.answer) == 1 and candidate.answer.isalpha():
        return _SYMBOL.search(candidate.prompt) is None
    return _by_initials(candidate) or _by_related_word(candidate)


def _by_initials(candidate: Candidate) -> bool:
    """Whether initials in the sentence stand for the name in the gap: `The FTC was formed by the ____.`"""
    if candidate.form is not Form.CLOZE:
        return False
    letters = "".join(_NAME_WORD.findall(candidate.answer))
    return any(letters.startswith(each) for each in _INITIALS.findall(candidate.prompt.replace(GAP, " ")))


def _by_related_word(candidate: Candidate) -> bool:
    """Whether of `Which drugs act on microbes?` the answer is `antimicrobial drugs`."""
    if candidate.technique is not Technique.WHICH:
        return False
    kind = candidate.answer.split()[-1].lower()
    own = [word for word in _LONG_WORD.findall(candidate.answer.lower()) if word != kind]
    asked = _LONG_WORD.findall(candidate.prompt.lower())
    return any(one in other or other in one for one in own for other in asked)

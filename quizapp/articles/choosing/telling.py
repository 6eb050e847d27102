"""Whether a reason, a deed or a date is worth asking: particular, and of what the article is about."""

from __future__ import annotations

import re

from quizapp.articles.candidates import Candidate
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind, Name
from quizapp.articles.words.lexicon import zipf
from quizapp.articles.words.phrasing import words

_RARE = 4.3
_OFTEN = 3
_BECAUSE = re.compile(r"^Because (?!of\b)")
_GENERAL_ANSWERS = frozenset(
    {
        Technique.HOW,
        Technique.PURPOSE,
        Technique.PARTS,
        Technique.CAUSE,
        Technique.WORKING,
        Technique.HOLDING,
        Technique.CONDITION,
        Technique.EFFECT,
        Technique.KEY_TERM,
    }
)
_DEEDS = frozenset({Technique.WHEN, Technique.IDENTITY})
_LASTING = re.compile(
    r"\b(?:establish|found|founded|declare|abolish|abolished|collapse|sign|signed|created|annex|conquer|defeat"
    r"|independen[ct]e?|unify|overthrow|ratify|ratified|emancipate|invade)\b"
)
_SHORT, _LONG = 15, 40
_WEIGHTY = frozenset({Kind.LAW, Kind.EVENT})


def says_nothing_particular(candidate: Candidate, topic: Topic) -> bool:
    """Whether everyday words alone make up a reason or an explanation, or repeat what is asked."""
    if candidate.technique is Technique.WHY:
        return _weak_reason(candidate)
    if candidate.technique in _GENERAL_ANSWERS:
        return not rare(candidate.prompt + " " + candidate.answer)
    return False


def _weak_reason(candidate: Candidate) -> bool:
    answer, prompt = rare(candidate.answer), rare(candidate.prompt)
    if not answer:
        return True
    if not _BECAUSE.match(candidate.answer) and not prompt:
        return True
    said, asked = _stems(candidate.answer), _stems(candidate.prompt)
    return bool(said) and 2 * len(said & asked) > len(said)


def firm_reason(candidate: Candidate) -> bool:
    """Whether a reason is stated as a cause, and in particular words."""
    return (
        bool(_BECAUSE.match(candidate.answer)) and rare(candidate.answer) > 1 and rare(candidate.prompt) > 0
    )


def beside_the_point(candidate: Candidate, topic: Topic) -> bool:
    """Whether a deed or a date is of nothing that the article comes back to."""
    if candidate.technique not in _DEEDS:
        return False
    said = f"{candidate.prompt} {candidate.answer}"
    if any(name in candidate.prompt for name, _ in topic.full_names.values()):
        return False
    return not any(name.text in said and _matters(name, candidate, topic) for name in candidate.line.names)


def _matters(name: Name, candidate: Candidate, topic: Topic) -> bool:
    above = topic.title_words | set(words(candidate.line.heading))
    if candidate.technique is Technique.WHEN and len(topic.lines) >= _SHORT:
        lasting = _LASTING.search(candidate.prompt) and topic.mentioned(name.text) >= _often(topic)
        return name.kind in _WEIGHTY or bool(lasting) or bool(set(words(name.text)) & above)
    if name.kind in _WEIGHTY or topic.mentioned(name.text) >= _often(topic):
        return True
    return bool(set(words(name.text)) & above)


def _often(topic: Topic) -> int:
    """From how many mentions on an article comes back to a name, by its length."""
    count = len(topic.lines)
    return 1 if count < _SHORT else 2 if count < _LONG else _OFTEN


def rare(text: str) -> int:
    """How many words of a text are no everyday words."""
    return sum(len(word) > 3 and zipf(word) < _RARE for word in words(text))


def _stems(text: str) -> set[str]:
    return {word[:5] for word in words(text) if len(word) > 3 and zipf(word) < _COMMON}


_COMMON = 5.8

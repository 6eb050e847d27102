"""How much a candidate is worth: what its technique has earned, and what its sentence tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.choosing.telling import firm_reason
from quizapp.articles.drafts import Band, Technique
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import Kind
from quizapp.articles.words.lexicon import entry, may_be, zipf
from quizapp.articles.words.phrasing import words

_WORTH: dict[Technique, tuple[float, float]] = {
    # technique: (worth when the article vouches for it, worth otherwise)
    Technique.DEFINITION: (3.6, 2.7),
    Technique.MEANING: (3.4, 2.6),
    Technique.TERM_GAP: (3.3, 3.3),
    Technique.CALLED: (3.2, 2.6),
    Technique.TOLD_GAP: (3.0, 3.0),
    Technique.TOLD: (2.8, 2.8),
    Technique.MENTION: (2.6, 2.6),
    Technique.LIST: (3.2, 2.8),
    Technique.MEMBERS: (2.8, 2.8),
    Technique.SEVERAL: (2.6, 2.6),
    Technique.NUMBERED: (3.0, 3.0),
    Technique.ITEMS: (3.0, 3.0),
    Technique.WHY: (3.0, 2.6),
    Technique.HOW: (2.8, 2.8),
    Technique.PURPOSE: (2.8, 2.8),
    Technique.PARTS: (2.7, 2.7),
    Technique.CAUSE: (2.8, 2.8),
    Technique.EFFECT: (2.1, 2.1),
    Technique.CONDITION: (2.9, 2.9),
    Technique.HOLDING: (2.8, 2.8),
    Technique.CONTRAST: (2.8, 2.8),
    Technique.OTHER_NAME: (2.8, 2.8),
    Technique.WORKING: (2.6, 2.6),
    Technique.OBJECT: (2.4, 2.4),
    Technique.COMPLEMENT: (2.5, 2.5),
    Technique.PLACE: (2.5, 2.5),
    Technique.SUPERLATIVE: (2.6, 2.6),
    Technique.KEY_TERM: (2.5, 2.1),
    Technique.KEY_GAP: (2.2, 2.0),
    Technique.WHEN: (2.6, 2.6),
    Technique.WHO: (2.8, 2.8),
    Technique.IDENTITY: (2.8, 2.8),
    Technique.ABBREVIATION: (2.8, 1.9),
    Technique.NAME_GAP: (2.5, 2.5),
    Technique.VIEW: (2.7, 2.7),
    Technique.WHO_HELD: (2.5, 2.5),
    Technique.RULING: (2.9, 2.9),
    Technique.WHICH_CASE: (2.8, 2.8),
    Technique.WHICH_NAMED: (2.7, 2.7),
    Technique.HAPPENED: (2.6, 2.6),
    Technique.DATED_DEED: (2.4, 2.4),
    Technique.LAW_DID: (2.7, 2.7),
    Technique.CENTRAL_GAP: (2.3, 2.3),
    Technique.SUBJECT: (2.6, 2.6),
    Technique.WHICH: (2.6, 2.6),
    Technique.BRINGS: (2.5, 2.5),
    Technique.DEED: (2.5, 2.5),
    Technique.WHICH_KIND: (2.7, 2.7),
    Technique.LONG_SUBJECT: (2.4, 2.4),
    Technique.ORDER: (2.2, 2.2),
    Technique.REASON: (2.9, 2.6),
    Technique.OUTCOME: (2.7, 2.6),
    Technique.BRINGER: (2.5, 2.5),
    Technique.INFLUENCE: (2.6, 2.6),
    Technique.AIM: (2.6, 2.6),
    Technique.MANNER: (2.6, 2.6),
    Technique.PROVISO: (2.6, 2.6),
    Technique.DIFFERENCE: (2.8, 2.6),
    Technique.STATED_TERM: (3.0, 2.7),
    Technique.STATED_MEANING: (3.0, 2.6),
    Technique.PASSING_TERM: (2.7, 2.7),
    Technique.PASSING_MEANING: (2.6, 2.6),
    Technique.DESCRIBED: (2.8, 2.6),
    Technique.CALLED_NAME: (2.6, 2.6),
    Technique.NAME_ASIDE: (2.5, 2.5),
}
LEAST_WORTH = 1.5
LEAST_FAITH = 0.92
"""The chance (0..1) that a question says what its article says, below which it is not suggested."""
_WEIGHTY = re.compile(
    r"\b(?:first|largest|oldest|only|main|founded|established|discovered|invented|defined|caused|because"
    r"|named after"
    r"|began|ended|independence|abolished|signed)\b"
)
_LEANING = re.compile(
    r"\b(?:also (?!known|called|referred|termed)|(?:is|are) another|even (?:more|less|lower|higher"
    r"|greater)|likewise|in turn|therefore)\b"
)
_COMMON = 4.7
_GUESSING = re.compile(r"\b(?:may|might|could|perhaps|probably|possibly|would|seems?|some say)\b")


def worth(candidate: Candidate, topic: Topic) -> float:
    """A plain sum, about 1 to 4; what is below LEAST_WORTH is not worth asking."""
    line = candidate.line
    sure, unsure = _WORTH[candidate.technique]
    value = sure if candidate.sure else unsure
    value += 0.15 if line.first else 0.0
    value += 0.2 if line.terms else 0.0
    value += 0.15 if _WEIGHTY.search(line.text) else 0.0
    value -= 0.6 if candidate.technique is Technique.WHY and not firm_reason(candidate) else 0.0
    value -= 0.3 if _GUESSING.search(line.text) else 0.0
    asked = set(words(candidate.prompt))
    value += min(0.3, 0.1 * len(asked & topic.title_words))
    value += 0.15 if set(words(line.heading)) & asked else 0.0
    value -= 2.4 if candidate.technique is Technique.TERM_GAP and _person(candidate) else 0.0
    value -= 0.7 if candidate.form is Form.CLOZE and _LEANING.search(candidate.prompt) else 0.0
    value -= 0.9 if candidate.technique is Technique.TERM_GAP and zipf(candidate.answer) > _COMMON else 0.0
    length = len(candidate.prompt.split())
    value -= 0.02 * max(0, length - 24)
    if candidate.form is Form.FREE:
        value -= 0.03 * max(0, len(candidate.answer.split()) - 16)
    if candidate.before is not None:
        value -= 0.2
    return round(value, 2)


def _person(candidate: Candidate) -> bool:
    """Whether an emphasised term is only somebody's name."""
    name = next((n for n in candidate.line.names if n.text == candidate.answer), None)
    if name is None:
        return False
    plain = name.kind is Kind.OTHER and any(
        "NNP" in entry(part).tags and not may_be(part, "NN", "NNS") for part in name.text.split()
    )
    return plain or name.kind in (Kind.PERSON, Kind.COUNTRY, Kind.CITY, Kind.STATE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The chances (0..1) at which the bands begin; what is below `least` is not suggested."""

    best: float
    good: float
    least: float

    def band(self, chance: float) -> Band:
        """The band of a chance that a strict judge keeps the question."""
        return Band.BEST if chance >= self.best else Band.GOOD if chance >= self.good else Band.MORE


_PLAIN = Bounds(best=0.56, good=0.53, least=0.50)
_MARKED = Bounds(best=0.80, good=0.72, least=0.64)


def bounds(marked: bool) -> Bounds:
    """Those for an article that marks its terms, or not: one that does gives enough to be stricter."""
    return _MARKED if marked else _PLAIN

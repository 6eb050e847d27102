"""Drafts: questions that were derived and that no teacher has accepted yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.articles.article import Span
from quizapp.core.question import Question


class Technique(StrEnum):
    """How a question was derived."""

    DEFINITION = "definition"
    MEANING = "meaning"
    TERM_GAP = "term gap"
    CALLED = "called"
    TOLD_GAP = "told gap"
    TOLD = "told of term"
    MENTION = "mention gap"
    KEY_TERM = "key term"
    KEY_GAP = "key gap"
    LIST = "counted list"
    MEMBERS = "members"
    SEVERAL = "several things"
    NUMBERED = "numbered list"
    ITEMS = "items"
    WHY = "why"
    HOW = "how"
    PURPOSE = "purpose"
    PARTS = "parts"
    CAUSE = "cause"
    EFFECT = "effect"
    CONDITION = "condition"
    HOLDING = "holding"
    CONTRAST = "contrast"
    OTHER_NAME = "other name"
    WORKING = "working"
    OBJECT = "object"
    COMPLEMENT = "complement"
    PLACE = "place"
    SUPERLATIVE = "superlative"
    WHEN = "when"
    WHO = "who"
    IDENTITY = "identity"
    ABBREVIATION = "abbreviation"
    NAME_GAP = "name gap"
    VIEW = "view"
    WHO_HELD = "who held"
    RULING = "ruling"
    WHICH_CASE = "which case"
    WHICH_NAMED = "which named"
    HAPPENED = "happened"
    DATED_DEED = "dated deed"
    LAW_DID = "law did"
    CENTRAL_GAP = "central gap"
    ORDER = "order"
    SUBJECT = "subject"
    WHICH = "which"
    BRINGS = "brings about"
    DEED = "deed"
    WHICH_KIND = "which kind"
    LONG_SUBJECT = "long subject"
    STATED_TERM = "stated term"
    STATED_MEANING = "stated meaning"
    PASSING_TERM = "term in passing"
    PASSING_MEANING = "meaning in passing"
    DESCRIBED = "described"
    CALLED_NAME = "called name"
    NAME_ASIDE = "name in passing"
    REASON = "reason"
    OUTCOME = "outcome"
    BRINGER = "bringer"
    INFLUENCE = "influence"
    AIM = "aim"
    MANNER = "manner"
    PROVISO = "proviso"
    DIFFERENCE = "difference"
    MODEL = "language model"


class Band(StrEnum):
    """How sure the rules are: `best` stands as it is, `good` wants a look, `more` a choice."""

    BEST = "best"
    GOOD = "good"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Draft:
    """A question with where it comes from.

    `evidence` are the spans of the article's text that it rests on, the main sentence first (the quote of its
    `ref` holds all of them that stand together);
    `section` is an index into the article's sections; `options` are wrong answers of the same kind, none when
    they would not all be truly wrong.
    """

    question: Question
    technique: Technique
    band: Band
    score: float
    section: int
    evidence: tuple[Span, ...]
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """What came of an article: the drafts in its order, and how many candidates each filter turned away."""

    title: str
    words: int
    drafts: tuple[Draft, ...]
    turned_away: Mapping[str, int] = field(default_factory=dict)

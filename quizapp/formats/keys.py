"""Every key of the deck format, in one table: reader, JSON Schema and documentation hold to it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The types of question, as `type:` names them."""

    FLASHCARD = "flashcard"
    CHOICE = "choice"
    MULTIPLE = "multiple"
    TRUEFALSE = "truefalse"
    TYPED = "typed"
    NUMBER = "number"
    DATE = "date"
    CLOZE = "cloze"
    MATCHING = "matching"
    ORDERING = "ordering"


class Shape(StrEnum):
    """What may stand after a key."""

    TEXT = "text"
    TEXTS = "text or list of texts"
    FLAG = "yes or no"
    WHOLE = "whole number"
    AMOUNT = "number"
    LEVEL = "easy, medium or hard"
    KIND = "type of question"
    ANSWER = "text, true or false, or list of texts"
    OPTIONS = "list of options"
    CLOSE = "list of close answers"
    UNITS = "units with their sizes"
    PAIRS = "left sides with their right sides"
    REF = "text, or the keys of a reference"
    SOURCE = "text, or the keys of a source"
    OBJECTIVES = "names with their texts"
    DEFAULTS = "question keys"
    EXAM = "exam keys"
    POOLS = "list of pools"
    QUESTIONS = "list of questions"


class Key(NamedTuple):
    """What may stand after a key, and what it is for in one sentence."""

    shape: Shape
    says: str


DECK: Mapping[str, Key] = {
    "deck": Key(Shape.TEXT, "The title of the deck."),
    "id": Key(Shape.TEXT, "The name under which progress is kept; without it, the file's name."),
    "format": Key(Shape.WHOLE, "The version of this format: 1."),
    "language": Key(Shape.TEXT, "The language of the deck, as a code such as en or pt-BR."),
    "description": Key(Shape.TEXT, "What the deck is about."),
    "author": Key(Shape.TEXT, "Who wrote the deck."),
    "licence": Key(Shape.TEXT, "Under which terms others may use the deck."),
    "source": Key(Shape.SOURCE, "The text that the deck is made from."),
    "tags": Key(Shape.TEXTS, "Words by which decks can be found."),
    "defaults": Key(
        Shape.DEFAULTS, "Question keys that hold for every question that does not have them itself."
    ),
    "objectives": Key(Shape.OBJECTIVES, "What the deck teaches; questions refer to these by name."),
    "exam": Key(Shape.EXAM, "How an exam is made from the deck."),
    "questions": Key(Shape.QUESTIONS, "The questions, in your order."),
}

COMMON: Mapping[str, Key] = {
    "q": Key(Shape.TEXT, "What is asked."),
    "id": Key(Shape.TEXT, "The name under which progress is kept; without it, a code of what is asked."),
    "type": Key(Shape.KIND, "The type of question, where it cannot be told from the other keys."),
    "why": Key(Shape.TEXT, "Shown after the answer: why it is so."),
    "hints": Key(Shape.TEXTS, "Help on demand, one hint at a time."),
    "ref": Key(Shape.REF, "Where the fact stands."),
    "tags": Key(Shape.TEXTS, "Words by which questions can be chosen."),
    "objectives": Key(Shape.TEXTS, "Which of the deck's objectives the question serves."),
    "level": Key(Shape.LEVEL, "How hard the question is."),
    "points": Key(Shape.AMOUNT, "What the question is worth in an exam."),
    "shuffle": Key(Shape.FLAG, "no keeps options in your order."),
    "note": Key(Shape.TEXT, "For yourself and other authors; learners never see it."),
    "suspend": Key(Shape.FLAG, "yes keeps the question from being asked."),
    "replaces": Key(Shape.TEXTS, "Ids of earlier questions whose progress this one takes over."),
    "origin": Key(Shape.TEXT, "Where the question was taken from."),
}

_COMPARING: Mapping[str, Key] = {
    "typos": Key(Shape.WHOLE, "How many slips of the finger are forgiven."),
    "case": Key(Shape.FLAG, "yes makes capital letters count."),
    "accents": Key(Shape.FLAG, "yes makes accents count."),
    "articles": Key(Shape.FLAG, "yes makes a leading a, an or the count."),
}
_CLOSE = Key(Shape.CLOSE, "Nearly right answers, what they are worth and what is said about them.")
_OPTIONS: Mapping[str, Key] = {
    "a": Key(Shape.ANSWER, "The right answer: a text, true or false, or a list of right options."),
    "wrong": Key(Shape.TEXTS, "The wrong options."),
    "options": Key(Shape.OPTIONS, "All options, each right or wrong, each with its own why and pin."),
}

BY_KIND: Mapping[Kind, Mapping[str, Key]] = {
    Kind.FLASHCARD: {
        "a": _OPTIONS["a"],
        "reverse": Key(Shape.FLAG, "yes asks the other way round as well."),
    },
    Kind.CHOICE: _OPTIONS,
    Kind.MULTIPLE: _OPTIONS,
    Kind.TRUEFALSE: {"a": _OPTIONS["a"]},
    Kind.TYPED: {
        "accept": Key(Shape.TEXTS, "Right answers; the first is shown. `regex:` starts a pattern."),
        "close": _CLOSE,
        **_COMPARING,
    },
    Kind.NUMBER: {
        "number": Key(Shape.TEXT, "The right number, with its unit if it has one."),
        "tolerance": Key(Shape.TEXT, "How far an answer may be off: 5% or 0.5."),
        "units": Key(Shape.UNITS, "Units that may be typed, with their sizes in one of them."),
        "close": _CLOSE,
    },
    Kind.DATE: {
        "date": Key(Shape.TEXT, "The right date, as precise as it must be known."),
        "close": _CLOSE,
    },
    Kind.CLOZE: {
        "cloze": Key(Shape.TEXT, "A text with gaps in {{ }}."),
        "each": Key(Shape.FLAG, "yes makes a card of each gap."),
        **_COMPARING,
    },
    Kind.MATCHING: {
        "match": Key(Shape.PAIRS, "Left sides with the right sides that belong to them."),
        "extra": Key(Shape.TEXTS, "Right sides that belong to nothing."),
    },
    Kind.ORDERING: {"order": Key(Shape.TEXTS, "The items in the right order.")},
}

QUESTION: Mapping[str, Key] = {
    **COMMON,
    **{name: key for keys in BY_KIND.values() for name, key in keys.items()},
}

OPTION: Mapping[str, Key] = {
    "right": Key(Shape.TEXT, "The text of a right option."),
    "wrong": Key(Shape.TEXT, "The text of a wrong option."),
    "why": Key(Shape.TEXT, "Shown to whoever picks it."),
    "pin": Key(Shape.TEXT, "first or last: where it stays when the others are shuffled."),
}

CLOSE: Mapping[str, Key] = {
    "match": Key(Shape.TEXT, "The nearly right text, or a pattern after `regex:`."),
    "within": Key(Shape.TEXT, "How far a number or date may be off to count as nearly right."),
    "credit": Key(Shape.TEXT, "What it is worth: 50% or 0.5."),
    "why": Key(Shape.TEXT, "Shown to whoever gives it."),
}

REF: Mapping[str, Key] = {
    "section": Key(Shape.TEXT, "Where in the source; with a `quote` also shown with the question."),
    "quote": Key(Shape.TEXT, "The words of the source."),
    "title": Key(Shape.TEXT, "The title of the source, if it is not the deck's."),
    "url": Key(Shape.TEXT, "Its address."),
    "page": Key(Shape.TEXT, "The page."),
}

SOURCE: Mapping[str, Key] = {
    "title": Key(Shape.TEXT, "Its title."),
    "url": Key(Shape.TEXT, "Its address."),
    "author": Key(Shape.TEXT, "Who wrote it."),
    "licence": Key(Shape.TEXT, "Its licence."),
}

DEFAULTS: Mapping[str, Key] = {
    **{name: COMMON[name] for name in ("tags", "objectives", "level", "points", "shuffle")},
    **_COMPARING,
}

POOL: Mapping[str, Key] = {
    "questions": Key(Shape.TEXTS, "The ids of the questions; without any of these keys, the whole deck."),
    "tags": Key(Shape.TEXTS, "Instead of ids: the questions that have all of these tags."),
    "objectives": Key(Shape.TEXTS, "Instead of ids: the questions that serve one of these objectives."),
    "level": Key(Shape.LEVEL, "Instead of ids: the questions of this level."),
    "draw": Key(Shape.WHOLE, "How many of them are drawn; without it, all."),
    "points": Key(Shape.AMOUNT, "What each of them is worth; without it, what the question itself says."),
}

EXAM: Mapping[str, Key] = {
    "title": Key(Shape.TEXT, "What the exam is called; without it, the title of the deck."),
    **POOL,
    "pools": Key(Shape.POOLS, "Several groups of questions, each with how many are drawn from it."),
    "order": Key(Shape.TEXT, "written keeps your order, shuffled gives each seed its own."),
    "minutes": Key(Shape.AMOUNT, "How long it may take; without it, as long as one likes."),
    "pass": Key(Shape.TEXT, "The share of the points that passes: 60%."),
    "feedback": Key(Shape.TEXT, "When the right answers are shown: end or never."),
    "seed": Key(Shape.TEXT, "Any word; it gives every learner the same paper."),
}

VALUES: Mapping[str, tuple[str, ...]] = {
    "pin": ("first", "last"),
    "order": ("written", "shuffled"),
    "feedback": ("end", "never"),
}
"""What may stand after those keys whose text is one of a few words."""

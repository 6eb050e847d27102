"""The content rules: what a careful reader would say about a deck that is in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from quizapp.core.deck import Deck
from quizapp.core.identity import normalised
from quizapp.core.question import (
    Choice,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Question,
)
from quizapp.core.remark import Remark, quoted
from quizapp.core.rules_giveaway import answer_in_prompt
from quizapp.core.rules_images import image_remarks
from quizapp.core.rules_options import option_remarks
from quizapp.core.rules_patterns import pattern_remarks
from quizapp.core.rules_text import text_remarks

_HOW_MUCH = frozenset(["far", "long", "tall", "high", "heavy", "deep", "wide", "fast"])


def remarks(deck: Deck) -> Iterator[Remark]:
    """What there is to say about the questions of one deck, in their order."""
    for question in deck.questions:
        for rule in _RULES:
            yield from rule(question)
    yield from _objectives(deck)
    yield from _replacing(deck)
    yield from _reverse_twins(deck)


def _no_why(question: Question) -> Iterator[Remark]:
    """A learner who was wrong should learn why; a flashcard's answer or a quote can say it."""
    match question:
        case Flashcard():
            return
        case Choice(options=options) | Multiple(options=options) if all(
            o.why for o in options if not o.right
        ):
            return
        case _ if question.ref is not None and question.ref.quote:
            return
        case _ if not question.why:
            yield Remark(
                question,
                "",
                "no-why",
                "There is no `why`: a learner who was wrong is not told the reason.",
                "Add `why:` with a sentence that explains the answer.",
            )


def _unit_missing(question: Question) -> Iterator[Remark]:
    """`How far is the moon?` cannot be answered with a bare number."""
    if not isinstance(question, Number) or question.unit:
        return
    words = normalised(question.prompt).replace("?", " ").replace(",", " ").split()
    asked = any(a == "how" and b in _HOW_MUCH for a, b in pairwise(words))
    if asked and "in" not in words:
        yield Remark(
            question,
            "number",
            "unit-missing",
            "The right number has no unit, and the question does not say in what to measure.",
            "Write the unit after the number, or ask for it: “…, in metres?”.",
        )


def _shown_twice(question: Question) -> Iterator[Remark]:
    """A pair whose sides are the same needs no knowledge."""
    if isinstance(question, Matching):
        for pair in question.pairs:
            if normalised(pair.left) == normalised(pair.right):
                message = f"{quoted(pair.left)} is on both sides of its pair."
                yield Remark(question, "match", "same-sides", message, "Correct one of the two sides.")


_RULES: tuple[Callable[[Question], Iterator[Remark]], ...] = (
    answer_in_prompt,
    option_remarks,
    pattern_remarks,
    image_remarks,
    text_remarks,
    _unit_missing,
    _shown_twice,
    _no_why,
)


def _objectives(deck: Deck) -> Iterator[Remark]:
    known = {name for name, _ in deck.objectives}
    for question in deck.questions:
        for name in question.objectives:
            if name not in known:
                yield Remark(
                    question,
                    "objectives",
                    "unknown-objective",
                    f"The deck has no objective {quoted(name)}.",
                    "Add it to the deck's `objectives`, or correct the name.",
                )


def _replacing(deck: Deck) -> Iterator[Remark]:
    """An id that is still in use cannot have been replaced."""
    present = {question.id for question in deck.questions}
    for question in deck.questions:
        for old in question.replaces:
            if old in present:
                yield Remark(
                    question,
                    "replaces",
                    "replaces-present",
                    f"The question {quoted(old)}, which this one replaces, is still in the deck.",
                    "Delete the old question, or take its id out of `replaces`.",
                )


def _reverse_twins(deck: Deck) -> Iterator[Remark]:
    """Two flashcards with one answer cannot both be asked from that answer."""
    seen: dict[str, Flashcard] = {}
    for question in deck.questions:
        if isinstance(question, Flashcard) and question.reverse:
            first = seen.setdefault(normalised(question.answer), question)
            if first is not question:
                yield Remark(
                    question,
                    "a",
                    "reverse-twice",
                    f"Asked the other way round, {quoted(question.answer)} has two answers: "
                    f"{quoted(first.prompt)} (line {first.line}) and {quoted(question.prompt)}.",
                    "Make the two answers differ, or delete `reverse` from one of them.",
                )

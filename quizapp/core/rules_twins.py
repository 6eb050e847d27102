"""Content rules across questions and decks: ids that are taken, and questions that are there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from quizapp.core.deck import Deck
from quizapp.core.identity import answer_text, normalised
from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    Question,
    TrueFalse,
    Typed,
)
from quizapp.core.remark import Remark, quoted

_WORD = re.compile(r"\w+")
_SMALL = re.compile(r"an?|the|of|in|on|at|to|by|for|is|was|were|are|did|do|does|which|what|who")
_ALIKE = 88.0
_NEIGHBOURS = 12
_COMPARED = 500  # characters: comparing costs the product of two lengths


@dataclass(frozen=True, slots=True)
class Twin:
    """A question that asks nearly what an earlier one asks; the numbers are places in the decks given."""

    deck: int
    question: Question
    first_deck: int
    first: Question


def twins(decks: Sequence[Deck]) -> Iterator[Twin]:
    """The questions that repeat an earlier one of these decks, each once.

    Two are alike when their prompts have the same words but for the small ones, or when they have the same
    answer and prompts that differ little. Time grows with the number of questions, not with its square.
    """
    by_words: dict[str, tuple[int, Question]] = {}
    by_answer: dict[str, list[tuple[str, int, Question]]] = {}
    for number, deck in enumerate(decks):
        for question in deck.questions:
            prompt = normalised(question.prompt)
            first = by_words.setdefault(_signature(question, prompt), (number, question))
            alike = None if first[1] is not question else _alike(question, prompt, number, by_answer)
            found = first if first[1] is not question else alike
            if found:
                yield Twin(number, question, *found)


def _signature(question: Question, prompt: str) -> str:
    """The words that are asked, but for small ones, and what is shown besides."""
    words = [word for word in _WORD.findall(prompt) if not _SMALL.fullmatch(word)] or [prompt]
    match question:
        case Choice(options=options) | Multiple(options=options):
            shown = sorted(normalised(option.text) for option in options)
        case Matching(pairs=pairs):
            shown = sorted(normalised(pair.left) for pair in pairs)
        case Ordering(items=items):
            shown = sorted(map(normalised, items))
        case Cloze():
            shown = [answer_text(question)]
        case Flashcard() | TrueFalse() | Typed() | Number() | Date():
            shown = []
    return "\x1f".join([" ".join(words), *shown])


def _alike(
    question: Question, prompt: str, number: int, by_answer: dict[str, list[tuple[str, int, Question]]]
) -> tuple[int, Question] | None:
    """An earlier question with the same answer and nearly the same prompt, among the latest of these."""
    if isinstance(question, TrueFalse | Matching | Ordering):
        return None
    prompt = prompt[:_COMPARED]
    others = by_answer.setdefault(answer_text(question), [])
    found = next(
        (
            (deck, other)
            for asked, deck, other in others[-_NEIGHBOURS:]
            if fuzz.ratio(prompt, asked) >= _ALIKE
        ),
        None,
    )
    others.append((prompt, number, question))
    return found


def twin_remark(twin: Twin, elsewhere: str) -> Remark:
    """The remark about a twin; `elsewhere` names the other file, "" when it is the same."""
    place = f"on line {twin.first.line}" + (f" of {elsewhere}" if elsewhere else "")
    return Remark(
        twin.question,
        "q",
        "near-duplicate",
        f"Nearly the same is asked {place}: {quoted(twin.first.prompt)}.",
        "Delete one of the two, or ask for something else.",
    )

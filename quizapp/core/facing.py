"""The two sides of a card: what is asked, and the right answer in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from quizapp.core.card import REVERSE, Card
from quizapp.core.question import (
    Blank,
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    TrueFalse,
    Typed,
)

GAP = "____"


def front(card: Card) -> str:
    """What is asked, as Markdown; a cloze's gaps read `____`."""
    match card.question:
        case Flashcard(answer=answer) if card.key.part == REVERSE:
            return answer
        case Cloze():
            return "".join(GAP if isinstance(s, Blank) else s for s in cloze_segments(card))
        case question:
            return question.prompt


def back(card: Card) -> str:
    """The right answer in one line; only a flashcard's own text may have several."""
    match card.question:
        case Flashcard() as question:
            return question.prompt if card.key.part == REVERSE else question.answer
        case Choice() | Multiple() as question:
            return listed(option.text for option in right_options(question))
        case TrueFalse() as question:
            return said(question.answer)
        case Typed() as question:
            return one_line(question.accept[0].text)
        case Number() | Date() as question:
            return one_line(question.text)
        case Cloze():
            return listed(blank.answers[0] for blank in blanks(card))
        case Matching() as question:
            return paired((pair.left, pair.right) for pair in question.pairs)
        case Ordering() as question:
            return numbered(question.items)
        case other:
            assert_never(other)


def cloze_segments(card: Card) -> tuple[str | Blank, ...]:
    """A cloze as this card asks it: neighbouring texts joined, gaps of other cards filled with their answer.

    ValueError when the card is no cloze.
    """
    done: list[str | Blank] = []
    for segment in _cloze(card).segments:
        shown = segment if isinstance(segment, str) or _asks(card, segment) else segment.answers[0]
        if isinstance(shown, str) and done and isinstance(done[-1], str):
            done[-1] += shown
        else:
            done.append(shown)
    return tuple(done)


def blanks(card: Card) -> tuple[Blank, ...]:
    """The blanks that this card asks, in the order of the text; ValueError when the card is no cloze."""
    return tuple(s for s in cloze_segments(card) if isinstance(s, Blank))


def right_options(question: Choice | Multiple) -> tuple[Option, ...]:
    """The options that are right, in the author's order."""
    return tuple(option for option in question.options if option.right)


def said(value: bool) -> str:
    """The word for a truth value."""
    return "True" if value else "False"


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def listed(texts: Iterable[str]) -> str:
    """Texts on one line: with commas, or with semicolons when one of them holds a comma."""
    lines = [one_line(text) for text in texts]
    return ("; " if any("," in line for line in lines) else ", ").join(lines)


def paired(pairs: Iterable[tuple[str, str]]) -> str:
    """Pairs on one line: `left: right; left: right`."""
    return "; ".join(f"{one_line(left)}: {one_line(right)}" for left, right in pairs)


def numbered(items: Iterable[str]) -> str:
    """Items on one line with their places: `1. first; 2. second`."""
    return "; ".join(f"{place}. {one_line(item)}" for place, item in enumerate(items, 1))


def _cloze(card: Card) -> Cloze:
    if not isinstance(card.question, Cloze):
        raise ValueError(f"{card.key} is no cloze")
    return card.question


def _asks(card: Card, blank: Blank) -> bool:
    return not _cloze(card).each or blank.key == card.key.part

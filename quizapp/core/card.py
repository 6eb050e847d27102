"""A card: what is scheduled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from quizapp.core.question import (
    Blank,
    Choice,
    Cloze,
    Date,
    DeckId,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    Question,
    QuestionId,
    TrueFalse,
    Typed,
)

REVERSE = "reverse"


@dataclass(frozen=True, slots=True, order=True)
class CardKey:
    """Deck id + question id (+ part), written `deck/question` or `deck/question/part`, no other slash."""

    deck: DeckId
    question: QuestionId
    part: str = ""

    def __str__(self) -> str:
        return "/".join((self.deck, self.question, self.part) if self.part else (self.deck, self.question))

    @staticmethod
    def parse(text: str) -> CardKey:
        """The key that `str` wrote; ValueError for anything else."""
        deck, question, *part = text.split("/")
        if len(part) > 1:
            raise ValueError(f"not a card key: {text!r}")
        return CardKey(DeckId(deck), QuestionId(question), part[0] if part else "")

    @property
    def siblings(self) -> str:
        """What the cards of one question have in common."""
        return f"{self.deck}/{self.question}"


@dataclass(frozen=True, slots=True)
class Card:
    """A question asked in one way: `key.part` is "", `reverse`, or a blank's key."""

    key: CardKey
    question: Question


def parts_of(question: Question) -> tuple[str, ...]:
    """The parts under which a question is scheduled; ("",) for most."""
    match question:
        case Flashcard(reverse=True):
            return ("", REVERSE)
        case Cloze(each=True, segments=segments):
            return tuple(dict.fromkeys(s.key for s in segments if isinstance(s, Blank)))
        case Flashcard() | Choice() | Multiple() | TrueFalse() | Typed() | Number() | Date() | Cloze():
            return ("",)
        case Matching() | Ordering():
            return ("",)
        case _:
            assert_never(question)


def cards_of(deck: DeckId, question: Question) -> tuple[Card, ...]:
    """The cards that a question makes, in order."""
    return tuple(Card(CardKey(deck, question.id, part), question) for part in parts_of(question))

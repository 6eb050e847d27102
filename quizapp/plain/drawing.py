"""What is said of a question: all that is to be answered, its hints, and how to answer."""

from __future__ import annotations

from typing import assert_never

from quizapp.core.event import Kind
from quizapp.core.facing import blanks, front
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
from quizapp.core.step import Asking
from quizapp.core.wording import progress, task
from quizapp.plain.reading import letters
from quizapp.plain.talk import Talk, readable

RULE = "-" * 20


def draw_question(talk: Talk, asking: Asking) -> None:
    """The whole question, from the deck's title to what is to be typed."""
    practice = "Practice. " if asking.kind is Kind.PRACTICE else ""
    talk.say()
    talk.say(RULE)
    talk.say(f"{asking.deck_title}. {practice}{progress(asking.counts)}.")
    talk.say()
    draw_asked(talk, asking)


def draw_asked(talk: Talk, asking: Asking) -> None:
    """What is asked, without the place that it has in a session."""
    question = asking.card.question
    if asking.setting:
        talk.say(readable(asking.setting), "Section: ")
    talk.say(readable(front(asking.card)))
    for number, text in enumerate(asking.shown.options or asking.shown.items, 1):
        talk.say(readable(text), f"  {number}. ")
    _draw_sides(talk, asking)
    draw_hints(talk, asking.hints)
    draw_notices(talk, asking.notices)
    talk.say(f"{task(question)} {_how(question, asking)}".rstrip())


def draw_hints(talk: Talk, hints: tuple[str, ...], first: int = 1) -> None:
    """Hints given so far, from number `first` on."""
    for number, hint in enumerate(hints, 1):
        if number >= first:
            talk.say(readable(hint), f"Hint {number}: ")


def draw_notices(talk: Talk, notices: tuple[str, ...]) -> None:
    """What the engine has to say."""
    for notice in notices:
        talk.say(notice, "Note: ")


def blank_prompt(asking: Asking, number: int) -> str:
    """What asks for one blank, counted from 0."""
    asked = blanks(asking.card)
    hint = f" ({asked[number].hint})" if asked[number].hint else ""
    return f"Blank {number + 1} of {len(asked)}{hint}: "


def _draw_sides(talk: Talk, asking: Asking) -> None:
    for number, text in enumerate(asking.shown.lefts, 1):
        talk.say(readable(text), f"  {number}. ")
    if asking.shown.rights:
        talk.say("belong to")
    for number, text in enumerate(asking.shown.rights):
        talk.say(readable(text), f"  {letters(number)}. ")


def _how(question: Question, asking: Asking) -> str:
    hint = f" :h gives a hint ({asking.hints_left} left)." if asking.hints_left else ""
    match question:
        case Flashcard():
            return f"Enter turns it.{hint}"
        case Choice():
            return f"Type its number.{hint}"
        case Multiple():
            return f"Type their numbers, such as 1 3.{hint}"
        case TrueFalse():
            return f"Type t or f.{hint}"
        case Cloze():
            return f"A line for each blank; - leaves one empty.{hint}"
        case Matching():
            return f"Type pairs, such as 1b 2a.{hint}"
        case Ordering():
            return f"Type their numbers in the right order, such as 2 1.{hint}"
        case Typed() | Number() | Date():
            return hint.strip()
        case _:
            assert_never(question)

"""From a typed line to an answer, type by type; a line that is no answer gets a sentence that says why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import assert_never

from quizapp.core.answer import Answer, Matched, Ordered, Picked, Said, Wrote
from quizapp.core.question import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Multiple,
    Number,
    Ordering,
    TrueFalse,
    Typed,
)
from quizapp.core.step import Asking, Shown

TRUE = ("t", "true", "y", "yes", "1")
FALSE = ("f", "false", "n", "no", "2")
NOTHING = "-"
PAIR = re.compile(r"(\d+)\s*[=:.)]?\s*([a-z]+|-)")


@dataclass(frozen=True, slots=True)
class Turn:
    """The flashcard is to be turned."""


@dataclass(frozen=True, slots=True)
class Fill:
    """The text of one blank."""

    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer; `message` says what to type."""

    message: str


def read_line(asking: Asking, line: str) -> Answer | Turn | Fill | Refused:
    """What a line means to the question on show; an empty one means something only to a flashcard."""
    shown, text = asking.shown, line.strip()
    question = asking.card.question
    if not text and not isinstance(question, Flashcard):
        return Refused("Nothing was typed. Type an answer, or ? for help.")
    match question:
        case Flashcard():
            return Turn()
        case Choice():
            return _choice(text, shown)
        case Multiple():
            return _multiple(text, shown)
        case TrueFalse():
            return _truth(text)
        case Typed() | Number() | Date():
            return Wrote(line)
        case Cloze():
            return Fill("" if text == NOTHING else line)
        case Matching():
            return _matching(text, shown)
        case Ordering():
            return _ordering(text, shown)
        case _:
            assert_never(question)


def letters(index: int) -> str:
    """The name of a right side: a, b, ..., z, aa, ab, ..."""
    name = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("a") + rest) + name
    return name


def _numbers(text: str) -> list[int] | None:
    parts = re.split(r"[\s,;]+", text.strip(" \t,;"))
    return [int(part) for part in parts] if all(_is_number(part) for part in parts) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6


def _choice(text: str, shown: Shown) -> Answer | Refused:
    number = _numbers(text)
    if number is None or len(number) != 1 or not 1 <= number[0] <= len(shown.options):
        return Refused(f"Type the number of one option, 1 to {len(shown.options)}.")
    return Picked((shown.options[number[0] - 1],))


def _multiple(text: str, shown: Shown) -> Answer | Refused:
    if text == NOTHING:
        return Picked(())
    numbers = _numbers(text)
    if numbers is None or not all(1 <= number <= len(shown.options) for number in numbers):
        return Refused(
            f"Type the numbers of all right options, 1 to {len(shown.options)}, such as 1 3; or - for none."
        )
    return Picked(tuple(shown.options[number - 1] for number in sorted(set(numbers))))


def _truth(text: str) -> Answer | Refused:
    folded = text.casefold()
    if folded in TRUE or folded in FALSE:
        return Said(folded in TRUE)
    return Refused("Type t for true or f for false.")


def _matching(text: str, shown: Shown) -> Answer | Refused:
    folded = text.casefold()
    example = "Type pairs such as 1b 2a; 2- leaves 2 without one."
    if PAIR.sub("", folded).strip(" \t,;"):
        return Refused(f"This cannot be read as pairs. {example}")
    names = {letters(index): right for index, right in enumerate(shown.rights)} | {NOTHING: ""}
    chosen: dict[int, str] = {}
    for left, name in PAIR.findall(folded):
        number = int(left) if _is_number(left) else 0
        if not 1 <= number <= len(shown.lefts) or name not in names:
            return Refused(f"There is no {left}{name}. {example}")
        if number in chosen:
            return Refused(f"{number} is matched twice. {example}")
        chosen[number] = names[name]
    open_ones = [str(number) for number in range(1, len(shown.lefts) + 1) if number not in chosen]
    if open_ones:
        return Refused(f"Not matched yet: {', '.join(open_ones)}. {example}")
    return Matched(tuple((left, chosen[number]) for number, left in enumerate(shown.lefts, 1)))


def _ordering(text: str, shown: Shown) -> Answer | Refused:
    count = len(shown.items)
    numbers = _numbers(text)
    if numbers is None or sorted(numbers) != list(range(1, count + 1)):
        example = " ".join(str(number) for number in range(count, 0, -1))
        return Refused(f"Type all the numbers 1 to {count} once, in the right order, such as {example}.")
    return Ordered(tuple(shown.items[number - 1] for number in numbers))

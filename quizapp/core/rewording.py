"""The answers of a question as one line that a teacher can change: texts with `|` between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from quizapp.core.dates import parse_date
from quizapp.core.identity import code
from quizapp.core.question import (
    Accepted,
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
    Pair,
    Question,
    TrueFalse,
    Typed,
)
from quizapp.errors import UsageError

_BAR = re.compile(r"\s*(?<!\\)\|\s*")
_REGEX = "regex:"
_ELSEWHERE = "Change this in the deck file once the question is accepted."


def joined(texts: Iterable[str]) -> str:
    """The texts on one line."""
    return " | ".join(text.replace("|", "\\|") for text in texts)


def parted(line: str) -> tuple[str, ...]:
    """The texts of a line, without empty ones."""
    return tuple(part.replace("\\|", "|") for part in _BAR.split(line.strip()) if part.strip())


def answer_line(question: Question) -> str:
    """The right answers of a question on one line."""
    match question:
        case Flashcard(answer=answer):
            return answer
        case Typed(accept=accept):
            return joined(_REGEX + a.text if a.regex else a.text for a in accept)
        case Date(text=text) | Number(text=text):
            return text
        case TrueFalse(answer=value):
            return "true" if value else "false"
        case Choice(options=options) | Multiple(options=options):
            return joined(option.text for option in options if option.right)
        case Cloze(segments=segments):
            blanks = [s for s in segments if isinstance(s, Blank)]
            return joined(blanks[0].answers if len(blanks) == 1 else [blank.answers[0] for blank in blanks])
        case Ordering(items=items):
            return joined(items)
        case Matching(pairs=pairs):
            return joined(f"{pair.left} = {pair.right}" for pair in pairs)
        case _:
            assert_never(question)


def with_answer_line(question: Question, line: str) -> Question:
    """The question with other right answers. UsageError when they do not fit its type."""
    texts = parted(line)
    if not texts:
        raise UsageError("A question needs an answer.")
    match question:
        case Flashcard():
            return replace(question, answer=line.strip())
        case Typed():
            return replace(question, accept=_accepted(texts))
        case Date():
            value = parse_date(texts[0])
            if value is None:
                raise UsageError(f"“{texts[0]}” is not a date.", "k makes the question a typed one.")
            return replace(question, text=texts[0], value=value)
        case TrueFalse():
            if texts[0].lower() not in ("true", "false"):
                raise UsageError("The answer is `true` or `false`.")
            return replace(question, answer=texts[0].lower() == "true")
        case Choice(options=options) | Multiple(options=options):
            return replace(question, options=_options(options, texts, several=isinstance(question, Multiple)))
        case Cloze():
            return _cloze(question, texts)
        case Ordering():
            if len(texts) < 2 or len(set(texts)) < len(texts):
                raise UsageError("An order needs at least two items, each of them once.")
            return replace(question, items=texts)
        case Matching():
            return replace(question, pairs=tuple(map(_pair, texts)))
        case Number():
            raise UsageError("A number cannot be changed here.", _ELSEWHERE)
        case _:
            assert_never(question)


def _accepted(texts: tuple[str, ...]) -> tuple[Accepted, ...]:
    accept = [Accepted(t.removeprefix(_REGEX), t.startswith(_REGEX)) for t in dict.fromkeys(texts)]
    if all(each.regex for each in accept):
        raise UsageError("At least one answer must be plain text, so that it can be shown.")
    return tuple(sorted(accept, key=lambda each: each.regex))


def _options(options: tuple[Option, ...], right: tuple[str, ...], *, several: bool) -> tuple[Option, ...]:
    wrong = [option for option in options if not option.right]
    if len(right) > 1 and not several:
        raise UsageError("Multiple choice has one right answer.")
    if len({*right, *(option.text for option in wrong)}) < len(right) + len(wrong):
        raise UsageError("The right answer is one of the wrong options.", "o changes those.")
    if len(right) != len(options) - len(wrong):
        return (*(Option(text, True) for text in right), *wrong)
    fresh = iter(right)
    return tuple(replace(option, text=next(fresh)) if option.right else option for option in options)


def _cloze(question: Cloze, texts: tuple[str, ...]) -> Cloze:
    blanks = [s for s in question.segments if isinstance(s, Blank)]
    if len(blanks) == 1:
        made = iter([replace(blanks[0], answers=tuple(dict.fromkeys(texts)), key=code(texts[0]))])
    elif len(blanks) == len(texts):
        pairs = zip(blanks, texts, strict=True)
        made = iter([b if b.answers[0] == t else replace(b, answers=(t,), key=code(t)) for b, t in pairs])
    else:
        raise UsageError(
            f"There are {len(blanks)} gaps, so give as many answers.", "e changes the whole text."
        )
    return replace(
        question, segments=tuple(next(made) if isinstance(s, Blank) else s for s in question.segments)
    )


def _pair(text: str) -> Pair:
    left, sign, right = text.partition(" = ")
    if not sign or not left.strip() or not right.strip():
        raise UsageError("Write each pair as `left = right`.")
    return Pair(left.strip(), right.strip())

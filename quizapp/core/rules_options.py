"""Content rules for options: what gives the right one away, and what a shuffle makes nonsense of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.question import Choice, Multiple, Option, Question
from quizapp.core.remark import Remark, quoted

_ALL = re.compile(
    r"(?:all|none|any|both|neither) (?:of )?(?:the |these|those|them|above|others?)\b.*"
    r"|(?:both|neither) \(?[a-d]\)? (?:and|nor|or) \(?[a-d]\)?\b.*",
    re.IGNORECASE,
)
_LONGER_BY = 12
_LONGER_TIMES = 1.6


def option_remarks(question: Question) -> Iterator[Remark]:
    """What there is to say about the options of one question."""
    if isinstance(question, Choice | Multiple):
        key = "wrong" if _short(question) else "options"
        if question.shuffle:
            yield from _unpinned(question, key)
        if isinstance(question, Choice):
            yield from _longest(question, key)


def _short(question: Choice | Multiple) -> bool:
    return not any(option.why or option.pin for option in question.options)


def _unpinned(question: Choice | Multiple, key: str) -> Iterator[Remark]:
    for option in question.options:
        if option.pin is None and _ALL.fullmatch(option.text.strip(" .")):
            yield Remark(
                question,
                key,
                "unpinned-option",
                f"{quoted(option.text)} may come first when the options are shuffled.",
                "Write the options one by one below `options:`, and `pin: last` below this one.",
            )


def _longest(question: Choice, key: str) -> Iterator[Remark]:
    right = next(option for option in question.options if option.right)
    longest = max(len(option.text) for option in question.options if not option.right)
    length = len(right.text)
    if length - longest >= _LONGER_BY and length >= _LONGER_TIMES * longest and _wordy(right):
        yield Remark(
            question,
            key,
            "longest-right",
            f"The right option has {length} characters, and no wrong one more than {longest}.",
            "Shorten it, or give the wrong options as much detail: the longest is what a guesser picks.",
        )


def _wordy(option: Option) -> bool:
    """A long name is as long as it is; a long sentence can be shortened."""
    return len(option.text.split()) > 2

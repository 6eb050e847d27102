"""The content rules about wording: what needs its source, ages, breaks off, or asks for too much at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizapp.core.question import Choice, Cloze, Flashcard, Multiple, Question, Typed
from quizapp.core.remark import Remark, quoted

LONGEST = 60
MOST_ITEMS = 7
_ELSEWHERE = re.compile(
    r"\b(?:as (?:mentioned|noted|described|shown|discussed|stated)(?: (?:above|below|earlier|before))?"
    r"|(?:mentioned|shown|described|discussed|listed|given) (?:above|below|earlier|previously)"
    r"|aforementioned|the (?:former|latter)|according to (?:the|this) (?:text|article|passage|author)"
    r"|(?:in|see) (?:this|the (?:next|previous|following|above|below)) "
    r"(?:section|chapter|figure|table|text|article))\b"
    r"|\b(?:[Ff]igure|[Tt]able) \d",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:recently|currently|nowadays|so far|presently|(?:over|in|during) (?:the )?(?:last|past|recent)"
    r" (?:few )?(?:years?|decades?|months?|century))\b",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(
    r"\b(?:the|an?|and|or|than|its|their|into|about|between|because|including|both|either|very)[?.]$",
    re.IGNORECASE,
)
_YES_NO = frozenset({"yes", "no", "true", "false"})
_EXCEPT = re.compile(
    r"\b(?:is|are|was|were|does|do|did|has|have|can|could|will|would) not\b|\b(?:except|incorrect)\b"
)
_ASKS = re.compile(
    r"(?:What|Whom?|Whose|Which|Why|How|Where"
    r"|When (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must))\b"
)
_OPENING, _CLOSING = "“(", "”)"


def points_elsewhere(text: str) -> bool:
    """Whether a text speaks of a place in its source that a learner does not see."""
    return _ELSEWHERE.search(text) is not None


def time_relative(text: str) -> bool:
    """Whether a text is true only near the time of its writing."""
    return _TIME.search(text) is not None


def breaks_off(text: str) -> bool:
    """Whether a text ends in a word that something must follow, or a quotation or bracket stays open."""
    open_marks = any(text.count(a) != text.count(b) for a, b in zip(_OPENING, _CLOSING, strict=True))
    return open_marks or _BROKEN_OFF.search(text) is not None


def text_remarks(question: Question) -> Iterator[Remark]:
    """What there is to say about the wording of a question."""
    for rule in _RULES:
        yield from rule(question)


def _key(question: Question) -> str:
    return "cloze" if isinstance(question, Cloze) else "q"


def _context(question: Question) -> Iterator[Remark]:
    if found := _ELSEWHERE.search(question.prompt):
        yield Remark(
            question,
            _key(question),
            "points-elsewhere",
            f"{quoted(found.group())} points to a text that the learner does not see.",
            "Name what is meant.",
        )


def _ages(question: Question) -> Iterator[Remark]:
    if found := _TIME.search(question.prompt):
        yield Remark(
            question,
            _key(question),
            "time-relative",
            f"{quoted(found.group())} will mean another time when this is studied.",
            "Write the year or the period.",
        )


def _unfinished(question: Question) -> Iterator[Remark]:
    if isinstance(question, Flashcard | Typed | Choice) and breaks_off(question.prompt):
        yield Remark(
            question,
            "q",
            "breaks-off",
            "The question breaks off, or a quotation or bracket in it is not closed.",
            "Complete it.",
        )


def _unasked(question: Question) -> Iterator[Remark]:
    if not isinstance(question, Cloze) and _ASKS.match(question.prompt) and "?" not in question.prompt:
        yield Remark(
            question,
            "q",
            "question-mark",
            "It begins like a question and has no question mark.",
            "End it with “?”.",
        )


def _length(question: Question) -> Iterator[Remark]:
    count = len(question.prompt.split())
    if count > LONGEST:
        yield Remark(
            question,
            _key(question),
            "long-question",
            f"The question has {count} words; most of them are not what is asked.",
            "Ask one thing in one or two sentences.",
        )


def _many_items(question: Question) -> Iterator[Remark]:
    match question:
        case Flashcard(answer=answer):
            count = answer.count(";") + 1
        case Multiple(options=options):
            count = sum(option.right for option in options)
        case _:
            return
    if count > MOST_ITEMS:
        yield Remark(
            question,
            "a",
            "many-items",
            f"The answer has {count} items; few learners can recall so many as one.",
            "Split it into several questions.",
        )


def _yes_no(question: Question) -> Iterator[Remark]:
    if isinstance(question, Flashcard) and question.answer.strip(" .!").lower() in _YES_NO:
        yield Remark(
            question,
            "a",
            "yes-no",
            "A flashcard with yes or no for its answer is a coin to toss.",
            "Make it a true/false question, or ask why.",
        )


def _negative(question: Question) -> Iterator[Remark]:
    if isinstance(question, Choice) and _EXCEPT.search(question.prompt):
        yield Remark(
            question,
            "q",
            "negative-question",
            "A small “not” in a question with options is easily overlooked.",
            "Ask for what is so, or write NOT in capitals.",
        )


_RULES: tuple[Callable[[Question], Iterator[Remark]], ...] = (
    _context,
    _ages,
    _unfinished,
    _unasked,
    _length,
    _many_items,
    _yes_no,
    _negative,
)

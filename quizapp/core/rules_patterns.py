"""Content rules for accepted and nearly right texts, patterns among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.identity import normalised
from quizapp.core.patterns import pattern_fits
from quizapp.core.question import Accepted, Question, Typed
from quizapp.core.remark import Remark, quoted

_SPECIAL = re.compile(r"[\\^$.|?*+()\[\]{}]")
_NONSENSE = ("", "qx zvj 97", "Ξ")
_LONG = ("a" * 60 + "!", "ab " * 20 + "!", "1" * 60 + "x")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_OPTIONAL = re.compile(r"(\([^()]*\)|\\.|[^\\()])(?:[?*]|\{0,\d*\})[?+]?")
_SPECIAL_GROUP = re.compile(r"\(\?(?:[:=!]|<[=!]|P?<\w+>)")
_GROUP = re.compile(r"\(([^()]*)\)")
_NESTED = 3


def pattern_remarks(question: Question) -> Iterator[Remark]:
    """What there is to say about the texts that a typed answer is compared with."""
    if not isinstance(question, Typed):
        return
    plain = [accepted.text for accepted in question.accept if not accepted.regex]
    for accepted in question.accept:
        if accepted.regex:
            yield from _about_pattern(question, "accept", accepted.text, plain)
    for close in question.close:
        if close.match.regex:
            yield from _about_pattern(question, "close", close.match.text, plain)
        if any(_same(close.match, right) for right in plain):
            yield Remark(
                question,
                "close",
                "close-is-right",
                f"{quoted(close.match.text)} in `close` fits an answer that is fully right.",
                "Delete it from `close` or from `accept`.",
            )


def _about_pattern(question: Typed, key: str, pattern: str, plain: list[str]) -> Iterator[Remark]:
    shown = quoted(pattern)
    if not _SPECIAL.search(pattern):
        message = f"The pattern {shown} is a plain text."
        yield Remark(question, key, "regex-plain", message, "Write it without `regex:`.")
        return
    try:
        if all(pattern_fits(pattern, (text,), case=False) for text in _NONSENSE):
            message = f"The pattern {shown} accepts anything at all."
            yield Remark(question, key, "regex-too-wide", message, "Make it narrower.")
        elif not pattern_fits(pattern, [*plain, *_neighbours(pattern)], case=False):
            yield Remark(
                question,
                key,
                "regex-no-match",
                f"The pattern {shown} fits neither a right answer nor the words in the pattern itself.",
                r"Put a backslash before each mark that stands for itself, as in C\+\+ or \$5.",
            )
        pattern_fits(pattern, _LONG, case=False)
    except TimeoutError:
        message = f"The pattern {shown} takes too long on some answers."
        yield Remark(
            question, key, "regex-slow", message, "Do not put a repeat inside a repeat, as in (a+)+."
        )


def _neighbours(pattern: str) -> Iterator[str]:
    """Plain texts near a pattern: what is left of it when its marks are read in a simple way."""
    bare = _CLASS.sub(_first_of_class, pattern.strip("^$"))
    bare = _SPECIAL_GROUP.sub("(", bare)
    for kept in (r"\1", ""):
        without = _OPTIONAL.sub(kept, bare)
        for chosen in (0, -1):
            first = without
            for _ in range(_NESTED):
                first = _chosen(first, chosen)
            for text in first.split("|"):
                yield _without_marks(text)


def _chosen(pattern: str, index: int) -> str:
    """The pattern with one alternative left of each innermost group."""
    return _GROUP.sub(lambda found: found[1].split("|")[index], pattern)


def _first_of_class(found: re.Match[str]) -> str:
    inner = found[0][1:-1]
    return "" if inner.startswith("^") else {"\\d": "1", "\\s": " ", "\\w": "a"}.get(inner[:2], inner[:1])


def _without_marks(text: str) -> str:
    text = text.replace(r"\d", "1").replace(r"\s", " ").replace(r"\w", "a").replace(r"\b", "")
    text = re.sub(r"(?<!\\)(?:[+^$]|\{\d+(?:,\d*)?\})", "", text)
    text = re.sub(r"(?<!\\)\.", "x", text)
    return re.sub(r"\\(.)", r"\1", text)


def _same(close: Accepted, right: str) -> bool:
    if not close.regex:
        return normalised(close.text) == normalised(right)
    try:
        return pattern_fits(close.text, (right,), case=False)
    except TimeoutError:
        return False

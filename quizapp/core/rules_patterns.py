"""Content rules for accepted and nearly right texts, patterns among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.identity import normalised
from quizapp.core.patterns import pattern_fits
from quizapp.core.question import Accepted, Question, Typed
from quizapp.core.remark import Remark, quoted

_SPECIAL = re.compile(r"[\\^$.|?*+()\[\]{}]")
_NONSENSE = ("qx zvj 97", "Ξ")
_LONG = ("a" * 60 + "!", "ab " * 20 + "!", "1" * 60 + "x")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_OPTIONAL = re.compile(r"(\([^()]*\)|\\.|[^\\()])(?:[?*]|\{0,\d*\})[?+]?")
_NAMED_GROUP = re.compile(r"\(\?(?::|P?<\w+>)")
_FLAGS = re.compile(r"\(\?[A-Za-z0-9]+\)")
_REPEATED = re.compile(r"(\([^()]*\)|\\.|[^\\()])\{(\d{1,2})(?:,\d*)?\}")
_BEYOND = re.compile(r"\(\?(?:[=!>#(|]|<[=!])|\\[1-9pPXKGLN]|\{[a-z]|\[\[")  # what no simple reading follows
_DOUBLE = re.compile(r"(?<!\\)[+*?]\+")
_GROUP = re.compile(r"\(([^()]*)\)")
_NESTED = 3
_KINDS = {r"\d": "1", r"\s": " ", r"\w": "a", r"\b": "", r"\D": "x", r"\S": "x", r"\W": " ", r"\B": ""}


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
        elif not _fits_a_neighbour(pattern, plain):
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


def _fits_a_neighbour(pattern: str, plain: list[str]) -> bool:
    if _DOUBLE.search(pattern):
        return False
    return bool(_BEYOND.search(pattern)) or pattern_fits(pattern, [*plain, *_neighbours(pattern)], case=False)


def _neighbours(pattern: str) -> Iterator[str]:
    """Plain texts near a pattern: what is left of it when its marks are read in a simple way."""
    bare = _CLASS.sub(_member, pattern.strip("^$"))
    bare = _NAMED_GROUP.sub("(", _FLAGS.sub("", bare))
    bare = _REPEATED.sub(lambda found: found[1] * int(found[2]), bare)
    for kept in (r"\1", ""):
        for chosen in (0, -1):
            reading = bare
            for _ in range(_NESTED):
                reading = _chosen(_OPTIONAL.sub(kept, reading), chosen)
            for text in reading.split("|"):
                yield _without_marks(text)


def _chosen(pattern: str, index: int) -> str:
    """The pattern with one alternative left of each innermost group."""
    return _GROUP.sub(lambda found: found[1].split("|")[index], pattern)


def _member(found: re.Match[str]) -> str:
    """One character that a class such as [ae] or [^x] holds."""
    inner = found[0][1:-1]
    if inner.startswith("^"):
        return next((c for c in "x1 -" if c not in inner), "x")
    return _KINDS.get(inner[:2], inner[:1])


def _without_marks(text: str) -> str:
    for kind, member in _KINDS.items():
        text = text.replace(kind, member)
    text = re.sub(r"(?<!\\)[+^$]", "", text)
    text = re.sub(r"(?<!\\)\.", "x", text)
    return re.sub(r"\\(.)", r"\1", text)


def _same(close: Accepted, right: str) -> bool:
    if not close.regex:
        return normalised(close.text) == normalised(right)
    try:
        return pattern_fits(close.text, (right,), case=False)
    except TimeoutError:
        return False

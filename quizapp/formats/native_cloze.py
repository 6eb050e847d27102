"""Cloze texts: `{{Rome|Roma :: a city}}` is a gap, `|` separates answers and ` ::` gives a hint."""

from __future__ import annotations

import re

from quizapp.core.identity import code
from quizapp.core.question import Blank

GAP = "____"
_KEY = re.compile(r"(c\d+)\s*:(?!:)\s*(?=\S)")
_ANKI_KEY = re.compile(r"(c\d+)::(?=\S)")
_BAR = re.compile(r"(?<!\\)\|")
_HINT = re.compile(r"(?<!\\)::")


class ClozeError(Exception):
    """The text is not a cloze; `offset` is where in it."""

    def __init__(self, code: str, message: str, fix: str, offset: int) -> None:
        super().__init__(message)
        self.code = code
        self.fix = fix
        self.offset = offset


def parse_cloze(text: str) -> tuple[str | Blank, ...]:
    """The text and gaps of a cloze in order; `\\{{`, `\\|` and `\\::` stand for themselves.

    Raises ClozeError.
    """
    segments: list[str | Blank] = []
    plain = ""
    at = 0
    while (opening := text.find("{{", at)) >= 0:
        if opening and text[opening - 1] == "\\":
            plain += text[at : opening - 1] + "{{"
            at = opening + 2
            continue
        plain += text[at:opening]
        closing = _closing(text, opening + 2)
        if plain:
            segments.append(plain)
        segments.append(_blank(text[opening + 2 : closing], opening))
        plain = ""
        at = closing + 2
    plain += text[at:]
    if plain:
        segments.append(plain)
    if not any(isinstance(s, Blank) for s in segments):
        raise ClozeError(
            "no-gap", "This cloze has no gap.", "Put what is to be filled in between {{ and }}.", 0
        )
    return tuple(segments)


def prompt_of(segments: tuple[str | Blank, ...]) -> str:
    """The text with its gaps shown as `____`."""
    return "".join(GAP if isinstance(s, Blank) else s for s in segments)


def solved(segments: tuple[str | Blank, ...]) -> str:
    """The text with its gaps filled in."""
    return "".join(s.answers[0] if isinstance(s, Blank) else s for s in segments)


def _closing(text: str, start: int) -> int:
    """The index of the `}}` that closes a gap; single braces inside, as in formulas, may nest."""
    depth = 0
    at = start
    while at < len(text):
        if text.startswith("{{", at) and depth == 0:
            break
        if text[at] == "{":
            depth += 1
        elif text[at] == "}" and depth > 0:
            depth -= 1
        elif text.startswith("}}", at):
            return at
        at += 1
    first = text.find("}}", start)
    following = text.find("{{", start)
    if first < 0 or 0 <= following < first:
        raise ClozeError(
            "gap-not-closed", "The gap that opens with `{{` is not closed.", "Add `}}` after it.", start - 2
        )
    return first


def _blank(inner: str, offset: int) -> Blank:
    key = ""
    if match := _ANKI_KEY.match(inner.strip()) or _KEY.match(inner.strip()):
        key = match[1]
        inner = inner.strip()[match.end() :]
    answer_part, *hint_parts = _HINT.split(inner, maxsplit=1)
    answers = tuple(_unescaped(part) for part in _BAR.split(answer_part))
    if not all(answers):
        raise ClozeError(
            "empty-gap", "A gap, or one of its answers, is empty.", "Write the answer into it.", offset
        )
    hint = _unescaped(hint_parts[0]) if hint_parts else ""
    return Blank(tuple(dict.fromkeys(answers)), hint, key or code(answers[0]))


def _unescaped(text: str) -> str:
    return text.replace("\\|", "|").replace("\\::", "::").strip()

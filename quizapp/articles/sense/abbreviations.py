"""Abbreviations that an article writes out where it first brings them up: `bacterial vaginosis (BV)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quizapp.articles.sense.prose import Line

WRITTEN_OUT = re.compile(r"(?P<long>(?:[^\W\d_][\w-]* ){1,8})\((?P<short>[A-Z][A-Za-z]?[A-Z]{1,5})s?\)")
_LITTLE = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})


def spelled_out(parts: list[str], short: str) -> str:
    """The words, counted from the end, whose initials are the abbreviation; "" when they are not."""
    left, index, first = len(short) - 1, len(parts) - 1, -1
    while index >= 0 and left >= 0:
        if parts[index][0].upper() == short[left].upper():
            left, first = left - 1, index
        elif parts[index].lower() not in _LITTLE:
            return ""
        index -= 1
    return " ".join(parts[first:]) if left < 0 and len(parts) - first > 1 else ""


def abbreviated(lines: Iterable[Line]) -> Mapping[str, str]:
    """By abbreviation: the words that it stands for, as first written out."""
    found: dict[str, str] = {}
    for line in lines:
        if "(" not in line.quote:
            continue
        for match in WRITTEN_OUT.finditer(line.quote):
            full = spelled_out(match["long"].split(), match["short"])
            if full:
                found.setdefault(match["short"], full)
    return found

"""What an abbreviation stands for, from the words whose initials it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.articles.candidates import Candidate, Form
from quizapp.articles.drafts import Technique
from quizapp.articles.sense.prose import Line
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.phrasing import opened

_LONG = re.compile(r"(?P<long>(?:[^\W\d_][\w-]* ){1,8})\((?P<short>[A-Z][A-Za-z]?[A-Z]{1,5})s?\)")
_ABBREVIATION_LEAST, _SHORTEST = 3, 3
_LITTLE = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})


def abbreviations(line: Line, topic: Topic) -> Iterator[Candidate]:
    """What an abbreviation stands for, from its first mention with the words written out."""
    for found in _LONG.finditer(line.quote):
        short = found["short"]
        parts = found["long"].split()
        full = _spelled_out(parts, short)
        if (
            full
            and len(short) >= _SHORTEST
            and full.lower() != topic.title.lower()
            and topic.spread[short.lower()] >= _ABBREVIATION_LEAST
            and full[1:].islower()
        ):
            prompt = f"What does “{short}” stand for?"
            yield Candidate(
                Technique.ABBREVIATION, Form.SHORT, prompt, opened(full), line, sure=full[1:].islower()
            )


def _spelled_out(parts: list[str], short: str) -> str:
    """The words, counted from the end, whose initials are the abbreviation."""
    left, index, first = len(short) - 1, len(parts) - 1, -1
    while index >= 0 and left >= 0:
        if parts[index][0].upper() == short[left].upper():
            left, first = left - 1, index
        elif parts[index].lower() not in _LITTLE:
            return ""
        index -= 1
    return " ".join(parts[first:]) if left < 0 and len(parts) - first > 1 else ""

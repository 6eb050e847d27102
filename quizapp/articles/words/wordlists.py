"""The word lists that the rules go by, kept as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = (files("quizapp.articles") / "data" / "wordlists.txt").read_text("utf-8")
    rows = (line.partition(": ") for line in text.splitlines() if line)
    return {name: frozenset(words.split()) for name, _, words in rows}


def wordlist(name: str) -> frozenset[str]:
    """The words of a list; KeyError when there is none of that name."""
    return _lists()[name]

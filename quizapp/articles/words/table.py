"""Tables that ship as sorted text, a line for each word, of which an article needs few."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from importlib.resources import files


@cache
def _lines(name: str) -> list[str]:
    return (files("quizapp.articles") / "data" / name).read_text("utf-8").splitlines()


def row(name: str, word: str) -> str:
    """What stands behind a word in `data/NAME`, whose lines are sorted by code point; else "".

    Looking for a few thousand words is much quicker than making a dictionary of a hundred thousand.
    """
    lines, start = _lines(name), f"{word}\t"
    at = bisect_left(lines, start)
    return lines[at][len(start) :] if at < len(lines) and lines[at].startswith(start) else ""

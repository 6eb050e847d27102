"""What is known of English words: the tags that each may have, and how common it is."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Entry(NamedTuple):
    """The tags (Penn Treebank) of a word, likeliest first; how common it is (Zipf scale, 0 unknown)."""

    tags: tuple[str, ...]
    zipf: float


_NOTHING = Entry((), 0.0)


@cache
def _table() -> dict[str, str]:
    text = (files("quizapp.articles") / "data" / "lexicon.tsv").read_text("utf-8")
    return dict(line.split("\t", 1) for line in text.splitlines())


@cache
def entry(word: str) -> Entry:
    """What is known of a word, letter for letter."""
    row = _table().get(word)
    if row is None:
        return _NOTHING
    tags, _, zipf = row.partition("\t")
    return Entry(tuple(tags.split()), int(zipf) / 10)


def zipf(word: str) -> float:
    """How common a word is: 7 for `the`, 3 for one in a million words, 0 for a word that is not known."""
    return entry(word.lower()).zipf


def may_be(word: str, *tags: str) -> bool:
    """Whether the word, in lower case, may have one of the tags."""
    return any(tag in tags for tag in entry(word.lower()).tags)

"""What is known of English words: the tags that each may have, and how common it is."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from quizapp.articles.words.table import row


class Entry(NamedTuple):
    """The tags (Penn Treebank) of a word, likeliest first; how common it is (Zipf scale, 0 unknown)."""

    tags: tuple[str, ...]
    zipf: float


_NOTHING = Entry((), 0.0)


@cache
def entry(word: str) -> Entry:
    """What is known of a word, letter for letter."""
    known = row("lexicon.tsv", word)
    if not known:
        return _NOTHING
    tags, _, zipf = known.partition("\t")
    return Entry(tuple(tags.split()), int(zipf) / 10)


def zipf(word: str) -> float:
    """How common a word is: 7 for `the`, 3 for one in a million words, 0 for a word that is not known."""
    return entry(word.lower()).zipf


def may_be(word: str, *tags: str) -> bool:
    """Whether the word, in lower case, may have one of the tags."""
    return any(tag in tags for tag in entry(word.lower()).tags)

"""What an article's title names, which the learner reads above each question."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.articles.sense.kinds import Kinds, head_of, singular
from quizapp.articles.sense.prose import Line
from quizapp.articles.words.phrasing import bare, words
from quizapp.articles.words.tagging import NOUNS

_SAID_OF = re.compile(
    r"^(?:The |An? )?(?P<name>.{2,60}?)(?:, [^,]{2,80},)? (?:is|was|are|were) (?=an? |the |one )"
)
_FIRST_LINES = 2


def named_by_title(title: str, lines: Iterable[Line], kinds: Kinds) -> frozenset[str]:
    """The nouns that may stand for what the title names: its words, and what it is said to be.

    `dynasty` under `Yuan dynasty`, `element` under `Oxygen` of which the article says that it is an element.
    """
    whole = re.sub(r"\s*\(.*\)$", "", title)
    named = {singular(word) for word in words(whole) if len(word) > 2}
    kind = kinds.of.get(bare(whole).lower(), "")
    if kind:
        named.add(kind)
    for line, _ in zip(lines, range(_FIRST_LINES), strict=False):
        found = _SAID_OF.match(line.text)
        if found is None or not set(words(whole)) & set(words(found["name"])):
            continue
        after = next((i for i, token in enumerate(line.tokens) if token.start >= found.end()), 0)
        if after and (head := _head(line, after)):
            named.add(head)
    return frozenset(named)


def _head(line: Line, first: int) -> str:
    """The noun that the phrase from a token on is about."""
    told = head_of(line.tokens, first, len(line.tokens))
    if told:
        return told
    end = first + 1
    while end < len(line.tokens) and line.tokens[end].tag in (
        *NOUNS,
        "JJ",
        "VBN",
        "VBG",
        "POS",
        "JJS",
        "CD",
    ):
        end += 1
    last = line.tokens[end - 1]
    return singular(last.low) if last.tag in NOUNS else ""

"""Which word of a clause carries its tense."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.articles.words.tagging import FINITE, Token
from quizapp.articles.words.verbs import BE
from quizapp.articles.words.wordlists import wordlist

RELATIVE = wordlist("clauses relative")
"""The words that open a clause within a clause."""


def finite(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is a verb that carries the tense of its clause."""
    token = tokens[index]
    if token.low in BE or token.tag in FINITE:
        return not (
            token.tag in ("VBD", "VBZ") and index > 0 and tokens[index - 1].tag in ("DT", "PRP$", "JJ")
        )
    return False

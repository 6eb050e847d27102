"""Where a question belongs, said with it wherever that does not help to the answer."""

from __future__ import annotations

import re

from quizapp.core.card import Card
from quizapp.core.facing import back, front

_WORD = re.compile(r"\w+")
_SAYS_NOTHING = frozenset(
    {
        "introduction",
        "overview",
        "summary",
        "conclusion",
        "background",
        "contents",
        "notes",
        "learning objectives",
        "learning outcomes",
        "key points",
        "key terms",
        "key takeaways",
        "key concepts",
    }
)
_SMALL = re.compile(
    r"an?|the|and|or|of|for|with|from|to|in|on|by|at|as|is|are|was|were|be|its|their|this|that|these|those"
    r"|how|why|what|who|when|where|which|do|does|did|not?"
)
_STEM = 5


def setting(card: Card, deck_title: str) -> str:
    """The section whose passage a card's `ref` quotes, in one line, to be shown with the question.

    Empty without a section or a quote, where the section is the deck's title again or says nothing
    (`Introduction`), and where it has a word of the right answer that the question has not, or its initials.
    """
    ref = card.question.ref
    section = " ".join(ref.section.split()) if ref is not None and ref.quote else ""
    words = _WORD.findall(section.casefold())
    if not words or " ".join(words) in _SAYS_NOTHING or words == _WORD.findall(deck_title.casefold()):
        return ""
    return "" if _helps(words, back(card), front(card)) else section


def _helps(words: list[str], answer: str, asked: str) -> bool:
    told = _stems(words) - _stems(_WORD.findall(asked.casefold()))
    right = _WORD.findall(answer)
    initials = "".join(word[0] for word in words)
    short = (word.casefold() for word in right if word.isupper() and len(word) > 1)
    return not told.isdisjoint(_stems([word.casefold() for word in right])) or any(
        word in initials for word in short
    )


def _stems(words: list[str]) -> set[str]:
    return {word[:_STEM] for word in words if _SMALL.fullmatch(word) is None}

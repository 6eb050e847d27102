"""How a meaning is asked for: `What is a T?`, or `What is meant by “T”?` where that might not agree."""

from __future__ import annotations

import re

from quizapp.articles.words.phrasing import plural, question
from quizapp.articles.words.tagging import tagged

_MASS = re.compile(
    r"(?:ism|ity|ness|ment|ship|[ts]ion|ing|[ae]nc[ey]|sis|itis|emia|ics|logy|graphy|metry|ure|age|th|cy|dom|hood"
    r"|tude|ium|gen|ine|ide|[ao]se|in|ol|ergy|work|ware|ty|ry|um|us|ma|ia|law|money|matter|power|trade|ice|rain)$"
)
_CLOSES = frozenset({"IN", "WDT", "WP", "WRB", "VBN", "VBG", "TO", ",", ".", "VBZ", "VBP", "VBD"})


def agrees(term: str, meaning: str) -> bool:
    """Whether a meaning is of several things where the term is."""
    if not plural(term):
        return True
    if re.match(r"an? ", meaning):
        return False
    head = ""
    for token in tagged(meaning):
        if (token.tag in _CLOSES and head) or token.low in ("that", "of"):
            break
        if token.tag.startswith("NN"):
            head = token.tag
    return not head or head in ("NNS", "NNPS") or not meaning.startswith("the ")


def article_before(text: str) -> str:
    """The article that ends a text, in lower case; "" for none."""
    found = re.search(r"\b(the|an?) $", text, re.IGNORECASE)
    return found[1].lower() if found else ""


def what_is(term: str, article: str, meaning: str) -> str:
    """The question for a meaning; `term` as inside a sentence, `article` the one it has ("" for none)."""
    countable = bool(re.match(r"an? ", meaning)) and not _MASS.search(term) and term[:1].islower()
    if not agrees(term, meaning) or (not article and countable and not plural(term)):
        return question(f"What is meant by “{term}”")
    if plural(term):
        return question(f"What are {article if article == 'the' else ''} {term}")
    return question(f"What is {article} {term}")

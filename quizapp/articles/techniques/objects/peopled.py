"""Whether a phrase is about people: what people in general do fits too many things to be asked."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.articles.sense.clauses import Clause
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.wordlists import wordlist

_PEOPLE = wordlist("whichwhat people") | wordlist("keygaps people")
_ENDINGS = ("ists", "ologists", "ians", "men", "eers")
_BODIES = frozenset(
    {"company", "companies", "firms", "governments", "groups", "organizations", "states", "businesses"}
    | {"hundreds", "thousands", "millions"}
)
_ACTING = _BODIES | frozenset(
    {
        "agencies",
        "airlines",
        "banks",
        "cities",
        "corporations",
        "countries",
        "courts",
        "hospitals",
        "institutions",
    }
    | {"municipalities", "nations", "parties", "provinces", "schools", "unions", "universities"}
)
_BEHIND = frozenset({"IN", "WDT", "WP", "VBN", "TO", ","})


def of_people(tokens: Sequence[Token]) -> bool:
    """Whether the head of a phrase is a noun for people: `the opponents of tariffs`."""
    last = next((i for i, token in enumerate(tokens) if i and token.tag in _BEHIND), len(tokens))
    if not last:
        return False
    head = tokens[last - 1]
    if head.tag.startswith("NNP"):
        return False
    return head.low in _PEOPLE or head.low.removesuffix("s") in _PEOPLE or head.low.endswith(_ENDINGS)


def of_somebody(tokens: Sequence[Token]) -> bool:
    """Whether the head of a phrase is people, a body, or a name: who can be made to do something."""
    last = next((i for i, token in enumerate(tokens) if i and token.tag in _BEHIND), len(tokens))
    head = tokens[last - 1]
    return of_people(tokens) or head.tag.startswith("NNP") or head.low in _ACTING


def crowd(clause: Clause) -> bool:
    """Whether the subject is people or bodies in general, many of them."""
    tokens = clause.tokens[slice(*clause.subject)]
    last = next((i for i, token in enumerate(tokens) if i and token.tag in _BEHIND), len(tokens))
    head = tokens[last - 1]
    many = head.tag in ("NNS", "NNPS") or head.low in ("people", "clergy", "public")
    return many and (of_people(tokens) or head.low in _BODIES)

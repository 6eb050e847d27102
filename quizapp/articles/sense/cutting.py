"""Where the second half of a definition ends: before examples, asides and what goes on to something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.articles.sense.clauses import finite
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.tagging import Token, tagged
from quizapp.articles.words.verbs import is_participle
from quizapp.articles.words.wordlists import wordlist

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG", "FW"})
_RELATIVE = frozenset({"WDT", "WP", "WRB", "WP$"})
_ENDS = wordlist("cutting ends")
_EXAMPLES = re.compile(
    r"(?:,|—| –)? ?(?:such as|including|like|e\.g\.,?|for example,?|for instance,?) [^—–;:]{4,120}?(?:—| – )"
)
_BEHIND = re.compile(
    r"(?:, )?\b(?:such as|for example|for instance|including)\b.*|,? \(?\b(?:e\.g\.|i\.e\.|etc\.).*|,?"
    r" so (?:that )?(?=(?:the|a|an|it|they) ).*"
    r"|,? and (?:is|are|can be|has|have|may be) (?:often|usually|also|typically|sometimes|commonly|generally"
    r"|measured|expressed|known|called|considered|abbreviated|denoted)\b.*|[—–;:] .*|—.*"
    r"|,? and, (?:like|as|in|for) .*|, be (?:it|they) .*"
    r"|,? and (?:most |more )?(?:often|usually|typically|sometimes|commonly|generally) [a-z]+s\b.*"
)
_ADVERBS = re.compile(
    r"^(?:simply|usually|generally|typically|often|basically|essentially|just|thus|therefore|actually|really"
    r"|primarily|traditionally|commonly|technically|merely|roughly|broadly|largely|mostly|literally) "
)
_TO_DO = wordlist("cutting to do")
_LONG, _NEAR, _LEFT, _TWO = 22, 9, 6, 2


def cleaned(meaning: str) -> str:
    """A meaning without adverbs in front, examples, and what goes on to something else behind it."""
    text = _EXAMPLES.sub(" ", meaning.strip(" ,"))
    for _ in range(2):
        text = _ADVERBS.sub("", text)
    text = _BEHIND.sub("", text).strip(" ,")
    return cut_off(text)


def cut_off(text: str) -> str:
    """A meaning as far as the comma or conjunction behind which something else is said."""
    tokens = tagged(text)
    for index in range(1, len(tokens) - 1):
        comma = tokens[index].text == ","
        if (comma and _leaves(tokens, index)) or (
            tokens[index].low in ("and", "but", "while", "whereas", "because", "although")
            and _turns(tokens, index)
        ):
            return text[: tokens[index].start].strip(" ,;:")
    return text


def _leaves(tokens: Sequence[Token], comma: int) -> bool:
    """Whether what follows a comma is no longer part of the meaning."""
    following, rest, before = tokens[comma + 1], tokens[comma + 1 :], tokens[comma - 1]
    if _opens(before) or before.tag in ("IN", "TO", "CC") or _unfinished(tokens[:comma]):
        return False
    if before.tag in ("JJ", "VBN") and following.tag in ("JJ", "RB", "VBN", "VBG", "NN"):
        return False
    if following.low == "that":
        return False
    if following.tag in _RELATIVE or following.low in _ENDS or following.tag in ("PRP", "MD"):
        return True
    if following.tag == "CC":
        return not _more_adjectives(tokens, comma) and _clause_in(rest[1:], tokens[:comma])
    if following.tag in ("IN", "TO"):
        return comma > _LONG
    if following.tag in ("VBG", "VBN", "VBD") and tokens[comma - 1].tag != following.tag:
        return comma > _LONG
    # Members of a run end in `and` or `or`; anything else behind a comma tells of the same thing again.
    # One or two words more are what is left of a run that was cut: nothing is whole then.
    return not _run_goes_on(rest) and (following.tag == "DT" or len(rest) > _LEFT)


def _more_adjectives(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a run of adjectives still waits for its noun: `old, injured, or unnecessary bone`."""
    if comma < _TWO or comma + _TWO >= len(tokens) or tokens[comma - 2].text != ",":
        return False
    described = ("JJ", "VBN", "VBD")
    last, noun = tokens[comma + 2], tokens[comma + 3] if comma + 3 < len(tokens) else None
    return (
        tokens[comma - 1].tag in described
        and last.tag in described
        and (noun is not None and noun.tag in _NOUNS)
    )


def _run_goes_on(rest: Sequence[Token]) -> bool:
    return any(token.low in ("and", "or") for token in rest)


def _turns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a conjunction without a comma starts a statement of its own."""
    if tokens[at].low in ("while", "whereas", "because", "although"):
        return at > _NEAR and any(finite(tokens, index) for index in range(at, len(tokens)))
    # `A and B do C` may be one statement: then it is no meaning, and no part of it may pass for one.
    whole = any(_opens(token) for token in tokens[:at]) or not any(finite(tokens, i) for i in range(at))
    return _clause_in(tokens[at + 1 :], tokens[:at], whole=whole)


def _unfinished(before: Sequence[Token]) -> bool:
    """Whether a relative clause still waits for its verb."""
    first = next((i for i, token in enumerate(before) if _opens(token)), None)
    if first is None:
        return False
    verbs = sum(
        (finite(before, i) and not reduced(before, i)) or before[i].low == "to"
        for i in range(first, len(before))
    )
    return sum(_opens(token) for token in before) > verbs


def _clause_in(after: Sequence[Token], before: Sequence[Token], whole: bool = False) -> bool:
    """Whether a verb of its own stands in what follows a conjunction, and no relative clause shares it."""
    if not after:
        return True
    if after[0].tag in ("PRP", "EX") or after[0].low in ("this", "these", "it"):
        return True
    if _unfinished(before):
        return False
    relative = any(_opens(token) for token in before)
    first = next((i for i, token in enumerate(after) if token.tag != "RB"), 0)
    if not relative and after[first].tag in ("VB", "VBP") and not may_be(after[first].low, "NN", "JJ"):
        return True
    described = after[first].tag == "VBD" and first + 1 < len(after) and after[first + 1].tag in _NOUNS
    if finite(after, first) and not reduced(after, first):
        return not relative and not described
    for index, token in enumerate(after[:_NEAR]):
        if _opens(token) or token.low == "to" or token.text == ",":
            return False
        if index and token.tag == "PRP" and after[index - 1].tag in _NOUNS:
            return False
        if finite(after, index) and not reduced(after, index):
            return not whole
    return False


def _opens(token: Token) -> bool:
    return token.tag in _RELATIVE or token.low in ("that", "whether", "if")


def _has_verb(tokens: Sequence[Token], relative: int) -> bool:
    return any(
        finite(tokens, index) or tokens[index].low == "to" for index in range(relative + 1, len(tokens))
    )


def reduced(tokens: Sequence[Token], index: int) -> bool:
    """Whether a past form describes the noun before it: `compounds synthesized by humans`."""
    if (
        tokens[index].tag != "VBD"
        or tokens[index].low == "had"
        or not is_participle(tokens[index].text)
        or not index
    ):
        return False
    before = tokens[index - 1]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    to_do = index + 2 < len(tokens) and tokens[index + 2].tag == "VB"
    if to_do and tokens[index + 1].low == "to" and tokens[index].low not in _TO_DO:
        return False
    return (before.tag in (*_NOUNS, "RB", "CC") or before.text == ",") and (
        following is None
        or following.tag in ("IN", "TO", "RB", "VBN", "VBG", "CC", ",")
        or following.low == "by"
    )


def states(tokens: Sequence[Token], strictly: bool = False) -> bool:
    """Whether the words are a statement, or break off in one, and not a noun with what describes it.

    `the number of times a person is asked` is a noun too; `strictly` wants its `that`.
    """
    clauses, verbs, bare = 0, 0, False
    last = None
    for index, token in enumerate(tokens):
        if _opens(token):
            clauses, last = clauses + 1, index
        elif clauses and token.tag == "CC":
            clauses += 1
        elif index and tokens[index - 1].tag in ("NN", "NNS") and token.tag in ("DT", "PRP", "PRP$"):
            bare = True
        elif finite(tokens, index) and not reduced(tokens, index):
            verbs += 1
            if verbs > clauses + (bare and not strictly):
                return True
    return last is not None and not _has_verb(tokens, last)

"""What a sentence tells beside the point about a thing: `X, which contains Y` read as `X contains Y`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.articles.sense.clauses import predicate_end
from quizapp.articles.sense.prose import Line, remade
from quizapp.articles.sense.topic import Topic
from quizapp.articles.words.entities import find_names
from quizapp.articles.words.lexicon import may_be
from quizapp.articles.words.nounphrases import phrase_before
from quizapp.articles.words.phrasing import opened
from quizapp.articles.words.tagging import Token
from quizapp.articles.words.verbs import BE, base
from quizapp.articles.words.wordlists import wordlist

# What a whole event cannot do, so that `which` is the thing before the comma.
_OF_THINGS = wordlist("relatives of things")
_JOINED = frozenset({"CC", "POS", "PRP$", "JJ", "NN", "NNS", "NNP", "VBG"})
# Behind these `which` is rather the thing than its form.
_ONLY_FORM = re.compile(
    r"^(?:the |an? )?(?:form|kind|type|amount|number|level|process|presence|absence|case|rest|part)s? of\b",
    re.IGNORECASE,
)
_LEAST = 5


def relative_statements(line: Line, topic: Topic) -> Iterator[Line]:
    """Lines with what `, which ...` says of the noun before it, in the present; none where that is unsure."""
    if ", which " not in line.text:
        return
    tokens = line.tokens
    for index in range(1, len(tokens) - 4):
        if tokens[index].low != "which" or tokens[index - 1].text != ",":
            continue
        verb = tokens[index + 1]
        spelled = verb.low == "are" or base(verb.text) == verb.low
        many = spelled and verb.tag in ("VBP", "VB")
        if not (
            many or verb.low in BE or (base(verb.text) != verb.low and verb.tag in ("VBZ", "VBP"))
        ) or not _of_a_thing(line, index + 1, many):
            continue
        phrase = phrase_before(tokens, index - 1, many)
        if phrase is None or (
            phrase[0] and (tokens[phrase[0] - 1].tag in _JOINED or tokens[phrase[0] - 1].text == ".")
        ):
            continue
        if _ONLY_FORM.match(line.cut(*phrase)) or _holds_verb(tokens, *phrase):
            continue
        # `the long-run or neoclassical AS | curve`
        initials = tokens[phrase[0] - 1].text if phrase[0] else ""
        if rivalled(tokens, phrase[0], many) or (len(initials) > 1 and initials.isupper()):
            continue
        end = _own_end(tokens, index + 2, predicate_end(tokens, index + 2, len(tokens) - 1))
        text = opened(f"{line.cut(*phrase)} {line.cut(index + 1, end)}".rstrip(" ,")) + "."
        following = tokens[end + 1].tag if end + 1 < len(tokens) else ""
        goes_on = (tokens[end].text == "," and following in ("NN", "NNS", "CC", "JJ")) or (
            tokens[end].tag == "CC" and following not in ("VBZ", "VBP", "VBD", "MD")
        )
        if goes_on or len(text.split()) < _LEAST:
            continue
        part = remade(line, text)
        yield replace(part, names=find_names(text, part.tokens, topic.capitals))


def _own_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the aside ends: before `, or B` alone, which goes with what stands before the aside."""
    commas = [index for index in range(first, end) if tokens[index].text == ","]
    return commas[0] if len(commas) == 1 and tokens[commas[0] + 1].tag == "CC" else end


def _holds_verb(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a word within the phrase may be the verb of the sentence: `surface tension | forms drops`."""
    return any(
        tokens[i].tag == "NNS" and tokens[i + 1].tag == "NNS" and may_be(base(tokens[i].low), "VB")
        for i in range(first + 1, end - 1)
    )


def rivalled(tokens: Sequence[Token], first: int, many: bool) -> bool:
    """Whether a thing before a preposition may be meant as well: `diabetes during pregnancy, which ...`."""
    if first < 2 or tokens[first - 1].tag != "IN" or tokens[first - 1].low == "to":
        return False
    before = tokens[first - 2]
    return before.tag.startswith("NN") and (before.tag in ("NNS", "NNPS")) == many


def _of_a_thing(line: Line, index: int, many: bool) -> bool:
    """Whether the verb at `index` can only be said of a thing."""
    tokens = line.tokens
    if tokens[index].low in BE:
        return any(token.tag == "VBN" for token in tokens[index + 1 : index + 3])
    return many or base(tokens[index].text) in _OF_THINGS

"""Words of a sentence and their parts of speech, by an averaged perceptron over possible tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from quizapp.articles.words.lexicon import entry
from quizapp.articles.words.table import row

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|vs|No|ca|c)\.(?=\s)"
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?\b|['’]s\b|n['’]t\b"
    r"|[^\W\d_]+(?=n['’]t\b)|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*(?:-[^\W_]+)*|[^\s\w]|\w+"
)
_AFTER_IS = ("DT", "IN", "VBN", "PRP", "TO", "RB")
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
"""The tags of verbs that carry the tense of their clause."""
_OBJECT = frozenset({"DT", "PRP$", "NN", "NNS", "JJ", "IN", "CD"})
_OUTSIDE = "^"
_AFTER = "$"
_ENDINGS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("ly",), ("RB", "JJ")),
    (("ing",), ("VBG", "NN", "JJ")),
    (("ed",), ("VBN", "VBD", "JJ")),
    (("sis", "itis", "sm"), ("NN",)),
    (("ss", "us", "is"), ("NN", "JJ")),
    (("s",), ("NNS", "VBZ", "NN")),
    (("ic", "al", "ous", "ive", "able", "ible", "ary", "ful", "less", "ish"), ("JJ", "NN")),
    (("ion", "ment", "ness", "ity", "ism", "ist", "ance", "ence", "ship", "ology"), ("NN",)),
)
_UNKNOWN = ("NN", "JJ")
MARK = "."
"""The tag of every mark."""
TENTHS = 10
"""How many parts of 1 the table counts weights in."""
_REMEMBERED = 512
_COMPOUND = {"VBN": "JJ", "VBD": "JJ", "VBG": "JJ"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: characters [start, end) of its sentence; `tag` as in the Penn Treebank."""

    text: str
    start: int
    end: int
    tag: str = ""

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()


@lru_cache(maxsize=_REMEMBERED)
def tagged(sentence: str) -> tuple[Token, ...]:
    """The words and marks of a sentence with their tags; many rules ask for those of one candidate."""
    spans = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(sentence)]
    tags = _tags([text for text, _, _ in spans])
    return tuple(Token(text, start, end, tag) for (text, start, end), tag in zip(spans, tags, strict=True))


def _tags(words: Sequence[str]) -> list[str]:
    plain = [word.replace("’", "'") for word in words]
    low = [word.lower() for word in plain]
    open_to = [possible_tags(word, first=index == 0) for index, word in enumerate(plain)]
    kinds = kinds_of(open_to)
    made: list[str] = []
    before, earlier = started()
    for index, tags in enumerate(open_to):
        tag = tags[0]
        if low[index] == "'s" and before[:2] == "NN":
            tag = "VBZ" if kinds[min(index + 1, len(kinds) - 1)].startswith(_AFTER_IS) else "POS"
        elif len(tags) > 1:
            tag = best(features(plain[index], low, kinds, index, before, earlier), tags, _weight)
        made.append(tag)
        before, earlier = tag, before
    return _with_a_verb(made, open_to)


def _with_a_verb(tags: list[str], open_to: Sequence[tuple[str, ...]]) -> list[str]:
    """The tags with a participle after a noun as past tense, or a word in -s as present tense, when the
    sentence has no other verb.
    """
    if any(tag in FINITE for tag in tags):
        return tags
    noun = False
    for index, tag in enumerate(tags):
        if tag == "VBN" and noun and "VBD" in open_to[index]:
            return [*tags[:index], "VBD", *tags[index + 1 :]]
        noun = tag.startswith("NN") or (noun and tag == "RB")
    for index in range(1, len(tags) - 1):
        if tags[index] == "NNS" and "VBZ" in open_to[index] and tags[index + 1] in _OBJECT:
            return [*tags[:index], "VBZ", *tags[index + 1 :]]
    return tags


@cache
def possible_tags(word: str, first: bool) -> tuple[str, ...]:
    """The tags that a word may have, likeliest first; `first` tells whether it opens its sentence."""
    if not any(character.isalnum() for character in word):
        return (MARK,)
    if word[0].isdigit():
        return ("CD",) if word[-1].isdigit() else ("CD", "JJ", "NN")
    own, small = entry(word).tags, entry(word.lower()).tags
    capital = word[0].isupper()
    if first and capital and small:
        return small + tuple(tag for tag in own or ("NNP",) if tag in ("NNP", "NNPS") and tag not in small)
    if own:
        return own
    if capital:
        common = tuple(tag for tag in small if tag != "NNP") or (
            _guessed(word.lower()) if first else ("NN", "JJ", "NNS")
        )
        return ("NNP", "NNPS", *common)
    return _guessed(word.lower())


def _guessed(word: str) -> tuple[str, ...]:
    if "-" in word and (known := entry(word.rsplit("-", 1)[1]).tags):
        return tuple(dict.fromkeys([*(_COMPOUND.get(tag, tag) for tag in known), "JJ", "NN"]))[:4]
    return next((tags for endings, tags in _ENDINGS if word.endswith(endings)), _UNKNOWN)


def kinds_of(open_to: Sequence[Sequence[str]]) -> list[str]:
    """For each word what it may be, as one text: its three likeliest tags."""
    return ["|".join(tags[:3]) for tags in open_to]


def started() -> tuple[str, str]:
    """The tags of the two words before the first, which are none."""
    return _OUTSIDE, _OUTSIDE


def features(
    word: str, low: Sequence[str], kinds: Sequence[str], index: int, before: str, earlier: str
) -> tuple[str, ...]:
    """What the choice of a tag rests on: the word, its neighbours, what they may be, the two tags before."""
    last = len(low) - 1
    following = low[index + 1] if index < last else _AFTER
    kind_after = kinds[index + 1] if index < last else _AFTER
    kind_later = kinds[index + 2] if index + 1 < last else _AFTER
    previous = low[index - 1] if index else _OUTSIDE
    this, kind = low[index], kinds[index]
    return (
        f"w{this}",
        f"s{this[-3:]}",
        f"a{before}",
        f"b{earlier} {before}",
        f"c{before} {kind}",
        f"d{previous}",
        f"e{following}",
        f"f{kind_after}",
        f"g{kind_after} {before}",
        f"h{kind_after} {kind_later}",
        f"i{before} {kind_after} {kind}",
        f"k{this} {before}",
        f"l{this} {kind_after}",
        f"m{kind} {following}",
        f"n{kind} {previous}",
        f"u{'U' if word[0].isupper() else 'l'}{'1' if index else '0'}",
    )


@cache
def _weight(feature: str) -> tuple[tuple[str, int], ...]:
    parts = row("tagger.tsv", feature).replace("+", " ").replace("-", " -").split()
    return tuple(zip(parts[::2], map(int, parts[1::2]), strict=True))


def best(
    found: Sequence[str], tags: Sequence[str], weigh: Callable[[str], Iterable[tuple[str, float]]]
) -> str:
    """The tag with the largest sum of weights; `weigh` gives those of a feature, by tag."""
    scores = dict.fromkeys(tags, 0.0)
    for feature in found:
        for tag, weight in weigh(feature):
            if tag in scores:
                scores[tag] += weight
    return max(tags, key=lambda tag: scores[tag])

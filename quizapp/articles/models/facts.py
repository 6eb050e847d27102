"""What two texts must share to say the same: their numbers, names, denials and content words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from quizapp.articles.words.lexicon import entry, zipf
from quizapp.articles.words.wordlists import wordlist

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?|[^\W\d_]+(?:['-][^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]|_)[\s\"'(\[]*$")
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "\u00a0": " ",
    }
)
_NUMBERS = dict(row.split("=") for row in wordlist("facts numbers"))
_DENIALS = wordlist("facts denials")
_ASKING = wordlist("facts asking")
_NEVER_NAMES = frozenset({"i", "a", "an", "the"})
_INFLECTIONS = ("s", "es", "n", "ns", "an", "ans", "ian", "ians")
_COMMON = 6.0
_KNOWN = 3.0
_STEM = 4
_STEM_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Facts:
    """A text taken apart: `tokens` in order, all in small letters; the others are those of one sort."""

    tokens: tuple[str, ...]
    numbers: tuple[str, ...]
    names: frozenset[str]
    denials: int
    content: tuple[str, ...]


def folded(text: str) -> str:
    """The text with plain quotes, dashes and spaces; as long as before, character for character."""
    return text.translate(_FOLDED)


@lru_cache(4096)
def facts(text: str) -> Facts:
    """The facts of a text in English."""
    plain = folded(text.replace("—", " — "))
    found = list(_TOKEN.finditer(plain))
    low = tuple(_bare(each.group()) for each in found)
    names = frozenset(
        word for word, each in zip(low, found, strict=True) if _is_name(each.group(), plain[: each.start()])
    )
    numbers = tuple(number for word in low if (number := _number(word)))
    denials = sum(word in _DENIALS or word.endswith("n't") for word in low)
    content = tuple(w for w in low if zipf(w) < _COMMON and w not in _ASKING and not _number(w))
    return Facts(low, numbers, names, denials, content)


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in small letters, number words as digits."""
    return tuple(_number(word) or word for word in facts(text).tokens)


def run_inside(inner: tuple[str, ...], outer: tuple[str, ...]) -> int | None:
    """Where `inner` stands in `outer` as one run; None when it does not."""
    size = len(inner)
    if not size:
        return None
    return next((i for i in range(len(outer) - size + 1) if outer[i : i + size] == inner), None)


def missing_numbers(text: str, source: str) -> bool:
    """Whether the text has a number, in digits or words, oftener than its source."""
    left = list(facts(source).numbers)
    for number in facts(text).numbers:
        if number not in left:
            return True
        left.remove(number)
    return False


def unknown_numbers(text: str, source: str) -> bool:
    """Whether the text has a number that its source has not."""
    return not set(facts(text).numbers) <= set(facts(source).numbers)


def unknown_names(text: str, source: str) -> frozenset[str]:
    """The names of the text that its source does not mention, also not inflected."""
    known = set(facts(source).tokens)
    return frozenset(n for n in facts(text).names - known if not any(_inflected(n, k) for k in known))


def shared(text: str, source: str) -> float:
    """The share of the text's content words that its source has, also in another form; 1 when it has none."""
    return share(facts(text).content, facts(source).tokens)


def share(words: Iterable[str], source: Iterable[str]) -> float:
    """The share of the words that are among those of the source, in any form; 1 when there are none."""
    wanted, known = list(words), set(source)
    if not wanted:
        return 1.0
    return sum(word in known or any(alike(word, each) for each in known) for word in wanted) / len(wanted)


def alike(one: str, other: str) -> bool:
    """Whether two words look like forms of one word."""
    if one == other:
        return True
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return common >= _STEM and common >= _STEM_SHARE * max(len(one), len(other))


def _bare(word: str) -> str:
    """In small letters, without a possessive; 1,500 as 1500."""
    low = word.casefold().removesuffix("'s").rstrip("'")
    return re.sub(r",(?=\d{3}\b)", "", low) if low[:1].isdigit() else low


def _number(word: str) -> str:
    if word[:1].isdigit():
        return word
    return _NUMBERS.get(word, "")


def _is_name(word: str, before: str) -> bool:
    low = _bare(word)
    if not word[:1].isupper() or low in _NEVER_NAMES or low in _ASKING:
        return False
    if not _SENTENCE_START.search(before) or (len(word) > 1 and word.isupper()):
        return True
    return not entry(low).tags or zipf(low) < _KNOWN


def _inflected(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(short) > 2:
        return long[len(short) :] in _INFLECTIONS
    return len(short) > 3 and short[-1] in "ya" and long.removeprefix(short[:-1]) in ("ian", "ians", "ies")

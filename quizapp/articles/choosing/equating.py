"""Whether two terms are one thing: one is the other cut short, or the article says so somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizapp.articles.words.phrasing import words

_ARTICLE = r"(?:the |an? )?"
_CALLED = re.compile(
    r"^,? ?[(—–]?,? ?(?:(?:which|that) )?(?:(?:is|are|was|were) |(?:can|may) be )?"
    r"(?:(?:also|sometimes|often|commonly|or|otherwise|better|simply|usually|more|previously|formerly|now) )*"
    r"(?:called|known as|termed|named|dubbed|referred to as|abbreviated|synonymous with|the same as"
    rf"|(?:another|other) (?:name|word|term) for|a synonym (?:of|for)|short for|aka) (?:as )?{_ARTICLE}$"
)
_OR = re.compile(rf"^, or (?:simply |rather )?{_ARTICLE}$|^ ?[—–] ?or {_ARTICLE}$")
_BRACKET = re.compile(rf"^ ?[(\[](?:or |i\.e\.,? |also |= ?)?{_ARTICLE}$")
_SLASH = re.compile(r"^ ?/ ?$")
_LISTED = re.compile(r",[^.;:]{2,40}$")
_LEAST, _LEAST_LETTERS = 3, 2
_SMALL = frozenset({"of", "the", "a", "an", "and", "for", "in", "to"})


def shortened(one: str, other: str) -> bool:
    """Whether each word of one term opens a word of the other, or one is the other's initials."""
    mine, theirs = _parts(one), _parts(other)
    return bool(mine and theirs) and (
        _opens(mine, theirs) or _opens(theirs, mine) or _initials(mine, theirs) or _initials(theirs, mine)
    )


def _parts(term: str) -> list[str]:
    return [part for word in words(term) for part in re.findall(r"\w+", word) if part not in _SMALL]


def _opens(short: list[str], long: list[str]) -> bool:
    """Whether the words of the first open words of the second; a last `s` does not count."""
    stems = [word[:-1] if len(word) > _LEAST and word.endswith("s") else word for word in short]
    return all(
        stem in long or (len(stem) >= _LEAST and any(word.startswith(stem) for word in long))
        for stem in stems
    )


def _initials(short: list[str], long: list[str]) -> bool:
    first = "".join(word[0] for word in long)
    return len(short) == 1 and len(first) >= _LEAST_LETTERS and short[0].rstrip("s") == first.rstrip("s")


def equated(one: str, other: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts, in lower case, gives one term as another name of the other."""
    mine, theirs = _shape(one), _shape(other)
    return any(
        _names(before, between, after)
        for text in texts
        for before, between, after in (*_between(mine, theirs, text), *_between(theirs, mine, text))
    )


def _shape(term: str) -> re.Pattern[str]:
    stem = re.sub(r"(?<=[^siu])s$", "", " ".join(term.lower().split()))
    return re.compile(rf"(?<![\w-]){re.escape(stem)}(?:e?s)?(?![\w-])")


def _between(first: re.Pattern[str], second: re.Pattern[str], text: str) -> Iterator[tuple[str, str, str]]:
    for one in first.finditer(text):
        other = second.search(text, one.end())
        if other is not None:
            yield text[: one.start()], text[one.end() : other.start()], text[other.end() :]


def _names(before: str, between: str, after: str) -> bool:
    """Whether what stands between two terms says that they are one; a list's last `or` does not."""
    between = re.sub(r"[*_“”\"]", "", between)
    if _CALLED.match(between) or _SLASH.match(between):
        return True
    if _BRACKET.match(between):
        return re.match(r"[*_“”\"]*\s?[)\],;]", after) is not None
    return _OR.match(between) is not None and not _LISTED.search(before)

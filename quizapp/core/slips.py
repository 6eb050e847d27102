"""Slips of the finger: how many a word may have, and which differences are never slips."""

from __future__ import annotations

import re
from itertools import pairwise

import regex
from rapidfuzz.distance import OSA

_SHORT = 4
_MIDDLE = 8
_MOST = 2
_LETTERS_A_SLIP = 3


def allowed(word: str, typos: int | None) -> int:
    """Slips forgiven in one right word: 0 up to 4 letters, 1 up to 8, 2 beyond.

    `typos`, where the author or learner set it, counts instead, but never more than one for 3 letters. Always
    0 for a word that is not letters alone (numbers, codes), a Roman numeral, or Chinese, Japanese or Korean.
    """
    if not _WORD.fullmatch(word) or _ROMAN.fullmatch(word):
        return 0
    letters = sum(c.isalpha() for c in word)
    if typos is not None:
        return max(0, min(typos, letters // _LETTERS_A_SLIP))
    return 0 if letters <= _SHORT else 1 if letters <= _MIDDLE else _MOST


def slips(typed: str, right: str, typos: int | None) -> int | None:
    """Slips between two normalised texts, 0 when none counts; None when they are different answers.

    A slip is one letter wrong, missing, added or swapped with its neighbour, or a space too many or too few.
    Words are compared one by one; hyphens between letters count as spaces.
    """
    typed_words, right_words = words(typed), words(right)
    if typed_words == right_words:
        return 0
    if len(typed_words) != len(right_words):
        return _spacing(typed_words, right_words, typos)
    total = 0
    for typed_word, right_word in zip(typed_words, right_words, strict=True):
        found = _in_word(typed_word, right_word, typos)
        if found is None:
            return None
        total += found
    return total if total <= (_MOST if typos is None else typos) else None


def words(text: str) -> list[str]:
    """The words of a text without the quotes and commas around them.

    A hyphen between two letters ends a word, a minus sign does not.
    """
    parts = re.split(r" |(?<=[^\W\d_])-(?=[^\W\d_])", text)
    return [found[1] or found[2] if (found := _PUNCTUATED.fullmatch(part)) else part for part in parts]


def _in_word(typed: str, right: str, typos: int | None) -> int | None:
    if typed == right:
        return 0
    most = allowed(right, typos)
    if most == 0 or any(c.isdigit() for c in typed):
        return None
    distance = OSA.distance(typed, right, score_cutoff=most)
    if distance > most or not _same_start(typed, right) or _opposite(typed, right):
        return None
    return distance


def _same_start(typed: str, right: str) -> bool:
    """A wrong first letter makes another word (Gambia, Zambia; legal, illegal); two swapped ones do not."""
    return typed[:1] == right[:1] or typed[:2] == right[1::-1]


def _opposite(typed: str, right: str) -> bool:
    """Whether two words differ by just what makes a counterpart: hyper- and hypo-, nitrate and nitrite."""
    return any(_swapped(typed, right, group, start=True) for group in _PREFIXES) or any(
        _swapped(typed, right, group, start=False) for group in _SUFFIXES
    )


def _swapped(typed: str, right: str, group: tuple[str, ...], *, start: bool) -> bool:
    if start:
        rests = [{w.removeprefix(p) for p in group if w.startswith(p)} for w in (typed, right)]
    else:
        rests = [{w.removesuffix(p) for p in group if w.endswith(p)} for w in (typed, right)]
    return bool(rests[0] & rests[1])


def _spacing(typed: list[str], right: list[str], typos: int | None) -> int | None:
    """Slips when only spaces differ: none between a digit and a letter; between digits they are no slip."""
    if "".join(typed) != "".join(right):
        return None
    joints = _joints(typed) ^ _joints(right)
    joined = "".join(right)
    if any(joined[n - 1].isdigit() and joined[n].isdigit() for n in joints):
        return None
    total = sum(joined[n - 1].isdigit() == joined[n].isdigit() for n in joints)
    return total if total == 0 or total <= allowed(re.sub(r"\W|\d", "", joined), typos) else None


def _joints(parts: list[str]) -> set[int]:
    """Where the spaces stood, counted in characters of the joined text."""
    ends = [0]
    for part in parts[:-1]:
        ends.append(ends[-1] + len(part))
    return {end for _, end in pairwise(ends)}


_WORD = regex.compile(r"(?:(?!\p{Han}|\p{Hiragana}|\p{Katakana}|\p{Hangul}|\p{Thai})[\p{L}\p{M}]|')+")
_PUNCTUATED = re.compile(r"[\"']?(\w+)[,;:!?\"']+|[\"'](\w+)")
_ROMAN = re.compile(
    r"(?=[mdclxvi])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE
)
_PREFIXES = (
    ("hyper", "hypo"), ("inter", "intra", "intro"), ("macro", "micro"), ("ante", "anti"), ("pre", "pro"),
    ("ab", "ad"), ("endo", "exo"), ("un", ""), ("in", ""), ("im", ""), ("ir", ""), ("il", ""), ("dis", ""),
)  # fmt: skip
_SUFFIXES = (
    ("ate", "ite", "ide"), ("ane", "ene", "yne"), ("er", "ee"), ("or", "ee"), ("ism", "ist"),
    ("ctite", "gmite"),
)  # fmt: skip

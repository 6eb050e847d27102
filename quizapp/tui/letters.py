"""The letters of a deck's answers that a keyboard may lack."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

MOST = 40


def special_letters(answers: Iterable[str]) -> str:
    """Non-ASCII letters and marks of the answers, each once, in both cases, at most MOST, in order.

    They come from all answers of a deck, so that they give none of them away.
    """
    counted: Counter[str] = Counter()
    for answer in answers:
        counted.update(sign for sign in unicodedata.normalize("NFC", answer) if _special(sign))
    letters = sorted(counted, key=lambda sign: (-counted[sign], sign))[:MOST]
    both = {case for letter in letters for case in (letter, letter.lower(), letter.upper()) if len(case) == 1}
    return "".join(sorted(both, key=_order))


def _special(sign: str) -> bool:
    return not sign.isascii() and unicodedata.category(sign)[0] in "LNS"


def _order(sign: str) -> tuple[str, str, bool]:
    return unicodedata.normalize("NFD", sign.lower())[0], sign.lower(), sign.isupper()

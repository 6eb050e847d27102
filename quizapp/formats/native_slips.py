"""Lines that were meant to begin a question but do not: a wrong dash, a number, no space, a wide colon."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizapp.formats.native_syntax import Explained

_KEY = r"(?:q|cloze) *[:\uff1a]"
START = (
    rf"(?:(?P<tight>-)(?={_KEY})"
    rf"|(?P<dash>[\u00b7\u2010-\u2015\u2022\u2043\u2212\uff0d])\s*(?={_KEY})"
    rf"|(?P<number>\d+[.)]) *(?:- *)?(?={_KEY})"
    r"|-[ ]+(?:q|cloze) *(?P<colon>\uff1a))"
)
"""What stands at such a line's beginning, after its indent, as a regular expression."""
_LINE = re.compile(r" *" + START)


class _Kind(NamedTuple):
    code: str
    message: str
    fix: str


_KINDS = {
    "tight": _Kind(
        "dash-space",
        "A dash without a space after it does not begin a question.",
        "Write `- q:` with a space.",
    ),
    "dash": _Kind(
        "odd-dash",
        "This is not the plain hyphen with which a question begins, but one of its lookalikes.",
        "Write `- q:` with the hyphen of the keyboard, in an editor that leaves it alone.",
    ),
    "number": _Kind(
        "numbered",
        "Questions have no numbers: each begins with a hyphen.",
        "Write `- q:` in place of the number.",
    ),
    "colon": _Kind(
        "odd-colon",
        "This colon is a wide one (U+FF1A); YAML knows only the plain one.",
        "Write a plain colon and a space after it.",
    ),
}


def slipped(text: str, at: int) -> Explained | None:
    """What keeps the line that starts at the index from beginning a question; None when none of it does."""
    found = _LINE.match(text, at)
    if found is None or found.lastgroup is None:
        return None
    kind = _KINDS[found.lastgroup]
    return Explained(kind.code, found.start(found.lastgroup), kind.message, kind.fix)

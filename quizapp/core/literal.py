"""Text as it goes to a terminal: nothing in it can move the cursor, change colours or the window's title."""

from __future__ import annotations

import re

TAB = "    "
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]")


def literal(text: str) -> str:
    """The text with each control character shown instead of obeyed; line feeds stay, tabs become spaces.

    C0 controls and DEL become their pictures (U+2400...); C1 controls, line and paragraph separators, lone
    surrogates, and the embeddings and overrides of the writing direction become code points. Direction marks,
    isolates and joiners stay, since right-to-left text and emoji need them.
    """
    if text.isascii() and text.isprintable():
        return text
    return OBEYED.sub(_shown, text.replace("\r\n", "\n"))


def _shown(found: re.Match[str]) -> str:
    character = found.group()
    number = ord(character)
    if character == "\t":
        return TAB
    if number < 0x20:
        return chr(0x2400 + number)
    return "\u2421" if number == 0x7F else f"<U+{number:04X}>"

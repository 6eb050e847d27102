"""Raised digits as letters of their own, so that "10 to the power of 6" does not become "106"."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")


def raised(text: str) -> str:
    """The text with digits and signs raised; text with other letters ("th") stays as it is."""
    bare = text.strip()
    if bare and all(character in "0123456789+-−()n" for character in bare):
        return bare.translate(_RAISED)
    return text

"""Regular expressions that an author writes: read with care, matched whole and with a time limit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import prod

import regex

SECONDS = 0.2
LONGEST = 500
# The library writes counted repeats out: nested ones would fill the memory.
MOST_REPEATS = 1000
DEEPEST = 50


def pattern_problem(pattern: str) -> str:
    """What keeps a pattern from being used, as a sentence without its full stop; "" when nothing does."""
    if len(pattern) > LONGEST:
        return f"the pattern is longer than {LONGEST} characters"
    if prod(_repeats(pattern)) > MOST_REPEATS:
        return f"its counted repeats multiply to more than {MOST_REPEATS}"
    if _depth(pattern) > DEEPEST:
        return f"its brackets are nested more than {DEEPEST} deep"
    try:
        regex.compile(pattern)
    except regex.error as error:
        return str(error)
    except (RecursionError, OverflowError, ValueError, IndexError, KeyError) as error:
        return f"it cannot be read ({type(error).__name__})"
    return ""


def pattern_fits(pattern: str, forms: Iterable[str], *, case: bool) -> bool:
    """Whether the pattern matches one of the forms from end to end; False when it cannot be read.

    `case`: whether upper and lower case are told apart. TimeoutError when it takes longer than 0.2 seconds.
    """
    if pattern_problem(pattern):
        return False
    compiled = regex.compile(pattern, 0 if case else regex.IGNORECASE)
    return any(compiled.fullmatch(form, timeout=SECONDS) for form in forms)


def _repeats(pattern: str) -> list[int]:
    """The larger bound of each counted repeat above 1."""
    bounds = (found[2] or found[1] for found in re.finditer(r"\{([0-9]*)(?:,([0-9]*))?\}", pattern))
    return [int(bound[:9]) for bound in bounds if bound.lstrip("0") not in ("", "1")]


def _depth(pattern: str) -> int:
    depth = deepest = 0
    for c in pattern:
        depth += (c in "([") - (c in ")]" and depth > 0)
        deepest = max(deepest, depth)
    return deepest

"""Demonstratives that go back to what the same text has said: `advances in knowledge ... those advances`."""

from __future__ import annotations

import re

_GROUNDED = re.compile(r"\b(?:this|these|those|that)(?: other)? (?P<noun>[a-z]{4,})\b")
_SUMMED_UP = re.compile(
    r"(?<=[a-z]{3}); (?:in this case, )?(?:this|the) (?:process|phenomenon|condition|procedure|method"
    r"|practice|technique|effect|reaction|arrangement|event)"
    r"(?= (?:is|are) (?:\w+ )?(?:called|known|termed|referred))"
)
_FAR = 20


def without_grounded(text: str) -> str:
    """A gap's text without `this N` whose N it has said itself, or that sums up the clause before it."""

    def kept_or_not(found: re.Match[str]) -> str:
        stem = found["noun"].lower().rstrip("s")
        said = re.search(
            rf"\b(?<!this )(?<!these )(?<!those )(?<!that ){stem}(?:e?s)?\b", text[: found.start()]
        )
        return found["noun"] if said and found.start() > _FAR else found.group()

    return _GROUNDED.sub(kept_or_not, _SUMMED_UP.sub("; it", text))

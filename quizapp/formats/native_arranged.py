"""Matching and ordering: texts to be brought together or into order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizapp.core.identity import normalised
from quizapp.core.question import Matching, Ordering, Pair
from quizapp.formats.native_common import CommonKeys
from quizapp.formats.native_fields import Fields, colon_space, scalar_text, shortened
from quizapp.formats.native_nodes import Mapping, Scalar, Sequence


def read_matching(fields: Fields, prompt: str, common: CommonKeys) -> Matching | None:
    """The question; None when a finding says why not."""
    pairs = tuple(_pairs(fields))
    extra = fields.texts("extra")
    if _repeated(fields, "match", (p.left for p in pairs), "left side"):
        return None
    if _repeated(fields, "extra", (*{p.right: None for p in pairs}, *extra), "right side"):
        return None
    if len(pairs) < 2:
        fields.error("too-few", "match", "A matching needs at least two pairs.", "Add a line `left: right`.")
        return None
    return Matching(**common, prompt=prompt, pairs=pairs, extra=extra)


def _pairs(fields: Fields) -> Iterator[Pair]:
    node = fields.nodes["match"]
    if isinstance(node, Mapping):
        members = [Fields(node, fields.report)]
    elif isinstance(node, Sequence) and all(isinstance(item, Mapping) for item in node.items):
        members = [Fields(item, fields.report) for item in node.items if isinstance(item, Mapping)]
    else:
        fields.error(
            "not-keys", "match", "`match` takes pairs, each as `left: right`.", "See docs/deck-format.md."
        )
        return
    for member in members:
        for left, key in member.keys.items():
            value = member.nodes[left]
            if isinstance(value, Scalar) and not value.text and not value.style and ":" in left.strip(":"):
                colon_space(member, left)
            elif not left.strip():
                fields.report.error(
                    "empty", key.start, "A left side is empty.", "Write a text before the colon."
                )
            elif right := scalar_text(value, fields.report, f"the right side of `{shortened(left)}`"):
                yield Pair(left.strip(), right)


def read_ordering(fields: Fields, prompt: str, common: CommonKeys) -> Ordering | None:
    """The question; None when a finding says why not."""
    items = fields.texts("order")
    if _repeated(fields, "order", items, "item"):
        return None
    if len(items) < 2:
        fields.error("too-few", "order", "An ordering needs at least two items.", "Add a line `- ...`.")
        return None
    return Ordering(**common, prompt=prompt, items=items)


def _repeated(fields: Fields, key: str, texts: Iterable[str], what: str) -> bool:
    seen: set[str] = set()
    for text in texts:
        same = normalised(text)
        if same in seen:
            fields.error(
                "duplicate-item",
                key,
                f"The {what} `{shortened(text)}` is there twice.",
                "Delete one of the two.",
            )
            return True
        seen.add(same)
    return False
